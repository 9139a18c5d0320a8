"""What the words around an expression tell: its clause, tense, who speaks, where it is, how long it was."""
