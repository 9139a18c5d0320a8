"""Reports without a day of their own: they take it from a passage that tells the same with its day."""
