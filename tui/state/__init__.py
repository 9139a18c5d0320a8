"""What the user is looking at, and what was said and asked of it; plain Python."""
