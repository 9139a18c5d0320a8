"""Three sets of colours: the terminal's own (the default: 16 colours, light or dark, few bytes), dark, light.

What must be told apart differs in its sign or in weight, underline or reverse too, so a terminal without
colour loses nothing.
"""

from __future__ import annotations

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

LOOKS = (
    "text", "faint", "strong", "heading", "date", "conflict", "planned", "key", "bars", "window", "cursor",
    "found", "error", "passage", "said", "expression",
)  # fmt: skip
