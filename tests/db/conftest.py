import pytest
from blank import blank_database
from invented_house import House, sound


@pytest.fixture
def db():
    opened = blank_database()
    yield opened
    opened.close()


@pytest.fixture
def house(db):
    return House(db)


@pytest.fixture
def sound_house(house):
    return sound(house)
