# Everything runs in .venv, made from requirements.lock. Python 3.11 or newer is all that is needed.
PYTHON ?= python3
BIN := .venv/bin
DATABASE ?= ottawa.db
PORT ?= 8001

.PHONY: run test spark scrapyd browser datasette1 lint types bench bench-measures bench-site docs kills fuzz faults soak lock install clean

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
	$(BIN)/mypy --strict --explicit-package-bases datasette/plugins/*.py datasette/modules/ottawa_site/*.py

bench: install  ## the figures of docs/performance.md and docs/search.md
	$(BIN)/python tests/support/bench.py
	$(BIN)/python tests/support/bench_search.py

bench-measures: install  ## summing up, exporting and asking ten million ballots of nobody
	$(BIN)/python tests/support/measure_speed.py
	$(BIN)/python tests/support/bench_export.py

bench-site: install  ## how long each page takes over ten million ballots of nobody, which are made once
	$(BIN)/python tests/support/bench_site.py build/many-ballots.db

kills: install  ## two hundred jobs killed at random moments, each run again and compared
	$(BIN)/python tests/support/kills.py

spark: install .venv-spark/installed  ## every question of the cookbook on Apache Spark; needs Java 17 or newer
	OTTAWA_SPARK=$(CURDIR)/.venv-spark/bin $(BIN)/pytest -q tests/docs/test_on_spark.py

scrapyd: install .venv-scrapyd/installed  ## two nodes of Scrapyd and a writer that collects what they kept
	OTTAWA_SCRAPYD=$(CURDIR)/.venv-scrapyd/bin $(BIN)/pytest -q tests/scrapers/test_scrapyd.py

browser: install build/browser/installed  ## every kind of page in Chromium, with axe and five journeys; needs Node
	NODE_PATH=$(CURDIR)/build/browser/node_modules $(BIN)/pytest -q tests/datasette/test_site_in_a_browser.py

datasette1: install .venv-datasette1/installed  ## the tests of the site on the alpha of Datasette 1.0
	OTTAWA_DATASETTE1=$(CURDIR)/tests/support/datasette1.txt \
		.venv-datasette1/bin/python -m pytest -q -p no:cacheprovider tests/datasette

docs: install  ## docs/schema.md, docs/cookbook.md and docs/queries.md, from the database, the site and docs/cookbook/
	$(BIN)/python tests/support/make_docs.py

fuzz: install  ## two thousand spoilt answers for each page: records or a named error come out
	$(BIN)/python tests/support/fuzz.py

faults: install  ## fifty faults laid over each of eight sources: nothing is lost, every one is named
	$(BIN)/python tests/support/fault_drill.py

soak: install  ## three hundred nights under a clock of our own: each alarm in its night, no correction lost
	$(BIN)/python tests/support/soak.py

lock: install  ## pin every dependency with its hashes
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --quiet --output-file requirements.lock

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	$(BIN)/python -c "from db.stems import make_dictionaries; make_dictionaries()"
	touch $@

# Environments of their own: Spark is half a gigabyte, and Scrapyd needs an older setuptools than the others.
.venv-%/installed: pyproject.toml $(wildcard scrapers/*.py) | install
	test -x .venv-$*/bin/python || $(PYTHON) -m venv .venv-$*
	$(BIN)/uv pip install --quiet --python .venv-$*/bin/python --reinstall-package leaving-ottawa '.[$*]'
	touch $@

build/browser/installed: Makefile
	npm install --silent --no-fund --no-audit --prefix build/browser axe-core@4.14.1 puppeteer-core@24.43.1
	touch $@

# Datasette 1.0 in the place of the one that pyproject.toml asks for.
.venv-datasette1/installed: tests/support/datasette1.txt pyproject.toml $(wildcard scrapers/*.py) | install
	test -x .venv-datasette1/bin/python || $(PYTHON) -m venv .venv-datasette1
	$(BIN)/uv pip install --quiet --python .venv-datasette1/bin/python --reinstall-package leaving-ottawa \
		--override tests/support/datasette1.txt . pytest hypothesis
	touch $@

clean:
	rm -rf .venv .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
