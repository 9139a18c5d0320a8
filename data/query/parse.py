"""The query language: text to tree, mistakes to one clear line with their place.

query  = all, { "OR", all } ;
all    = term, { [ "AND" ], term } ;
term   = ( "not" | "-" ), term | "(", query, ")" | [ field, ":" ], ( word | quoted ) ;
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from data.errors import QueryError
from data.query.dates import read_date
from data.query.fields import FIELDS, FieldRule
from data.query.tree import And, DateReading, Field, Node, Not, Or, Query, Relation, When, Words

MOST_TERMS = 200
"""Words and fields in one query: far beyond what is typed, well below what engines refuse."""
MOST_DEPTH = 40
"""Parentheses and negations inside one another."""

_RULES = {rule.name: rule for rule in FIELDS}
_RELATIONS: dict[str, Relation] = {"on": "on", "after": "after", "before": "before"}
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"([^\W\d_]+):")
_WORD = re.compile(r'[^\s()"“”]+')
_OPERATOR = re.compile(r"(OR|AND|not|NOT)(?=[\s()\"“]|$)")
_QUOTED = re.compile(r'"([^"]*)"|“([^”"]*)[”"]')
_QUOTES = '"“”'
# Engines take NUL for the end of a text and refuse half a surrogate pair.
_UNUSABLE = dict.fromkeys(range(0x20), " ") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def parse(text: str, *, today: int | None = None) -> Query:
    """Read a query; ``today`` is the day that "last summer" is counted from, without it the clock's.

    Raises :class:`data.errors.QueryError`.
    """
    return _Parser(text, today).query()


@dataclass(slots=True)
class _Value:
    text: str
    quoted: bool
    position: int


class _Parser:
    def __init__(self, text: str, today: int | None) -> None:
        self.written = text
        self.text = text.translate(_UNUSABLE)
        self.today = today
        self.position = 0
        self.depth = 0
        self.terms = 0
        self.readings: list[DateReading] = []

    def query(self) -> Query:
        self._skip()
        if self._at_end():
            return Query(self.written, None)
        root = self._any()
        if not self._at_end():
            raise self._mistake("this parenthesis was never opened", "Take it out, or open one before it.")
        return Query(self.written, root, tuple(self.readings))

    def _any(self) -> Node:
        terms = [self._all()]
        while self._takes("OR"):
            terms.append(self._all())
        return terms[0] if len(terms) == 1 else Or(tuple(terms))

    def _all(self) -> Node:
        terms = [self._term()]
        while not (self._at_end() or self._sees("OR") or self._sees(")")):
            self._takes("AND")
            terms.append(self._term())
        return terms[0] if len(terms) == 1 else And(tuple(terms))

    def _term(self) -> Node:
        if self._at_end() or self._sees(")") or self._sees("OR") or self._sees("AND"):
            raise self._mistake("a word or field is missing here", self._how_to_go_on())
        if self._takes("not") or self._takes("NOT") or self._takes("-"):
            return Not(self._inside(self._term))
        if self._sees("("):
            return self._inside(self._group)
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise self._mistake(
                f"there are more than {MOST_TERMS} words and fields", "Ask for fewer at once."
            )
        name = _NAME.match(self.text, self.position)
        return self._words() if name is None else self._field(name)

    def _how_to_go_on(self) -> str:
        """What to do where a word is missing: a word of the language is looked for if it is quoted."""
        operator = _OPERATOR.match(self.text, self.position)
        return "Put one in." if operator is None else f'Put one in, or quote the word: "{operator[1]}".'

    def _inside(self, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self._mistake("too many terms are inside one another", "Take some parentheses out.")
        node = read()
        self.depth -= 1
        return node

    def _group(self) -> Node:
        opened = self.position
        self._takes("(")
        node = self._any()
        if not self._takes(")"):
            raise self._mistake("this parenthesis is not closed", "Put a ) where it ends.", opened)
        return node

    def _words(self) -> Node:
        value = self._value()
        if value is None:
            raise self._mistake("a word is missing here", "Put one in, or take the rest out.")
        self._readable(value)
        return Words(value.text, exact=value.quoted)

    def _field(self, name: re.Match[str]) -> Node:
        rule = _RULES.get(name[1].lower())
        if rule is None:
            raise self._mistake(f"there is no field “{name[1]}”", _choose(name[1].lower(), list(_RULES)))
        self.position = name.end()
        value = self._value()
        if value is None:
            raise self._mistake(f"“{rule.name}:” has nothing after it", f"Write it like {rule.example}")
        if rule.kind == "date":
            return self._when(rule, value)
        if rule.kind == "choice":
            return self._choice(rule, value)
        if rule.kind == "words":
            self._readable(value)
        return Field(rule.name, value.text.strip(), exact=value.quoted)

    def _when(self, rule: FieldRule, value: _Value) -> Node:
        try:
            reading = read_date(value.text, today=self.today)
        except ValueError as error:
            raise self._mistake(
                f"{error}", "Write it like 2022, 2022-09, 2022-09-16 or “last summer”.", value.position
            ) from error
        relation = _RELATIONS[rule.name]
        if (relation == "after" and reading.end is None) or (relation == "before" and reading.start is None):
            edge = "last" if relation == "after" else "first"
            raise self._mistake(
                f"“{value.text}” has no {edge} day", "Use on: for an open interval.", value.position
            )
        self.readings.append(reading)
        return When(relation, reading.start, reading.end)

    def _choice(self, rule: FieldRule, value: _Value) -> Node:
        choices = [choice for choice, _ in rule.choices]
        chosen = value.text.strip().lower()
        if chosen not in choices:
            hint = _choose(chosen, choices, f"{rule.name}:")
            raise self._mistake(f"“{rule.name}:” knows no “{value.text}”", hint, value.position)
        return Field(rule.name, chosen)

    def _value(self) -> _Value | None:
        """The word or the quoted words here, None if there are none; skips the space after them."""
        start = self.position
        if start < len(self.text) and self.text[start] in _QUOTES:
            quoted = _QUOTED.match(self.text, start)
            if quoted is None:
                raise self._mistake("this quote is not closed", 'Put a " where the words end.')
            words = quoted[1] if quoted[1] is not None else quoted[2]
            if not words.strip():
                raise self._mistake("there is nothing between the quotes", "Put words in, or take them out.")
            self._skip(quoted.end())
            return _Value(words, True, start)
        word = _WORD.match(self.text, start)
        if word is None:
            return None
        self._skip(word.end())
        return _Value(word[0], False, start)

    def _readable(self, value: _Value) -> None:
        if not any(unicodedata.category(character)[0] in "LN" for character in value.text):
            raise self._mistake(
                f"“{value.text}” has no letter or digit to look for", "Take it out.", value.position
            )

    def _sees(self, operator: str) -> bool:
        if operator in "()-":
            return self.text.startswith(operator, self.position)
        found = _OPERATOR.match(self.text, self.position)
        return found is not None and found[1] == operator

    def _takes(self, operator: str) -> bool:
        sees = self._sees(operator)
        if sees:
            self._skip(self.position + len(operator))
        return sees

    def _skip(self, position: int = 0) -> None:
        match = _SPACE.match(self.text, position)
        self.position = position if match is None else match.end()

    def _at_end(self) -> bool:
        return self.position == len(self.text)

    def _mistake(self, reason: str, hint: str, position: int | None = None) -> QueryError:
        return QueryError(reason, hint, self.position if position is None else position, self.written)


def advice(text: str) -> str:
    """What to try with a query that finds nothing; empty if there is nothing to say.

    "or" in small letters is a word like any other.
    """
    return "OR in capitals widens: a OR b." if "or" in _QUOTED.sub(" ", text).split() else ""


def _choose(word: str, choices: Sequence[str], before: str = "") -> str:
    """A hint with the nearest choice, or with all of them."""
    near = get_close_matches(word, choices, 1)
    if near:
        return f"Did you mean {before}{near[0]}?"
    return f"There are {', '.join(choices)}; quote the whole to look for it as words."
