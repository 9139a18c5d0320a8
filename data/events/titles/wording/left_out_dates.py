"""Which of its dates a line leaves out, and what goes with them.

A date goes where the line says the same without it. It stays where a word asks for it ("spent the summer
abroad"), where it is what the line is about ("Saturday is a holiday"), where the line compares with it ("her
first win since 2016") and where it parts what is told alike ("Paris in May and Berlin in June").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.titles.wording.adverbial_dates import adverbial_date
from data.events.titles.wording.wanted_dates import ENDS, NEAR, WORD_BEHIND, is_wanted
from data.events.words import lowered

#: A range of the text, and what stands in its place.
Hole = tuple[int, int, str]
Span = tuple[int, int]

_JOINT = re.compile(r"\s*(?:-|–|to|and|,)?\s*\Z")
_WORD_BEHIND_COMMA = re.compile(r"(?:[ -]|,\s(?=[a-z]))(?P<word>[^\W\d_]+)")
_COMMA_BEFORE = re.compile(r",\s+\Z")
_COMMA_BEHIND = re.compile(r",(?=\s+[a-z])")
_HYPHENATED = re.compile(r"[a-z]+-[a-z]+")
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]+")
_VOWELS = frozenset("aeiou")
_OWNING = ("'s", "’s")
# What may stand between two dates that are told alike.
_LISTED = re.compile(r"(?:[,;]|,?\sand)\s(?P<what>(?:(?:a|an|the|another)\s|\W?[A-Z\d])[^,;]*)\Z")
# No determiner with its blanks is longer.
_BESIDE = 16


def dates_left_out(line: Stretch, dates: Sequence[Span]) -> list[Hole]:
    """What a line leaves out of its dates."""
    text, start, end, cues = line.text, line.start, line.end, line.cues
    if not cues.knows_verbs:
        return [(first, last, "") for first, last in adverbial_date(line, dates)]
    inside = _joined(text, [date for date in dates if start <= date[0] and date[1] <= end], cues)
    told = _told_alike(text, inside, end, cues) if len(inside) > 1 else set()
    return [hole for date in inside if date not in told and (hole := _of_date(line, *date)) is not None]


def _joined(text: str, dates: Iterable[Span], cues: Cues) -> list[Span]:
    """Dates with only a dash or "and" between them as one ("8 and 9 July", "the year that ended in June")."""
    result: list[Span] = []
    for first, last in dates:
        if result and first >= result[-1][1]:
            begin, before = result[-1]
            between = text[before : first - _length_of_prepositions(text, before, first, cues)]
            # "Three days later, as of Friday's close, ...": of these two one stays with its noun.
            owns = text.startswith(_OWNING, last)
            joined = _JOINT.match(between) and not owns and not _describes(text, first, last, cues)
            if joined or between.strip() in cues.words["period_ends"]:
                result[-1] = (begin, last)
                continue
        result.append((first, last))
    return result


def _told_alike(text: str, dates: Sequence[Span], end: int, cues: Cues) -> set[Span]:
    """Dates without which two things told by one verb run together ("China on Monday, Iran on Sunday")."""
    alike: set[Span] = set()
    for one, other in pairwise(dates):
        between = text[one[1] : other[0] - _length_of_prepositions(text, one[1], other[0], cues)]
        listed = _LISTED.match(between.rstrip())
        if listed is None or ENDS.match(text, other[1], end) is None:
            continue
        if cues.preposition.match(listed["what"]) or cues.finite_word.search(listed["what"]):
            continue
        alike |= {one, other}
    return alike


def _of_date(line: Stretch, first: int, last: int) -> Hole | None:
    """A date with its preposition and commas, or only itself where it describes a noun; None if it stays."""
    text, start, cues = line.text, line.start, line.cues
    owner = cues.attributive.search(text, max(start, first - _BESIDE), first)
    season = text[first:last] not in cues.words["weekdays_and_months"]
    if (owner is not None or season) and _begins_name(text, first, last, cues):
        # "the Autumn Harvest Uprising", "the May Fourth Movement"
        return None
    if text.startswith(_OWNING, last):
        if text[first:last].lower() in cues.words["eras"]:
            return None
        links = _word_before(text, first).lower() in cues.words["relative_links"]
        return first, last + 3, "" if owner and not links else cues.article
    at = first
    if owner is not None:
        if (hole := _before_noun(text, first, last, owner, cues)) is not None:
            return hole
        word = owner.group().strip().lower()
        acted_on = word in cues.words["him"] and cues.finite_word.fullmatch(_word_before(text, owner.start()))
        if word in cues.words["owners"] and not acted_on:
            # "... in its third quarter", but not "the court jailed her on Tuesday"
            at -= len(owner.group())
    elif _describes(text, first, last, cues):
        return first, last + 1, ""
    at -= _length_of_prepositions(text, start, at, cues)
    if is_wanted(line, at, first, last):
        return None
    last = _with_what_belongs(line, last, follows=at < first)
    if (hole := _between_commas(line, at, last)) is not None:
        return hole
    acts = cues.he.match(text, last + 1) or cues.it.match(text, last + 1)
    if (
        acts is not None
        and _word_before(text, at).lower() not in cues.words["openers"] | cues.words["conjunctions"]
        and cues.saying.search(text, start, at) is None
    ):
        # "When it sank in 1944 she swam": the date parted the two.
        return at - 1 if at > start else at, last, ","
    return at, last, ""


def _before_noun(text: str, first: int, last: int, owner: re.Match[str], cues: Cues) -> Hole | None:
    """A date between its article and a noun ("the 2019 summit"); None where no noun follows."""
    # "the May 5, 2019, summit"
    pattern = _WORD_BEHIND_COMMA if "," in text[first:last] else WORD_BEHIND
    behind = pattern.match(text, last, last + 30)
    small = cues.words["small_words"]
    if behind is None or behind["word"].lower() in small or _acts(behind["word"], cues):
        return None
    article = owner.group().strip()
    if article.lower() not in cues.words["articles_of_one"]:
        return first, behind.start("word"), ""
    # "a 2019 audit" is an audit.
    written = article[0] + "n" * (behind["word"][0].lower() in _VOWELS)
    return first - len(owner.group()), behind.start("word"), f"{written} "


def _with_what_belongs(line: Stretch, last: int, *, follows: bool) -> int:
    """The end of a date with what belongs to it; ``follows`` says that a preposition stands before it."""
    text, end, cues = line.text, line.end, line.cues
    onward = WORD_BEHIND.match(text, last, end)
    if onward is not None and onward["word"] in cues.words["behind_from"] and follows:
        # "from 2022 on, ..."
        last = onward.end() if ENDS.match(text, onward.end(), end) else last
    if onward is not None and onward["word"] in cues.words["behind_date"]:
        # "lost 9 million last week alone"
        last = onward.end()
    limit = cues.limit_behind.match(text, last)
    # "on Friday at the earliest"
    return last if limit is None else limit.end()


def _between_commas(line: Stretch, at: int, last: int) -> Hole | None:
    """A date with the commas around it that are its own; None if none is."""
    text, start, cues = line.text, line.start, line.cues
    closing = _COMMA_BEHIND.match(text, last, line.end)
    if closing is None:
        return None
    comma = _COMMA_BEFORE.search(text, max(start, at - 3), at)
    if comma is not None and _word_before(text, comma.start()) in cues.words["conjunctions"]:
        # "arms and, in May, a generator"
        return comma.start(), closing.end(), ""
    if comma is not None and "," not in text[start : comma.start()]:
        rest = text[closing.end() + 1 : closing.end() + NEAR]
        linked = rest.partition(" ")[0] in cues.words["relative_links"]
        if linked or cues.finite_word.match(rest) or cues.joins.match(rest) or cues.subordinator.match(rest):
            # "The fire, in 1890, began": both commas were the date's.
            return comma.start(), closing.end(), ""
    then = cues.when_behind.match(text, closing.end())
    if then is not None and cues.finite_word.search(text, start, at) is not None:
        # "They were last in October, when they sacked him"
        return at, closing.end(), ""
    return None


def _acts(word: str, cues: Cues) -> bool:
    """Whether a word behind a date is a sentence's verb, not a form that describes ("a planned trip")."""
    return not word.endswith("ed") and cues.finite_word.fullmatch(word) is not None


def _begins_name(text: str, first: int, last: int, cues: Cues) -> bool:
    """Whether a date of one word is the first word of a name."""
    word = text[first:last]
    if _word_behind(text, last) in cues.words["thing_words"] and word in cues.words["weekdays_and_months"]:
        # "the August Prize"
        return True
    plain = word.isalpha() and word[0].isupper() and word.lower() not in cues.words["bare_dates"]
    return plain and _NAME_BEHIND.match(text, last) is not None


def _describes(text: str, first: int, last: int, cues: Cues) -> bool:
    """Whether a date stands before its noun like an adjective ("after third-quarter sales rose")."""
    told = text[first:last]
    if _HYPHENATED.fullmatch(told) is None and told not in cues.words["describing_times"]:
        return False
    behind = WORD_BEHIND.match(text, last)
    return behind is not None and behind["word"].lower() not in cues.words["small_words"]


def _length_of_prepositions(text: str, start: int, first: int, cues: Cues) -> int:
    found = cues.date_prepositions.search(lowered(text[max(start, first - NEAR) : first]))
    word = text[first : first + NEAR].partition(" ")[0].rstrip(".,;:")
    if found is None:
        return 0
    particles = (
        ("bare_dates", word.lower(), "before_bare_dates"),
        ("weekdays", word, "not_before_weekdays"),
        ("before_days", word.lower(), "ends_of_verbs"),
    )
    before = found.group().strip()
    if any(begin in cues.words[dates] and before in cues.words[ends] for dates, begin, ends in particles):
        # "which they insisted on last autumn", "she stepped in Friday": it is the verb's
        return 0
    joint = cues.joint_head.match(found.group())
    # "..., and since May prices have risen": "and" is not the date's.
    ties = 0 if joint is None or joint.end() == len(found.group()) else joint.end()
    particle = cues.back.match(found.group())
    if particle is not None and cues.finite_word.fullmatch(_word_before(text, first - len(found.group()))):
        # "was handed back in 1920"
        ties = particle.end()
    return len(found.group()) - ties


def _word_behind(text: str, last: int) -> str:
    behind = WORD_BEHIND.match(text, last)
    return "" if behind is None else behind["word"]


def _word_before(text: str, end: int) -> str:
    return text[max(0, end - NEAR) : end].rstrip().rpartition(" ")[2]
