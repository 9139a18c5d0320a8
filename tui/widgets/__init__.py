"""The parts of a screen: each draws its own lines and asks the session what to show."""
