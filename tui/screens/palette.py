"""Every action by its name: type a few letters, Enter runs the first that fits."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from data.errors import InputError
from tui.keys.actions import Action, key_name
from tui.keys.question import Question
from tui.screens.keyed import STYLES, Keyed
from tui.widgets.painted import Painted
from tui.widgets.prompt import Prompt
from tui.widgets.strips import Piece, fit, line, wrapped

_LABEL_WIDTH = 18
_KEYS_WIDTH = 12
_NONE = "No command has these words"


def fitting(typed: str, actions: tuple[Action, ...]) -> list[Action]:
    """The actions that have all the typed words in label, id or help, the best fitting first."""
    words = typed.casefold().split()

    def rate(action: Action) -> int:
        label = action.label.casefold()
        if label.startswith(" ".join(words)):
            return 0
        return 1 if all(word in label or word in action.id for word in words) else 2

    found = [
        action
        for action in actions
        if all(word in f"{action.label} {action.id} {action.help}".casefold() for word in words)
    ]
    return sorted(found, key=rate)


class Choices(Painted):
    """The actions that fit, one a line, the chosen one marked."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.actions: list[Action] = []
        self.chosen = 0
        self._sign = sign

    def paint(self) -> list[Strip]:
        """The lines around the chosen one; below them all that it does."""
        width, text = self.size.width, self.look("text")
        whole = self._whole(width)
        height = self.size.height - len(whole)
        first = max(0, self.chosen - height + 1)
        made: list[Strip] = []
        for number, action in enumerate(self.actions[first : first + height], first):
            keys = " ".join(key_name(key) for key in action.keys)
            label, keys = fit(action.label, _LABEL_WIDTH), fit(keys, _KEYS_WIDTH)
            told = fit(action.help, width - _LABEL_WIDTH - _KEYS_WIDTH - 2)
            if number == self.chosen:
                pieces: list[Piece] = [(f"{self._sign} {label}{keys}{told}", self.look("cursor"))]
            else:
                pieces = [("  " + label, text), (keys, self.look("key")), (told, self.look("faint"))]
            made.append(line(pieces, width, text))
        if not self.actions and height > 0:
            made = [line([(f"  {_NONE}: delete some, or Esc leaves.", self.look("faint"))], width, text)]
        return made + [line([], width, text)] * (height - len(made)) + whole

    def _whole(self, width: int) -> list[Strip]:
        """The chosen action's help in full, and the id by which it is given other keys."""
        if not self.actions:
            return []
        action = self.actions[self.chosen]
        said = [(f"{action.help} ({action.id})", self.look("text"))]
        return [Strip.blank(width, self.look("text")), *wrapped(said, width, self.look("text"))]


class PaletteScreen(Keyed):
    """The list of actions of the screen it was called from."""

    CSS_PATH = STYLES / "pages.tcss"
    PLACE = "help"

    def __init__(self, caller: Keyed) -> None:
        super().__init__()
        self._caller = caller
        self._actions = tuple(one for one in caller.keymap.actions_of(caller.PLACE) if one.id != "palette")
        self._sought = ""
        self._prompt = Prompt()
        self._choices = Choices(caller.dateline.glyphs.cursor)

    def compose(self) -> ComposeResult:
        """What is typed, and what fits."""
        yield self._prompt
        yield self._choices

    def on_mount(self) -> None:
        """Begin with every action."""
        self._choices.actions = list(self._actions)
        self._prompt.ask(Question(":", "", self._run, self._change, self._leave))

    def typed(self, event: events.Key) -> bool:
        """All keys are the prompt's, but for those that walk the list."""
        step = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1}.get(event.key)
        if step is None:
            return self._prompt.typed(event)
        last = len(self._choices.actions) - 1
        self._choices.chosen = max(0, min(self._choices.chosen + step, last))
        self._choices.repaint()
        return True

    def pasted(self, text: str) -> None:
        """Text for the prompt."""
        self._prompt.pasted(text)

    def _change(self, text: str) -> str:
        self._sought = text
        self._choices.actions = fitting(text, self._actions)
        self._choices.chosen = 0
        self._choices.repaint()
        return ""

    def _run(self, text: str) -> None:
        if text != self._sought:
            self._change(text)
        actions = self._choices.actions
        if not actions:
            raise InputError("No such command", _NONE, "Delete some, or Esc leaves.")
        self._leave()
        self._caller.perform(actions[self._choices.chosen])

    def _leave(self) -> None:
        self.app.pop_screen()
