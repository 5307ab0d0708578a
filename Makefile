PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
DATA = $(if $(NEWSROOM_DATA_DIR),$(NEWSROOM_DATA_DIR),var)
MANAGE = $(BIN)/python manage.py
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps
STATIC_SOURCES = $(shell find static -type f)

.PHONY: serve dev test lint bench admin lock clean archive

serve: archive $(DATA)/static/.collected  ## the archive on http://127.0.0.1:$(PORT)/
	@echo "Newsroom is on http://127.0.0.1:$(PORT)/  (stop with Ctrl-C)"
	@exec $(BIN)/gunicorn --config newsroom/gunicorn.py --bind 127.0.0.1:$(PORT) newsroom.wsgi

dev: archive  ## the development server, debug on, restarted on every change
	DEBUG=true $(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/.dev  ## everything there is to test on this machine
	@$(BIN)/python -m tests.run

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --quiet --check --lint templates
	$(BIN)/mypy
	NEWSROOM_DATA_DIR=$(DATA)/lint $(MANAGE) makemigrations --check --dry-run
	NEWSROOM_DATA_DIR=$(DATA)/lint NEWSROOM_HTTPS=true $(MANAGE) check --deploy --fail-level WARNING

bench: .venv/.dev
	$(BIN)/python -m benchmarks

admin: archive  ## make an account for the admin
	$(MANAGE) createsuperuser

archive: .venv/.runtime
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_sample
	@$(MANAGE) index

$(DATA)/static/.collected: .venv/.runtime $(STATIC_SOURCES)
	@$(MANAGE) collectstatic --noinput --clear --verbosity 0
	@touch $@

.venv/.runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newsroom needs Python 3.11 or newer: make PYTHON=python3.11 serve")'
	@echo "Making the environment in .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.dev: tests/requirements.txt .venv/.runtime
	@$(PIP) -r tests/requirements.txt
	@touch $@

lock: .venv/.runtime  ## pin what pyproject.toml asks for, with hashes
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml --group dev --output-file tests/requirements.txt

clean:  ## remove the environment and caches; the archive in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
