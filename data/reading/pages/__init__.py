"""Lines set on pages made into running text, their columns, running heads and links."""
