"""``python -m tests.benchmarks [NAME ...]``: run the measurements of those names, by default all."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import tests.benchmarks as package
from tests.benchmarks.tables import commit

_NOT_MEASUREMENTS = {"tables", "timing", "generate", "templates", "__main__"}


def main(names: list[str]) -> int:
    """Run the named measurements; returns the exit code."""
    known = sorted({module.name for module in pkgutil.iter_modules(package.__path__)} - _NOT_MEASUREMENTS)
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(f"no measurement called {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    commit()
    for name in names or known:
        import_module(f"{package.__name__}.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
