r"""What a word is made of in any script: letters, and the marks that combine with them.

Devanagari writes most vowels as combining marks, which Python's ``\w`` does not take for parts of a word.
"""

from __future__ import annotations

from unicodedata import category

# The blocks whose marks stand within words: accents, Hebrew, Arabic, Indic scripts, Thai, Tibetan.
_FIRST_MARK, _LAST_MARK = 0x0300, 0x0FFF
_JOINERS = "\u200c\u200d"
#: Characters that a typesetter puts into a word without changing it: soft hyphen, word joiner.
INVISIBLE = "\u00ad\u2060"
_MARKS = "".join([chr(code) for code in range(_FIRST_MARK, _LAST_MARK + 1)
                  if category(chr(code)) in ("Mn", "Mc")]) + _JOINERS + INVISIBLE  # fmt: skip

#: A word as a regular expression: letters with their combining marks, no digits.
LETTERS = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
