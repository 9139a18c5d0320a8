"""A parser of command lines whose complaints are one line: what is wrong, and where to look."""

from __future__ import annotations

import argparse
from typing import NoReturn

from data.printable import hushed, printable, shortened


class ArgumentParser(argparse.ArgumentParser):
    """As argparse's, but without the usage above every complaint."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and one line on standard error."""
        # argparse takes "-delhi" for an option.
        message = message.replace("required: QUERY", "required: QUERY (behind -- if it begins with -)")
        self.exit(2, f"{self.prog}: {printable(shortened(hushed(message)))}. See: {self.prog} --help\n")
