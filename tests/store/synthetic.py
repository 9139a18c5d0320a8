"""Timelines made from a seed: any number of events in documents, words and names as in news."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from data import days, edtf
from data.model import (
    Claim,
    Conflict,
    Document,
    Event,
    Expression,
    Modality,
    Passage,
    Precision,
    Published,
    Reading,
    Sentence,
)
from data.store.lists import FileRecord

SENTENCES = 20  # a document
WORDS = 22  # a sentence
VOCABULARY = 60_000
PUBLISHERS = ("Harbour Times", "Nordic Wire", "Évening Post", "The Ledger", "Delta Radio")
FIRST, LAST = days.ordinal(1950), days.ordinal(2024, 12, 31)
_SYLLABLES = [c + v + end for c in "bdfgklmnprstvz" for v in "aeiou" for end in ("", "n", "r", "s")]
_CLOCKS = ("TMO", None, "T10:15", "TEV/END", None, "T23:40 GMT", "T06:00/BEFORE", None)
_MODALITIES: tuple[Modality, ...] = ("happened", "planned", "denied", "conditional", "uncertain")


@dataclass(frozen=True)
class Words:
    """Words drawn by rank, the n-th about 1/n as often as the first (Zipf)."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @staticmethod
    def made(source: random.Random, count: int, syllables: tuple[int, int]) -> Words:
        words: dict[str, None] = {}
        while len(words) < count:
            words["".join(source.choices(_SYLLABLES, k=source.randint(*syllables)))] = None
        return Words(tuple(words), tuple(accumulate(1 / (rank + 3) for rank in range(count))))

    def drawn(self, source: random.Random, count: int) -> list[str]:
        return source.choices(self.words, cum_weights=self.weights, k=count)


@cache
def _words(seed: int) -> tuple[Words, Words, Words]:
    """The words of a seed's texts, its people and its places."""
    source = random.Random(seed)
    return (
        Words.made(source, VOCABULARY, (1, 4)),
        Words.made(source, 3_000, (2, 3)),
        Words.made(source, 400, (2, 3)),
    )


class Synthetic:
    """``events`` events with one to three passages each; the same seed gives the same timeline."""

    def __init__(self, events: int, seed: int = 1) -> None:
        self.events = events
        self.seed = seed
        self.vocabulary, self.people, self.places = _words(seed)
        self.documents = events * 2 // SENTENCES + 1

    def reading(self, number: int) -> Reading:
        """The document of a number, its sentences all of it."""
        source = random.Random(self.seed * 1_000_003 + number)
        drawn = self.vocabulary.drawn(source, SENTENCES * WORDS)
        lines = [" ".join(drawn[first : first + WORDS]) + "." for first in range(0, len(drawn), WORDS)]
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        text = "\n".join(lines)
        sentences = tuple(
            Sentence(start, start + len(line)) for start, line in zip(starts, lines, strict=False)
        )
        published = source.randint(FIRST, LAST)
        value = days.iso(published)
        document = Document(
            id=f"d{number}",
            path=f"archive/{number // 1000}/{number}.txt",
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            title=" ".join(drawn[:6]).capitalize(),
            publisher=source.choice(PUBLISHERS),
            language="en",
            published=Published(value, published, published, "stated", "in the first line"),
            span=(0, len(text)),
            line=1,
        )
        return Reading(document, sentences, ())

    def files(self) -> Iterator[tuple[FileRecord, list[Reading]]]:
        """A thousand documents a file."""
        for first in range(0, self.documents, 1_000):
            location = f"/archive/{first // 1_000}"
            record = FileRecord(path=location, location=location, size=1, modified=1, sha256="0")
            yield record, [self.reading(n) for n in range(first, min(first + 1_000, self.documents))]

    def timeline(self) -> Iterator[Event]:
        """The events, in no order."""
        cached: dict[int, Reading] = {}
        for number in range(self.events):
            source = random.Random(self.seed * 7_000_003 + number)
            passages = []
            for _ in range(source.choice((1, 1, 2, 3))):
                # Neighbours in the list of documents tell the same events.
                place = min(self.documents - 1, max(0, number * 2 // SENTENCES + source.randint(-3, 3)))
                if place not in cached:
                    cached[place] = self.reading(place)
                    cached.pop(place - 10, None)
                passages.append((cached[place], source.randrange(SENTENCES)))
            yield self._event(number, source, passages)

    def _event(self, number: int, source: random.Random, told: list[tuple[Reading, int]]) -> Event:
        start, end, precision = _interval(source)
        passages = tuple(_passage(reading, sentence, start, end, precision) for reading, sentence in told)
        conflicts: tuple[Conflict, ...] = ()
        if len(passages) > 1 and source.random() < 0.02:
            conflicts = (Conflict("figure", "hard", (Claim("12", (0,)), Claim("20", (1,)))),)
        return Event(
            id=hashlib.sha256(str(number).encode()).hexdigest()[:16],
            title=" ".join(self.vocabulary.drawn(source, 7)).capitalize(),
            start=start,
            end=end,
            edtf=edtf.write(start, end, precision),
            precision=precision,
            basis="inferred" if source.random() < 0.4 else "stated",
            kind="state" if source.random() < 0.05 else "event",
            modality=source.choices(_MODALITIES, (90, 4, 2, 2, 2))[0],
            passages=passages,
            who=tuple(dict.fromkeys(_names(self.people, source, source.randint(0, 3)))),
            where=tuple(dict.fromkeys(_names(self.places, source, source.randint(0, 1)))),
            importance=source.random(),
            publishers=len({reading.document.publisher for reading, _ in told}),
            conflicts=conflicts,
            verification="verified" if source.random() < 0.001 else None,
            tags=("follow-up",) if source.random() < 0.001 else (),
            note="ask the port" if source.random() < 0.001 else None,
            main=source.random() < 0.1,
            hidden=source.random() < 0.002,
            clock=_CLOCKS[number % len(_CLOCKS)] if start == end is not None else None,
        )


def _names(words: Words, source: random.Random, count: int) -> Iterator[str]:
    drawn = iter(words.drawn(source, count * 2))
    return (f"{first.capitalize()} {last.capitalize()}" for first, last in zip(drawn, drawn, strict=True))


def _interval(source: random.Random) -> tuple[int | None, int | None, Precision | None]:
    """Mostly days, more of them lately; some longer, some open, some undated."""
    day = LAST - int((LAST - FIRST) * source.random() ** 2)
    year, month, _ = days.civil(day)
    share = source.random()
    if share < 0.80:
        return day, day, "day"
    if share < 0.90:
        return *days.month_span(year, month), "month"
    if share < 0.95:
        return *days.year_span(year), "year"
    if share < 0.96:
        first = year // 10 * 10
        return days.ordinal(first), days.ordinal(first + 9, 12, 31), "decade"
    if share < 0.97:
        return day, None, "day"
    if share < 0.98:
        return None, day, "day"
    return None, None, None


def _passage(
    reading: Reading, number: int, start: int | None, end: int | None, precision: Precision | None
) -> Passage:
    sentence, text = reading.sentences[number], reading.document.text
    word = text[sentence.start_char : sentence.end_char].split()[0]
    return Passage(
        document=reading.document.id,
        start_char=sentence.start_char,
        end_char=sentence.end_char,
        text=text[sentence.start_char : sentence.end_char],
        line=number + 1,
        expression=Expression(
            start_char=sentence.start_char,
            end_char=sentence.start_char + len(word),
            text=word,
            type="DATE",
            value=edtf.write(start, end, precision) or "XXXX",  # TIMEX3 for a date of no figure
            rule="synthetic",
            start=start,
            end=end,
            precision=precision,
            readings=((start, start), (end, end)) if start and end and sentence.start_char % 97 == 0 else (),
        ),
    )
