import pytest

from db.database import open_database


@pytest.fixture
def db(tmp_path):
    opened = open_database(tmp_path / "ottawa.db")
    yield opened
    opened.close()
