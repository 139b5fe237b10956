"""A vote that a second address gives as well, in whatever order the two come."""

import pytest
from invented_house import MOMENT, URL, ballot, note, vote
from msgspec import structs

from db.records import Source, Tally
from db.rows import Provenance

SITE = "https://site.example/vote"
FULL = vote(ballot(1), ballot(2), ballot(3, "Nay"), ballot(4, "Away"))
SHORT = structs.replace(
    FULL, number=None, lists_absent=False, is_second=True, ballots=(ballot(1), ballot(2), ballot(3, "Nay"))
)
SWAPPED = structs.replace(SHORT, ballots=(ballot(1), ballot(2, "Nay"), ballot(3)))
BALLOTS = "SELECT count(*) FROM vote_ballots WHERE withdrawn_at IS NULL"


class TwoAddresses:
    """The invented house, and a second address of it."""

    def __init__(self, house):
        self.house = house
        name = "The site of Nowhere"
        house.writer.register(
            [Source(key="zz-site", country="zz", name=name, url=SITE, licence="-", attribution="-")]
        )

    def first(self, record=FULL, **options):
        return self.house.says(record, **options)

    def second(self, record=SHORT, origin="live"):
        noted = self.house.ledger.note(
            self.house.run, note(source="zz-site", url=SITE, fingerprint="f2", origin=origin)
        )
        provenance = Provenance(origin=origin, source_url=SITE, seen_at=MOMENT, response_id=noted)
        before = self.house.db.conn.total_changes
        with self.house.db.atomic():
            self.house.writer.store([record], provenance)
        return self.house.db.conn.total_changes - before


@pytest.fixture
def both(house):
    return TwoAddresses(house)


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_the_first_address_tells_the_vote_and_nothing_is_withdrawn_or_revised(both, order):
    for name in order:
        getattr(both, name)()
    assert both.house.row("SELECT number, counted_absent, source_url FROM votes") == (1, 1, URL)
    assert both.house.row(BALLOTS) == (4,)
    assert both.house.rows("SELECT 1 FROM vote_ballots WHERE withdrawn_at IS NOT NULL") == []
    assert both.house.rows("SELECT 1 FROM revisions") == []


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_the_second_address_is_kept_as_a_report(both, order):
    for name in order:
        getattr(both, name)()
    reports = both.house.rows("SELECT key, option, source_url FROM reported_ballots ORDER BY key")
    assert reports == [
        (f"zz-house-1-1-in-the-site-of-nowhere/member-{number:03}", option, SITE)
        for number, option in ((1, "yes"), (2, "yes"), (3, "no"))
    ]
    assert both.house.row("SELECT place, yes FROM tally_reports") == ("The site of Nowhere", 2)


def test_a_second_address_alone_tells_the_vote(both):
    both.second()
    assert both.house.row("SELECT counted_absent, source_url FROM votes") == (None, SITE)
    assert both.house.row("SELECT count(*) FROM reported_ballots") == (0,)


@pytest.mark.parametrize("turns", [1, 2])
def test_told_again_nothing_is_written(both, turns):
    both.second()
    for _ in range(turns):
        both.first()
    both.second()
    assert (both.first(), both.second()) == (0, 0)


def test_a_second_address_that_alone_changes_its_mind_makes_a_revision(both):
    both.second()
    both.second(structs.replace(SWAPPED, title="Another"))
    assert len(both.house.rows("SELECT 1 FROM revisions WHERE table_name = 'ballots'")) == 2


def test_a_first_address_that_changes_its_mind_makes_a_revision_with_the_second_beside_it(both):
    both.first()
    both.second()
    both.first(structs.replace(FULL, ballots=(*SWAPPED.ballots, ballot(4, "Away"))))
    assert len(both.house.rows("SELECT 1 FROM revisions WHERE table_name = 'ballots'")) == 2


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_ballots_that_differ_are_discrepancies_with_the_name_of_the_second_address(both, order):
    for name in order:
        getattr(both, name)(FULL if name == "first" else SWAPPED)
    sql = "SELECT field, official_value, other_value, other_place FROM discrepancies WHERE kind = 'ballot'"
    found = both.house.rows(sql)
    place = "The site of Nowhere"
    assert sorted(found) == [("Member 002", "yes", "no", place), ("Member 003", "no", "yes", place)]


def test_a_tally_that_differs_is_a_discrepancy(both):
    both.first()
    both.second(structs.replace(SHORT, declared=Tally(yes=1, no=1, abstain=0), ballots=SHORT.ballots[1:]))
    sql = "SELECT field, official_value, other_value FROM discrepancies WHERE kind = 'tally'"
    assert both.house.rows(sql) == [("yes", 2, 1)]


def test_an_answer_of_the_second_address_replaces_the_bundled_facts_of_the_first(both):
    both.first(origin="sample")
    both.second()
    assert both.house.row("SELECT origin, source_url FROM votes") == ("live", SITE)


def test_bundled_facts_of_the_first_address_replace_no_answer_of_the_second(both):
    both.second()
    both.first(origin="sample")
    assert both.house.row("SELECT origin, source_url FROM votes") == ("live", SITE)
    assert both.house.row(BALLOTS) == (3,)
