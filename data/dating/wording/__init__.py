"""What the words around an expression tell: tense, who speaks, where it is, how long it was."""
