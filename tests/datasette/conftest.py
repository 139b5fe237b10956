"""The site over a database of invented chambers, and over an empty one."""

import sys
from contextlib import closing

import pytest
from invented_site import furnish
from reading import Reader

from db.database import open_database
from db.measures import refresh_measures
from db.timeline import settle_timeline
from scrapers.serving import MODULES
from scrapers.tagging import tag_and_index

# What the plugins share, as `make_site` lets them find it.
sys.path.append(MODULES)

RULED = "INSERT INTO tags VALUES ('xb-1', 'argument', 'alliance', 'rule', 'la-1', 'foedus')"


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("site") / "anything.db"
    with closing(open_database(path)) as db:
        furnish(db.conn)
        settle_timeline(db)
        refresh_measures(db)
        tag_and_index(db)
        # Nobody looks for tags in the language of Nowhere, so the one given by a rule comes afterwards.
        db.execute(RULED)
    return path


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_database(path).close()
    return path


@pytest.fixture(scope="session")
def reader(database):
    return Reader(database)


@pytest.fixture(scope="session")
def empty_reader(empty_database):
    return Reader(empty_database)
