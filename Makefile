# Everything runs in .venv, made from requirements.lock. Python 3.11 or newer is all that is needed.
PYTHON ?= python3
BIN := .venv/bin
DATABASE ?= ottawa.db
PORT ?= 8001

.PHONY: run test spark scrapyd lint types bench kills docs lock install clean

run: install  ## the bundled sample, browsable at http://127.0.0.1:8001
	$(BIN)/ottawa crawl --sample --database $(DATABASE)
	$(BIN)/ottawa check --database $(DATABASE)
	$(BIN)/ottawa serve --database $(DATABASE) --port $(PORT)

test: install  ## every test
	$(BIN)/pytest -q --numprocesses 2

lint: install  ## ruff with everything on, and its formatter
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install  ## mypy, strict
	$(BIN)/mypy
	$(BIN)/mypy --strict --explicit-package-bases datasette/plugins/*.py

bench: install  ## the figures of docs/performance.md and docs/search.md
	$(BIN)/python tests/support/bench.py
	$(BIN)/python tests/support/bench_search.py

kills: install  ## two hundred jobs killed at random moments, each run again and compared
	$(BIN)/python tests/support/kills.py

spark: install .venv-spark/installed  ## every question of the cookbook on Apache Spark; needs Java 17 or newer
	OTTAWA_SPARK=.venv-spark/bin $(BIN)/pytest -q -m slow tests/docs/test_on_spark.py

docs: install  ## docs/schema.md and docs/cookbook.md, from the database, the site and docs/cookbook/
	$(BIN)/python tests/support/make_docs.py

lock: install  ## pin every dependency with its hashes
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --quiet --output-file requirements.lock

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

# An environment of its own: half a gigabyte, which `make run` and `make test` do without.
.venv-spark/installed: pyproject.toml
	test -x .venv-spark/bin/python || $(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	touch $@

clean:
	rm -rf .venv .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
