"""When each document was published, and how that is known: given, stated, or inferred from the texts."""
