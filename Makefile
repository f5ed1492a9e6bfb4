# Run `make help` to see what each command does.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: site demo test nightly serve admin check fix posters lint audit inspect reproduce next pictures lock edition publish offline clean distclean help ready ready-test ready-night

PYTHON_HERE := .venv/bin/python
PEERHUB := .venv/bin/peerhub
LINTED := src hooks tests bench setup
# Half as many again as there are processors: a third of the time a test waits for a browser.
WORKERS ?= $(shell echo $$(( ($$(nproc) * 3 + 1) / 2 )))
FORMAT ?= text

site: ready ## Build the site and its posters into site/
	@$(PEERHUB) build $(ARGS)

demo: ready ## Build a demonstration of invented forces into site-demo/
	@$(PEERHUB) demo $(ARGS)

serve: ready ## Show the site in a browser and rebuild it as you edit
	@$(PEERHUB) serve $(ARGS)

admin: ready ## Edit the data in forms in a browser, and keep drafts to propose
	@$(PEERHUB) admin $(ARGS)

check: ready ## Check every data file and page, and say what is wrong and where
	@$(PEERHUB) check --format $(FORMAT) $(ARGS)

fix: ready ## Mend what is safe to mend, and say what was mended
	@$(PEERHUB) fix $(ARGS)

posters: ready ## Make the posters only
	@$(PEERHUB) posters $(ARGS)

# One worker takes a whole file, so that what a file builds is built once. (`loadgroup` would be
# finer, but pytest-xdist 3.8 forgets the groups under pytest 9.2.)
test: ready-test lint ## Run every check and test
	@echo "The site, built once so that the tests find everything printed"
	@$(PEERHUB) build
	@echo "Tests"
	@$(PYTHON_HERE) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

nightly: ready-night ## Run the long tests: hundreds of kills, thousands of cases, whole-site sweeps
	@$(PEERHUB) build
	@$(PYTHON_HERE) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m nightly $(ARGS)

lint: ready-test ## Check the style and the types of the program
	@echo "Style and types"
	@$(PYTHON_HERE) -m ruff check --quiet $(wildcard $(LINTED))
	@$(PYTHON_HERE) -m ruff format --check $(wildcard $(LINTED))
	@$(PYTHON_HERE) -m mypy --strict src
	@echo "Scripts and styles"
	@$(PYTHON_HERE) setup/scripts/check.py
	@echo "Floors"
	@$(PYTHON_HERE) -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-cache

edition: ready ## Write down an edition in data/editions/: make edition VERSION=2026.2
	@$(PEERHUB) edition "$(VERSION)"

publish: ready ## Build, and bring the hub to its readers: make publish TO=folder (or branch:, rsync:, s3://)
	@$(PEERHUB) publish --to "$(TO)" $(ARGS)

offline: ready ## Put the whole hub into a ZIP for a disk: make offline [ARGS="--force kent" or ARGS=--all]
	@$(PEERHUB) build
	@$(PEERHUB) offline $(ARGS)

audit: ## Write the bill of materials, and look its parts up among known faults
	@setup/audit

inspect: ready-test ## Look at every page and file of the site, and write down what the accessibility statement tells
	@$(PEERHUB) build
	@$(PYTHON_HERE) -m tests.inspection

reproduce: ready ## Build twice from nothing, in two places that differ in all they may, and compare
	@$(PYTHON_HERE) setup/reproduce.py

next: ready-test ## Try what leans on WeasyPrint's inside against its newest version
	@$(PYTHON_HERE) setup/next.py

pictures: ready-test ## Take the README's pictures from the built site
	@$(PYTHON_HERE) setup/pictures.py

lock: ## Work out exact versions and hashes again [UPGRADE=1 for newer ones]
	@setup/lock $(if $(UPGRADE),--upgrade)

clean: ## Remove what a build made; the next one starts from nothing
	@rm -rf site site-demo .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find src hooks tests bench setup -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@echo "Removed the built site and every cache"

distclean: clean ## Remove the virtual environment as well
	@rm -rf .venv
	@echo "Removed .venv"

ready:
	@setup/prepare site

ready-test:
	@setup/prepare test

ready-night:
	@setup/prepare night

help: ## Show this list
	@echo "The Peer Support Hub"
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18
