"""The screen over a million events, measured from outside in a pseudo-terminal, beside lnav on the same rows.

python -m tests.benchmarks.screen [FILE]

An existing FILE is measured as it is; otherwise a collection is filled first, which takes minutes. The
harness stands beside this repository; lnav is Debian's.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data import days
from data.order import begin_day
from data.store import open_collection
from data.store.records import Selection
from tests.benchmarks.measure_store import EVENTS, fill
from tests.benchmarks.startup import BARE, DATELINE, EVENTS_SHOWN, painted
from tests.benchmarks.startup import RUNS as STARTS
from tests.benchmarks.tables import ROOT, write_table
from tests.store.synthetic import Synthetic

HARNESS = ROOT.parent / "shared" / "tools" / "measure_tui.py"
RUNS = 3
_PAGE = 10_000
_KEYS = ("--key", "j*120", "--hold", "j*60@30", "--key", "pagedown*20", "--pause", "1", "--pause", "3")
_LIMITS = {
    "first paint, ms": "1.15 x bare", "MiB": "60", "cursor key, ms / p95": "5", "cursor key, bytes": "800",
    "scrolling key, ms": "10", "scrolling key, bytes": "1,000", "held key, bytes each": "1,000",
    "page, ms / p95": "15 / 30", "page, bytes": "10,000",
    "filter to new list, ms": "60", "counts follow, ms": "500", "jump to a date, ms": "12",
    "idle 3 s, bytes": "0", "quit, ms": "400",
}  # fmt: skip


def main(place: Path | None = None) -> None:
    """Measure, and write ``results/screen.md``."""
    if not HARNESS.exists():
        print(f"the harness is not beside this repository: {HARNESS}", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        synthetic = Synthetic(EVENTS)
        place = place or folder / "measured.dateline"
        if not place.exists():
            fill(synthetic, place)
        word = synthetic.vocabulary.words[5_000]
        tried = {
            "bare Textual app": lambda: _bare(folder),
            "dateline": lambda: _dateline(folder, place, word),
            "lnav": lambda: _lnav(folder, place, word),
        }
        found = {label: measure() for label, measure in tried.items()}
        for label, told in _first_paints(folder, place).items():
            found[label]["first paint, ms"] = told
        events = _events(place)
    rows = [(what, limit, *(one.get(what, "") for one in found.values())) for what, limit in _LIMITS.items()]
    write_table(
        "screen",
        f"The screen over {events:,} events",
        ("", "limit", *found),
        rows,
        f"120x40, medians of {RUNS} runs, from the key's write to the last byte of its answer; the detail, "
        "which follows when the keys rest for 80 ms, is in the held key's bytes. Of 120 cursor keys the "
        "dearest is one that scrolls by a line. The bare app and dateline "
        f"are started {STARTS} times in turn. lnav shows the same rows as a log of one line each; it reads "
        "its file anew at each start.",
    )


def _first_paints(folder: Path, place: Path) -> dict[str, str]:
    """Those of a bare app and of the program, run in turn, with their ratio."""
    times = painted(
        {
            "bare Textual app": ([sys.executable, str(folder / "bare.py")], "bare ready"),
            "dateline": ([DATELINE, "-c", str(place)], EVENTS_SHOWN),
        },
        _environment(folder),
    )
    bare, program = (statistics.median(taken) for taken in times.values())
    return {"bare Textual app": f"{bare:.0f}", "dateline": f"{program:.0f} ({program / bare:.2f} x bare)"}


def _events(place: Path) -> int:
    store = open_collection(place)
    try:
        return store.totals().events
    finally:
        store.close()


def _measured(folder: Path, command: Sequence[str], ready: str, steps: Sequence[str], leave: str) -> Any:
    settings = [part for name, value in _environment(folder).items() for part in ("--env", f"{name}={value}")]
    done = subprocess.run(
        [
            sys.executable, str(HARNESS), "--json", "--timeout", "10", "--runs", str(RUNS),
            "--ready", ready, *steps,
            "--quit", leave, *settings, "--", *command,
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def _environment(folder: Path) -> dict[str, str]:
    """A user's folders that are empty, and bytecode that is kept, as it is where the program is installed."""
    folders = dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), str(folder))
    return {**folders, "TEXTUAL_ANIMATIONS": "none", "PYTHONDONTWRITEBYTECODE": ""}


def _bare(folder: Path) -> dict[str, str]:
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    made = _measured(folder, [sys.executable, str(script)], "bare ready", [], "ctrl+q")
    return {"MiB": f"{made['rss_mib']:.0f}"}


def _dateline(folder: Path, place: Path, word: str) -> dict[str, str]:
    steps = [
        *_KEYS,
        "--type", f"f{word}", "--until", rf"counting \.\.\.|events.* {word}\s*$",
        "--type", "\\n", "--type", "\\e", "--until", "i: [0-9]",
        "--type", "d1985", "--type", "\\n", "--until", "198[45]  [0-9]",
    ]  # fmt: skip
    made = _measured(folder, [DATELINE, "-c", str(place)], "events", steps, "Q")
    counts = _measured(
        folder,
        [DATELINE, "-c", str(place)],
        "events",
        [
            "--pause",
            "2",
            "--type",
            "fafter:2019\\n",
            "--until",
            r"\d of [\d,]+ events.*after:2019\s*$",
            "--type",
            "\\e",
            "--until",
            "i: [0-9]",
        ],
        "Q",
    )
    return _told(made, counts["steps"][1]["until_ms"])


def _lnav(folder: Path, place: Path, word: str) -> dict[str, str]:
    if shutil.which("lnav") is None:
        return {}
    log = folder / "rows.log"
    _write_log(place, log)
    steps = [
        "--wait-idle", "--key", "g*1", *_KEYS,
        "--type", f":filter-in {word}\\n", "--until", "Lines not shown",
        "--type", f":delete-filter {word}\\n", "--pause", "2",
        "--type", ":goto 1985-01-01\\n", "--until", "❭1985",
    ]  # fmt: skip
    made = _measured(folder, ["lnav", "-q", str(log)], r"\d{4}-\d\d", steps, "q")
    return _told(made, None)


def _write_log(place: Path, log: Path) -> None:
    """The dated rows of the timeline, one line each, as lnav reads them."""
    store = open_collection(place)
    try:
        with log.open("w", encoding="utf-8") as file:
            count = store.count(Selection())
            for first in range(0, count, _PAGE):
                for row in store.rows(Selection(), first, _PAGE):
                    day = begin_day(row.start, row.end)
                    if day is not None:
                        file.write(f"{days.iso(day)} 00:00:00,000 INFO {row.title} {row.publishers}\n")
    finally:
        store.close()


def _told(made: Any, counted: float | None) -> dict[str, str]:
    steps = made["steps"]
    key, held, page, idle = (
        next(step for step in steps if step["step"].startswith(name))
        for name in ("key j", "hold j", "key pagedown", "pause 3")
    )
    typed = [step for step in steps[4:] if step.get("until_ms") is not None]
    told = {
        "first paint, ms": f"{made['first_paint_ms']:.0f}",
        "MiB": f"{made['end_rss_mib']:.0f}",
        "cursor key, ms / p95": _spread(key["last_byte_ms"]),
        "cursor key, bytes": f"{key['bytes']['median']:.0f}",
        "scrolling key, ms": f"{key['last_byte_ms']['max']:.1f}",
        "scrolling key, bytes": f"{_dearest(made):,.0f}",
        "held key, bytes each": f"{held['bytes_per_press']:.0f}",
        "page, ms / p95": _spread(page["last_byte_ms"]),
        "page, bytes": f"{page['bytes']['median']:,.0f}",
        "filter to new list, ms": f"{typed[0]['until_ms']:.0f}" if typed else "",
        "jump to a date, ms": f"{typed[-1]['until_ms']:.0f}" if typed else "",
        "idle 3 s, bytes": f"{idle['bytes_total']:.0f}",
        "quit, ms": f"{made['quit']['ms']:.0f}" if made["quit"]["ms"] else "",
    }
    if counted is not None:
        told["counts follow, ms"] = f"{counted:.0f}"
    return told


def _dearest(made: Any) -> float:
    """The bytes of the dearest key, in the run where it took the fewest.

    On a busy machine the detail of the event before, some 2,500 bytes, may come so late that it counts for
    the next key.
    """
    runs = (step for run in made["runs"] for step in run["steps"] if step["step"].startswith("key j"))
    return float(min(step["bytes"]["max"] for step in runs))


def _spread(one: dict[str, float]) -> str:
    return f"{one['median']:.1f} / {one['p95']:.1f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
