"""A line made to fit and to be understood by itself: where it is whole, where it may end, what goes first."""
