"""The words of a clause made a title: without source, ties and idle words, with names, and not too long."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.hints import COMPARISON, IDLE, IT, PAIR, PRONOUN, QUOTATION, SOURCE
from data.events.titles.pointing import thing_pointed_to
from data.events.titles.pronouns import (
    with_country,
    with_him,
    with_him_inside,
    with_object,
    with_owner_inside,
    with_subject,
)
from data.events.titles.shortening import LONGEST, SHORTEST, shortened, tidied, without_fronted
from data.events.titles.speakers import (
    OPEN_QUOTE,
    SAID_SO,
    by_him,
    with_source,
    with_speaker_behind,
    without_source,
)
from data.events.titles.wording import Telling

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
    hints = telling.hints
    if (recital := cues.recital.match(line)) is not None:
        line = cues.having.sub(r"\g<who> had ", line[recital.end() :], count=1)
    sourced = speaker is None and hints & SOURCE
    if sourced and (telling.told_by or OPEN_QUOTE.match(line) or cues.own_words.match(line)):
        quoted = line
        line, speaker = without_source(line, telling.names, cues, telling.speaker)
        if speaker is None and OPEN_QUOTE.match(quoted) and cues.he.match(line.lstrip('“"`')):
            speaker, telling = by_him(quoted, telling, cues)
    if sourced and speaker is None and not telling.told_by:
        line, speaker = with_speaker_behind(line, telling.names, cues, telling.speaker)
    line = line.lstrip(" ,;:")
    if hints & IT:
        line = _without_cleft(line, cues)
    first = line.partition(" ")[0].rstrip(",").lower()
    if first in cues.words["resolves"] and (decision := cues.resolved.match(line)) is not None:
        line = f"{decision['verb'].capitalize()} {line[decision.start('what') :]}"
    form, comma, rest = line.partition(", ")
    if comma and " " not in form and cues.participle_head.match(form.lower()) is not None:
        # "Built in 1911, it was ...": without its date nothing is left of it.
        line = rest
    first = line.partition(" ")[0].rstrip(",").lower()
    if first in cues.openers or (hints & PAIR and first in cues.pair_openers):
        line = without_connectives(line, cues)
        line = with_subject(line, telling, cues)
    if first in cues.words["there"] and cues.he.match(line, len(first) + 1) is not None:
        # "There she found it"
        line = with_subject(line[len(first) + 1 :], telling, cues)
    line = with_country(line, telling, cues)
    if hints & IT or first in cues.words["demonstratives"]:
        line = thing_pointed_to(line, telling, cues)
    line = with_him_inside(with_him(line, telling, cues), telling, cues)
    if hints & PRONOUN:
        line = with_owner_inside(with_object(line, telling, cues), telling, cues)
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
    if sentence is not None:
        # What somebody adds is a sentence of its own.
        line = line[: sentence.end() - 1]
    line = _with_subject_in_front(tidied(line, cues), cues)
    if (
        telling.dates
        and (held := cues.is_set.search(line, max(0, len(line) - _END))) is not None
        and cues.occasion_noun.search(line)
    ):
        # "The trial is set for Monday"
        line = f"{line[: held.end()].rpartition(' ')[0]} {next(iter(cues.words['to_be_held']))}"
    if sourced and speaker is None and SAID_SO.search(line) is not None:
        line = without_fronted(line, cues)
    is_long = len(line) > LONGEST or SAID_SO.search(line, 0, LONGEST) is not None
    if sourced and speaker is None and (is_long or telling.of_another_year):
        speaker, line = with_source(line, telling.names, cues)
        if speaker is not None:
            line = with_country(line, telling, cues)
    return with_speaker(speaker, line, telling, cues)


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


def without_connectives(line: str, cues: Cues) -> str:
    """The line without words at its head that only tie it to the sentence before."""
    for _ in range(3):
        match = cues.connective.match(line)
        if match is None:
            match = cues.subordinator.match(line)
            if match is not None and line[match.end() :].partition(" ")[0] not in cues.words["chains"]:
                return _of_subordinate(line, match.end(), cues)
        if match is None or len(line) - match.end() < SHORTEST // 2:
            break
        joint = match.group().rstrip(" ,").lower() in cues.words["conjunctions"]
        if line[match.end() :].partition(" ")[0] in cues.words["chains"]:
            # "Because of the frost"
            break
        if not joint and cues.finite_word.match(line, match.end()) is not None:
            # "Among them was Ada Okoye"
            break
        line = line[match.end() :]
    return line


def _main_without_comma(first: str, cues: Cues) -> str:
    """The main clause that a pronoun begins behind a phrase ("the fire in May | she asked for a school").

    Empty where the phrase has a verb of its own, or no pronoun has one right behind it.
    """
    words = first.split(" ")
    for at, word in enumerate(words[1:-1], 1):
        if word in cues.words["openers"] or cues.finite_word.fullmatch(word) is not None:
            return ""
        pronoun = any(word in cues.words[name] for name in ("he", "it", "pairs"))
        if pronoun and cues.finite_word.fullmatch(words[at + 1]) is not None:
            return " ".join(words[at:])
    return ""


def _is_death(first: str, cues: Cues) -> bool:
    """Whether a short clause tells enough of somebody ("when he died, ...")."""
    pronoun, _, verb = first.partition(" ")
    return pronoun in cues.words["he"] and verb in cues.words["dies"]


def _of_subordinate(line: str, start: int, cues: Cues) -> str:
    """A line that begins with "when" or "during": its first clause, or what follows if that is none."""
    comma = next((mark for mark in (line.find(end, start) for end in (", ", " – ", " — ")) if mark > 0), -1)
    first = line[start : comma if comma > 0 else len(line)]
    rest = line[comma:].lstrip(" ,–—") if comma > 0 else ""
    apposed, _, behind = rest.partition(", ")
    if cues.finite_word.search(first) is None and cues.finite_word.match(behind) is not None:
        # "as Berg, the mayor of Moss, read it out"; but "some towns, like Moss, have"
        plain = cues.determined.match(apposed) is not None and cues.finite_word.search(apposed) is None
        return f"{first} {behind.partition(', ')[0]}" if plain else line[start:]
    said = cues.saying.search(first)
    if said is not None and said.end() == len(first.rstrip()) and len(rest) >= SHORTEST // 2:
        # "As the council said on Friday, the bridge is shut"
        link = next(iter(cues.words["relative_links"]))
        return f"{first.rstrip()} {link} {rest}"
    if len(first) < SHORTEST // 2 and not _is_death(first, cues):
        acts = cues.he.match(rest) is not None and cues.finite_word.search(first) is None
        return rest if acts or len(rest) >= SHORTEST else line
    told = _main_without_comma(first, cues)
    if told:
        return told
    if cues.finite_word.search(first) or not rest:
        return first
    if cues.dated_occasion.match(line) and cues.occasion_noun.search(first):
        return first
    return cues.impersonal.sub("", rest, count=1) if len(rest) >= SHORTEST else line[start:]
