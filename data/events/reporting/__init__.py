"""What one document reports: which lines tell something, of which day each is, and who "she" is."""
