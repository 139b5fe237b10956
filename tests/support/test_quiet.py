import pytest
from quiet import invent, play

BEFORE = (0, 2, 8, 32, 128)
"""Few nights in which everything is found unchanged for long."""


def test_a_usual_night_over_all_sources_asks_at_most_forty_times_and_writes_no_row(tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        invent(patch.setattr)
        played = play((*BEFORE, *range(129, 133)), tmp_path, size=2)[len(BEFORE) :]
    assert max(night.requests for night in played) <= 40
    assert {night.rows for night in played} == {0}
