"""A screen that asks for words, or for a choice, in the place of its foot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from tui.screens.keyed import Keyed
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.keys.question import Choices, Question
    from tui.widgets.chooser import Chooser
    from tui.widgets.prompt import Prompt


class Prompted(Keyed):
    """Prompt and chooser are parts of the screen like others, hidden until something is asked."""

    @cached_property
    def _prompt(self) -> Prompt:
        from tui.widgets.prompt import Prompt

        return Prompt()

    @cached_property
    def _chooser(self) -> Chooser:
        from tui.widgets.chooser import Chooser

        return Chooser()

    @property
    def asking_parts(self) -> tuple[Prompt, Chooser]:
        """The parts that ask, to be composed with the others."""
        return self._prompt, self._chooser

    def prepare_to_ask(self) -> None:
        """Add the parts that ask where they were not composed: no first screen waits for them."""
        if not self._prompt.is_attached:
            self.mount(*self.asking_parts)

    @property
    def is_asking(self) -> bool:
        """Whether a prompt is open."""
        return self.has_class("-asking")

    @property
    def is_choosing(self) -> bool:
        """Whether a choice is offered."""
        return self.has_class("-choosing")

    def ask(self, question: Question, text: str = "", *, offered: bool = False) -> None:
        """Ask for words; a text to begin with may be given, or ``offered``: typing replaces it."""
        self.prepare_to_ask()
        self._prompt.ask(question, text, offered=offered)

    def offer(self, choices: Choices) -> None:
        """Ask for one of some choices."""
        self.prepare_to_ask()
        self._chooser.ask(choices)

    def ask_again(self) -> None:
        """Tell what is known by now of the text that is being typed."""
        if self.is_asking:
            self._prompt.act_again()

    def repaint_prompt(self) -> None:
        """Draw the prompt with what is known by now of ways to go on."""
        if self.is_asking:
            self._prompt.repaint()

    def typed(self, event: events.Key) -> bool:
        if self.is_asking:
            return self._prompt.typed(event)
        if not self.is_choosing:
            return False
        chose = self._chooser.typed(event.character, self.keymap.meant(event.character))
        if chose is False and event.key != "escape":
            named = event.character if event.is_printable else event.key
            self.say(
                f"Nothing is changed: {shown(named or event.key)} is none of the keys that were offered."
            )
        return chose is not None

    def pasted(self, text: str) -> None:
        if self.is_asking:
            self._prompt.pasted(text)
