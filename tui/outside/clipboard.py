"""Copying to the clipboard of the user's own terminal, also over SSH: the OSC 52 control sequence.

Not every terminal takes it, so what was copied is always shown as well.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

# GNU screen takes strings of up to 768 bytes; the sequence is handed on in pieces.
_SCREEN_PIECE = 512


def copy_sequence(text: str, environment: Mapping[str, str]) -> str:
    """The bytes that put a text on the clipboard, wrapped for tmux and GNU screen to hand on.

    Inside tmux the bare sequence is sent too: which of the two reaches the terminal is a setting of tmux.
    """
    sequence = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    if "TMUX" in environment:
        escaped = sequence.replace("\x1b", "\x1b\x1b")
        return f"{sequence}\x1bPtmux;{escaped}\x1b\\"
    if environment.get("TERM", "").startswith("screen"):
        pieces = (sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return sequence
