# Every recipe first sets up what it needs from the lock files, so a fresh clone needs nothing but Python 3.11.
# A second run finds its stamp files and starts at once.

PYTHON  ?= python3
CORPORA ?=

BIN   := .venv/bin
TRAIN := .venv-train/bin
PIP   := -m pip --disable-pip-version-check --quiet install
UV    := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --group build --quiet $(if $(UPGRADE),--upgrade) \
         --custom-compile-command 'make lock'

NEED_CORPORA = @[ -d "$(CORPORA)" ] || { echo "make $@ needs the folder of corpora: make $@ CORPORA=FOLDER" >&2; exit 2; }

.DEFAULT_GOAL := help
.PHONY: help demo test check slow browser bench gate gate-update train lock wheel smoke clean

help:                ## list these recipes
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: .venv/.runtime ## set up, read an article, trace a claim through 31 others
	@$(BIN)/sayso read examples/article.txt | sed '25,$$d'
	@echo '  ... all of it: $(BIN)/sayso read examples/article.txt'; echo
	@$(BIN)/sayso demo

test: .venv/.dev     ## set up and run the tests
	$(BIN)/python -m pytest

check: .venv/.dev    ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

slow: .venv/.dev     ## tests that take longer
	$(BIN)/python -m pytest -m slow

browser: .venv/.dev  ## look at the html output in Chromium
	@command -v chromium >/dev/null || [ -n "$$CHROMIUM" ] || { \
	  command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && \
	  apt-get install -y -qq --no-install-recommends chromium; } || true
	$(BIN)/python -m pytest -m browser -rs

bench: .venv/.bench  ## measure on CORPORA=folder, print the table and write docs/benchmarks.md
	$(NEED_CORPORA)
	$(BIN)/python -m bench table --write $(CORPORA)

gate: .venv/.dev     ## fail when a pinned floor is broken (CORPORA=folder)
	$(NEED_CORPORA)
	$(BIN)/python -m bench gate $(CORPORA)

gate-update: .venv/.dev ## pin what CORPORA=folder gives now as the new floors
	$(NEED_CORPORA)
	$(BIN)/python -m bench gate --update $(CORPORA)

train: .venv-train/.train ## rebuild the weights from CORPORA=folder
	$(NEED_CORPORA)
	$(TRAIN)/python -m training $(CORPORA) --out out/training/first
	$(TRAIN)/python -m training $(CORPORA) --earlier out/training/first/kept.pt --rate 1.5e-4 --steps 2600 --install

wheel: .venv/.dev    ## build dist/sayso-*.whl
	rm -rf build dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

smoke: wheel         ## install the wheel where nothing else is and read the example with it
	rm -rf build/smoke
	$(PYTHON) -m venv build/smoke
	build/smoke/bin/python $(PIP) --require-hashes -r requirements.lock
	build/smoke/bin/python $(PIP) --no-deps dist/sayso-*.whl
	build/smoke/bin/python -m pip check
	cd build/smoke && bin/sayso read ../../examples/article.txt
	@! build/smoke/bin/python -c 'import torch' 2>/dev/null || { echo "the wheel brings PyTorch with it" >&2; exit 1; }

lock: .venv/.dev     ## write the lock files anew from pyproject.toml (UPGRADE=1: with the newest versions)
	$(UV) --generate-hashes -o requirements.lock
	$(UV) --generate-hashes --extra dev -o requirements-dev.lock
	$(UV) --generate-hashes --extra dev --extra bench -o requirements-bench.lock
	$(UV) --extra train -o requirements-train.lock

clean:               ## remove everything that these recipes made
	rm -rf .venv .venv-train build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python .venv-train/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Sayso needs Python 3.11 or later: make PYTHON=python3.11 ..."; exit 2; }
	$(PYTHON) -m venv $(dir $(@D))

.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python $(PIP) --require-hashes -r requirements.lock
	$(BIN)/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.runtime
	$(BIN)/python $(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.bench: requirements-bench.lock .venv/.dev
	$(BIN)/python $(PIP) --require-hashes -r requirements-bench.lock
	@touch $@

.venv-train/.train: requirements-train.lock pyproject.toml | .venv-train/bin/python
	$(TRAIN)/python $(PIP) -r requirements-train.lock
	$(TRAIN)/python $(PIP) --no-deps --no-build-isolation -e .
	@touch $@
