PYTHON ?= python3
REPORT ?= --format text
python := .venv/bin/python

.PHONY: serve build setup test check urgent handouts bench engines differences lock

serve: site-tools                  ## read and edit the guide on this machine
	@$(python) -m publish serve

build: site-tools                  ## write site/
	@$(python) -m publish build

setup: gate-tools                  ## what `make test` needs

test: gate-tools                   ## every test, then the whole gate
	@$(python) -m ruff check .
	@$(python) -m mypy
	@$(python) -m handouts
	@$(python) -m publish build
	@$(python) -m pytest
	@$(python) -m publish sizes
	@$(python) -m checks $(REPORT)

check: gate-tools build            ## the gate alone
	@$(python) -m checks $(REPORT)

urgent: gate-tools                 ## a wrong number is online: the words, and the pages of help, in a few minutes
	@$(python) -m handouts
	@$(python) -m publish build
	@$(python) -m checks content $(REPORT)
	@$(python) -m checks site --page /help-now/ --page /helplines/ --page /overdose-and-withdrawal/ --page /card/ $(REPORT)

handouts: gate-tools               ## the pages to take away, as PDF, and the site with them
	@$(python) -m handouts
	@$(python) -m publish build

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
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra test --extra engines -o requirements.lock pyproject.toml
	@sed -i '1i # Every Python dependency, with hashes and without addresses. Written by `make lock` from pyproject.toml; not by hand.' requirements.lock

.PHONY: site-tools gate-tools
site-tools:
	@$(PYTHON) bootstrap.py site
gate-tools:
	@$(PYTHON) bootstrap.py gate
