"""One line of text being typed: what the keys do to it, apart from any screen."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(slots=True)
class LineEdit:
    """A line and the place in it where the next character goes (an offset of ``text``).

    A text that is only offered stays if a key moves in it, and goes when something is typed or deleted.
    """

    text: str = ""
    place: int = 0
    is_offered: bool = False

    def set(self, text: str, *, offered: bool = False) -> None:
        """Put another text in, the place at its end."""
        self.text = text
        self.place = len(text)
        self.is_offered = offered and bool(text)

    def insert(self, text: str) -> None:
        """Type or paste: line ends become spaces, other control characters are left out."""
        if self.is_offered:
            self.set("")
        typed = "".join(one for one in re.sub(r"[\r\n\t]", " ", text) if one.isprintable())
        self.text = self.text[: self.place] + typed + self.text[self.place :]
        self.place += len(typed)

    def replace(self, length: int, text: str) -> None:
        """Put a text in the place of so many characters before the cursor."""
        self._cut(self.place - length)
        self.insert(text)

    def key(self, key: str) -> bool:
        """Do what an editing key asks for (Textual's names); False if it is none."""
        edit = _KEYS.get(key)
        if edit is None:
            return False
        if self.is_offered and edit in _DELETING:
            self.set("")
        self.is_offered = False
        edit(self)
        return True

    def _left(self) -> None:
        self.place = max(0, self.place - 1)

    def _right(self) -> None:
        self.place = min(len(self.text), self.place + 1)

    def _home(self) -> None:
        self.place = 0

    def _end(self) -> None:
        self.place = len(self.text)

    def _cut(self, start: int) -> None:
        self.text = self.text[:start] + self.text[self.place :]
        self.place = start

    def _backspace(self) -> None:
        self._cut(max(0, self.place - 1))

    def _delete(self) -> None:
        self.text = self.text[: self.place] + self.text[self.place + 1 :]

    def _delete_word(self) -> None:
        self._cut(self.text[: self.place].rstrip().rfind(" ") + 1)

    def _delete_before(self) -> None:
        self._cut(0)


_KEYS = {
    "left": LineEdit._left,
    "right": LineEdit._right,
    "home": LineEdit._home,
    "ctrl+a": LineEdit._home,
    "end": LineEdit._end,
    "ctrl+e": LineEdit._end,
    "backspace": LineEdit._backspace,
    "ctrl+h": LineEdit._backspace,
    "delete": LineEdit._delete,
    "ctrl+w": LineEdit._delete_word,
    "ctrl+u": LineEdit._delete_before,
}
_DELETING = (LineEdit._backspace, LineEdit._delete, LineEdit._delete_word, LineEdit._delete_before)
