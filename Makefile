# `make demo` and `make test` set everything up themselves: python3 (3.11+), git and make are enough.
# Go, where it is installed, builds the pinned tools (opa, regal) that the policy tests need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := $(CURDIR)/.tools/bin
GOBIN_HOME := $(shell command -v go >/dev/null && go env GOPATH)/bin
OPA_VERSION := v1.21.1
REGAL_VERSION := v0.42.0

export AIGOV_CORPUS
export PATH := $(CURDIR)/$(BIN):$(TOOLS):$(PATH):$(GOBIN_HOME)

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "aigov needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "python3 cannot make a virtual environment; install its venv package (Debian: python3-venv)" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: setup
setup: $(VENV)/.ready ## Make the local environment in .venv from the hashed lock file

.PHONY: lock
lock: setup ## Resolve the lock files anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

# The policy tests need a real OPA: the one on PATH, else the pinned release built with Go, else they are skipped, aloud.
.PHONY: opa
opa:
	@if command -v opa >/dev/null; then :; \
	elif command -v go >/dev/null; then \
	  echo "building opa $(OPA_VERSION) into .tools/bin (once)"; \
	  GOBIN=$(TOOLS) go install github.com/open-policy-agent/opa@$(OPA_VERSION); \
	else \
	  echo "opa is not on PATH and Go is not installed: tests marked opa are skipped" >&2; \
	fi

# The linter is no judge of behaviour: where it cannot be had, the policies are still formatted, typed and tested.
.PHONY: regal
regal:
	@if command -v regal >/dev/null; then :; \
	elif command -v go >/dev/null; then \
	  echo "building regal $(REGAL_VERSION) into .tools/bin (once)"; \
	  GOBIN=$(TOOLS) go install github.com/open-policy-agent/regal@$(REGAL_VERSION) || true; \
	fi

.PHONY: lint
lint: setup ## ruff and mypy --strict
	ruff check .
	ruff format --check .
	mypy

.PHONY: policies
policies: setup opa regal ## Format, type-check, test (both engines) and lint the Rego, with 100 % coverage
	aigov policy test
	@if command -v opa >/dev/null; then scripts/check_policies.sh; \
	else echo "skipped: policy checks need opa" >&2; test -z "$$AIGOV_REQUIRE_OPA"; fi

.PHONY: test
test: setup opa lint policies ## Set everything up and run every test
	pytest -n auto --dist loadgroup

.PHONY: test-deep
test-deep: setup opa ## Mutation tests of the rules, and both engines on 4,000 generated inputs
	AIGOV_GENERATED_INPUTS=4000 pytest tests/integration/test_engines_agree.py
	python scripts/mutate_policies.py

.PHONY: demo
demo: setup ## Set everything up and run the main job on examples/support-desk
	@scripts/demo.sh

.PHONY: goldens
goldens: setup ## Write the golden outputs anew; review them as a diff
	pytest tests/test_golden.py --update-golden

.PHONY: docs
docs: setup ## Write docs/controls anew, a page a control; review them as a diff
	aigov policy docs

.PHONY: bench-scan
bench-scan: setup ## CPU of a scan beside ripgrep on the same tree: make bench-scan TREE=path
	python bench/scan.py $(TREE)

.PHONY: bench-accuracy
bench-accuracy: setup ## Recall and precision on labelled repositories: make bench-accuracy AIGOV_CORPUS=path [DETAIL=name]
	python bench/accuracy.py $(if $(DETAIL),--detail $(DETAIL))

.PHONY: bench-no-ai
bench-no-ai: setup ## Nothing may be found in unpacked packages that do not use AI: make bench-no-ai PACKAGES=path
	python bench/no_ai.py $(PACKAGES)
