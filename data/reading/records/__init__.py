"""Records that are documents already: their fields, what others call these, and their dates."""
