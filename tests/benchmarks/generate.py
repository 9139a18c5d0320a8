"""Realistic collections of any size: invented news of invented people, told by several outlets.

python -m tests.benchmarks.generate N [--seed S] [--out FILE.jsonl] [--like FILE ...]

One story after another, each an act with its people, place and day: first reports of several outlets in
words of their own, copies of one wire report, a correction, and later background pieces that look back. The
n-th document depends on the seed and n alone, so a smaller collection is the beginning of a larger one.
With ``--like`` given documents are multiplied instead, each copy with its dates shifted by other days.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import count, islice
from pathlib import Path

from data import days
from tests.benchmarks import templates
from tests.benchmarks.templates import ACTS, CITIES, MONTHS, OUTLETS, WEEKDAYS

Record = Mapping[str, object]

FIRST, LAST = days.ordinal(1995), days.ordinal(2024, 12, 31)
_PEOPLE = 40_000
_BODIES = 3_000
_TELLINGS = 4  # outlets that tell a story, at most
_WIRE = 0.25  # of stories: the part that is carried word for word by others
_CORRECTED = 0.05
_RECALLED = 0.5
_DAY = r"(?P<day>\d{1,2})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = re.compile(
    "|".join(
        re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{form}>", pattern)
        for form, pattern in enumerate((
            rf"\b{_DAY} {_MONTH} {_YEAR}\b", rf"\b{_MONTH} {_DAY}, {_YEAR}\b", rf"\b{_MONTH} {_YEAR}\b",
            rf"\b{_YEAR}-(?P<number>\d\d)-{_DAY}\b", rf"\b{_YEAR}\b",
        ))
    )
)  # fmt: skip
_SHIFT = 197  # days from copy to copy: no multiple of a week, a month or a year


class Story:
    """What happened once: an act, who and where, on a day."""

    def __init__(self, seed: int, number: int) -> None:
        source = random.Random(f"{seed} {number}")
        self.number = number
        self.act = source.choice(ACTS)
        self.day = FIRST + int((LAST - FIRST) * source.random() ** 0.5)
        self.city, self.country = CITIES[_frequent(source, len(CITIES))]
        self.people = [person(_frequent(source, _PEOPLE)) for _ in range(2)]
        self.body = body(_frequent(source, _BODIES))
        self.figure = source.choice((3, 7, 12, 18, 24, 40, 65, 120, 300, 850))
        self.days_ahead = source.randint(5, 60)

    def words(self, source: random.Random) -> dict[str, str]:
        """What the templates' places stand for."""
        one, other = self.people
        return {
            "one": one, "other": other, "surname": one.split()[-1], "second": other.split()[-1],
            "role": self.act.roles[0], "second_role": self.act.roles[1], "city": self.city,
            "country": self.country, "body": self.body, "figure": str(self.figure),
            "planned": spelt(self.day + self.days_ahead), "month": month_of(self.day),
            "year": str(days.civil(self.day).year), "day": spelt(self.day),
            "aside": source.choice(templates.ASIDES),
        }  # fmt: skip


def documents(seed: int) -> Iterator[Record]:
    """Documents without end, as lines of JSON Lines; ids are those of their order."""
    written = count()
    for number in count():
        for document in _of_story(seed, number):
            yield {"id": f"g{seed}-{next(written)}", **document}


def _of_story(seed: int, number: int) -> Iterator[Record]:
    story = Story(seed, number)
    source = random.Random(f"{seed} told {number}")
    outlets = source.sample(OUTLETS, source.randint(1, _TELLINGS) + 1)
    first = None
    for outlet in outlets[1:]:
        published = story.day + source.choice((0, 1, 1, 2))
        if first is not None and source.random() < _WIRE:
            yield {**first, "publisher": outlet}
            continue
        headline = source.choice((story.act.headline, story.act.other_headline))
        told = _document(headline, story, source, _report(story, source, seed, published), published, outlet)
        first = first or told
        yield told
    if source.random() < _CORRECTED:
        correction = templates.CORRECTION.format_map(
            {**story.words(source), "wrong": spelt(story.day + 1), "figure_before": str(story.figure + 5)}
        )
        yield _document("Correction", story, source, correction, story.day + 3, outlets[1])


def _report(story: Story, source: random.Random, seed: int, published: int) -> str:
    """A report in several paragraphs: the act, what follows from it, voices, and what went before."""
    when = _when(story.day, published, source)
    words = {**story.words(source), "when": when, "When": when[0].upper() + when[1:]}
    place_line = f"{story.city.upper()}, {spelt(published)} - "
    paragraphs = [place_line + source.choice(story.act.leads).format_map(words)]
    follow = [*story.act.details, *source.sample(templates.VOICES, 4)]
    source.shuffle(follow)
    paragraphs += [line.format_map(words) for line in follow]
    for _ in range(source.randint(1, 3)):
        if story.number and source.random() < _RECALLED:
            # What is recalled is mostly recent.
            back = min(story.number, 1 + int(source.paretovariate(0.6)))
            before = Story(seed, story.number - back)
            if before.day < story.day:
                paragraphs.append(before.act.recalled.format_map(before.words(source)))
    paragraphs.append(source.choice(templates.CLOSINGS).format_map(words))
    return "\n\n".join(paragraphs)


def _document(
    headline: str, story: Story, source: random.Random, text: str, published: int, outlet: str
) -> Record:
    return {
        "title": headline.format_map(story.words(source)),
        "text": text,
        "published": days.iso(published),
        "publisher": outlet,
        "language": "en",
    }


def _when(day: int, published: int, source: random.Random) -> str:
    """A day as a newspaper of another day tells it."""
    weekday = WEEKDAYS[days.weekday(day) - 1]
    ways = [f"on {weekday}", f"on {spelt(day)}", f"on {weekday}, {spelt(day)}"]
    if day == published:
        ways.append("today")
    if day == published - 1:
        ways.append("yesterday")
    return source.choice(ways)


def spelt(day: int) -> str:
    """A day in words: 9 July 2024."""
    year, month, number = days.civil(day)
    return f"{number} {MONTHS[month - 1]} {year}"


def month_of(day: int) -> str:
    """The month of a day in words: July 2024."""
    year, month, _ = days.civil(day)
    return f"{MONTHS[month - 1]} {year}"


def _frequent(source: random.Random, size: int) -> int:
    """A rank below a size, small ones the more often (Zipf)."""
    return min(size - 1, int(size ** source.random()) - 1)


def person(rank: int) -> str:
    """A name that no other rank has."""
    turn, first = divmod(rank, len(templates.FIRST_NAMES))
    heads, tails = templates.SURNAME_HEADS, templates.SURNAME_TAILS
    tail, head = divmod((turn + 53 * first) % (len(heads) * len(tails)), len(heads))
    return f"{templates.FIRST_NAMES[first]} {heads[head]}{tails[tail]}"


def body(rank: int) -> str:
    """The name of an organisation."""
    area, kind = templates.BODY_AREAS, templates.BODY_KINDS
    city = CITIES[rank % len(CITIES)][0]
    return f"{city} {area[rank // 3 % len(area)]} {kind[rank // 5 % len(kind)]}"


def multiplied(given: Sequence[Record]) -> Iterator[Record]:
    """Given documents without end, the days of every copy shifted further."""
    for copy in count():
        for record in given:
            changed = {**record, "id": f"{record['id']}-{copy}"}
            for field in ("text", "title", "published"):
                if isinstance(record.get(field), str):
                    changed[field] = shifted(str(record[field]), copy * _SHIFT)
            yield changed


def shifted(text: str, by: int) -> str:
    """A text with its written dates and years so many days later; other words of time stay."""

    def later(found: re.Match[str]) -> str:
        form = next(name for name, value in found.groupdict().items() if value)[-1]
        part = {
            name[:-2]: value for name, value in found.groupdict().items() if name.endswith(form) and value
        }
        month = int(part["number"]) if "number" in part else MONTHS.index(part.get("month", "June")) + 1
        try:
            day = days.ordinal(int(part["year"]), month, int(part.get("day", "15"))) + by
        except ValueError:  # the calendar has no such day
            return found[0]
        year, month, number = days.civil(day)
        name = MONTHS[month - 1]
        return (
            f"{number} {name} {year}", f"{name} {number}, {year}", f"{name} {year}",
            str(days.iso(day)), str(year),
        )[int(form)]  # fmt: skip

    return _DATES.sub(later, text) if by else text


def read_records(paths: Sequence[str]) -> list[Record]:
    """The documents of files as lines of JSON Lines."""
    from data.reading import read_file

    return [
        {
            "id": one.id, "title": one.title, "text": one.text, "published": one.published.value,
            "publisher": one.publisher, "language": one.language,
        }
        for path in paths
        for one in read_file(path).documents
        if one.kind == "article"
    ]  # fmt: skip


def main(argv: Sequence[str]) -> None:
    """Write as many documents as asked for, one a line."""
    parser = argparse.ArgumentParser(description="Write a realistic collection as JSON Lines.")
    parser.add_argument("number", type=int, metavar="N", help="how many documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="where to (default: standard output)")
    parser.add_argument("--like", nargs="+", default=(), metavar="FILE", help="multiply these documents")
    options = parser.parse_args(argv)
    made = multiplied(read_records(options.like)) if options.like else documents(options.seed)
    opened = options.out.open("w", encoding="utf-8") if options.out else nullcontext(sys.stdout)
    with opened as out:
        for record in islice(made, options.number):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
