"""Bytes taken in with limits: whole or piece by piece, out of containers, decoded to text."""
