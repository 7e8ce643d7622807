# Everything a developer or a new user types. `make` alone lists the targets.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
UV ?= uv
COMPILE = $(UV) pip compile --universal --generate-hashes --no-emit-index-url \
	--python-version 3.11 --custom-compile-command 'make lock' --quiet
CORPUS ?=
TAG ?=

# Where the environment forbids byte code, every process that a test starts compiles the package
# anew (0.5 s) and each of pytest's workers all test modules (8 s).
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup check test demo browser benchmark benchmark-archives benchmark-check \
	benchmark-corpus benchmark-dates benchmark-feeds benchmark-ingest benchmark-poll \
	benchmark-profiles benchmark-releases benchmark-render benchmark-serve benchmark-stories lock messages \
	add-language reference clean

help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with everything, `swifeeds` in .venv/bin

# feedgen is published as source only: the build tools are installed first, hashed like
# the rest, so that no package is ever built with something nobody pinned.
$(STAMP): requirements/build.txt requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "swifeeds needs Python 3.11 or newer; set PYTHON=")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --only-binary :all: -r requirements/build.txt
	$(PIP) --require-hashes --no-build-isolation --only-binary :all: --no-binary feedgen -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $(STAMP)

check: setup ## format, lint, layers, types, catalogs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m tests.catalogs check
	$(BIN)/python -m pytest -q -p no:randomly -n 0 tests/architecture

messages: setup ## bring the catalogs up to the code, then check them
	$(BIN)/python -m tests.catalogs update
	$(BIN)/python -m tests.catalogs check

add-language: setup ## begin the catalog of another language: TAG=pl
	$(BIN)/python -m tests.catalogs add "$(TAG)"

test: setup ## run the whole test suite
	$(BIN)/python -m pytest

demo: setup ## run the service on the bundled sample newsroom
	$(BIN)/swifeeds demo

browser: setup ## add what the browser tests need (the browser itself is the system's)
	$(PIP) --require-hashes --only-binary :all: -r requirements/browser.txt

benchmark: benchmark-render benchmark-ingest benchmark-dates ## every benchmark that needs no extra server

benchmark-render: setup ## milliseconds to render 50 entries, feeds published per second
	$(BIN)/python -m tests.benchmark.render

benchmark-ingest: setup ## milliseconds per article ingested
	$(BIN)/python -m tests.benchmark.ingest

benchmark-poll: setup ## cost of a poll beside a bare client's; lateness beside sources that hang
	$(BIN)/python -m tests.benchmark.poll

benchmark-serve: setup ## processor time of an answer beside nginx's (needs nginx and wrk)
	$(BIN)/python -m tests.benchmark.serve

benchmark-corpus: setup ## title, author, date, body against the gold of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.corpus $(CORPUS)

benchmark-archives: setup ## articles, fields and refusals by format, of the archives of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.archives $(CORPUS)

benchmark-feeds: setup ## entries of feeds and what reading them costs beside feedparser, of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.feeds $(CORPUS)

benchmark-check: setup ## faults found and clean cases left alone, of the conformance cases of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.check $(CORPUS)

benchmark-dates: setup ## dates written and read back, speed beside Babel's; pages of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.dates $(CORPUS)

benchmark-stories: setup ## headlines grouped into events, of the labelled packs of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.stories $(CORPUS)

benchmark-releases: setup ## links between languages found in the parallel releases of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.releases $(CORPUS)

benchmark-profiles: setup ## known sources by learned profiles, beside trafilatura; real pages of CORPUS=DIR
	$(BIN)/python -m tests.benchmark.profiles $(CORPUS)

lock: ## pin every requirement anew (needs uv)
	cd requirements && $(COMPILE) build.in -o build.txt
	cd requirements && $(COMPILE) run.in -c build.txt -o run.txt
	cd requirements && $(COMPILE) dev.in -c run.txt -c build.txt -o dev.txt
	cd requirements && $(COMPILE) browser.in -c dev.txt -o browser.txt

reference: setup ## write docs/configuration.md from the settings types
	$(BIN)/swifeeds config reference > docs/configuration.md

clean: ## remove what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
