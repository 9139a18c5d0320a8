"""A format a file, ``from_*``: its suffixes and how it is read. No format knows another one."""
