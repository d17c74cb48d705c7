# Kuroaka. Needs make and Python >= 3.11; everything else is installed into .venv and node_modules.

HOST = 127.0.0.1
PORT = 8000
PYTEST_FLAGS =
MINUTES = 10

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --generate-hashes --no-emit-index-url --no-build \
	--python-version 3.11 --custom-compile-command "make lock" $(UPGRADE)

export PATH := $(CURDIR)/$(BIN):$(PATH)
.DELETE_ON_ERROR:

.PHONY: help
help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

# ---- serve

.PHONY: run
run: .venv/run.stamp ## serve on http://127.0.0.1:8000 (make run HOST=... PORT=...)
	@exec $(BIN)/kuroaka serve --host $(HOST) --port $(PORT)

# ---- install: redone only when a lock or pyproject.toml changes

.venv/bin/python:
	tools/make-venv .venv

.venv/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml hatch_build.py | .venv/bin/python
	$(PIP) --only-binary :all: --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(PIP) --only-binary :all: --require-hashes -r requirements/dev.txt
	@touch $@

.venv/%.stamp: requirements/%.txt .venv/dev.stamp
	$(PIP) --only-binary :all: --require-hashes -r $<
	@touch $@

node_modules/stamp: package.json package-lock.json .npmrc .venv/dev.stamp
	$(BIN)/npm ci --ignore-scripts
	@touch $@

tests/benchmarks/node_modules/stamp: tests/benchmarks/package.json tests/benchmarks/package-lock.json .venv/dev.stamp
	$(BIN)/npm ci --ignore-scripts --prefix tests/benchmarks
	@touch $@

tests/clients/node_modules/stamp: tests/clients/package.json tests/clients/package-lock.json .venv/dev.stamp
	$(BIN)/npm ci --ignore-scripts --prefix tests/clients
	@touch $@

.PHONY: install
install: .venv/dev.stamp node_modules/stamp ## install all that the checks need

# ---- check

.PHONY: test
test: install ## all checks, two at a time
	+@$(MAKE) --no-print-directory --jobs=2 --output-sync=target checks

.PHONY: checks
checks: browser-tests python-tests types browser-types lint layers format-check browser-lint browser-unit # longest first

.PHONY: format-check
format-check: .venv/dev.stamp ## Python: layout
	$(BIN)/ruff format --check

.PHONY: lint
lint: .venv/dev.stamp ## Python: ruff
	$(BIN)/ruff check

.PHONY: types
types: .venv/dev.stamp ## Python: mypy --strict
	$(BIN)/mypy

.PHONY: layers
layers: .venv/dev.stamp ## Python: imports go one way
	$(BIN)/lint-imports --no-logo

.PHONY: python-tests
python-tests: node_modules/stamp ## Python: tests and examples in docstrings
	$(BIN)/pytest -n 2 --dist worksteal --ignore=tests/browser $(PYTEST_FLAGS)

.PHONY: browser-lint
browser-lint: node_modules/stamp ## page: biome, layout included
	node_modules/.bin/biome check --error-on-warnings

.PHONY: browser-types
browser-types: node_modules/stamp ## page: tsc reads the JSDoc types
	node_modules/.bin/tsc --project tsconfig.json
	node_modules/.bin/tsc --project tests/frontend/tsconfig.json

.PHONY: browser-unit
browser-unit: node_modules/stamp ## page: node's own test runner
	$(BIN)/node --test "tests/frontend/**/*.test.js"

.PHONY: browser-tests
browser-tests: node_modules/stamp ## page: in a real browser
	browser="$$(tools/find-browser)" && CHROMIUM="$$browser" $(BIN)/pytest -n 2 --dist worksteal tests/browser $(PYTEST_FLAGS)

.PHONY: test-slow
test-slow: node_modules/stamp tests/clients/node_modules/stamp .venv/slow.stamp .venv/supply.stamp .venv/docs.stamp ## the tests marked slow
	browser="$$(tools/find-browser)" && CHROMIUM="$$browser" $(BIN)/pytest -m slow $(PYTEST_FLAGS)

.PHONY: load
load: .venv/dev.stamp ## measure what the service bears (make load MINUTES=10)
	$(BIN)/python -m tests.load $(MINUTES)

.PHONY: bench
bench: .venv/bench.stamp tests/benchmarks/node_modules/stamp ## measure us beside others, into BENCHMARKS.md
	$(BIN)/python -m tests.benchmarks

.PHONY: format
format: node_modules/stamp ## fix layout and what else can be fixed
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	node_modules/.bin/biome check --write

# ---- lock

.PHONY: lock
lock: .venv/dev.stamp ## compile the locks (make lock UPGRADE=--upgrade for newer versions)
	$(LOCK) pyproject.toml --extra serve --output-file requirements/run.txt
	$(LOCK) --group build -c requirements/run.txt --output-file requirements/build.txt
	$(LOCK) pyproject.toml --extra all --group dev -c requirements/run.txt -c requirements/build.txt --output-file requirements/dev.txt
	$(LOCK) --group slow -c requirements/run.txt -c requirements/dev.txt --output-file requirements/slow.txt
	$(LOCK) --group bench -c requirements/run.txt -c requirements/dev.txt --output-file requirements/bench.txt
	$(LOCK) --group docs -c requirements/run.txt -c requirements/dev.txt --output-file requirements/docs.txt
	$(LOCK) --group supply -c requirements/run.txt -c requirements/dev.txt --output-file requirements/supply.txt
	$(BIN)/npm install --package-lock-only
	$(BIN)/npm install --package-lock-only --prefix tests/benchmarks
	$(BIN)/npm install --package-lock-only --prefix tests/clients

# ---- packages

.PHONY: npm
npm: .venv/dev.stamp ## build the package of npm into dist/npm, and pack it into dist
	$(BIN)/python tools/write-npm dist/npm
	$(BIN)/npm pack ./dist/npm --pack-destination dist

# ---- guide

.PHONY: docs
docs: export NO_MKDOCS_2_WARNING = 1
docs: .venv/docs.stamp ## build the guide into site/: the service has it at /guide then, and the wheel takes it along
	$(BIN)/python -m mkdocs build --strict
	$(BIN)/python -m mkdocs build --strict --config-file mkdocs.ja.yml

# ---- what others wrote

.PHONY: sbom
sbom: .venv/supply.stamp ## write what is shipped to dist/sbom.json (CycloneDX), from its lock
	@mkdir -p dist
	$(BIN)/python tools/write-sbom > dist/sbom.json

.PHONY: audit
audit: .venv/supply.stamp ## ask what is known against anything in the locks (Error 1: something; 2: could not ask)
	$(BIN)/python tools/audit

# ---- release

.PHONY: package
package: .venv/dev.stamp ## build the Python package into dist/
	rm -f dist/*.whl dist/*.tar.gz
	$(BIN)/python -m hatchling build --directory dist

.PHONY: release
release: .venv/dev.stamp ## check that version, changelog and tag agree, build into dist/, and tag; pushes nothing
	tools/release --check
	+@$(MAKE) --no-print-directory package sbom
	tools/release

.PHONY: clean
clean: ## remove what was installed and built
	rm -rf .venv node_modules tests/benchmarks/node_modules tests/clients/node_modules build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
