"""Text whose width terminals do not agree about leaves what stands beside it in its place."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace

import pyte
import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from wcwidth import wcwidth

from tui.widgets.strips import fit, line, wrap
from tui.widgets.unsteady import is_unsteady, steady, widest

HINDI = "परिषद ने गुरुवार को गोदी बेच दी।"
WIDTH = 44
PLAIN, BOLD = Style(), Style(bold=True)


def narrow(character: str) -> int:
    """Spacing marks without a width, as iTerm or kitty have them."""
    return 0 if unicodedata.category(character) == "Mc" else wcwidth(character)


def generous(character: str) -> int:
    """Spacing marks of one cell, as xterm and tmux have them."""
    return 1 if unicodedata.category(character) == "Mc" else wcwidth(character)


def old(character: str) -> int:
    """Emojis of one cell, as a terminal that does not know them has them."""
    return min(generous(character), 1) if character >= "\U0001f000" else generous(character)


@pytest.fixture(params=[narrow, generous, old])
def terminal(request, monkeypatch):
    """A terminal by one of these measures, in which the second of three lines is drawn at a column."""
    monkeypatch.setattr("pyte.screens.wcwidth", request.param)
    # Else the emulator drops what stands behind a mark that Unicode does not class as combining.
    marks = SimpleNamespace(combining=bool, normalize=unicodedata.normalize)
    monkeypatch.setattr("pyte.screens.unicodedata", marks)

    def drawn(strip, column):
        screen = pyte.Screen(column + WIDTH, 3)
        stream = pyte.Stream(screen)
        stream.feed("\x1b[1;1H" + "x" * (column + WIDTH) + "\x1b[3;1H" + "z" * (column + WIDTH))
        stream.feed(f"\x1b[2;{column + 1}H" + steady(strip, column).render(Console()))
        assert [screen.display[0], screen.display[2]] == ["x" * (column + WIDTH), "z" * (column + WIDTH)]
        return ["".join(screen.buffer[1][place].data for place in range(column + WIDTH)), screen]

    return drawn


@pytest.mark.parametrize("column", [0, 7])
@pytest.mark.parametrize(
    "title", [HINDI, HINDI * 3, "🚨🚢 Dock workers 👷 marched", f"🚢 {HINDI} 🚢 {HINDI}"]
)
def test_the_count_behind_a_title_stays_in_its_column(terminal, title, column):
    strip = line([("16 Mar ● ", BOLD), (fit(title, WIDTH - 13), PLAIN), ("  12", BOLD)], WIDTH, PLAIN)

    text, screen = terminal(strip, column)

    assert strip.cell_length == WIDTH
    assert text.rstrip().endswith("  12")
    assert screen.buffer[1][column + WIDTH - 1].data == "2"
    assert screen.buffer[1][column + WIDTH - 1].bold
    assert not screen.buffer[1][column + 9].bold


def test_a_line_of_text_with_a_date_in_bold_loses_nothing(terminal):
    words = "परिषद ने 13 मार्च 2023 को गोदी बेची"
    strip = line([(words[:9], PLAIN), (words[9:22], BOLD), (words[22:], PLAIN)], WIDTH, PLAIN)

    text, _ = terminal(strip, 3)

    assert "".join(text.split()) == "".join(words.split())


def test_text_is_cut_and_wrapped_for_the_widest_reading():
    assert widest(HINDI) == cell_len(HINDI) + 6
    assert widest(fit(HINDI, 20).rstrip()) <= 20 == cell_len(fit(HINDI, 20))
    assert fit(HINDI, 28).rstrip() == HINDI
    assert fit(HINDI, 1) == "…"
    assert all(widest(HINDI[start:end]) <= 9 for start, end in wrap(HINDI, 9))


@pytest.mark.parametrize("text", ["Plain", "Größe ● ▸ …", "日本語", "Мэр", "한국어", "cafe\u0301", "ภาษาไทย"])
def test_other_lines_are_sent_as_they_are(text):
    strip = line([(text, PLAIN)], 20, PLAIN)

    assert not is_unsteady(text)
    assert steady(strip, 4) is strip
