import pytest
from fault_drill import Crawled, crawl, differences, expect_bounds, inventions, laid, named
from fault_plan import FAULTS
from fault_worlds import WORLDS, Sejm

from scrapers.crawl import spider_names

FEW = (
    "429 and then good",
    "a redirect to itself for ever",
    "a redirect to another host",
    "a length that is too short",
    "a chunk of a size that is no number",
    "a bomb of gzip",
    "206 with a half",
)
"""Those that once went by without a word, and some that are quick."""


def test_there_is_a_fault_of_every_kind_for_every_source():
    assert len(FAULTS) >= 30
    asked = {kind.command[1] for kind in WORLDS}
    assert asked == set(spider_names())


@pytest.mark.parametrize("kind", WORLDS, ids=lambda kind: kind.name)
def test_a_source_is_spoilt_in_its_own_format(kind):
    world = kind(3)
    spoilt = {change(1) for change in (world.renamed, world.shuffled, world.doubled, world.enlarged)}
    assert len(spoilt - {world.good(1)}) == 4
    assert set(world.yesterday()) <= set(world.replies())


def test_what_goes_wrong_is_named_and_nothing_wrong_is_stored(tmp_path):
    world, plan = Sejm(len(FEW) + 1), {name: FAULTS[name] for name in FEW}
    troubled = crawl(world, tmp_path, laid(world, plan))
    assert expect_bounds(troubled, 1) + named(world, plan, troubled) == []
    before = troubled.rows()
    recovered = crawl(world, tmp_path, None, "--full")
    assert expect_bounds(recovered, 0) + inventions(before, recovered.rows()) == []
    assert len(recovered.rows()["ballots"]) > len(before["ballots"])


def test_what_is_wrong_is_told(tmp_path):
    found = Crawled(code=2, megabytes=301, output="Traceback", folder=tmp_path)
    assert [told.partition("\n")[0] for told in expect_bounds(found, 1)] == [
        "exit code 2 where 1 was expected",
        "301 MB of memory",
        "a traceback:",
    ]
    empty = {table: [] for table in ("votes", "ballots", "statements", "told_actions")}
    assert differences(empty, {"votes": [("key",)]}) == ["votes: not as before: [('key',)]"]
    assert inventions({**empty, "ballots": [("a",)]}, empty) == ["ballots: [('a',)]"]
