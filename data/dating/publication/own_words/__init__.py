"""What a text tells of its own day without stating it: "on Monday", what is over, what is to come."""
