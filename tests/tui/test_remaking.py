"""Events are made anew beside the keys."""

from __future__ import annotations

import subprocess
import sys


def test_what_makes_events_anew_is_loaded_in_its_own_thread():
    # It takes as long to load as many keys take: the one that merged would hold up the next.
    script = (
        "import sys, threading\n"
        "from types import SimpleNamespace\n"
        "from tui.app import Dateline\n"
        "from tui.background import remaking\n"
        "told = threading.Event()\n"
        "def closed():\n"
        "    told.wait(20)\n"
        "    raise OSError('no disk')\n"
        "begin = lambda change: remaking.remake_events(closed, change, lambda _: None)\n"
        "Dateline.remake(SimpleNamespace(change_collection=begin))\n"
        "loaded = {'data.pipeline', 'data.building.remaking'} & {*sys.modules}\n"
        "told.set()\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
