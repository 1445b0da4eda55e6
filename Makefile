# Bare `make` lists the targets. Nothing but Python 3.11+, pip and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-installed
DEV_STAMP := $(VENV)/.dev-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types postgres bench messages check clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(RUN_STAMP)  ## prepare .venv with cahier in it

run: $(RUN_STAMP)  ## build the example network, do the main job once, print it, and serve the site
	$(BIN)/cahier demo --out out

test: $(DEV_STAMP)  ## the whole suite: unit, story, structural, browser
	$(BIN)/python -m pytest -n auto

postgres: $(DEV_STAMP)  ## the suite once more, on a PostgreSQL server from a wheel
	CAHIER_TEST_DATABASE=postgres $(BIN)/python -m pytest -n 2 -m "not slow and not browser"

lint: $(DEV_STAMP)  ## formatter, linter, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: $(DEV_STAMP)  ## type checker, strict
	$(BIN)/mypy

check: test postgres lint types  ## what the continuous build runs

bench: $(DEV_STAMP)  ## the benchmarks, each with its table
	@for file in bench/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

messages: $(DEV_STAMP)  ## extract and compile the translations
	$(BIN)/python -m cahier.web.messages

clean:  ## remove the environment and what was generated
	rm -rf $(VENV) out dist build

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cahier needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Python here cannot make environments. On Debian or Ubuntu install it with: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): $(VENV)/pyvenv.cfg requirements/run.lock pyproject.toml
	$(PIP) install --require-hashes --only-binary :all: -r requirements/run.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements/dev.lock
	$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.lock
	@touch $@
