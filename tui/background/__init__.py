"""Work that goes on in threads while the keys are answered, and what it tells the screens."""
