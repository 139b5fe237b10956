import pytest
from invented_house import House, sound

from db.database import open_database


@pytest.fixture
def db():
    opened = open_database(":memory:")
    yield opened
    opened.close()


@pytest.fixture
def house(db):
    return House(db)


@pytest.fixture
def sound_house(house):
    return sound(house)
