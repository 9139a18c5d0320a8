"""The program that opens an original at its page or line: the user's own pager, viewer or browser."""

from __future__ import annotations

import atexit
import re
import shlex
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data.model import Document, Passage
from data.originals import container_of, in_utf8, unpack

# What a pager shows as the user would read it; of other formats it would show bytes or markup.
_TEXTS = frozenset({"", ".txt", ".md", ".csv", ".tsv", ".jsonl", ".json", ".eml", ".mbox", ".log", ".rst"})
_PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
_TEXT_BROWSERS = ("w3m", "lynx", "links", "elinks")
_PAGERS_WITH_LINE = frozenset({"less", "more", "most", "view", "vi", "vim", "nvim", "nano", "micro", "emacs"})

_ADDRESS = re.compile(r"https?://\S+")
_FIELD = re.compile(r"\{\w+\}")

Which = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Original:
    """Where a passage stands outside of the program: a file or an address, and the place in it, from 1."""

    place: str
    line: int | None = None
    page: int | None = None

    @property
    def is_address(self) -> bool:
        """Whether it is an address, on the web or of a mail box, and no file of this machine."""
        return self.place.startswith(("http://", "https://", "mailto:"))


@dataclass(frozen=True, slots=True)
class Opening:
    """A command, and whether it takes the terminal for itself until it ends."""

    command: tuple[str, ...]
    in_terminal: bool


@cache
def _unpacked() -> Path:
    """A private folder for what is unpacked to be looked at; it goes with the program."""
    folder = TemporaryDirectory(prefix="dateline-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def address_in(text: str) -> Original | None:
    """The first web address that a text names; None if it names none."""
    found = _ADDRESS.search(text)
    return None if found is None else Original(found[0].rstrip(".,;:!?)"))


def original_of(document: Document, passage: Passage, folder: Path) -> Original | None:
    """The file a passage was read from, else its web address; None if neither is there any more.

    A member of an archive is unpacked into a private folder; of what else is inside a file, the file is it.

    Args:
        document: the passage's document.
        passage: what to open it at.
        folder: what relative paths are counted from.
    """
    place = folder / container_of(document.path)
    if place.is_file():
        named = str(folder / document.path)
        member = unpack(named, _unpacked()) if named != str(place) else place
        if member is not None:
            return Original(str(member), passage.line, passage.page)
        return Original(str(place))
    if document.url and document.url.startswith(("http://", "https://")):
        return Original(document.url)
    return None


def opening(
    original: Original, environment: Mapping[str, str], opener: str = "", which: Which = shutil.which
) -> Opening | None:
    """How to open an original with what this machine has; None if nothing fits.

    Args:
        original: what to open.
        environment: the user's PAGER and BROWSER, and whether there is a graphical session.
        opener: the user's own command for everything, with ``{path}``, ``{line}`` and ``{page}`` in it.
        which: finds a program.
    """
    line, page = original.line or 1, original.page or 1
    if words := _words(opener):
        values = {"{path}": original.place, "{line}": str(line), "{page}": str(page)}
        return Opening(tuple(_filled(word, values) for word in words), in_terminal=True)
    suffix = Path(original.place).suffix.lower()
    if not original.is_address and suffix in _TEXTS:
        return _paged(original.place, line, environment, which)
    graphical = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    viewer = next((name for name in ("xdg-open", "open") if which(name)), None)
    if graphical and viewer:
        return Opening((viewer, original.place), in_terminal=False)
    if original.is_address or suffix in _PAGES:
        own_browser = _words(environment.get("BROWSER", "").split(":")[0])
        browser = own_browser or [name for name in _TEXT_BROWSERS if which(name)][:1]
        return Opening((*browser, original.place), in_terminal=True) if browser else None
    return None


def _paged(path: str, line: int, environment: Mapping[str, str], which: Which) -> Opening | None:
    pager = _words(environment.get("PAGER", "")) or [name for name in ("less", "more") if which(name)][:1]
    if not pager:
        return None
    at_line = (f"+{line}",) if Path(pager[0]).name in _PAGERS_WITH_LINE else ()
    shown = str(in_utf8(Path(path), _unpacked()))
    return Opening((*pager, *at_line, shown), in_terminal=True)


def _words(command: str) -> list[str]:
    """The words of a command, as a shell parts them; none of one in which a quotation is not closed."""
    try:
        return shlex.split(command)
    except ValueError:
        return []


def _filled(word: str, values: Mapping[str, str]) -> str:
    """A word with its values, in which nothing is filled in again: a path may have braces."""
    return _FIELD.sub(lambda found: values.get(found[0], found[0]), word)
