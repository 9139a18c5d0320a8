"""Programs beside this one: the clipboard of the terminal, pagers and viewers for originals."""
