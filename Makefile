PYTHON ?= python

.PHONY: help install test check format bench soak picture

help:  # this list
	@grep -E '^[a-z]+:.*#' $(MAKEFILE_LIST) | sed -E 's/:[^#]*#/\t/'

install:  # the program with everything its development needs
	$(PYTHON) -m pip install -e '.[dev]'

test:  # all tests
	$(PYTHON) -m pytest

check:  # what must pass before a commit: linter, format, types, import contracts, tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	lint-imports
	$(PYTHON) -m pytest

format:  # put every file in the one format
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench:  # measure speed; tables go to tests/benchmarks/results
	$(PYTHON) -m tests.benchmarks

soak:  # a hundred builds killed at random instants, each built to its end
	KILLS=100 $(PYTHON) -m pytest -n 0 -q tests/end_to_end/test_killed_builds.py

picture:  # the picture of the screen in the README
	$(PYTHON) docs/picture.py
