"""A range of text as the words of a line: without its dates, offices before names, credits and markup."""
