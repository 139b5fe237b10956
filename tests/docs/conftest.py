"""The bundled facts, an invented house and many invented ballots: each in a database and in files."""

import sys
from contextlib import closing
from pathlib import Path

import many_ballots
import pytest
from engines import Engines
from loopback import ottawa

from db.database import open_database
from db.measures import refresh_measures

# The invented chambers live beside the tests of the site.
sys.path.append(str(Path(__file__).resolve().parents[1] / "datasette"))

from invented_site import furnish


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    run = ottawa("crawl", "--sample", folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return Engines(folder / "ottawa.db", folder / "files")


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    with closing(open_database(folder / "ottawa.db")) as db:
        furnish(db.conn)
        db.execute("UPDATE bills SET is_tracked = 1 WHERE key = 'xa-bill-1'")
        refresh_measures(db)
    return Engines(folder / "ottawa.db", folder / "files")


@pytest.fixture(scope="session")
def term(tmp_path_factory):
    folder = tmp_path_factory.mktemp("term")
    many_ballots.fill(folder / "ottawa.db", 40_000)
    with closing(open_database(folder / "ottawa.db")) as db:
        refresh_measures(db)
    return Engines(folder / "ottawa.db", folder / "files")
