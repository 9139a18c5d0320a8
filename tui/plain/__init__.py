"""The timeline without a screen: line by line, for screen readers and dumb terminals."""
