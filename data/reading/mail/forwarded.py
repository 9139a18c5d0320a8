"""Messages that stand inside another one, forwarded with it: each has a sender and a day of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

_HEAD = re.compile(
    r"^[ \t>]*(?:-{3,}[ ]?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado"
    r"|Mensagem encaminhada|Messaggio inoltrato|Doorgestuurd bericht|Пересылаемое сообщение)[ ]?-{3,}"
    r"|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message transféré ?:"
    r"|Inicio del mensaje reenviado:)[ \t]*\n(?:[ \t>]*\n)*",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"[ \t>]*[*_]{0,2}([^\W\d_][\w ]{1,20}?) ?:[*_]{0,2}[ \t]*([^\n]*)(?:\n|\Z)(?:[ \t>]*\n(?=[*_]?\w+:))?"
)
_NAMES = {
    "from": ("from", "von", "de", "da", "van", "от"),
    "date": ("date", "datum", "fecha", "data", "дата", "sent", "gesendet", "envoyé", "enviado", "отправлено"),
    "subject": ("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "тема"),
}
_BY_NAME = {name: what for what, names in _NAMES.items() for name in names}
_MOST_FIELDS = 12
# Day and month cannot be told apart: 08/07/2024.
_DOUBTFUL = re.compile(r"\b(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A forwarded message in a text: its range, the head included, and its own text.

    ``sender``, ``date`` and ``subject`` are as its head gives them, empty where it does not.
    """

    start: int
    end: int
    text: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The day of its date as ISO writes it, or None if there is none that is beyond doubt."""
        written = self.fields.get("date", "")
        if not written or _DOUBTFUL.search(written):
            return None
        from dateparser import parse

        settings = {"REQUIRE_PARTS": ["day", "month", "year"]}
        moment = parse(written.replace(" at ", " "), settings=settings)
        return None if moment is None else f"{moment:%Y-%m-%d}"


def forwarded_in(text: str) -> tuple[Forwarded, ...]:
    """The messages forwarded in a text, in order; only what has a sender or a date counts as one."""
    heads = list(_HEAD.finditer(text))
    found = []
    for head, end in pairwise([*((head.start(), head.end()) for head in heads), (len(text), len(text))]):
        start, behind = head
        fields, at = fields_at(text, behind)
        if "from" in fields or "date" in fields:
            found.append(Forwarded(start, end[0], text[at : end[0]].strip("\n"), fields))
    return tuple(found)


def fields_at(text: str, at: int) -> tuple[dict[str, str], int]:
    """The fields of a message's head that begins at ``at``, by what they are, and where they end."""
    fields: dict[str, str] = {}
    for _ in range(_MOST_FIELDS):
        match = _FIELD.match(text, at)
        if match is None:
            break
        what = _BY_NAME.get(match[1].lower())
        if what is not None:
            fields.setdefault(what, match[2].strip())
        at = match.end()
    return fields, at
