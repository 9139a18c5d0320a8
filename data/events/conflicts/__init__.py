"""What the passages of one event say that cannot all be right."""
