"""Making the events of a collection again: what is kept, what has changed, what must be made anew."""
