"""Bytes to text: what the file says of its encoding, else UTF-8, else a guess that is reported.

Line ends and a byte order mark stay in the text (the mark as U+FEFF), so an offset counts code points of
the file as it is.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_HEADS_OF_BINARY_FILES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"\x7fELF", b"MZ\x90", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"RIFF", b"OggS",
)  # fmt: skip
# What text that is not Unicode is likely to be in; of equal guesses the first wins. The Baltic code page is
# left out: it takes French and Portuguese for its own.
_OLD_ENCODINGS = (
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp874",
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "mac_roman", "cp866",
)  # fmt: skip
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\v\b\x1b") + b"\x7f"
_BROKEN_UTF8 = re.compile(r"[\udc80-\udcff]+")
_SAMPLE = 1 << 16
# What UTF-16 may spell: the scripts in use today, with their punctuation.
_LETTERS = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u0370-\u06ff\u0900-\u0eff\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
_SHARE_OF_LETTERS = 0.99
_PLAIN, _SHARE_OF_PLAIN = re.compile(rb"[ -~]"), 0.75
_FEWEST_LETTERS = 16
# Bytes as Windows-1252 shows them; what it leaves undefined browsers take for control characters.
_BYTES_OF_WINDOWS = {
    ord(letter): byte for byte in range(0x80, 0xA0) if (letter := bytes((byte,)).decode("cp1252", "ignore"))
}
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]")
_FEWEST_TWICE = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; ``guess`` says how the encoding was guessed, or is None if the file is plain UTF-8."""

    text: str
    encoding: str
    guess: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of ``data``, or None if it is no text. Line ends and byte order mark are kept.

    ``declared`` is the encoding that an archive names; text that is UTF-8 is read as UTF-8 all the same.
    """
    if data.startswith(_ANY_MARK):
        return next(_by_mark(data, encoding) for mark, encoding in _MARKS if data.startswith(mark))
    sample = data[:_SAMPLE]
    wide = _wide_encoding(sample)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide, f"read as {wide.upper()}, by its zero bytes")
    if is_binary(sample):
        wide = _wide_of_other_scripts(sample)
        if wide is None:
            return None
        return Decoded(data.decode(wide, "replace"), wide, f"read as {wide.upper()}, by its letters")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data, declared) or _nearly_utf8(data) or _guessed(data)
    return _encoded_twice(text) or Decoded(text, "utf-8")


def _encoded_twice(text: str) -> Decoded | None:
    """UTF-8 that was taken for Windows-1252 and made UTF-8 again; only if that explains the whole file.

    Where a single letter is none of such text, it is left as it is: it may speak of such letters.
    """
    if text.isascii() or len(_TWICE.findall(text)) < _FEWEST_TWICE:
        return None
    try:
        first = text.removeprefix("\ufeff").translate(_BYTES_OF_WINDOWS).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    return Decoded(
        first, "utf-8", "the file was encoded twice (UTF-8 taken for Windows-1252); it is read once more"
    )


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        return Decoded(data.decode(declared), declared) if declared else None
    except (LookupError, UnicodeError):
        return None


def is_binary(sample: bytes) -> bool:
    """Whether the first bytes of a file are those of a picture, an archive or the like."""
    if sample.startswith(_HEADS_OF_BINARY_FILES):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 20 > len(sample)


def _by_mark(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    damaged = "\ufffd" in text and "\ufffd".encode(encoding) not in data
    guess = f"some bytes are not {encoding.upper()}; they are shown as \ufffd" if damaged else None
    return Decoded(text, encoding, guess)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero."""
    half = len(sample) // 2
    if 0 not in sample or half < 2 or sample.count(0) < half // 2:
        return None
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > half // 2 and even * 20 < odd:
        return "utf-16-le"
    if even > half // 2 and odd * 20 < even:
        return "utf-16-be"
    return None


def _wide_of_other_scripts(sample: bytes) -> str | None:
    """UTF-16 without a mark in scripts that have no zero bytes: nearly all that it spells are letters.

    So is what two Latin letters of plain text spell together.
    """
    if sample.startswith(_HEADS_OF_BINARY_FILES) or len(sample) < 2 * _FEWEST_LETTERS:
        return None
    if sample.isascii() and len(_PLAIN.findall(sample)) > _SHARE_OF_PLAIN * len(sample):
        return None
    shares = []
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        shares.append((len(_LETTERS.findall(text)) / len(text), encoding))
    (_, other), (best, encoding) = sorted(shares)
    return encoding if best >= _SHARE_OF_LETTERS and other != encoding else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places: guessing another encoding would spoil all the rest."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN_UTF8.findall(text))
    sound = sum(1 for character in text if character > "\x7f" and not "\udc80" <= character <= "\udcff")
    if sound < broken * 10:
        return None
    places = "1 place" if broken == 1 else f"{broken} places"
    guess = f"broken UTF-8 in {places}, shown as \ufffd"
    return Decoded(data.decode("utf-8", "replace"), "utf-8", guess)


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    guesses = from_bytes(data[:_SAMPLE], cp_isolation=list(_OLD_ENCODINGS))
    if not guesses:
        return None
    best = min(
        (guess.chaos, -guess.coherence, _OLD_ENCODINGS.index(name))
        for guess in guesses
        for name in guess.could_be_from_charset
        if name in _OLD_ENCODINGS
    )
    encoding = _OLD_ENCODINGS[best[2]]
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, f"the encoding was guessed to be {encoding}")
