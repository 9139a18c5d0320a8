"""Clauses that hang on others made to stand alone, with the subject or the noun that they lean on."""
