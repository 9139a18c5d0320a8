"""Which key does what: the table of actions, the layouts of keyboards, a line being typed."""
