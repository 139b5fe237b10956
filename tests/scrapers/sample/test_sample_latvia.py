"""How titania's pages of votes are written. The people and votes of these tables are invented."""

import re

import pytest

from scrapers.pages import Answer, reader_of
from scrapers.sample import _encode, latvia

ITEM = "11111111-2222-3333-4444-555555555555"
URL = f"{latvia.TITANIA}/Voting?ReadForm&parentID={ITEM}"

TABLES = {
    "votes": [
        {"item": ITEM, "time": "16.04.2026 09:21:03", "motive": "Par <zilo> krāsu (7/Lp14), 3.lasījums"}
    ],
    "members": [
        {"id": "1", "name": "Member", "sname": "002"},
        {"id": "2", "name": "Mēmber Two", "sname": "001"},
        {"id": "3", "name": "Member", "sname": "Of Two"},
    ],
    "ballots": [
        {"vote": ITEM[:8], "member": "1", "faction": "ZILIE", "label": "Par"},
        {"vote": ITEM[:8], "member": "2", "faction": "", "label": "Par"},
        {"vote": ITEM[:8], "member": "3", "faction": "ZILIE", "label": "Nebalsoja"},
        {"vote": "99999999", "member": "3", "faction": "ZILIE", "label": "Pret"},
    ],
}


@pytest.fixture
def written(monkeypatch):
    monkeypatch.setattr(latvia, "rows", lambda parliament, table: TABLES[table])
    (found,) = latvia.answers()
    return found


def vote_of(written):
    url, body = written
    (vote,) = reader_of(url)[1].read(Answer(url=url, body=_encode(body)))
    return vote


def test_the_address_is_that_of_a_running_sitting(written):
    assert written[0] == URL


def test_the_real_page_reads_what_is_written(written):
    vote = vote_of(written)
    assert [(it.given_name, it.family_name, it.faction, it.label) for it in vote.ballots] == [
        ("Mēmber Two", "001", None, "Par"),
        ("Member", "002", "ZILIE", "Par"),
        ("Member", "Of Two", "ZILIE", "Nebalsoja"),
    ]


def test_the_ballots_of_other_votes_stay_out(written):
    assert vote_of(written).declared.no == 0


def test_the_motive_comes_back_with_its_letters(written):
    assert vote_of(written).question == "Par <zilo> krāsu (7/Lp14), 3.lasījums"


def test_the_separator_is_one_byte_that_is_no_utf_8(written):
    assert written[1].count(b"\xa4") == 3 * (3 + 3 + 2)
    with pytest.raises(UnicodeDecodeError):
        written[1].decode()


def test_letters_in_lists_are_percent_encoded_and_elsewhere_entities(written):
    assert b"M%C4%93mber%20Two" in written[1]
    assert b"kr&#257;su" in written[1]


def test_a_heading_counts_the_ballots_under_it(written):
    assert re.findall(rb"<b>(\w+):&nbsp;&nbsp;(\d+)</b>", written[1]) == [(b"PAR", b"2"), (b"NEBALSO", b"1")]
