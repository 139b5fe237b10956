"""Where a source has a second address, it stands in for the first, and stands beside it once both answer.

The Saeima and the Senate have tests of this in their own rooms.
"""

import pytest
from fault_drill import crawl
from fault_worlds import Riigikogu, Treaties, riigikogu
from faults import query
from loopback import Reply

from scrapers.parliaments.estonia.names import vote_page

DOWN = [Reply(status=500)]
HTML = {"Content-Type": "text/html; charset=utf-8"}

HOUSE, FAILING = Riigikogu(4), 4
TOLD = (
    "SELECT ballots_status, source_url LIKE '%www.riigikogu.ee%' FROM votes"
    " WHERE chamber = 'ee-riigikogu' AND date = '2025-01-08' ORDER BY time"
)


def on_the_site(number, **changes):
    """The public page of a vote."""
    body = riigikogu.a_web_vote(**changes)
    return {vote_page(riigikogu.uuid(5000 + number)): [Reply(body.encode(), headers=HTML)]}


@pytest.fixture(scope="module")
def standing_in(tmp_path_factory):
    """A Riigikogu whose interface gives three of four votes; its site gives the fourth."""
    folder = tmp_path_factory.mktemp("riigikogu")
    other = on_the_site(FAILING, what="Lõpphääletus")
    first = crawl(HOUSE, folder, {HOUSE.address(FAILING): DOWN, **other})
    return folder, first


def test_where_the_interface_of_the_riigikogu_fails_its_site_stands_in(standing_in):
    folder, first = standing_in
    assert first.code == 1
    assert first.ends() == {HOUSE.address(FAILING): {"failed"}}
    assert query(folder, TOLD) == [("published", 0)] * 3 + [("published", 1)]


def test_once_both_answer_the_interface_tells_and_the_site_is_compared(standing_in):
    folder, _ = standing_in
    again = crawl(HOUSE, folder, None, "--full")
    assert again.code == 0, again.output
    assert query(folder, TOLD) == [("published", 0)] * 4
    reports = "SELECT count(*) FROM {} WHERE source_url LIKE '%www.riigikogu.ee%'"
    assert query(folder, reports.format("tally_reports")) == [(1,)]
    assert query(folder, reports.format("reported_ballots")) == [(6,)]
    assert query(folder, "SELECT count(*) FROM revisions") == [(0,)]
    compared = "SELECT count(*) FROM discrepancies WHERE origin = 'live' AND kind IN ('ballot', 'tally')"
    assert query(folder, compared) == [(0,)]


def test_where_the_depositary_and_the_un_fail_the_dutch_database_stands_in(tmp_path):
    world = Treaties(Treaties.most)
    dutch = world.address(world.size)
    down = {url: DOWN for url in world.replies() if url != dutch}
    crawled = crawl(world, tmp_path, down)
    assert (crawled.code, dutch in crawled.ends()) == (1, False)
    status = "SELECT status, since FROM treaty_status WHERE state = 'xa' AND treaty = 'apmbc' ORDER BY since"
    assert query(tmp_path, status)[-2:] == [
        ("party, withdrawal pending", "2025-06-27"),
        ("not a party", "2025-12-27"),
    ]
