import importlib
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings

from scrapers import settings

PLACES = {"OTTAWA_ARCHIVE": "/node/archive", "OTTAWA_DATABASE": "/node/node.db"}


@pytest.fixture
def read(monkeypatch):
    """The settings of a node, read with these variables."""

    def read(**variables):
        monkeypatch.delitem(sys.modules, "scrapers.node", raising=False)
        for name in PLACES:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return importlib.import_module("scrapers.node")

    return read


def test_a_node_keeps_and_stores_where_its_environment_says(read):
    found = read(**PLACES)
    assert {name: getattr(found, name) for name in PLACES} == {name: Path(to) for name, to in PLACES.items()}


def test_everything_else_is_as_on_one_machine(read):
    of_node, of_one = Settings(), Settings()
    of_node.setmodule(read(**PLACES))
    of_one.setmodule(settings)
    assert {name for name in of_node if of_node[name] != of_one[name]} == {*PLACES, "OTTAWA_MODE"}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("place", [None, "", "archive", "./archive"])
def test_a_place_that_depends_on_the_folder_of_the_job_is_refused(read, name, place):
    variables = {key: to for key, to in (PLACES | {name: place}).items() if to is not None}
    with pytest.raises(ValueError, match=f"{name} must be a whole path"):
        read(**variables)
