"""What a document, its page or its name states of its date: which lines do, and how good each is."""
