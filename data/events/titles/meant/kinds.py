"""Which club "the club" is, and which town "the town": the only one of its kind that the document names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.place_line import home
from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.patterns import UPPER, alternatives
from data.model import Sentence

_BARE = re.compile(r"The (?P<noun>[a-z]{4,})(?=[’'\s])")
_RUN = rf"[{UPPER}][\w.&’'-]*[\w.]"


class Kinds:
    """The bodies and towns that one document calls by what they are."""

    def __init__(self, text: str, sentences: Sequence[Sentence], cues: Cues) -> None:
        self.text = text
        self.sentences = sentences
        self.cues = cues
        # The name of a noun, and where it first stands: a body is known once it is named.
        self.known: dict[str, tuple[str, int]] = {}

    def named(self, line: str, start: int) -> str:
        """The line with the name of its subject; as it is if several may be meant, or none is named.

        Args:
            line: a title ("The club was relegated").
            start: where its sentence begins in the text.
        """
        bare = _BARE.match(line)
        if bare is None:
            return line
        behind = bare.end() + 1
        if line[bare.end()] == " " and self.cues.finite_word.match(line, behind) is None:
            return line
        noun = bare["noun"]
        if noun not in self.known:
            of_town = noun in self.cues.words["called_of"]
            self.known[noun] = self._town(noun) if of_town else self._body(noun)
        name, since = self.known[noun]
        return f"{name}{line[bare.end() :]}" if name and since < start else line

    def _body(self, noun: str) -> tuple[str, int]:
        """The only body whose name ends with a word for its kind, or has it before "of"."""
        called = self.cues.words[f"called_{noun}"]
        told = [end for end in (noun.capitalize(), *called) if f" {end}" in self.text]
        if not told:
            return "", 0
        ends = alternatives(told)
        pattern = (
            rf"(?<![\w’'-])(?P<article>[Tt]he )?(?P<name>(?:{_RUN} (?:and )?){{0,4}}(?:{ends})\b"
            rf"(?P<of> of {_RUN}(?: {_RUN})?)?)(?! [{UPPER}])"
        )
        found: dict[str, tuple[str, int]] = {}
        idle = self.cues.words["small_words"]
        for one in re.finditer(pattern, self.text):
            words = one["name"].split(" ")
            while words and words[0].lower() in idle:
                words = words[1:]
            if len(words) > 1:
                article = "The " if one["article"] or one["of"] else ""
                found.setdefault(" ".join(words), (f"{article}{' '.join(words)}", one.start()))
        return next(iter(found.values())) if len(found) == 1 else ("", 0)

    def _town(self, noun: str) -> tuple[str, int]:
        """The town that a document calls so ("the town of Moss"), or is sent from."""
        found = {
            one[1]: (one[1], one.start())
            for one in re.finditer(rf"\b{noun} of ({_RUN}(?: {_RUN})?)", self.text)
        }
        place = home(self.text, self.sentences)[0]
        if not found and place in gazetteer().places and gazetteer().places[place].is_city:
            return place, -1
        return next(iter(found.values())) if len(found) == 1 else ("", 0)
