"""Which searches find many events is chosen when these are written, and what they find made ready."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from data.store.connection import Connection
from data.store.packed import pack
from data.store.sqlite.beginnings import LAST_CHARACTER
from data.store.sqlite.bits import bits_of
from data.store.sqlite.frequent import Frequent
from data.store.sqlite.schema import APART, SORT_WORDS, TEXTS, TOKENIZED
from data.store.sqlite.words import WITH_LETTERS, WORD_COLUMNS, Words, word_columns
from data.store.tables.event_rows import Searched

MANY = 200_000
"""Events; of fewer the search tells in time what any word finds."""
_SHARE = 8  # a search that finds one event in so many is kept ready
_SHARE_OF_SORT = 64  # the same of sorts, which are few and asked for often
_SAMPLE = 2_000  # events of which the words are looked at
_CHANGED = 32  # sets are made anew when one event in so many has come or gone

_SEARCHED_IN = {
    "title": "{title passage}", "passage": "{title passage}", "who": "{who}", "place": "{place}",
    "source": "{source}",
}  # fmt: skip
_PRIVATE = frozenset((APART, *SORT_WORDS.values()))
_SAMPLING = (
    f"CREATE VIRTUAL TABLE temp.sampled USING fts5 ({TEXTS}, content = '', {TOKENIZED})",
    "CREATE VIRTUAL TABLE temp.sampled_word USING fts5vocab (temp, sampled, instance)",
)


class FrequentWords(Frequent, Words):
    """Keeps the sets of frequent searches."""

    def _clear_timeline(self, connection: Connection) -> None:
        super()._clear_timeline(connection)
        forget_frequent(connection)

    def _write_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        written = [*texts]
        super()._write_words(connection, written)
        if not self._at_once and _is_any(connection):
            self._note_since(connection, written)
            connection.executemany(
                f"INSERT INTO recent_text ({WORD_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                map(word_columns, written),
            )

    def _drop_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        dropped = [*texts]
        super()._drop_words(connection, dropped)
        if not _is_any(connection):
            return
        listed = (self._listed(text.position for text in dropped),)
        rows = connection.execute(
            f"SELECT position FROM frequent_since WHERE {self._among('position')}", listed
        )
        recent = {position for (position,) in rows}
        connection.executemany(
            f"INSERT INTO recent_text (recent_text, {WORD_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            (word_columns(text) for text in dropped if text.position in recent),
        )
        self._note_since(connection, dropped)

    def _note_since(self, connection: Connection, texts: Iterable[Searched]) -> None:
        connection.executemany(
            "INSERT OR IGNORE INTO frequent_since VALUES (?)", [(text.position,) for text in texts]
        )

    def _make_ready(self, connection: Connection) -> None:
        (size,) = connection.execute("SELECT coalesce(sum(count + hidden), 0) FROM month").fetchone()
        if size < MANY:
            if 2 * size < MANY:
                forget_frequent(connection)
            return
        (changed,) = connection.execute("SELECT count(*) FROM frequent_since").fetchone()
        if _is_any(connection) and changed * _CHANGED <= size:
            return
        self.forget()  # what is known of the state before
        known = dict(connection.execute("SELECT search, number FROM frequent"))
        made: dict[str, int] = {}
        for searches in self._frequent_searches(connection):
            former = next((search for search in searches if search in known), None)
            bits = self._put_together_of(searches[0], made) if former is None else self._ready(former)
            packed = pack(bits.to_bytes(bits.bit_length() // 8 + 1, "little"))
            number = None if former is None or known[former] in made.values() else known[former]
            made |= dict.fromkeys(searches, _put(connection, number, packed))
        connection.execute("DELETE FROM frequent")
        connection.executemany("INSERT INTO frequent VALUES (?, ?)", made.items())
        connection.execute("DELETE FROM frequent_set WHERE number NOT IN (SELECT number FROM frequent)")
        _forget_since(connection)
        self.forget()

    def _put_together_of(self, search: str, made: Mapping[str, int]) -> int:
        """What a search finds, read from the sets of longer beginnings as far as these are made."""
        bits, others = 0, []
        for part in self._parts_of(search):
            if part in made:
                bits |= self._set_at(made[part])
            else:
                others.append(part)
        (last,) = self._ask("SELECT max(position) FROM event").fetchone()
        statement = "SELECT group_concat(rowid) FROM event_text WHERE event_text MATCH ?"
        return bits | bits_of(chain.from_iterable(self._told(statement, (part,)) for part in others), last)

    def _parts_of(self, search: str) -> Iterator[str]:
        """Searches for a beginning by itself, and for it with each letter that goes on from there."""
        columns, _, beginning = search.removesuffix('" *').partition(' : "')
        if not search.endswith("*"):
            yield search
            return
        after = beginning
        while word := self._first_word("word >= ? ORDER BY word", after):
            if not word.startswith(beginning):
                return
            if word == beginning:
                yield f'{columns} : "{word}"'
                after = f"{word}\0"
            else:
                longer = word[: len(beginning) + 1]
                yield f'{columns} : "{longer}" *'
                after = longer + LAST_CHARACTER

    def _frequent_searches(self, connection: Connection) -> Iterable[list[str]]:
        """What finds many events of a sample: searches for the same words together, longer ones first."""
        exact, beginning, size = self._sampled(connection)
        frequent = [
            (word, columns, star)
            for found, star in ((exact, ""), (beginning, " *"))
            for (columns, word), events in found.items()
            if len(events) * (_SHARE_OF_SORT if word in _PRIVATE else _SHARE) >= size
        ]
        alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for word, columns, star in sorted(frequent, key=lambda one: (one[2], -len(one[0]))):
            alike[columns, *(self._ends_of(word) if star else (word, word))].append(
                f'{columns} : "{word}"{star}'
            )
        return alike.values()

    def _sampled(
        self, connection: Connection
    ) -> tuple[dict[tuple[str, str], set[int]], dict[tuple[str, str], set[int]], int]:
        """By where is searched and word, and by beginning, the events of a sample; and how many it has."""
        (last,) = connection.execute("SELECT max(position) FROM event").fetchone()
        positions = {
            position
            for number in range(_SAMPLE)
            for (position,) in connection.execute(
                "SELECT position FROM event WHERE position >= ? ORDER BY position LIMIT 1",
                (last * number // _SAMPLE,),
            )
        }
        for statement in _SAMPLING:
            connection.execute(statement)
        connection.executemany(
            f"INSERT INTO temp.sampled ({WORD_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            map(word_columns, self._texts_at(connection, sorted(positions))),
        )
        exact: dict[tuple[str, str], set[int]] = defaultdict(set)
        beginning: dict[tuple[str, str], set[int]] = defaultdict(set)
        for word, event, column in connection.execute(
            f"SELECT term, doc, col FROM temp.sampled_word {WITH_LETTERS}"
        ):
            exact[_SEARCHED_IN[column], word].add(event)
        for (columns, word), events in exact.items():
            if word not in _PRIVATE:
                for length in range(1, len(word) + 1):
                    beginning[columns, word[:length]] |= events
        for table in ("sampled_word", "sampled"):
            connection.execute(f"DROP TABLE temp.{table}")
        return exact, beginning, len(positions)

    def _ends_of(self, beginning: str) -> tuple[str, str]:
        """The first and the last word that begin so, of which one is known."""
        last = self._first_word("word <= ? ORDER BY word DESC", beginning + LAST_CHARACTER)
        return self._first_word("word >= ? ORDER BY word", beginning), last

    def _first_word(self, condition: str, bound: str) -> str:
        """The first word of which a condition is true, empty if there is none."""
        row = self._ask(f"SELECT word FROM word WHERE {condition} LIMIT 1", (bound,)).fetchone()
        return "" if row is None else str(row[0])


def forget_frequent(connection: Connection) -> None:
    """Take away what is kept of frequent searches."""
    connection.execute("DELETE FROM frequent")
    connection.execute("DELETE FROM frequent_set")
    _forget_since(connection)


def _forget_since(connection: Connection) -> None:
    connection.execute("DELETE FROM frequent_since")
    connection.execute("INSERT INTO recent_text (recent_text) VALUES ('delete-all')")


def _is_any(connection: Connection) -> bool:
    """Whether there are sets that what is written must be told to."""
    return connection.execute("SELECT 1 FROM frequent LIMIT 1").fetchone() is not None


def _put(connection: Connection, number: int | None, packed: bytes) -> int:
    """Keep a set in the place of that of a number, or under a new one; its number."""
    rows = connection.execute(
        "INSERT INTO frequent_set VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET bits = excluded.bits"
        " RETURNING number",
        (number, packed),
    )
    return int(rows.fetchall()[0][0])
