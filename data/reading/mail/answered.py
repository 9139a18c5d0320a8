"""The message that a mail answers, quoted whole below the answer: it has a sender and a day of its own.

It may be the only copy that there is. What stands between the lines of an answer is none, and neither is what
no line above tells the sender and the day of.
"""

from __future__ import annotations

import re

from data.reading.mail.forwarded import Forwarded, fields_at

# Between "On Tue, 19 Mar 2019 at 09:31, Ann Berg <ann@quay.example> wrote" and what she wrote.
_COLON = re.compile(r":[ \t]*\n(?:[ \t]*\n){0,2}(?=[ \t]?>)")
_BEGINS = re.compile(r"(?:On|Am|Le|El|Em|Il|Op|В)[ ]")
# That stands in so many characters at most, which may go on in a second line.
_LONGEST_HEAD = 300
_BLOCK = re.compile(
    r"^(?:-{2,}[ ]?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original"
    r"|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Исходное сообщение)[ ]?-{2,}[^\n]*\n"
    r"|_{10,}\n)(?=(?:From|Von|De|Da|Van|От)\s?:)",
    re.IGNORECASE | re.MULTILINE,
)
_LINES = re.compile(r"(?:[ \t]?>[^\n]*(?:\n|\Z)|[ \t]*\n(?=[ \t]?>))+")
_MARK = re.compile(r"^[ \t]?>[ ]?", re.MULTILINE)
_SIGNATURE = re.compile(r"\s*(?:-- \n(?:[^\n]*(?:\n|\Z)){0,15})?\Z")
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?\d{4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}"
)
_ADDRESS = re.compile(
    r"(?:[,:\d]\s|\b(?:AM|PM|schrieb|schreef)\s)?(?P<name>[^\W\d_][^<>,:\d\n]{1,60}?)?"
    r"\s?\(?<\s*(?P<address>[^<>\s]+@[^<>\s]+)>"
)
_NAME = re.compile(
    r"(?:[,\d]\s|\b(?:AM|PM)\s)(?P<before>[^\W\d_][^<>,:\d\n]{2,60}?)"
    r"\s(?:wrote|a écrit|escribió|escreveu|ha scritto|пишет|написал)"
    r"|\b(?:schrieb|schreef)\s(?P<behind>[^\W\d_][^<>,:\d\n]{2,60}?)\s*$"
)
_BEFORE_NAME = re.compile(r"^(?:AM|PM|schrieb|schreef)\s")
_POINTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
# A shorter one tells little.
_FEWEST_WORDS = 8


def answered_in(text: str) -> Forwarded | None:
    """The message quoted at the end of an answer, with its head; None without one that is whole."""
    found = _quoted(text) or _block(text)
    if found is None or not text[: found.start].strip() or len(found.text.split()) < _FEWEST_WORDS:
        return None
    return found if found.fields.get("from") and found.day else None


def _quoted(text: str) -> Forwarded | None:
    colon = _COLON.search(text)
    start = None if colon is None else _head(text, colon.start())
    lines = None if colon is None else _LINES.match(text, colon.end())
    if colon is None or start is None or lines is None or _SIGNATURE.match(text, lines.end()) is None:
        return None
    said = " ".join(text[start : colon.start()].split())
    day, address, name = _DAY.search(said), _ADDRESS.search(said), _NAME.search(said)
    sender = ""
    if address is not None:
        sender = f"{_BEFORE_NAME.sub('', address['name'] or '')} <{address['address']}>".strip()
    elif name is not None:
        sender = name["before"] or name["behind"]
    # With points between them the day goes before its month.
    date = "" if day is None else _POINTED.sub(r"\g<year>-\g<month>-\g<day>", day.group())
    told = {"from": sender, "date": date}
    return Forwarded(start, lines.end(), _MARK.sub("", lines.group()).strip("\n"), told)


def _head(text: str, end: int) -> int | None:
    """Where the one or two lines begin that tell who wrote what is quoted behind them, and end there."""
    start = end
    for _ in range(2):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
        if end - start > _LONGEST_HEAD:
            return None
        if _BEGINS.match(text, start) is not None:
            return start
    return None


def _block(text: str) -> Forwarded | None:
    head = _BLOCK.search(text)
    if head is None:
        return None
    fields, at = fields_at(text, head.end())
    return Forwarded(head.start(), len(text), text[at:].strip("\n"), fields)
