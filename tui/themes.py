"""Three sets of colours: the terminal's own (the default: 16 colours, light or dark, few bytes), dark, light.

What must be told apart differs in its sign or in weight, underline or reverse too, so a terminal without
colour loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

THEMES = (
    Theme(
        name="terminal",
        ansi=True,
        primary="ansi_cyan",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        variables={
            "heading": "ansi_cyan",
            "date": "ansi_green",
            "conflict": "ansi_red",
            "planned": "ansi_magenta",
            "key": "ansi_cyan",
            "bars": "ansi_blue",
            "found": "ansi_yellow",
            "passage": "ansi_default",
            "passage-behind": "ansi_default",
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
        },
    ),
    Theme(
        name="dark",
        primary="#7cb7e8",
        foreground="#dadada",
        background="#16181c",
        surface="#16181c",
        panel="#16181c",
        variables={
            "heading": "#7cb7e8",
            "date": "#9cc48a",
            "conflict": "#ff8a80",
            "planned": "#cfa6e8",
            "key": "#7cb7e8",
            "bars": "#5b8fbe",
            "found": "#f2d06b",
            "passage": "#ffffff",
            "passage-behind": "#2c3442",
        },
    ),
    Theme(
        name="light",
        primary="#0b5394",
        foreground="#202124",
        background="#fbfaf7",
        surface="#fbfaf7",
        panel="#fbfaf7",
        dark=False,
        variables={
            "heading": "#0b5394",
            "date": "#2e6b1f",
            "conflict": "#b3261e",
            "planned": "#7a2f9b",
            "key": "#0b5394",
            "bars": "#3a78b5",
            "found": "#8a5a00",
            "passage": "#000000",
            "passage-behind": "#efe6c8",
        },
    ),
)

# A look by its name: the variable of its colour and of the colour behind it, and its attributes. They are
# Rich styles made from the theme and not component classes of the style sheets, for sixteen of those would
# take a tenth of the time to the first screen.
LOOKS: dict[str, tuple[str, str, str]] = {
    "text": ("foreground", "background", ""),
    "faint": ("foreground", "background", "dim"),
    "strong": ("foreground", "background", "bold"),
    "heading": ("heading", "background", "bold"),
    "date": ("date", "background", ""),
    "conflict": ("conflict", "background", "bold"),
    "planned": ("planned", "background", ""),
    "key": ("key", "background", "bold"),
    "bars": ("bars", "background", ""),
    "bars-conflict": ("conflict", "background", "bold underline"),
    "window": ("foreground", "background", "underline"),
    "here": ("bars", "background", "reverse"),
    "cursor": ("foreground", "background", "reverse"),
    "found": ("found", "background", "bold underline"),
    "found-here": ("foreground", "background", "bold underline reverse"),
    "new": ("found", "background", "bold"),
    "error": ("conflict", "background", "bold"),
    "passage": ("passage", "passage-behind", "bold"),
    "said": ("passage", "passage-behind", "bold reverse"),
    "expression": ("foreground", "background", "underline"),
}


def look_of(name: str, variables: Mapping[str, str]) -> Style:
    """The style of a look in a theme, given the theme's variables."""
    colour, behind, attributes = LOOKS[name]
    colours = Style.from_color(
        Color.parse(variables[colour]).rich_color, Color.parse(variables[behind]).rich_color
    )
    return colours + Style.parse(attributes)
