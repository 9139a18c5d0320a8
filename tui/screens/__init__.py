"""The screens: each answers the keys of its place in the table of actions."""
