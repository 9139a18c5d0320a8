"""The line that stands for an event: who did what, where."""
