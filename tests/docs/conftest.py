"""The bundled facts, in a database and in files."""

import pytest
from engines import Engines
from loopback import ottawa


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    run = ottawa("crawl", "--sample", folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return Engines(folder / "ottawa.db", folder / "files")
