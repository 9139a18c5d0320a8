"""The words of a clause made a title: without source, ties and idle words, with names, and not too long."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.hints import COMPARISON, IDLE, IT, PAIR, PRONOUN, QUOTATION, SOURCE
from data.events.titles.fitting.connectives import without_connectives
from data.events.titles.fitting.shortening import LONGEST, SHORTEST, shortened, tidied, without_fronted
from data.events.titles.meant.pointing import thing_pointed_to
from data.events.titles.meant.pronouns import (
    with_country,
    with_him,
    with_him_inside,
    with_object,
    with_owner_inside,
    with_subject,
)
from data.events.titles.speakers import (
    OPEN_QUOTE,
    by_him,
    with_source,
    with_speaker_behind,
    without_source,
)
from data.events.titles.wording.worded import Telling

_QUOTE_MARKS = re.compile(r"[“”\"]|``|''")
# "..., the evacuation consisting of"
_FORM_BEHIND = re.compile(r"\s[a-z]{3,}ing\s")
# "another guest, Ada Okoye"
_APPOSED_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*(?=,|$)")
# "Have been set" stands in so many last characters.
_END = 16
_CAPITAL = re.compile(r"[A-Z]")
_SENTENCE_END = re.compile(r"\b[a-z]{3,}\.(?=\s[A-Z])")


def finished(line: str, telling: Telling, cues: Cues, speaker: str | None = None) -> str:
    """The words of a clause as a title: without its source and what ties it to others, names for pronouns.

    ``speaker`` is who says it, if that is known already.
    """
    if (recital := cues.recital.match(line)) is not None:
        line = cues.having.sub(r"\g<who> had ", line[recital.end() :], count=1)
    sourced = speaker is None and telling.hints & SOURCE
    if sourced and (telling.told_by or OPEN_QUOTE.match(line) or cues.own_words.match(line)):
        quoted = line
        line, speaker = without_source(line, telling.names, cues, telling.speaker)
        if speaker is None and OPEN_QUOTE.match(quoted) and cues.he.match(line.lstrip('“"`')):
            speaker, telling = by_him(quoted, telling, cues)
    if sourced and speaker is None and not telling.told_by:
        line, speaker = with_speaker_behind(line, telling.names, cues, telling.speaker)
    line = _with_names(_begun(line.lstrip(" ,;:"), telling, cues), telling, cues)
    line = _with_subject_in_front(tidied(_without_ballast(line, telling, cues), cues), cues)
    if telling.dates:
        line = _without_its_day(line, cues)
    if sourced and speaker is None and cues.said_so.search(line) is not None:
        line = without_fronted(line, cues)
    is_long = len(line) > LONGEST or cues.said_so.search(line, 0, LONGEST) is not None
    if sourced and speaker is None and (is_long or telling.of_another_year):
        speaker, line = with_source(line, telling.names, cues)
        if speaker is not None:
            line = with_country(line, telling, cues)
    return with_speaker(speaker, line, telling, cues)


def _begun(line: str, telling: Telling, cues: Cues) -> str:
    """The line from where it tells something on, with a subject."""
    if telling.hints & IT:
        line = _without_cleft(line, cues)
    if _first_word(line) in cues.words["resolves"] and (decision := cues.resolved.match(line)) is not None:
        line = f"{decision['verb'].capitalize()} {line[decision.start('what') :]}"
    form, comma, rest = line.partition(", ")
    if comma and " " not in form and cues.participle_head.match(form.lower()) is not None:
        # "Built in 1911, it was ...": without its date nothing is left of it.
        line = rest
    first = _first_word(line)
    if first in cues.openers or (telling.hints & PAIR and first in cues.pair_openers):
        line = with_subject(without_connectives(line, cues), telling, cues)
    if first in cues.words["there"] and cues.he.match(line, len(first) + 1) is not None:
        # "There she found it"
        line = with_subject(line[len(first) + 1 :], telling, cues)
    line = with_country(line, telling, cues)
    if telling.hints & IT or first in cues.words["demonstratives"]:
        line = thing_pointed_to(line, telling, cues)
    return line


def _first_word(line: str) -> str:
    return line.partition(" ")[0].rstrip(",").lower()


def _with_names(line: str, telling: Telling, cues: Cues) -> str:
    """The line with names for the pronouns in it."""
    line = with_him(line, telling, cues)
    if telling.hints & PRONOUN:
        line = with_object(with_him_inside(line, telling, cues), telling, cues)
        line = with_owner_inside(line, telling, cues)
    return line


def _without_ballast(line: str, telling: Telling, cues: Cues) -> str:
    """The line without what says nothing, who says it, what it is compared with, and what is added."""
    hints = telling.hints
    if hints & IDLE:
        line = cues.idle.sub("", line)
        line = cues.similar.sub(_article, line)
        line = cues.as_well.sub("", line)
        if telling.dates:
            line = _without_looking_back(line, cues)
    if ", " in line:
        line = _without_saying(line, cues)
        line = _of_facts(line, cues)
        line = _by_name(line, telling, cues)
    if hints & COMPARISON:
        line = _without_comparison(line, cues)
    if hints & QUOTATION:
        line = _QUOTE_MARKS.sub("", line)
    sentence = _SENTENCE_END.search(line, SHORTEST) if ". " in line else None
    # What somebody adds is a sentence of its own.
    return line if sentence is None else line[: sentence.end() - 1]


def _without_its_day(line: str, cues: Cues) -> str:
    """The line that ends with what asks for its day ("The trial is set for Monday")."""
    held = cues.is_set.search(line, max(0, len(line) - _END))
    if held is None or not cues.occasion_noun.search(line):
        return line
    return f"{line[: held.end()].rpartition(' ')[0]} {next(iter(cues.words['to_be_held']))}"


def with_speaker(speaker: str | None, line: str, telling: Telling, cues: Cues) -> str:
    """A line that fits, behind the one who says it, by surname where the full name leaves too little room."""
    if speaker is not None and cues.company.fullmatch(speaker) is not None:
        speaker = telling.company or speaker
    short = "" if speaker is None else telling.short.get(speaker, speaker)
    if speaker is not None and speaker.rpartition(" ")[2] in line:
        # Nobody tells of himself by name: somebody else says it, or the line tells it.
        speaker = None
    room = LONGEST - len(short) - 2 if speaker else LONGEST
    if len(line) > room:
        line = shortened(line, telling.short, {name.name for name in telling.names}, cues, room)
    line = line[:1].upper() + line[1:]
    if speaker is None:
        return line
    full = f"{speaker}: {line}"
    return full if len(full) <= LONGEST else f"{short}: {line}"


def _with_subject_in_front(line: str, cues: Cues) -> str:
    """The line of a verb that stands before its subject, turned round ("Came another guest from Oslo")."""
    verb, _, rest = line.partition(" ")
    if verb.lower() not in cues.words["inverts"]:
        return line
    subject, _, behind = rest.partition(", ")
    form = _FORM_BEHIND.search(subject)
    if form is not None:
        subject = subject[: form.start()]
    named = subject[:1].isupper() or subject.partition(" ")[0] in cues.words["articles"]
    if not named or cues.finite_word.search(subject) is not None:
        return line
    apposed = _APPOSED_NAME.match(behind) if form is None else None
    name = f", {apposed.group()}," if apposed is not None else ""
    return f"{subject}{name} {verb.lower()}"


def _article(similar: re.Match[str]) -> str:
    """The article of a noun without "similar" before it."""
    return f"{similar['article'][0]}{'n' if similar.string[similar.end()] in 'aeiou' else ''} "


def _of_facts(line: str, cues: Cues) -> str:
    """The line without what shows it ("..., final results showed")."""
    told, comma, source = line.rpartition(", ")
    shown = comma and cues.facts_behind.fullmatch(source) is not None
    return told if shown and cues.finite_word.search(told) is not None else line


def _by_name(line: str, telling: Telling, cues: Cues) -> str:
    """The line with a name alone where it is not known whose he is ("Her deputy, Jonas Berg, ...")."""
    owned = cues.owner_named.match(line)
    if owned is None or cues.finite_word.match(line, owned.end()) is None:
        return line
    named = any(
        name.kind == "person" and owned["name"].endswith(name.name.rpartition(" ")[2])
        for name in telling.names
    )
    return f"{owned['name']} {line[owned.end() :]}" if named else line


def _is_subject(word: str, cues: Cues) -> bool:
    """Whether the verb behind a word is its own: not so in "was last seen", "the last met"."""
    if not word or word.endswith(("'s", "’s", "'", "’")):
        return False
    ties = ("determiners", "owners", "helping_verbs", "helping", "joins")
    return all(word.lower() not in cues.words[name] for name in ties)


def _without_looking_back(line: str, cues: Cues) -> str:
    """The line of a day without words that look back at it from the day of writing.

    "They last met"; "their last meeting was in Oslo"; "the last Nordic summit was held".
    """
    idle = cues.idle_before_verb.search(line)
    if idle is not None and _is_subject(line[: idle.start()].rpartition(" ")[2], cues):
        line = f"{line[: idle.start()]}{line[idle.end() :]}"
    line = cues.idle_before_noun.sub("", line)
    meeting = cues.last_meeting.match(line)
    if meeting is not None:
        how = "" if meeting["how"] is None else f"{meeting['how'].replace('-', ' ')} "
        return f"{meeting['who']} {next(iter(cues.words['met']))} {how}{line[meeting.end() :]}"
    occasion = cues.last_occasion.match(line)
    if occasion is not None and _CAPITAL.search(occasion["what"]):
        return f"{occasion['article']} {line[occasion.end() :]}"
    return line


def _without_comparison(line: str, cues: Cues) -> str:
    """The line without what it compares with ("two days earlier than planned")."""
    compared = cues.comparison.search(line, SHORTEST // 2)
    if compared is None:
        return line
    line = line[: compared.start()]
    sooner = cues.sooner.search(line, SHORTEST // 2) if compared["than"] else None
    return line if sooner is None else line[: sooner.start()]


def _without_saying(line: str, cues: Cues) -> str:
    """The line without "..., he said, ..." in it; a comma stays behind what stands before the main clause."""
    if cues.said_between.search(line) is None:
        return line
    fronted = cues.fronted.match(line) or cues.conditional.match(f"{line}, ") or cues.subordinator.match(line)
    return cues.said_between.sub(", " if fronted else " ", line)


def _without_cleft(line: str, cues: Cues) -> str:
    """What is told by "It was Ada Okoye who opened it" or "It was in Oslo that she fell"."""
    cleft = cues.cleft.match(line)
    if cleft is None:
        return line
    focus = cleft["focus"].split()
    if not cues.words["negations"].isdisjoint(focus) or not cues.words["openers"].isdisjoint(focus):
        return line
    if cues.preposition.match(cleft["focus"]) is not None:
        return cleft["rest"] if cleft["link"] in cues.words["relative_links"] else line
    named = cleft["focus"][:1].isupper() or cues.determined.match(cleft["focus"]) is not None
    persons = cleft["link"] in cues.words["relative_subjects"]
    return f"{cleft['focus']} {cleft['rest']}" if named and persons else line
