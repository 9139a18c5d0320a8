"""A line for the timeline: who did what, where, taken from the clause that tells it.

Dates, sources ("..., he said"), titles before names and words that only tie a sentence to the one before are
left out. A clause that hangs on others is given its own head; where that cannot be done the whole sentence
is told. What is still too long ends where a phrase does, never inside a word.
"""

from __future__ import annotations

import re

from data.events.clauses.dated_parts import dated_occasion, dated_part
from data.events.cues import Cues
from data.events.hints import SOURCE
from data.events.names.genders import agrees
from data.events.titles.faults import faults, tells
from data.events.titles.finishing import finished, with_speaker, without_connectives
from data.events.titles.heads import nearest_subject, standing_alone, subject_of, was
from data.events.titles.pronouns import with_subject
from data.events.titles.shortening import SHORTEST, SPANS, without_fronted
from data.events.titles.speakers import (
    LONGEST_SPEAKER,
    names_source,
    speaker_of,
)
from data.events.titles.surroundings import Surroundings
from data.events.titles.wholeness import is_parted, is_whole, lacks_its_verb
from data.events.titles.wording import Telling, worded

# The foot of an embedded post: "— Name (@handle)".
_AUTHOR = re.compile(r"\s*—\s*([^—()]{3,40}?)\s*\(@\w+\).*$", re.DOTALL)
_SPEAKER_BEFORE = re.compile(
    r"[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,3}(?=,\s(?:(?:a|an|the)\s[^,]{2,60},\s){1,3}$)"
)
_WHO_AND_WHAT = re.compile(r"(?P<who>[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,3}),\s(?P<what>[^,]+)")
_VERB_BEFORE = re.compile(r"(\w+)\s$")
# "..., an event | that drew a crowd"
_APPOSED_END = re.compile(r",\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,2}[\w-]+$")
# A word so long tells something.
_TELLING = 4
_NEXT = re.compile(r"[,;—–]\s+")
# So much worse than a fault it is to tell what happened on other days.
_OTHER_DAYS = 4
# What was said tells something with so many words, less one, if its verb is not known.
_WORDS_OF_TELLING = 3
_COMMA = re.compile(r",\s")


def best_title(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause, or of its whole sentence where the clause alone cannot be understood."""
    source = _of_saying(text, clause, sentence, cues)
    if source:
        return source
    told = _of_condition(text, clause, sentence, cues) or _of_date(text, clause, cues)
    if told:
        return told
    whole = clause.start == sentence.start and tells(text[clause.start : clause.end], cues)
    if whole and not _goes_on(text, clause, sentence, cues):
        # What follows is a part of it ("arrested a man | for the theft of 1990").
        return title(text, sentence, cues)
    clause = _opened(text, clause, sentence, cues)
    clause = _closed(text, _with_form(text, clause, sentence, cues), cues)
    line = worded(text, clause.start, clause.end, clause, cues)
    before = worded(text, sentence.start, clause.start, sentence, cues)
    if _stands_behind_comma(text, clause.start):
        before = f"{before},"
    inner = None if _dates_what_resumes(text, clause, cues) else cues.inner_clause.match(line)
    hears = cues.saying.fullmatch(before.rpartition(" ")[2]) is not None
    if inner is not None and not hears and cues.finite_word.search(inner["subject"]) is None:
        before, line = f"{inner['subject']},", line[inner.start("clause") :]
    described = cues.described.match(line)
    if described is not None and cues.finite_word.search(described["subject"]) is None:
        subject = described["subject"]
        # "The first guest | since Lund, thanked for it": the verb is of whom the sentence is about.
        hangs = cues.subordinator.match(subject)
        if hangs is None:
            before = subject
        elif hangs.group().strip().lower() in cues.words["openers"]:
            # "when the roof, built in 1990, fell in"
            before = f"{subject[hangs.end() :]},"
        else:
            before = f"{before} {subject},"
        line = line[described.start("clause") :]
    around = Surroundings(
        before,
        lambda: _subject(text, sentence, cues),
        clause.antecedents,
        clause.short.keys(),
        clause.genders,
        clause.country,
    )
    if hears and " that " in line and cues.he.match(line) is None:
        # "Berg told | the mayor, Mia Lund, that he would come"
        return title(text, sentence, cues)
    told = _told(before, line, cues)
    line = told or line
    if clause.start > sentence.start:
        clause = _with_antecedent(clause, sentence, line, bool(told), around, cues)
    alone = None if told else standing_alone(line, around, cues)
    if alone:
        alone = cues.also_relative.sub("", _without_next(alone, cues))
    if alone is None and cues.subordinator.match(line) and lacks_its_verb(before, cues):
        # "The swing that broke | before the fair will be mended": the verb is the sentence's own.
        alone = ""
    own = "" if alone == "" else finished(line if alone is None else alone, clause, cues)
    been = _of_apposition(own, clause, cues) if alone is None else ""
    if been:
        return been
    if clause.end < sentence.end:
        own = _APPOSED_END.sub("", own)
        if own.endswith(SPANS) and cues.bounding.match(text, clause.end):
            # "It came six weeks | after his journey"
            own = ""
    wrong = faults(own, cues)
    if not wrong:
        return own
    occasion = dated_occasion(text, clause, cues)
    if occasion:
        return finished(occasion, clause, cues)
    whole_sentence = title(text, sentence, cues)
    head = line if told else own
    if (told or cues.own_words.match(own)) and head[: SHORTEST // 2] in whole_sentence:
        # Who says it stands behind it.
        return whole_sentence
    wider = _with_clause_before(text, clause, sentence, cues)
    if told or _hangs(line, cues):
        # The day is that of this clause alone: what else its sentence tells was on another.
        about = cues.relative_head.match(own) or cues.subordinator.match(own) or is_parted(own, cues)
        if not about and (
            (tells(own, cues) and own.count(" ") > 1) or (told and own.count(" ") >= _WORDS_OF_TELLING)
        ):
            return own
        if tells(wider, cues) and wider.partition(" ")[0].lower() not in cues.words["dangling"]:
            return wider
    verb = cues.finite_word.search(own)
    aims = cues.infinitive.match(own) is not None
    says = verb is not None and not aims and is_whole(own, cues) and cues.saying.search(own) is None
    others = _OTHER_DAYS * (says and _dates_others_too(clause, sentence))
    costs = [
        (faults(line, cues) + (_misses(line, own, cues) + others if at else not tells(own, cues)), at)
        for at, line in enumerate((own, wider, whole_sentence))
    ]
    return (own, wider, whole_sentence)[min(costs)[1]]


def _opened(text: str, clause: Telling, sentence: Telling, cues: Cues) -> Telling:
    """A clause with what its verb wants behind it ("who announced in May | that he would leave")."""
    if clause.end >= sentence.end or cues.that.match(text, clause.end) is None:
        return clause
    line = worded(text, clause.start, clause.end, clause, cues)
    if cues.finite_word.fullmatch(line.rpartition(" ")[2]) is None:
        return clause
    return clause._replace(end=sentence.end, names=sentence.names)


def _with_form(text: str, clause: Telling, sentence: Telling, cues: Cues) -> Telling:
    """A clause with the participle that its head belongs to ("The deal, first reported | by the Post")."""
    if cues.preposition.match(text, clause.start) is None:
        return clause
    before = text[sentence.start : clause.start].rstrip()
    described = cues.described.fullmatch(before)
    if described is None or cues.finite_word.search(described["subject"]) is not None:
        return clause
    return clause._replace(start=sentence.start)


def _of_condition(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause behind its condition ("If it rains, | the fair will end"); empty without one."""
    before = cues.conditional.search(text[sentence.start : clause.start])
    if before is None or cues.relative_head.match(text, clause.start) is not None:
        return ""
    start = sentence.start + before.start("condition")
    if text[sentence.start : start].strip(' “"') == "":
        return title(text, sentence, cues)
    return title(text, sentence._replace(start=start, end=clause.end), cues)


def _of_apposition(line: str, clause: Telling, cues: Cues) -> str:
    """What a date tells of somebody ("Berg, a councillor since 1995," was one); empty for anything else."""
    apposed = _WHO_AND_WHAT.fullmatch(line)
    dated = any(clause.start <= first < clause.end for first, _ in clause.dates)
    if apposed is None or not dated or cues.determined.match(apposed["what"]) is None:
        return ""
    if cues.finite_word.search(line) is not None:
        return ""
    return f"{apposed['who']} {was(apposed['who'], cues)} {apposed['what']}"


def _dates_others_too(clause: Telling, sentence: Telling) -> bool:
    """Whether dates stand in a clause and beside it: the sentence tells of other days, too."""
    inside = [clause.start <= first < clause.end for first, _ in sentence.dates]
    return any(inside) and not all(inside)


def _dates_what_resumes(text: str, clause: Telling, cues: Cues) -> bool:
    """Whether the date is not that of a clause in between ("Berg, who was ill, | left on Friday")."""
    resumed = cues.resumption.search(text, clause.start, clause.end)
    if resumed is None:
        return False
    dated = [first < resumed.start() for first, _ in clause.dates if clause.start <= first < clause.end]
    return not all(dated) or not dated


def _misses(candidate: str, own: str, cues: Cues) -> int:
    """How much worse a line is that does not tell what a clause tells of "it": it tells another thing."""
    first, _, rest = own.partition(" ")
    if first.lower() not in cues.words["pointing"] or cues.finite_word.match(rest) is None:
        return 0
    words = {word for word in rest.split() if len(word) >= _TELLING}
    return 3 * (2 * len(words.intersection(candidate.split())) < len(words))


def _hangs(line: str, cues: Cues) -> bool:
    """Whether a clause is about a noun before it, or tells when or why something else was; nobody says it."""
    if cues.relative_head.match(line) is not None:
        return True
    return cues.subordinator.match(line) is not None and cues.saying.search(line) is None


def _told(before: str, line: str, cues: Cues) -> str:
    """What somebody said, where a clause is that: its line without "that"; empty for any other clause."""
    links = cues.words["relative_links"]
    told, _, last = before.rpartition(" ")
    if last in links and cues.saying.fullmatch(told.rpartition(" ")[2]) is not None:
        return line
    joint, _, joined = line.partition(" ")
    link, _, rest = joined.partition(" ")
    if joint in cues.words["conjunctions"] and link in links:
        # "He said that the quay was safe | and that it would open"
        said = cues.saying.search(before)
        return rest if said is not None and cues.told_that.match(before, said.end()) is not None else ""
    if cues.saying.fullmatch(last) is None:
        return ""
    if joint.lower() in links:
        return joined
    return line if cues.he.match(line) or cues.it.match(line) else ""


def _with_antecedent(
    clause: Telling, sentence: Telling, line: str, told: bool, around: Surroundings, cues: Cues
) -> Telling:
    """The clause with what a pronoun at its head stands for in its own sentence.

    Where that names nobody before it, a pronoun is as in a sentence; in what is told it may be the speaker.
    """
    bare = cues.subordinator.match(line)
    start = 0 if bare is None else bare.end()
    he = cues.he.match(line, start) or cues.his.match(line, start)
    if he is not None:
        who = around.whom(he.group().lower(), "", cues)
        near = [name.name for name in sentence.names if name.kind == "person" and name.start < clause.start]
        if not (who or near or told):
            return clause
        fits = told or any(agrees(one, he.group(), clause.genders, cues) for one in near)
        return clause._replace(antecedents=[who] if who else [], about="" if fits else clause.about)
    it = cues.it.match(line, start)
    if it is None:
        return clause
    subject = nearest_subject(around.before, cues)
    thing = cues.determined.match(subject) is not None and not subject.endswith("s")
    return clause._replace(topic=subject if thing else around.whom(it.group().lower(), "", cues))


def _closed(text: str, clause: Telling, cues: Cues) -> Telling:
    """A relative clause only up to the next comma, if its date stands before that.

    What follows may belong to the main clause ("Berg beat Lund, who had won in 2021, by 14 seconds").
    """
    start = clause.start
    passive = cues.goes_on.match(text, start) is not None and cues.passive.search(text, start, clause.end)
    if cues.relative_head.match(text, start) is None and not passive:
        inner = cues.inner_clause.match(text, start, clause.end)
        if inner is None or cues.finite_word.search(inner["subject"]) is not None:
            return clause
        start = inner.start("clause")
        about = text[start : clause.end].partition(" ")[0] in cues.words["relative_things"]
        dated = all(last <= start for _, last in clause.dates)
        if about and dated and cues.subordinator.match(inner["subject"]):
            # "after the journey in May, which they praised"
            return clause._replace(end=inner.end("subject"))
    for comma in _COMMA.finditer(text, start, clause.end):
        at = comma.start()
        dated = any(start < last <= at for _, last in clause.dates)
        if dated and not any(first < at < last for first, last in clause.dates):
            return clause._replace(end=at) if cues.finite_word.search(text, start, at) else clause
    return clause


def _stands_behind_comma(text: str, start: int) -> bool:
    return text[start - 2 : start] == ", "


def _goes_on(text: str, clause: Telling, sentence: Telling, cues: Cues) -> bool:
    """Whether a verb stands behind a clause in its sentence, or the clause only describes its subject."""
    line = text[clause.start : clause.end]
    if cues.described.match(line) is not None or cues.inner_clause.match(line) is not None:
        return True
    return cues.finite_word.search(text, clause.end, sentence.end) is not None


def _of_saying(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of "..., the mayor said on Sunday": who says it, and what; empty for any other clause."""
    if not sentence.hints & SOURCE:
        return ""
    verb = _VERB_BEFORE.search(text, sentence.start, clause.start)
    if verb is not None and cues.saying.fullmatch(verb[1]) is not None:
        # "..., wrote | in a July letter"
        clause = clause._replace(start=verb.start(1))
    said = cues.saying.search(text, clause.start, clause.end)
    if said is None or clause.start == sentence.start or said.end() - clause.start > LONGEST_SPEAKER:
        return ""
    if cues.finite_word.search(text, said.end(), clause.end) or cues.goes_on.match(text, clause.start):
        return ""
    if cues.relative_head.match(text, clause.start) or cues.subordinator.match(text, clause.start):
        return ""
    end, speaker = clause.start, None
    apposed = _SPEAKER_BEFORE.search(text, sentence.start, end) if said.start() == end else None
    if apposed is not None:
        # "Berg, an analyst at a bank, | wrote on Monday"
        end = apposed.start()
        speaker = next((name.name for name in sentence.names if name.start == end), None)
    elif names_source(text[clause.start : clause.end], cues):
        speaker = speaker_of(f", {text[clause.start : clause.end].strip(' ,.')}", sentence.names, cues)
    if speaker is not None and cues.finite_word.search(speaker[0].lower() + speaker[1:]):
        # "The shop will close, it | told its guests"
        return ""
    told = "" if speaker is None else title(text, sentence._replace(end=end), cues)
    if speaker is None or faults(told, cues):
        return ""
    return with_speaker(speaker, told, sentence, cues)


def _with_clause_before(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause together with the nearest one before it that has a subject; empty without one."""
    for match in reversed(list(_NEXT.finditer(text, sentence.start, clause.start))):
        line = worded(text, match.end(), clause.end, sentence, cues)
        hangs = cues.relative_head.match(line) is not None and cues.subordinator.match(line) is None
        # "The probe, | Ulla, touched down": what begins with a name in between is no clause.
        parted = cues.finite_word.match(line.partition(", ")[2]) is not None
        if not hangs and not parted and subject_of(line, cues):
            return finished(line, sentence, cues)
    return ""


def title(text: str, telling: Telling, cues: Cues) -> str:
    """The title of one range of text; at most 90 characters, empty if nothing is left to tell."""
    told = _of_date(text, telling, cues)
    if told:
        return told
    post = None
    if text.find("@", telling.start, telling.end) >= 0:
        post = _AUTHOR.search(text, telling.start, telling.end)
    end = telling.end if post is None else post.start()
    line = worded(text, telling.start, end, telling, cues)
    if post is None:
        told = finished(line, telling, cues)
        # Of a date alone nothing is left.
        return told if " " in told else finished(" ".join(text[telling.start : end].split()), telling, cues)
    head = line.partition(", ")[0]
    occasion = cues.occasion_noun.search(head)
    if occasion is not None and cues.finite_word.search(head) is None:
        # "Pictures of a visit to Oslo", says who made it.
        return finished(f"{post[1]}’s {head[occasion.start() :]}", telling, cues)
    return finished(line, telling, cues, post[1])


def _of_date(text: str, telling: Telling, cues: Cues) -> str:
    """The title of the part that the date stands in; empty if that is all or cannot be understood alone."""
    part = dated_part(text, telling, cues)
    if part is None:
        return ""
    line = part if isinstance(part, str) else worded(text, part.start, part.end, part, cues)
    told = finished(line, telling if isinstance(part, str) else part, cues)
    return "" if faults(told, cues) else told


def _subject(text: str, sentence: Telling, cues: Cues) -> str:
    """Whom or what the main clause of a sentence is about."""
    line = worded(text, sentence.start, sentence.end, sentence, cues)
    line = with_subject(without_fronted(without_connectives(line, cues), cues), sentence, cues)
    pronoun, _, rest = line.partition(" ")
    persons = cues.words["he"] | cues.words["pairs_last_named"]
    if pronoun.lower() in persons and cues.finite_word.match(rest) is not None:
        # "They married and | divorced": who they are is not known, but it is they.
        return pronoun
    return subject_of(line, cues)


def _without_next(line: str, cues: Cues) -> str:
    """A clause up to where another one begins, with a subject and a verb of its own."""
    comma = line.find(", ")
    if cues.relative_head.match(line, comma + 2) is not None:
        return line
    if cues.determined.match(line, comma + 2) and cues.finite_word.match(
        line, line.find(", ", comma + 2) + 2
    ):
        # "as the judge, a former teacher, read it out"
        return line
    behind = line[comma + 2 :]
    pronoun, _, rest = behind.partition(" ")
    acts = pronoun.lower() in cues.words["own_words"] and cues.finite_word.match(rest) is not None
    return line[:comma] if comma > SHORTEST // 3 and (acts or subject_of(behind, cues)) else line
