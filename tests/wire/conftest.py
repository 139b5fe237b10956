"""What the tests on recorded answers share: all of them crawled once, by the command and the real spiders."""

import pytest
from loopback import ottawa
from recorded import archive_recordings


@pytest.fixture(scope="session")
def recorded_database(tmp_path_factory):
    """A database of all recorded answers. Whoever changes it makes a copy."""
    folder = tmp_path_factory.mktemp("real")
    archive_recordings(folder / "recorded", "ee", "fi", "lt", "lv", "pl")
    run = ottawa("crawl", "--offline", "--archive", "recorded", "--database", "real.db", folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "real.db"
