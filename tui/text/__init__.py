"""What the screen says, in plain words and signs: texts made safe, reasons, comparisons, lengths of time."""
