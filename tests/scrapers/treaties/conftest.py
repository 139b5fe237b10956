import pytest
from invented_states import know_invented_states


@pytest.fixture(autouse=True)
def invented_states(monkeypatch):
    know_invented_states(monkeypatch.setattr)
