"""A format a file, ``from_*``: its suffixes and how it is read. No format knows another one.

What reads raises UnreadableError, with a reason and a hint, for bytes that are not of its format, are larger
than :mod:`data.reading.opening.limits` allows, or hold no text.
"""
