"""What a run of capitalised words names, as far as its own words and those beside it tell."""

from __future__ import annotations

from collections.abc import Sequence

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.names.found import Found
from data.events.names.name import Name
from data.events.names.parting import name_alone, names_nobody
from data.events.names.placed import (
    WELL_KNOWN,
    is_located,
    is_of_a_place,
    is_where,
    is_within,
    names_occasion,
    word_before,
    word_behind,
)
from data.events.names.runs import Run

_LONGEST_PERSON = 5
# Shorter words in capitals are letters that stand for a name.
_SHORTEST_CAPITALS = 4


class Deciding:
    """Takes up the runs of one document into what is ``found`` of its names."""

    def __init__(self, text: str, cues: Cues, atlas: Gazetteer, found: Found) -> None:
        self._text = text
        self._cues = cues
        self._atlas = atlas
        self._found = found

    def take(self, run: Run) -> None:
        """Take up what a run names; a lone word is decided when the whole document is read."""
        if places := self._places_named(run):
            self._found.names += places
            return
        if names_nobody(run, self._text, self._cues, self._atlas):
            return
        if place := self._place_of_a_noun(run):
            self._found.names.append(place)
        elif rest := self._behind_place(run):
            self.take(rest)
        elif run.opens and not run.titled and (place := self._behind_a_verb(run)) is not None:
            self._found.names.append(place)
        elif (part := name_alone(run, self._text, self._cues)) is not run:
            if part is not None:
                self.take(part)
        elif " " in run.text:
            self._take_several(run)
        elif "-" not in run.text or not self._parts_of_pair(run):
            self._found.singles.append(run)
            if not run.opens:
                self._found.inside[run.text] += 1

    def _place_of_a_noun(self, run: Run) -> Name | None:
        """The place that a noun beside a run tells it to be ("Gardermoen airport", "the battle of Holm")."""
        if run.titled:
            return None
        if word_behind(self._text, run.end) in self._cues.words["kinds_of_place"] or is_of_a_place(
            self._text, run.start, self._cues
        ):
            return Name(run.start, run.end, run.start, run.text, "place", True)
        return None

    def _behind_place(self, run: Run) -> Run | None:
        """Whoever is named behind a place, which is taken up ("Moscow of Modi"); None without one."""
        first, of, rest = run.text.partition(" of ")
        if not of or first not in self._atlas.places:
            return None
        end = run.end - len(rest)
        if first not in self._cues.words["kinds_of_regions"]:
            place = self._atlas.places[first].name
            self._found.names.append(Name(run.start, end - len(of), run.start, place, "place"))
        return Run(end, run.end, end, rest, False, False)

    def _take_several(self, run: Run) -> None:
        """Take up what several words name, with the surname of a person."""
        words = run.text.split(" ")
        told = self._of_several_words(run, words)
        if told is None:
            return
        self._found.names.append(told)
        if told.kind == "person":
            self._found.surnames.setdefault(words[-1], set()).add(run.text)
            if word_before(self._text, run.chain) in self._cues.words["kin"]:
                self._found.kin.add(run.text)
            if not run.titled and is_within(run, words[0], self._text, self._cues):
                self._found.within[run.text] += 1

    def _behind_a_verb(self, run: Run) -> Name | None:
        """The place behind a verb with which a sentence begins ("Leaving Oslo, she left"); None without."""
        verb, _, rest = run.text.partition(" ")
        place = self._atlas.places.get(rest)
        if (
            place is None
            or not verb.endswith(tuple(self._cues.words["verb_endings"]))
            or verb in self._atlas.places
        ):
            return None
        start = run.end - len(rest)
        return Name(start, run.end, start, place.name, "place")

    def _places_named(self, run: Run) -> list[Name]:
        """The places that a run names: a place, a building with its city, or the capital of a people."""
        text, cues, atlas = self._text, self._cues, self._atlas
        name = run.text
        if name in atlas.venues and (is_located(run, text, cues) or names_occasion(text, run.end, cues)):
            return [
                Name(run.start, run.end, run.start, one, "place", True) for one in (name, atlas.venues[name])
            ]
        place = atlas.places.get(name)
        if place is None and name.isupper() and len(name) > _SHORTEST_CAPITALS:
            place = atlas.places.get(name.title())
        region = name in cues.words["kinds_of_regions"] and text.startswith(" of ", run.end)
        if place is not None and not run.titled and not region:
            located = is_located(run, text, cues) or names_occasion(text, run.end, cues)
            told_of = text.startswith(", ", run.end) and is_where(text, run.end + len(", "), cues)
            if located or told_of or place.kind != "city" or place.inhabitants >= WELL_KNOWN:
                return [Name(run.start, run.end, run.start, place.name, "place", located)]
        people = name.removeprefix("The ")
        if people in atlas.peoples and cues.capital_word.match(text, run.end):
            capital = atlas.capitals.get(atlas.peoples[people])
            if capital is not None:
                return [Name(run.start, run.end, run.start, capital, "place", True)]
        return []

    def _of_several_words(self, run: Run, words: Sequence[str]) -> Name | None:
        """The body, building or person that several words name; None if they name a thing, or nothing."""
        text, cues = self._text, self._cues
        lists = cues.words
        if words[-1] in lists["thing_words"] or (words[0] in lists["thing_heads"] and not run.titled):
            return None
        is_body = (
            run.body
            or not lists["organisation_words"].isdisjoint(words)
            or any(word[0].islower() and word in lists["binds_names"] for word in words)
        )
        body = Name(run.start, run.end, run.chain, run.text, "organisation")
        if run.opens and text.startswith(":", run.end) and not (is_body or words[0] in lists["given_names"]):
            # "Human Trafficking Issue: ..." is what a point is about.
            return None
        if words[0] in self._atlas.peoples and not run.titled:
            return body if is_body else None
        if words[-1] in lists["building_words"] and is_located(run, text, cues):
            return Name(run.start, run.end, run.start, run.text, "place", True)
        named_so = not run.titled and words[0] not in lists["given_names"]
        if words[-1] in lists["nature_words"] and named_so and not is_body:
            return Name(run.start, run.end, run.start, run.text, "place", is_located(run, text, cues))
        if named_so and run.chain == run.start and self._has_article(run):
            # "the Storfjord Relay": no person has an article.
            is_body = True
        is_body = is_body or (named_so and cues.firm_behind.match(text, run.end) is not None)
        # "IG Metall leader Jonas Berg"
        is_body = is_body or (not run.titled and word_behind(text, run.end) in lists["small_titles"])
        if words[-1] in lists["building_words"] and not (run.titled or words[0] in lists["masculine_names"]):
            is_body = is_body or words[0] not in lists["feminine_names"]
        if is_body or len(words) > _LONGEST_PERSON:
            return body if is_body or not run.titled else None
        return body._replace(kind="person")

    def _has_article(self, run: Run) -> bool:
        """Whether the article of the language stands right before a name."""
        article = self._cues.article
        return article != "" and self._text[max(0, run.start - len(article)) : run.start].lower() == article

    def _parts_of_pair(self, run: Run) -> bool:
        """Take "India-Russia" apart; True if each part is a place or a people."""
        atlas, halves = self._atlas, self._cues.words["halves_of_pairs"]
        parts = run.text.split("-")
        if parts[1:] and parts[1][:1].islower():
            place = atlas.places.get(parts[0])
            if place is not None:
                self._found.names.append(
                    Name(run.start, run.start + len(parts[0]), run.start, place.name, "place", False)
                )
            return place is not None
        if not all(part in atlas.places or part in atlas.peoples or part in halves for part in parts):
            return False
        at = run.start
        for part in parts:
            place = atlas.places.get(part)
            if place is not None:
                self._found.names.append(Name(at, at + len(part), at, place.name, "place", False))
            at += len(part) + 1
        return True
