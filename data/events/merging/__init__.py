"""Which reports of the collection tell one event, and why."""
