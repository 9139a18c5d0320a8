"""The command's own arguments, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from tui.cli import main


def test_a_headless_command_never_loads_the_screen(tmp_path):
    script = (
        "import sys; from tui.cli import main; code = main(['documents', '-c', sys.argv[1]]);"
        "sys.exit(code if not any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules) else 99)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "none.dateline")], check=False, capture_output=True
    )
    assert done.returncode == 2, done.stderr


@pytest.mark.parametrize("arguments", [[], ["--today", "2024-09-30"], ["--ascii"]])
def test_without_a_terminal_it_says_what_to_do(arguments, capfd):
    assert main(arguments) == 2
    assert "dateline find QUERY" in capfd.readouterr().err


def test_a_wrong_day_is_told_in_one_line(capfd):
    assert main(["--today", "yesterday"]) == 2
    told = capfd.readouterr().err
    assert "Write it like 2024-09-30." in told
    assert told.count("\n") == 1


def test_the_session_needs_no_screen():
    script = (
        "import sys, tui.state.session; sys.exit(any(name in sys.modules for name in ('textual', 'rich')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_path_that_is_not_there_is_told_before_a_screen_opens(capfd, monkeypatch):
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert main(["biuld", "letters"]) == 2
    assert "No such file, folder or command: biuld, letters" in capfd.readouterr().err


def test_what_is_no_command_is_told_without_a_terminal_too(capfd):
    assert main(["finde", "ferry"]) == 2
    assert "No such file, folder or command: finde, ferry" in capfd.readouterr().err


def test_a_command_behind_its_options_is_told_where_it_stands(capfd):
    assert main(["-c", "letters.dateline", "find", "ferry"]) == 2
    assert "dateline: A command stands first: find. Write it before its options" in capfd.readouterr().err


def test_what_a_command_does_not_know_is_told_under_its_name(capfd):
    with pytest.raises(SystemExit):
        main(["show", "an-event", "another"])
    said = "dateline show: unrecognized arguments: another. See: dateline show --help\n"
    assert capfd.readouterr().err == said


def test_the_version_is_that_of_what_is_installed(capfd):
    assert main(["--version"]) == 0
    assert capfd.readouterr().out == f"dateline {version('dateline')}\n"


def test_help_names_the_commands(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    for word in ("build", "find", "export", "--ascii", "PATH"):
        assert word in said


def test_an_unknown_option_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--colour"])
    assert left.value.code == 2


def test_the_first_screen_waits_for_nothing_that_it_does_not_show(address):
    # No whole event, query, prompt or other screen is in the first one; each would take its time to load.
    script = (
        "import sys; from data.store import open_collection; from tui.app import Dateline;"
        "app = Dateline(open_collection(sys.argv[1]), 'small'); app.session.row_at(0);"
        "late = {'data.model', 'data.citation', 'data.query', 'data.pipeline', 'data.building.remaking',"
        "'data.marks',"
        "'data.store.compact', 'data.store.lists', 'data.store.tables.writing', 'json', 'tomllib',"
        "'tui.widgets.prompt', 'tui.screens.document', 'tui.state.judging', 'tui.background.loading'};"
        "sys.exit(', '.join(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(address)], check=False, capture_output=True)
    assert not done.stderr.strip()


def test_plain_answers_line_by_line(address, tmp_path):
    typed = "f where:delhi\n1\nf\nq\n"
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain", "-c", str(address)],
        input=typed, text=True, capture_output=True, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Summit in Delhi" in done.stdout
    assert not done.stderr


def test_plain_marks_what_the_terminal_cannot_show(address, tmp_path):
    poor = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain", "-c", str(address)],
        input="1\nq\n", text=True, capture_output=True, check=False,
        env={**os.environ, **poor, "XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u201c" in done.stdout


def test_plain_goes_on_after_bytes_that_are_no_text(address, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain", "-c", str(address)],
        input=b"f caf\xe9\nf delhi\nq\n", capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict", "XDG_DATA_HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1 event found." in done.stdout


def test_plain_is_stopped_while_it_reads(tmp_path, capfd, monkeypatch):
    def stopped(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("data.pipeline.build", stopped)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["--plain", str(tmp_path)]) == 130
    assert "stopped" in capfd.readouterr().err


def test_plain_without_standard_input_tells_the_timeline_and_ends(address, tmp_path, capfd, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["--plain", "-c", str(address)]) == 0
    assert "Summit in Delhi" in capfd.readouterr().out
