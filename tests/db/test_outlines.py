"""How an entry of a list of speakers finds its turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import DAY

from db.outlines import laid_side_by_side, settle_outlines
from db.records import AgendaItem, Debate, DebateOutline, Speech, SpeechOutline

CHAMBER, TERM = "zz-house", "zz-house-1"


def pairs(wanted, printed):
    """Letters are family names; a small letter stands for the same name, printed with another initial."""
    return laid_side_by_side(
        [(letter, "anna") for letter in wanted],
        [(letter.upper(), "b." if letter.islower() else "a.") for letter in printed],
    )


@pytest.mark.parametrize(
    ("wanted", "printed", "expected"),
    [
        ("", "", []),
        ("AB", "", []),
        ("ABC", "ABC", [(0, 0), (1, 1), (2, 2)]),
        ("AB", "AXB", [(0, 0), (1, 2)]),
        ("AXB", "AB", [(0, 0), (2, 1)]),
        ("ABA", "ABA", [(0, 0), (1, 1), (2, 2)]),
        ("AB", "ABA", [(0, 0), (1, 1)]),
        ("A", "AA", []),
        ("AB", "BA", []),
        ("AB", "aB", [(1, 1)]),
    ],
)
def test_entries_and_turns_are_paired_where_order_and_names_leave_no_doubt(wanted, printed, expected):
    assert pairs(wanted, printed) == expected


@given(st.text("ABC", max_size=8), st.text("ABC", max_size=8))
def test_pairs_are_of_one_name_and_in_the_order_of_both(wanted, printed):
    found = pairs(wanted, printed)
    assert all(wanted[one] == printed[other] for one, other in found)
    assert found == sorted(found)
    assert [other for _, other in found] == sorted({other for _, other in found})


@given(st.text("ABC", max_size=8), st.text("ABC", max_size=8))
def test_pairs_are_the_same_read_backwards(wanted, printed):
    turned = [(len(wanted) - one - 1, len(printed) - other - 1) for one, other in pairs(wanted, printed)]
    assert pairs(wanted[::-1], printed[::-1]) == turned[::-1]


def outline(*entries, sitting="1", title="De coloribus"):
    key = f"zz-sitting-{sitting}"
    item = AgendaItem(key=f"{key}-item", position=1, title=title, bills=("zz-house-bill-7",))
    return DebateOutline(
        sitting=key,
        chamber=CHAMBER,
        term=TERM,
        items=(item,),
        entries=tuple(
            SpeechOutline(
                key=f"{key}-item-{place}",
                item=item.key,
                position=place,
                family_name=family,
                given_name="Anna",
                capacity="member",
                seconds=seconds,
            )
            for place, (family, seconds) in enumerate(entries, 1)
        ),
    )


def debate(*families, sitting="1"):
    return Debate(
        sitting=f"zz-sitting-{sitting}",
        chamber=CHAMBER,
        term=TERM,
        speeches=tuple(
            Speech(
                key=f"zz-speech-{sitting}-{place}",
                position=place,
                date=DAY,
                speaker=family,
                family_name=family,
                given_name="A.",
                capacity="chair" if family == "Chair" else "member",
                language="la",
                text="Dixi.",
            )
            for place, family in enumerate(families, 1)
        ),
    )


LIST, WORDS = "https://house.example/list", "https://house.example/words"
TURNS = "SELECT family_name, item_key IS NOT NULL, seconds FROM speeches ORDER BY sitting_key, position"


def settled(house):
    before = house.db.conn.total_changes
    settle_outlines(house.db)
    return house.db.conn.total_changes - before


def test_an_entry_gives_its_turn_the_item_and_the_length(house):
    house.says(outline(("One", 60), ("Two", 90)), url=LIST)
    house.says(debate("Chair", "One", "Two"), url=WORDS)
    settle_outlines(house.db)
    assert house.rows(TURNS) == [("Chair", 0, None), ("One", 1, 60), ("Two", 1, 90)]
    assert house.rows("SELECT speech_key FROM speech_outlines ORDER BY position") == [
        ("zz-speech-1-2",),
        ("zz-speech-1-3",),
    ]


def test_somebody_who_was_interrupted_has_the_item_in_all_turns_and_the_length_in_none(house):
    house.says(outline(("One", 60)), url=LIST)
    house.says(debate("One", "Chair", "One"), url=WORDS)
    settle_outlines(house.db)
    assert house.rows(TURNS) == [("One", 1, None), ("Chair", 0, None), ("One", 1, None)]


def test_on_settled_rows_nothing_is_written(house):
    house.says(outline(("One", 60)), url=LIST)
    house.says(debate("One"), url=WORDS)
    assert settled(house) == 2
    assert settled(house) == 0


def test_words_that_are_told_again_keep_what_the_list_gave_them(house):
    house.says(outline(("One", 60)), url=LIST)
    house.says(debate("One"), url=WORDS)
    settle_outlines(house.db)
    assert house.says(debate("One"), url=WORDS) == 0


def test_what_no_longer_belongs_together_is_taken_apart(house):
    house.says(outline(("One", 60)), url=LIST)
    house.says(debate("One"), url=WORDS)
    settle_outlines(house.db)
    house.says(outline(("Two", 60)), url=LIST)
    settle_outlines(house.db)
    assert house.rows(TURNS) == [("One", 0, None)]


def test_an_entry_that_is_no_longer_shown_is_marked_and_gives_nothing(house):
    house.says(outline(("One", 60), ("Two", 90)), url=LIST)
    house.says(outline(("One", 60)), url=LIST)
    house.says(debate("One", "Two"), url=WORDS)
    settle_outlines(house.db)
    assert house.rows(TURNS) == [("One", 1, 60), ("Two", 0, None)]


def test_an_item_that_was_carried_over_with_its_speakers_gives_nothing_in_either_sitting(house):
    for sitting in "12":
        house.says(outline(("One", 60), sitting=sitting), url=f"{LIST}/{sitting}")
        house.says(debate("One", sitting=sitting), url=f"{WORDS}/{sitting}")
    settle_outlines(house.db)
    assert house.rows(TURNS) == [("One", 0, None), ("One", 0, None)]


def test_a_list_alone_is_kept_as_it_is(house):
    house.says(outline(("One", 60)), url=LIST)
    assert settled(house) == 0
    assert house.row("SELECT family_name, seconds, speech_key FROM speech_outlines") == ("One", 60, None)


def test_telling_a_list_again_writes_nothing(house):
    house.says(outline(("One", 60)), url=LIST)
    assert house.says(outline(("One", 60)), url=LIST) == 0
