PYTHON ?= python3
REPORT ?= --format text
python := .venv/bin/python

.PHONY: serve build setup test check bench engines differences lock

serve: site-tools                  ## read and edit the guide on this machine
	@$(python) -m publish serve

build: site-tools                  ## write site/
	@$(python) -m publish build

setup: gate-tools                  ## what `make test` needs

test: gate-tools                   ## every test, then the whole gate
	@$(python) -m ruff check .
	@$(python) -m mypy
	@$(python) -m publish build
	@$(python) -m pytest
	@$(python) -m publish sizes
	@$(python) -m checks $(REPORT)

check: gate-tools build            ## the gate alone
	@$(python) -m checks $(REPORT)

bench: gate-tools build            ## what DESIGN promises, measured
	@$(python) -m benchmarks

ENGINES ?= mkdocs properdocs zensical
engines: $(ENGINES:%=engine-%) differences  ## the guide by each engine, before the gate; with -k, all of them

engine-%: gate-tools
	@$(python) -m publish build --engine $* --site-dir .engines/$*
	@$(python) -m checks site .engines/$* $(REPORT)

differences: gate-tools            ## what each engine makes otherwise than MkDocs
	@$(python) -m publish compare $(ENGINES:%=--engine %)

lock:                              ## requirements.lock from pyproject.toml; needs uv
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra test --extra engines --custom-compile-command "make lock" -o requirements.lock pyproject.toml

.PHONY: site-tools gate-tools
site-tools:
	@$(PYTHON) bootstrap.py site
gate-tools:
	@$(PYTHON) bootstrap.py gate
