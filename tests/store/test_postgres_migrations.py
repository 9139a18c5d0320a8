"""Collections of earlier versions on a server open, with all that was in them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from data.query import select
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.postgres_server import OWNER, Server
from tests.store.made import day, document, event, passage, put

ALL = Selection()
LOG = document("log", "The ferry sank.", "It rained.", "Ships wait.")
EVENTS = [
    event("sinking", "2024-07-08", [passage(LOG, "The ferry sank.")]),
    event("rain", "2024-07-09", [passage(LOG, "It rained.")]),
    event("waiting", None, [passage(LOG, "Ships wait.")]),
]


FILLED = """
INSERT INTO document VALUES (1, 'log', 'log.txt', 'log.txt', 0, 1, 'article', 'Log', 'Times', NULL,
    NULL, NULL, '0', 38, NULL, NULL, NULL, NULL, NULL, 'unknown', NULL);
INSERT INTO document_text VALUES (1, '[]', '[]', 'The ferry sank. It rained. Ships wait.');
INSERT INTO month VALUES (739068, 0, 2, 0, 1, 0);
INSERT INTO event VALUES (0, 'sinking', 'Event sinking', 739075, 739075, 739075, 0, NULL, NULL,
    'stated', 'event', 'happened', 0.5, 1, 1, 0, NULL, 1, 0, 1, 0);
INSERT INTO event_detail VALUES (0, NULL, '[]', '[]', '[]', '[]', NULL, NULL);
INSERT INTO passage VALUES (0, 0, 1, 0, 15);
INSERT INTO event VALUES (1, 'rain', 'Event rain', 739076, 739076, 739076, 0, NULL, NULL, 'stated',
    'event', 'happened', 0.5, 1, 1, 0, NULL, 1, 0, 0, 1);
INSERT INTO event_detail VALUES (1, NULL, '[]', '[]', '[]', '[]', NULL, NULL);
INSERT INTO passage VALUES (1, 0, 1, 16, 26);
INSERT INTO event VALUES (2, 'waiting', 'Event waiting', NULL, NULL, NULL, 0, NULL, NULL, 'stated',
    'event', 'happened', 0.5, 1, 1, 0, NULL, 1, 0, 0, 0);
INSERT INTO event_detail VALUES (2, NULL, '[]', '[]', '[]', '[]', NULL, NULL);
INSERT INTO passage VALUES (2, 0, 1, 27, 38);
"""
"""What version 1 wrote of them; the rain is hidden."""


BEFORE_8 = """
SET search_path TO dateline;
ALTER TABLE event DROP COLUMN clock;
ALTER TABLE passage DROP COLUMN clock;
UPDATE collection SET version = 7;
"""
BEFORE_6 = """
SET search_path TO dateline;
DROP TABLE coarse;
ALTER TABLE collection DROP COLUMN documents;
UPDATE collection SET version = 5;
"""
BEFORE_7 = """
SET search_path TO dateline;
DELETE FROM facet WHERE field = 'tag';
UPDATE collection SET version = 6;
"""


def test_version_1_gets_room_between_its_events(server: Server) -> None:
    name = server.new_database()
    tables = Path(__file__).with_name("postgres_version_1.sql").read_text(encoding="utf-8")
    server.sql(f"SET ROLE {OWNER};\n{tables}{FILLED}", name)
    with closing(open_collection(server.url(name), writing=True)) as store:
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["sinking", "waiting"]
        assert [row.id for row in store.rows(select("is:shown"), 0, 9)] == ["sinking"]
        assert [(month.start, month.events) for month in store.periods(ALL, "month")] == [
            (day("2024-07-01"), 1)
        ]
        assert [row.id for row in store.rows(select("is:hidden OR is:undated"), 0, 9)] == ["rain", "waiting"]
        store.change_events({"waiting"}, [event("earlier", "2020", [passage(LOG, "Ships wait.")])])
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["earlier", "sinking"]
        store.replace_events(EVENTS)
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["sinking", "rain", "waiting"]


def test_version_7_counts_tags(server: Server) -> None:
    name = server.new_database()
    tagged = [replace(EVENTS[0], tags=("port", "Port")), replace(EVENTS[2], tags=("port",))]
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, LOG)
        store.replace_events([*tagged, replace(tagged[0], id="hidden", hidden=True)])
        counts = store.facets(ALL, "tag", 9), store.facets(select("is:shown"), "tag", 9)
    server.sql(f"SET ROLE {OWNER};\n{BEFORE_8}{BEFORE_7}", name)
    with closing(open_collection(server.url(name), writing=True)) as store:
        assert (store.facets(ALL, "tag", 9), store.facets(select("is:shown"), "tag", 9)) == counts
        assert counts[0].counts == (("port", 2), ("Port", 1))


def test_version_6_counts_what_is_said_of_whole_years_and_documents(server: Server) -> None:
    name = server.new_database()
    spans = ("19XX", "197X", "1970", "1970-01", "1970-04", "1971", "-0099")
    said = [event(f"e{number}", edtf, [passage(LOG, "It rained.")]) for number, edtf in enumerate(spans)]
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, LOG)
        store.replace_events([*said, replace(said[2], id="hidden", hidden=True), EVENTS[2]])
        counts, totals = store.coarse(ALL), store.totals()
        assert len(counts) == 7
        assert totals.documents == 1
    before = server.sql("SELECT * FROM dateline.coarse ORDER BY start_day, span", name)
    server.sql(f"SET ROLE {OWNER};\n{BEFORE_8}{BEFORE_6}", name)
    with closing(open_collection(server.url(name), writing=True)) as store:
        assert (store.coarse(ALL), store.totals()) == (counts, totals)
    assert server.sql("SELECT * FROM dateline.coarse ORDER BY start_day, span", name) == before


def test_version_8_tells_times_of_day_after_the_next_building(server: Server) -> None:
    name = server.new_database()
    clocks = {"noon": "T12:00", "dawn": "TMO/START", "some time": None}
    timed = [
        replace(event(one, "2024-07-08", [replace(passage(LOG, "It rained."), clock=clock)]), clock=clock)
        for one, clock in clocks.items()
    ]
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, LOG)
        store.replace_events([replace(one, clock=None) for one in timed])
        before = [row.id for row in store.rows(ALL, 0, 9)]
    server.sql(f"SET ROLE {OWNER};\n{BEFORE_8}", name)
    with closing(open_collection(server.url(name), writing=True)) as store:
        assert [row.id for row in store.rows(ALL, 0, 9)] == before
        store.replace_events(timed)
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["dawn", "noon", "some time"]
        assert [one.passages[0].clock for one in store.events(ALL)] == ["TMO/START", "T12:00", None]
