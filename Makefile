# `make` alone explains itself. Debian packages are installed when missing (as root), else named.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
export FLASK_APP := wsgi

.PHONY: help run test check bench docs translations pins

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

run: $(VENV)/.runtime  ## set everything up and serve on http://127.0.0.1:5000 (HOST, PORT change it)
	@$(BIN)/flask serve

test: $(VENV)/.development  ## set everything up and run all tests, browser and PostgreSQL included
	@sh .ci/debian-packages chromium fonts-noto-cjk postgresql
	$(BIN)/flask translations compile
	$(BIN)/pytest -n auto

check: $(VENV)/.development  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/flask bank check

bench: $(VENV)/.development  ## measure what marking costs; fails where a goal is missed
	$(BIN)/python -m tests.bench

docs: $(VENV)/.development  ## make docs/marking.md from the decision tables of marking
	$(BIN)/python -m tests.question_bank.marking.decision_tables

translations: $(VENV)/.development  ## collect the texts of the interface into messages.po
	$(BIN)/pybabel extract -F pyproject.toml -k _l --no-location -o app/translations/messages.pot .
	$(BIN)/pybabel update -i app/translations/messages.pot -d app/translations -l zh_Hans --no-fuzzy-matching
	rm app/translations/messages.pot
	$(BIN)/flask translations compile

pins: $(VENV)/.development  ## pin the newest versions of requirements*.in
	sh .ci/pin-requirements

# pip comes last: a venv that was interrupted has none and is made anew
$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh .ci/debian-packages python3-venv
	rm -f $(VENV)/.runtime $(VENV)/.development
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.runtime: requirements.txt | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@
