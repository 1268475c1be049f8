# Citebound. `make help` lists the commands.
#
# They need Python 3.11 or newer with its venv module, git and make. Everything else is set up in
# .venv from the lock files in requirements/, each file of it checked by its hash: a pinned uv by
# pip (bootstrap.lock), what one develops with by that uv (develop.lock), then the project itself.
#
# Programs are called as `python -m …`: the first line of an installed script breaks when the
# folder's path has a space in it.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000

PY := .venv/bin/python
UV := $(PY) -m uv
CITEBOUND := $(PY) -m citebound
BENCH := PYTHONPATH=tests $(PY) -m bench
PARALLEL := $(PY) -m pytest --numprocesses=auto --maxprocesses=8 --dist=worksteal
READY := .venv/ready
LOCKS := requirements
COMPILE := $(UV) pip compile --no-config --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock'

# An environment that was copied or moved with its folder would still import from the old place.
$(shell [ "$$(cat .venv/made-in 2>/dev/null)" = "$$(pwd -P)" ] || rm -f $(READY))

# "Last checked" is the date of the commit (unset outside a repository; the build then says so).
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(SOURCE_DATE_EPOCH),)
export SOURCE_DATE_EPOCH
endif

# Python is the one that is here; uv must not fetch another.
export UV_PYTHON_DOWNLOADS := never
# Material announces its end of life (May 2027) at each build; the architecture page has our answer.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve check site test content coverage pytest schemas lint format types strict chromium audit bench bench-trust bench-tamper bench-linear bench-prose bench-rules mutants lock clean

help: ## prints this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1|\2/p' $(firstword $(MAKEFILE_LIST)) \
	| while IFS='|' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

serve: $(READY) ## sets up, and serves the site with live reload on http://127.0.0.1:8000
	$(PY) -m mkdocs serve --dev-addr $(ADDRESS)

check: $(READY) ## sets up, and prints every finding of the sources, actors and briefings
	$(CITEBOUND) check

site: $(READY) ## sets up, checks everything and writes site/
	$(CITEBOUND) build

# In as many processes as there are processors, each with the next tests of the list and, when it
# has none left, with half of another's: a file's tests share what they build, and mostly stay together.
# ARGS=-n0 runs them in one.
test: lint types strict chromium ## sets up, and runs every check: lint, types, a strict build, tests
	$(PARALLEL) $(ARGS)

# Apart from `test`, because the tracer makes the tests take two to three times as long.
coverage: $(READY) chromium ## runs the tests and lists the lines that none of them runs
	$(PARALLEL) --cov --cov-report=term $(ARGS)

content: $(READY) chromium strict ## sets up, and checks, builds and looks at what editors write, and nothing else
	$(PY) -m pytest tests/test_content.py

pytest: $(READY) ## sets up, and runs the tests alone: make pytest ARGS='-k footnote'
	$(PY) -m pytest $(ARGS)

schemas: $(READY) ## writes the schemas by which an editor of YAML describes fields (.vscode/)
	$(CITEBOUND) schemas

# oxlint is a program and no module of Python; a space in the folder's path does not break it.
lint: $(READY) ## ruff: its rules, and the format of the code; oxlint: the scripts of the theme
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	.venv/bin/oxlint --deny-warnings hooks/theme/assets

format: $(READY) ## formats the code with ruff
	$(PY) -m ruff check --fix-only --quiet
	$(PY) -m ruff format

types: $(READY) ## checks types with mypy, strictly
	$(PY) -m mypy

# Into a folder of its own: site/ belongs to `make site`.
strict: $(READY) ## builds with plain MkDocs, with every warning an error
	$(PY) -m mkdocs build --strict --site-dir .cache/strict-site

# Debian's own Chromium, and libatomic1, which the driver inside Playwright's wheel needs to start.
# They are installed if that is allowed. Otherwise the tests that need them are listed as not run at
# the end of `make test`, and fail if CI is set.
BROWSER_WORKS = command -v chromium >/dev/null && $(PY) -m playwright --version >/dev/null 2>&1

chromium: $(READY)
	@if $(BROWSER_WORKS); then \
	  :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo 'Installing Chromium (apt-get install chromium libatomic1) …'; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends chromium libatomic1 >/dev/null; } \
	  && $(BROWSER_WORKS) \
	  || echo 'Chromium could not be installed: the browser tests will not run.' >&2; \
	else \
	  echo 'Chromium cannot be driven here: the browser tests will not run.' >&2; \
	  echo 'On Debian: sudo apt-get install chromium libatomic1' >&2; \
	fi

audit: .venv/audit chromium ## runs the checks that need heavier tools
	$(PY) -m pytest -m audit $(ARGS)

bench: $(READY) ## measures time and size of the build and the search, as the documentation prints them
	$(BENCH).site $(ARGS)

bench-trust: $(READY) ## tries the verifier on 40,000 mutants, beside three other tools
	$(BENCH).trust $(ARGS)

bench-tamper: $(READY) ## damages the site in 10,000 ways, one at a time: each must be found
	$(BENCH).tamper $(ARGS)

bench-prose: $(READY) ## makes true sentences false in 10,000 ways: do the rules notice?
	$(BENCH).prose $(ARGS)

bench-linear: $(READY) ## times what is long in one way at three lengths: is the time in proportion?
	$(BENCH).linear $(ARGS)

bench-rules: $(READY) ## times the rules of our own sentences on this project, in fresh processes
	$(BENCH).rules $(ARGS)

mutants: .venv/audit ## changes the verifying modules line by line, and lists the changes that no test notices
	$(BENCH).mutants $(ARGS)

lock: $(READY) ## writes the lock files and their copy in pyproject.toml (UPGRADE=1: newest releases)
	$(COMPILE) $(if $(UPGRADE),--upgrade) pyproject.toml --group build --group test --group lint \
	  --output-file $(LOCKS)/develop.lock
	$(COMPILE) $(if $(UPGRADE),--upgrade) --group audit --constraints $(LOCKS)/develop.lock \
	  --output-file $(LOCKS)/audit.lock
	$(COMPILE) $(LOCKS)/bootstrap.in --output-file $(LOCKS)/bootstrap.lock
	$(PY) $(LOCKS)/copy_versions.py

clean: ## removes what was built and the environment
	rm -rf .venv .cache site uv.lock

$(READY): pyproject.toml $(LOCKS)/develop.lock $(LOCKS)/bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer is needed; name it with `make PYTHON=…`.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'The venv module of Python is missing; on Debian: apt-get install python3-venv' >&2; exit 1; }
	@$(PY) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  $(PYTHON) -m venv --clear .venv
	@rm -f $@
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --only-binary :all: --requirement $(LOCKS)/bootstrap.lock
	$(UV) pip sync --quiet --python $(PY) --require-hashes --no-build $(LOCKS)/develop.lock
	$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation --editable .
	@pwd -P > .venv/made-in
	@touch $@

.venv/audit: $(READY) $(LOCKS)/audit.lock
	$(UV) pip install --quiet --python $(PY) --require-hashes --no-build --requirement $(LOCKS)/audit.lock
	@touch $@
