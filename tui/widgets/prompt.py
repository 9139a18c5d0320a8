"""The line where the user types: a filter, words to search for, a date, the name of an action."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.strip import Strip
from textual.timer import Timer

from data.errors import DatelineError, InputError, QueryError
from tui.keys.line_edit import LineEdit
from tui.keys.question import Question
from tui.text.shown import shown
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line, wrapped

#: What is typed or pasted is no longer; a whole article pasted by mistake would be a filter of all its words.
MOST_CHARACTERS = 4_000


class Prompt(Painted):
    """One line of text being typed, below it an answer: a count, a hint, a mistake with its place marked."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = LineEdit()
        self.question: Question | None = None
        self._answer = ""
        self._mistake: DatelineError | None = None
        # Whether Enter met the mistake: then it is told, also where the word could go on.
        self._is_refused = False
        self._changing = False
        self._resting: Timer | None = None
        # The ways that Tab goes through, the one that was taken, and the text that this gave.
        self._ways_on: Sequence[str] = ()
        self._way = 0
        self._completed = ""

    def ask(self, question: Question, text: str = "", *, offered: bool = False) -> None:
        """Open with a question and a text to begin with, which typing replaces if it is only ``offered``."""
        self.question = question
        self._ways_on = ()
        self.edit.set(text, offered=offered)
        self._answer, self._mistake, self._is_refused = question.hint, None, False
        self.screen.set_class(True, "-asking")
        self.repaint()

    def close(self) -> None:
        """Ask nothing any more."""
        self.question = None
        self.screen.set_class(False, "-asking")

    def typed(self, event: events.Key) -> bool:
        """Take a key; False if nothing is asked."""
        question = self.question
        if question is None:
            return False
        if event.key == "enter":
            self._accept(question)
        elif event.key in ("escape", "ctrl+c"):
            self.close()
            question.abandon()
        elif event.key in ("tab", "shift+tab"):
            self._complete(question, 1 if event.key == "tab" else -1)
        elif self.edit.key(event.key):
            self._changed()
        elif event.character is not None and event.is_printable:
            self.pasted(event.character)
        return True

    def pasted(self, text: str) -> None:
        """Take text at the place of the cursor; a text that was hardly meant for one line is refused."""
        if self.question is None:
            return
        if len(self.edit.text) + len(text) > MOST_CHARACTERS:
            reason, most = f"{len(text):,} characters are too many for this line", f"{MOST_CHARACTERS:,}"
            self._mistake = InputError("Not pasted", reason, f"At most {most} fit; nothing was pasted.")
            self._is_refused = False
            self.repaint()
            return
        self.edit.insert(text)
        self._changed()

    def _accept(self, question: Question) -> None:
        try:
            question.accept(self.edit.text)
        except DatelineError as error:
            self._mistake, self._is_refused = error, True
            self.repaint()
        else:
            if self.question is question:  # the answer may have led to another question
                self.close()

    def _changed(self) -> None:
        """Show the text at once; act on it when the keys that wait already are in it too."""
        self.repaint()
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        patience = 0.0 if self.question is None else self.question.patience(self.edit.text)
        if patience:
            self._resting = self.set_timer(patience, self._act)
        elif not self._changing:
            self._changing = True
            self.call_later(self._act)

    def _act(self) -> None:
        self._changing = False
        self._resting = None
        question = self.question
        if question is None:
            return
        self._answer, self._mistake, self._is_refused = question.hint, None, False
        if question.change is not None:
            try:
                self._answer = question.change(self.edit.text) or question.hint
            except DatelineError as error:
                self._mistake = error
        self.repaint()

    def act_again(self) -> None:
        """Tell what is known by now of the text that was acted on."""
        if self.question is not None and self._resting is None and self._mistake is None:
            self._act()

    # completion

    def _word(self, question: Question) -> str:
        """The word before the cursor."""
        before = self.edit.text[: self.edit.place]
        return before[max(before.rfind(one) for one in question.between) + 1 :].lstrip()

    def _ways(self, question: Question) -> Sequence[tuple[str, str]]:
        return () if question.complete is None else question.complete(self._word(question))

    def _complete(self, question: Question, step: int) -> None:
        """Go on with the word by the first of its ways, or by the next one if that was done just now."""
        if self._is_walking:
            length = len(self._ways_on[self._way])
            self._way = (self._way + step) % len(self._ways_on)
        else:
            length = len(self._word(question))
            self._ways_on = [word for word, _ in self._ways(question)]
            self._way = 0
        if self._ways_on:
            self.edit.replace(length, self._ways_on[self._way])
            self._completed = self.edit.text[: self.edit.place]
            self._changed()

    @property
    def _is_walking(self) -> bool:
        """Whether the text is as Tab left it, and the word may go on in other ways."""
        return len(self._ways_on) > 1 and self.edit.text[: self.edit.place] == self._completed

    # drawing

    def repaint(self) -> None:
        """Draw what changed; a mistake that does not fit into a line is given another."""
        mistake = self._mistake
        told = "" if mistake is None or isinstance(mistake, QueryError) else _said(mistake)
        self.set_class(cell_len(told) >= self.app.size.width, "-long")
        super().repaint()

    def paint(self) -> list[Strip]:
        """The text with its cursor, and the answer."""
        width = self.size.width
        question = self.question
        if question is None:
            return [line([], width, self.look("text"))] * self.size.height
        label = f" {question.label} "
        room = max(1, width - len(label) - 1)
        signs = [shown(one) or " " for one in self.edit.text]
        begin, used = self.edit.place, 0
        while begin and (used := used + cell_len(signs[begin - 1])) < room:
            begin -= 1
        text = self.look("text")
        under = signs[self.edit.place] if self.edit.place < len(signs) else " "
        pieces: list[Piece] = [
            (label, self.look("key")),
            ("".join(signs[begin : self.edit.place]), text),
            (under, self.look("cursor")),
            ("".join(signs[self.edit.place + 1 :]), text),
        ]
        if self.edit.is_offered:
            pieces[1:] = [("".join(signs), self.look("cursor")), (" ", self.look("cursor"))]
        wrong = self._mistake.position if isinstance(self._mistake, QueryError) else 0
        below = self._answered(question, len(label) + cell_len("".join(signs[begin:wrong])))
        made = [line(pieces, width, text), *below][: self.size.height]
        return made + [line([], width, text)] * (self.size.height - len(made))

    def _answered(self, question: Question, wrong: int) -> list[Strip]:
        """What stands below the typed text; ``wrong`` is the column of a mistake in a query."""
        width, text, mistake = self.size.width, self.look("text"), self._mistake
        if isinstance(mistake, QueryError) and (self._is_refused or not self._ways(question)):
            return [self._marked(wrong, mistake, width)]
        if mistake is None or isinstance(mistake, QueryError):
            return [line([(fit(f" {self._help(question)}", width), self.look("faint"))], width, text)]
        told = wrapped([(_said(mistake), self.look("error"))], width - 1, text)
        return [Strip.join([line([], 1, text), one]) for one in told]

    def _help(self, question: Question) -> str:
        if self._is_walking:
            return f"{self._answer} · Tab: {self._ways_on[(self._way + 1) % len(self._ways_on)]}"
        ways = self._ways(question) if self._word(question) else ()
        if not ways:
            return self._answer
        listed = "  ".join(f"{word} {meaning}" if len(ways) < 3 else word for word, meaning in ways)
        return f"Tab: {listed}"

    def _marked(self, place: int, mistake: QueryError, width: int) -> Strip:
        """A mark under the place of the mistake; beside it what is wrong and, if it fits, what to do."""
        place = min(place, width - 1)
        for said in (_said(mistake), shown(mistake.reason)):
            if place + 2 + cell_len(said) <= width:
                drawn = " " * place + "^ " + said
                break
            if cell_len(said) < place:
                drawn = said.rjust(place - 1) + " ^"
                break
        else:
            drawn = " " * place + "^ " + said if place <= width // 2 else fit(said, place - 1) + " ^"
        return line([(fit(drawn, width), self.look("error"))], width, self.look("text"))


def _said(error: DatelineError) -> str:
    return shown(f"{error.reason}. {error.hint}" if error.hint else error.reason)
