"""The line that a clause makes by itself: with its own subject, or the head of what it hangs on."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.events.cues import Cues
from data.events.names.genders import agrees
from data.events.titles.finishing import finished
from data.events.titles.fitting.connectives import without_connectives
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.fitting.shortening import without_fronted
from data.events.titles.fitting.wholeness import lacks_its_verb
from data.events.titles.meant.pronouns import with_subject
from data.events.titles.standing_alone.described_subjects import phrase_before
from data.events.titles.standing_alone.forms import was
from data.events.titles.standing_alone.heads import acted_on, standing_alone
from data.events.titles.standing_alone.objects import with_object_before
from data.events.titles.surroundings import Surroundings, head_of
from data.events.titles.wording.worded import Telling, worded

# "Nordfisk’s"
_OWNER = re.compile(r"(?:[A-Z][\w.&-]*\s){0,2}[A-Z][\w.&-]*['’]s(?=\s)")
_ARTICLE = 4


class OwnLine(NamedTuple):
    """What a clause tells by itself.

    Attributes:
        text: its line, with a head of its own; empty if none can be found.
        line: its words as they stand there.
        is_told: whether somebody says it.
        is_whole: whether nothing else need be asked of it.
    """

    text: str
    line: str
    is_told: bool = False
    is_whole: bool = False


def own_line(text: str, clause: Telling, sentence: Telling, cues: Cues) -> OwnLine | None:
    """The line of a clause of a sentence; None where it only goes on with what somebody tells a hearer."""
    before, line = _parted(text, clause, sentence, cues)
    hears = cues.saying.fullmatch(before.rpartition(" ")[2]) is not None
    if hears and cues.link_inside.search(line) is not None and cues.he.match(line) is None:
        # "Berg told | the mayor, Mia Lund, that he would come"
        return None
    around = Surroundings(
        before,
        lambda: _subject(text, sentence, cues),
        clause.antecedents,
        clause.short.keys(),
        clause.genders,
        clause.country,
    )
    made = _made(text, clause, sentence, line, around, cues)
    if made is not None:
        return made
    told = _told(before, line, cues)
    line = _with_noun(told or line, around, cues)
    if clause.start > sentence.start:
        clause = _with_antecedent(clause, sentence, line, around, cues, told=bool(told))
    advised = _advised(before, line, clause, around, cues) if told or not clause.topic else ""
    if advised:
        return OwnLine(finished(advised, clause, cues), line, is_told=True, is_whole=True)
    own = _alone(line, clause, around, cues, told=bool(told))
    if clause.end < sentence.end:
        own = cues.apposed_end.sub("", own)
        if own.endswith((*cues.words["spans_of_time"],)) and cues.bounding.match(text, clause.end):
            # "It came six weeks | after his journey"
            own = ""
    return OwnLine(own, line, bool(told))


def _made(
    text: str, clause: Telling, sentence: Telling, line: str, around: Surroundings, cues: Cues
) -> OwnLine | None:
    """The line of a clause that what is before it makes whole: a name, a subject, a decision; else None."""
    before = around.before
    of_year = _of_its_year(text, clause, before, cues)
    if of_year:
        return OwnLine(of_year, line, is_whole=True)
    if clause.start == sentence.start and clause.end <= phrase_before(text, clause.start, sentence.end, cues):
        who = around.subject
        what = f"{was(who, cues)} {line[:1].lower()}{line[1:]}" if who else ""
        return OwnLine(finished(f"{who} {what}" if who else "", clause, cues), line, is_whole=bool(who))
    if before.partition(" ")[0].rstrip(",").lower() in cues.words["resolves"]:
        decision = f"{before} {line}"
        if cues.resolved.match(decision) is not None:
            # "RESOLVED, by 8 votes to 4, | that the fair be moved to May"
            return OwnLine(finished(decision, clause, cues), line, is_whole=True)
    named = cues.named_before.fullmatch(before) if clause.end == sentence.end else None
    if named is not None and cues.finite_word.match(line) and cues.finite_word.search(before) is None:
        # "The owner, Jonas Berg, | resigned in May": the sentence has no other verb.
        return OwnLine(finished(f"{named['name']} {line}", clause, cues), line, is_whole=True)
    return None


def _alone(line: str, clause: Telling, around: Surroundings, cues: Cues, *, told: bool) -> str:
    """What a clause tells, made to stand alone, as what somebody told does; empty if it cannot."""
    alone = None if told else standing_alone(line, around, cues)
    if alone:
        alone = with_object_before(cues.also_relative.sub("", alone), around, cues)
    if alone is None and cues.subordinator.match(line) and lacks_its_verb(around.before, cues):
        # "The swing that broke | before the fair will be mended": the verb is the sentence's own.
        return ""
    if alone == "":
        return ""
    own = finished(line if alone is None else alone, clause, cues)
    if alone and cues.it.match(own) and (acted := acted_on(line, cues)):
        # "Reviving the fair": by what is not known.
        return finished(acted, clause, cues)
    return own


def _of_its_year(text: str, clause: Telling, before: str, cues: Cues) -> str:
    """What a clause tells that is only of which year a name is ("the Oslo Accord, | a 1998 treaty")."""
    if not clause.dates or clause.dates[0][0] > clause.start + _ARTICLE:
        return ""
    named = cues.name_before.search(before)
    of_year = None if named is None else cues.of_a_year.fullmatch(text, clause.start, clause.end)
    if named is None or of_year is None or cues.finite_word.search(of_year["what"]) is not None:
        return ""
    article = cues.article.capitalize() if named["article"] else ""
    return f"{article}{named['name']} is {of_year['what']}"


def _advised(before: str, line: str, clause: Telling, around: Surroundings, cues: Cues) -> str:
    """What somebody wants of several who are not named ("Berg suggested that | they fix it"); else empty."""
    rest, _, link = before.rpartition(" ")
    verb = rest.rpartition(" ")[2]
    told = link in cues.words["relative_links"] and cues.finite_word.fullmatch(verb) is not None
    if not told or cues.they.match(line) is None or len(clause.two) == 2 or not around.subject:
        return ""
    return f"{around.subject} {verb} {link} {line}"


def _with_noun(line: str, around: Surroundings, cues: Cues) -> str:
    """The line with the noun that it leaves out ("Shares of Nordfisk rose; Pomo’s | fell")."""
    owner = _OWNER.match(line)
    if owner is not None and cues.finite_word.match(line, owner.end() + 1) is not None:
        noun = head_of(around.subject, cues)
        return f"{owner.group()} {noun.lower()}{line[owner.end() :]}" if _is_plain(noun) else line
    joint, _, behind = line.partition(" ")
    ties = joint in cues.words["conjunctions"] or cues.subordinator.match(f"{joint} ") is not None
    those, _, rest = (behind if ties else line).partition(" ")
    if those.lower() in cues.words["for_nouns"] and rest.partition(" ")[0] in cues.words["chains"]:
        noun = head_of(around.subject, cues)
        return f"{noun} {rest}" if noun and cues.finite_word.search(rest) is not None else line
    return line


def _is_plain(noun: str) -> bool:
    """Whether a noun is one word that names nobody ("Shares")."""
    return noun != "" and " " not in noun and noun.lower().endswith("s")


def _parted(text: str, clause: Telling, sentence: Telling, cues: Cues) -> tuple[str, str]:
    """What stands before a clause, and its words: a subject that is only described in it stands before it."""
    line = worded(text, clause.start, clause.end, clause, cues)
    before = worded(text, sentence.start, clause.start, sentence, cues)
    if text[clause.start - 2 : clause.start] == ", ":
        before = f"{before},"
    joint = cues.joined_behind.search(line)
    phrase = "" if joint is None else line[: joint.start()]
    if joint is not None and cues.subordinator.match(phrase) and cues.finite_word.search(phrase) is None:
        goes_on = cues.goes_on.match(joint["joined"])
        if goes_on is not None and "," not in phrase.rstrip(","):
            # "It was closed two days | after the fire and sold"
            before, line = f"{before} {phrase}", joint["joined"]
    inner = cues.inner_clause.match(line)
    hears = cues.saying.fullmatch(before.rpartition(" ")[2]) is not None
    if inner is not None and not hears and cues.finite_word.search(inner["subject"]) is None:
        before, line = f"{inner['subject']},", line[inner.start("clause") :]
    described = cues.described.match(line)
    if described is None or cues.finite_word.search(described["subject"]) is not None:
        return before, line
    subject, line = described["subject"], line[described.start("clause") :]
    hangs = cues.subordinator.match(subject)
    if hangs is None:
        return subject, line
    if hangs.group().strip().lower() in cues.words["openers"]:
        # "when the roof, built in 1990, fell in"
        return f"{subject[hangs.end() :]},", line
    # "The first guest | since Lund, thanked for it": the verb is of whom the sentence is about.
    return f"{before} {subject},", line


def _told(before: str, line: str, cues: Cues) -> str:
    """What somebody said, where a clause is that: its line without "that"; empty for any other clause."""
    links = cues.words["relative_links"]
    told, _, last = before.rpartition(" ")
    if last in links and cues.saying.fullmatch(told.rpartition(" ")[2]) is not None:
        return line
    joint, _, joined = line.partition(" ")
    link, _, rest = joined.partition(" ")
    if joint in cues.words["conjunctions"] and link in links and cues.saying.search(before) is not None:
        # "He said that the quay was safe | and that it would open"
        return rest
    said = cues.saying.fullmatch(last) is not None
    if joint in links and (said or last in cues.words["tells_facts"]):
        # "The mayor admitted on Monday | that the quay had sunk in April"
        return joined
    if not said:
        return ""
    return line if cues.he.match(line) or cues.it.match(line) else ""


def _with_antecedent(
    clause: Telling, sentence: Telling, line: str, around: Surroundings, cues: Cues, *, told: bool
) -> Telling:
    """The clause with what a pronoun at its head stands for in its own sentence.

    Where that names nobody before it, a pronoun is as in a sentence; in what is told it may be the speaker.
    """
    bare = cues.subordinator.match(line)
    joint = line.partition(" ")[0]
    start = bare.end() if bare is not None else (len(joint) + 1) * (joint in cues.words["conjunctions"])
    he = cues.he.match(line, start) or cues.his.match(line, start)
    if he is not None:
        who = around.whom(he.group().lower(), "", cues)
        near = [name.name for name in sentence.names if name.kind == "person" and name.start < clause.start]
        if not (who or near or told):
            return clause
        fits = told or any(agrees(one, he.group(), clause.genders, cues) for one in near)
        return clause._replace(antecedents=[who] if who else [], about="" if fits else clause.about)
    if cues.its.match(line, start) and cues.saying.fullmatch(around.before.rpartition(" ")[2]):
        # "The council announced | its plan to build"
        return clause._replace(owner=around.whom("its", "", cues) or clause.owner)
    it = cues.it.match(line, start)
    if it is None:
        return clause
    verb = line[it.end() :].split(" ", 2)[1:2]
    if bare is None and start and not cues.words["helping_verbs"].isdisjoint(verb):
        # "She applied for a loan, | and it was granted": no one thing is sure.
        return clause._replace(topic="")
    return clause._replace(topic=around.whom(it.group().lower(), "", cues))


def _subject(text: str, sentence: Telling, cues: Cues) -> str:
    """Whom or what the main clause of a sentence is about."""
    main = phrase_before(text, sentence.start, sentence.end, cues)
    line = worded(text, max(main, sentence.start), sentence.end, sentence, cues)
    line = with_subject(without_fronted(without_connectives(line, cues), cues), sentence, cues)
    pronoun, _, rest = line.partition(" ")
    adverb, _, behind = rest.partition(" ")
    rest = behind if adverb in cues.words["adverbs"] else rest
    persons = cues.words["he"] | cues.words["pairs_last_named"]
    does = cues.finite_word.match(rest)
    if (
        does is not None
        and pronoun.lower() in cues.words["it"]
        and does.group() not in cues.words["helping_verbs"]
    ):
        # "It shipped nothing | and lost millions"; but "it was said that"
        return pronoun
    if pronoun.lower() in persons and does is not None:
        # "They married and | divorced": who they are is not known, but it is they.
        return pronoun
    return subject_of(line, cues)
