"""What reports are compared by, and how far they agree."""
