"""What leads out of the program: the clipboard, and other programs."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.doing import Doing
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.outside.originals import Opening, Original


class Outside(Doing):
    """Copies texts, and opens files and addresses with the user's own programs."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard of the user's terminal, if that allows it."""
        from tui.outside.clipboard import copy_sequence

        driver = self.screen.app._driver
        if driver is not None:
            driver.write(copy_sequence(text, os.environ))

    def open_original(self, original: Original) -> None:
        """Open it with what this machine has, or say where it is."""
        from tui.outside.originals import opening

        found = opening(original, os.environ, self.screen.dateline.opener)
        if found is None:
            self.screen.say(
                f"No program here opens it; it is {shown(original.place)}. The settings can name one."
            )
        else:
            self._run(found)

    def _run(self, found: Opening) -> None:
        """Give a program the terminal, or start it beside; what goes wrong is told."""
        try:
            if found.in_terminal:
                with self.screen.app.suspend():
                    code = subprocess.run(found.command, check=False).returncode  # noqa: S603 - the user asked
                self.screen.app.refresh(layout=True)
                if code:
                    self.screen.say(f"{shown(found.command[0])} ended with exit code {code}.")
            else:
                quiet = subprocess.DEVNULL
                subprocess.Popen(  # noqa: S603 - the user asked
                    found.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
                )
                self.screen.say(f"opened with {shown(found.command[0])}")
        except (OSError, ValueError) as error:  # ValueError: a NUL in a document's address
            reason = getattr(error, "strerror", None) or error
            self.screen.say(f"{shown(found.command[0])} cannot be started: {reason}.")
        except SuspendNotSupported:
            self.screen.say("This terminal cannot be lent to another program.")
