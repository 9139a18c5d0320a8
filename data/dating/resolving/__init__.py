"""Which days an expression stands for, from what anchor, and why."""
