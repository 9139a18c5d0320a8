"""Names in the place of what stands for them at the head of a line: "he", "the country"."""

from __future__ import annotations

import re

from data.events.acts import act
from data.events.cues import Cues
from data.events.names.genders import agrees, likeliest
from data.events.titles.wording.worded import Telling

_WARRANT = frozenset({"warrant"})
_CAPITAL = re.compile(r"\s[A-Z]")
_OWNED = re.compile(r"\b\w+['’]s\b")
_HIM = re.compile(r"(?<=\s)(?:his|him)\b")


def with_subject(line: str, telling: Telling, cues: Cues) -> str:
    """Put names in the place of a pronoun or "the two leaders" at the head, where it is safe."""
    it = cues.it.match(line)
    if it is not None:
        what = cues.is_what.match(line, it.end())
        # "It was the worst accident": what happened is meant, not what was told of last.
        if not telling.topic or what is not None:
            return line
        time = cues.misstated_time.fullmatch(telling.topic)
        if time is not None and line.startswith(cues.copula, it.end() + 1):
            # "They misstated the year that Norway joined. It was 2022": it joined.
            return time["told"]
        named = telling.topic + line[it.end() :]
        # "His government": whose it is may be known.
        return named if cues.it.match(named) else with_subject(named, telling, cues)
    pair = cues.pairs.match(line)
    if pair is not None:
        several = telling.topic if cues.they.match(line) is not None else ""
        # "They called Berg a hero": he is none of them; but "They met at Berg's house, where Berg spoke"
        others = _OWNED.sub("", line.partition(", ")[0])
        of_them = any(one.rpartition(" ")[2] in others for one in telling.two)
        them = " and ".join(telling.two) if len(telling.two) == 2 and not of_them else several
        return _put(them, line[pair.end() :]) if them else line
    he = cues.he.match(line)
    if he is not None and (who := _who(he.group(), line, telling, cues) or telling.officer):
        return f"{who}{line[he.end() :]}"
    if not telling.antecedents and not telling.about:
        return line
    their = cues.their.match(line)
    if their is not None and len(telling.two) == 2 and all(one in telling.short for one in telling.two):
        return f"{' and '.join(telling.two)}’s{line[their.end() :]}"
    his = cues.his.match(line)
    if his is not None and (who := _who(his.group(), line, telling, cues)):
        return f"{who}’s{line[his.end() :]}"
    return line


def _who(pronoun: str, line: str, telling: Telling, cues: Cues) -> str:
    """The likeliest person whom a pronoun of a line fits; empty for nobody."""
    persons, about = telling.antecedents, telling.about
    if pronoun.lower() in cues.words["he"]:
        # In "he telephoned Berg" he is not Berg.
        persons_named = (name.name for name in telling.names if name.kind == "person")
        others = {name for name in persons_named if name.rpartition(" ")[2] in line}
        persons = [person for person in persons if person not in others]
        about = "" if about in others else about
    who = likeliest(persons, pronoun, telling.genders, cues, first=telling.is_sure, about=about)
    if who or not persons or any(agrees(one, pronoun, telling.genders, cues) for one in persons):
        return who
    # "Berg left. She is to name a cabinet": nobody else whom the text names is a woman.
    fitting = [one for one in telling.genders if agrees(one, pronoun, telling.genders, cues)]
    return fitting[0] if len(fitting) == 1 and fitting[0].rpartition(" ")[2] not in line else ""


def with_him(line: str, telling: Telling, cues: Cues) -> str:
    """Put the name in the place of the first "his" or "him" of a line on an arrest that names nobody."""
    if " his " not in line and " him" not in line:
        return line
    named = dict.fromkeys(name.name for name in telling.names if name.kind == "person")
    if len(named or telling.antecedents) != 1 or _WARRANT.isdisjoint(act(line).kinds):
        # Elsewhere whoever is told of in the line may be meant.
        return line
    # "When the court sought his arrest, | Berg fled": he who is told of behind the line.
    name = next(iter(named), "") or _who("his", line, telling, cues)
    if not name or name.rpartition(" ")[2] in line:
        return line
    return _HIM.sub(lambda match: f"{name}’s" if match.group() == "his" else name, line, count=1)


def with_object(line: str, telling: Telling, cues: Cues) -> str:
    """Put the name in the place of "him" or "her" behind the only verb of a line that names nobody.

    "The office hired her as a clerk": whoever does it, it is not she.
    """
    verb = cues.finite_word.search(line)
    if verb is None or not (telling.antecedents or telling.about):
        return line
    pronoun = cues.him.search(line, verb.end())
    if pronoun is None or not _is_one_verb(line, verb, pronoun.start(), cues):
        return line
    subject = line[: verb.start()]
    doers = [name.name for name in telling.names if name.kind == "person"]
    doers = [name for name in doers if name.rpartition(" ")[2] in subject]
    if cues.he.match(line) or any(agrees(name, pronoun["pronoun"], telling.genders, cues) for name in doers):
        # "Berg told him" is told of somebody else, but may be of anybody.
        return line
    who = _who(pronoun["pronoun"], line, telling, cues)
    if not who or who.rpartition(" ")[2] in line:
        return line
    return f"{line[: pronoun.start('pronoun')]}{who}{line[pronoun.end('pronoun') :]}"


def _is_one_verb(line: str, verb: re.Match[str], end: int, cues: Cues) -> bool:
    """Whether a line has no other verb up to there, or only that which its first one helps ("had hired")."""
    if cues.finite_word.search(line, verb.end(), end) is None:
        return True
    helping, words = cues.words["helping"], line[verb.start() : end].lower().split()
    return helping.issuperset(words[:-1]) and cues.finite_word.fullmatch(words[-1]) is not None


def with_owner_inside(line: str, telling: Telling, cues: Cues) -> str:
    """Put the name in the place of "his" behind the only verb of a line whose subject is no one person.

    "The court threw out his petition", "agents searched his shop": it is not theirs.
    """
    verb = cues.finite_word.search(line)
    if verb is None or not (telling.antecedents or telling.about):
        return line
    owned = cues.his_inside.search(line, verb.end())
    if owned is None or cues.finite_word.search(line, verb.end(), owned.start()) is not None:
        return line
    if any(name.kind == "person" and name.name.rpartition(" ")[2] in line for name in telling.names):
        return line
    head = line[: verb.start()].rstrip().rpartition(" ")[2]
    several = head.endswith("s") and not head.endswith("ss") and head.lower() not in cues.words["dangling"]
    if _CAPITAL.search(line, verb.end(), owned.start()) is not None:
        # "Called for the return of Elian to his father"
        return line
    if not several and head.lower() not in cues.words["bodies_of_several"]:
        return line
    who = _who(owned["his"], line, telling, cues)
    if not who:
        return line
    return f"{line[: owned.start('his')]}{who}’s{line[owned.end('his') :]}"


def with_him_inside(line: str, telling: Telling, cues: Cues) -> str:
    """Put the name in the place of "he" behind a phrase at the head, or behind what a body says.

    "At the start of the talks he told Berg", "The court said that she would": nobody else can be meant.
    """
    if not (telling.antecedents or telling.about):
        return line
    verb = cues.finite_word.search(line)
    if verb is None:
        return line
    named = any(name.kind == "person" and telling.start <= name.start for name in telling.names)
    before, _, pronoun = line[: verb.start()].rstrip().rpartition(" ")
    if before and cues.preposition.match(line) is not None and _is_he(pronoun, cues):
        at = len(before) + 1
    elif cues.saying.fullmatch(verb.group()) is not None and not named:
        if not _says_as_body(line[: verb.start()], cues):
            return line
        link, _, rest = line[verb.end() + 1 :].partition(" ")
        at = verb.end() + 1 + (len(link) + 1) * (link in cues.words["relative_links"])
        pronoun = (rest if link in cues.words["relative_links"] else f"{link} {rest}").partition(" ")[0]
    else:
        return line
    who = _who(pronoun, line, telling, cues) if _is_he(pronoun, cues) else ""
    return f"{line[:at]}{who}{line[at + len(pronoun) :]}" if who else line


def _is_he(word: str, cues: Cues) -> bool:
    return word.lower() in cues.words["he"]


def _says_as_body(before: str, cues: Cues) -> bool:
    """Whether the subject of a verb of saying is no person: one word with its article ("the court")."""
    words = before.split()
    people = cues.words["small_titles"] | cues.words["heads"]
    determined = cues.determined.match(before) is not None
    return determined and words[-1].lower() not in people and len(words) == 2


def with_country(line: str, telling: Telling, cues: Cues) -> str:
    """Put the name in the place of "its", "the country", "the company" or "the two sides" at the head."""
    if telling.owner and (its := cues.its.match(line)) is not None:
        return _put(telling.owner, f"’{line[its.end() :]}")
    for cue, name in (
        (cues.country, telling.country),
        (cues.sides, telling.sides),
        (cues.company, telling.company),
    ):
        if name and (found := cue.match(line)) is not None:
            return _put(name, line[found.end() :])
    return line


def _put(name: str, rest: str) -> str:
    """A name before ``rest``: for "the two sides’ talks" it gives "Oslo and Moss’s talks"."""
    return f"{name}’s{rest[1:]}" if rest[:2] in ("’ ", "' ") else name + rest
