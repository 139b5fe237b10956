"""Debates become items and turns, and a turn's words may come from another answer."""

import datetime as dt

import pytest
from invented_house import DAY, bill, who
from msgspec import structs

from db.records import AgendaItem, Correction, Debate, Document, Sitting, Speech, SpeechText
from db.rows import ContradictionError

SITTING = "zz-house-1-1"
ITEM = AgendaItem(key=f"{SITTING}-item-1", position=1, title="The bill (print 7)")


def speech(number, **changes):
    row = {
        "key": f"{SITTING}-speech-{number}",
        "position": number,
        "item": ITEM.key,
        "date": DAY,
        "speaker": f"Member {number:03}",
        "capacity": "member",
        "language": "en",
        "text": f"Words {number}.",
    }
    return Speech(**(row | changes))


def debate(*speeches, items=(ITEM,), corrections=()):
    return Debate(
        sitting=SITTING,
        chamber="zz-house",
        term="zz-house-1",
        items=items,
        speeches=speeches,
        corrections=corrections,
    )


SHOWN = "SELECT position, text FROM speeches WHERE withdrawn_at IS NULL ORDER BY position"


def test_turns_are_kept_in_their_order(house):
    house.says(debate(speech(1), speech(2)))
    assert house.rows(SHOWN) == [(1, "Words 1."), (2, "Words 2.")]


def test_a_turn_that_was_handed_in_is_marked_and_one_without_a_day_has_none(house):
    house.says(debate(speech(1, is_unspoken=True), speech(2, is_unspoken=False), speech(3, date=None)))
    assert house.rows("SELECT is_unspoken, date IS NULL FROM speeches ORDER BY position") == [
        (1, 0),
        (0, 0),
        (None, 1),
    ]


def test_telling_a_debate_again_writes_nothing(house):
    told = debate(speech(1, person=who(1)), speech(2), corrections=())
    house.says(told)
    assert house.says(told) == 0


WORDS = SpeechText(key=speech(1).key, language="en", text="Words.")
LISTED = debate(speech(1, text=None, language=None))
BESIDE = structs.replace(
    debate(speech(2, key=f"{speech(1).key}-chair-1")),
    mentions=(speech(1, text=None, language=None, capacity=None),),
)


def test_a_turn_that_another_answer_lists_stays_where_this_one_only_adds_words(house):
    house.says(LISTED, url="https://house.example/day")
    house.says(BESIDE, WORDS)
    assert house.says(BESIDE, WORDS) == 0
    assert house.rows(SHOWN) == [(1, "Words."), (2, "Words 2.")]
    assert house.rows("SELECT 1 FROM revisions") == []


def test_words_may_come_before_the_list_that_says_more_of_their_turn(house):
    house.says(BESIDE, WORDS)
    house.says(LISTED, url="https://house.example/day")
    assert house.rows(SHOWN) == [(1, "Words."), (2, "Words 2.")]
    assert house.row("SELECT capacity FROM speeches WHERE position = 1") == ("member",)
    assert house.rows("SELECT 1 FROM revisions") == []


def test_a_sitting_that_only_a_debate_names_is_a_mention(house):
    house.says(debate(speech(1)))
    assert house.row("SELECT key, is_stated FROM sittings") == (SITTING, 0)


def test_a_changed_text_is_a_revision(house):
    house.says(debate(speech(1)))
    house.says(debate(speech(1, text="Other words.")))
    assert house.row("SELECT old_value, new_value FROM revisions") == ("Words 1.", "Other words.")


def test_a_turn_that_is_no_longer_shown_is_marked_and_kept(house):
    house.says(debate(speech(1), speech(2)))
    house.says(debate(speech(1)))
    assert house.rows(SHOWN) == [(1, "Words 1.")]
    assert house.row("SELECT count(*) FROM speeches") == (2,)


def test_a_debate_at_another_address_withdraws_nothing(house):
    house.says(debate(speech(1)))
    house.says(debate(speech(2)), url="https://house.example/second")
    assert len(house.rows(SHOWN)) == 2


def test_the_words_of_a_turn_may_come_later(house):
    house.says(debate(speech(1, text=None, language=None, item=None)))
    house.says(SpeechText(key=speech(1).key, language="en", text="At last.", item=ITEM))
    assert house.row("SELECT text, language, item_key FROM speeches") == ("At last.", "en", ITEM.key)
    assert house.rows("SELECT 1 FROM revisions") == []


def test_listing_the_turn_again_leaves_its_words_alone(house):
    listed = debate(speech(1, text=None, language=None))
    house.says(listed)
    house.says(SpeechText(key=speech(1).key, language="en", text="At last."))
    house.says(listed)
    assert house.rows(SHOWN) == [(1, "At last.")]


def test_words_of_a_turn_that_nobody_listed_are_refused(house):
    with pytest.raises(ContradictionError, match="no answer has listed"):
        house.says(SpeechText(key="zz-house-1-1-speech-9", language="en", text="?"))


def test_an_identifier_makes_the_speaker_known_at_once(house):
    house.says(debate(speech(1, person=who(1))))
    assert house.row("SELECT person_method, person_confidence FROM speeches") == ("identifier", "official")


def test_a_faction_printed_with_the_turn_is_stated(house):
    house.says(debate(speech(1, faction="Blue")))
    assert house.row("SELECT faction, faction_basis FROM speeches") == ("Blue", "stated")


def test_an_item_names_its_bill_by_key_or_by_paper(house):
    named = structs.replace(ITEM, bills=("zz-house-1-bill-1",), documents=("8",))
    house.says(debate(speech(1), items=(named,)))
    house.says(bill(), structs.replace(bill(), key="zz-house-1-bill-2", number="2"))
    paper = Document(
        key="zz-house-1-8", chamber="zz-house", term="zz-house-1", number="8", title="Report",
        bills=("zz-house-1-bill-2",),
    )  # fmt: skip
    house.says(paper)
    assert house.rows("SELECT bill_key, basis FROM item_bills ORDER BY bill_key") == [
        ("zz-house-1-bill-1", "stated"),
        ("zz-house-1-bill-2", "derived"),
    ]


def test_an_item_that_names_another_bill_now_names_no_longer_the_first(house):
    house.says(debate(items=(structs.replace(ITEM, bills=("a",)),)))
    house.says(debate(items=(structs.replace(ITEM, bills=("b",)),)))
    assert house.rows("SELECT bill_key FROM agenda_item_bills") == [("b",)]


def test_the_turns_of_a_vote_are_those_of_its_item(house):
    house.says(debate(speech(1), items=(structs.replace(ITEM, votes=("zz-house-1-1-1",)),)))
    assert house.rows("SELECT vote_key, speech_key, via FROM vote_speeches") == [
        ("zz-house-1-1-1", speech(1).key, "the item of the vote")
    ]


def test_what_a_member_says_of_their_ballot_stands_beside_it(house):
    said = Correction(
        key=f"{SITTING}-correction-1", speech=speech(1).key, option="yes", label="count mine as an aye"
    )
    told = debate(speech(1), corrections=(said,))
    house.says(told)
    assert house.row("SELECT speech_key, option, label FROM ballot_corrections") == (
        speech(1).key,
        "yes",
        "count mine as an aye",
    )
    assert house.says(told) == 0


def test_moments_are_kept_in_utc(house):
    zone = dt.timezone(dt.timedelta(hours=3))
    house.says(debate(speech(1, start=dt.datetime(2025, 1, 15, 1, 30, tzinfo=zone))))
    assert house.row("SELECT start_time FROM speeches") == ("2025-01-14T22:30:00.000+00:00",)


def numbered(*speeches, number=7):
    return structs.replace(debate(*speeches), sitting=None, number=number)


def test_a_debate_may_name_its_sitting_by_its_number_in_the_term(house):
    house.says(Sitting(key=SITTING, chamber="zz-house", term="zz-house-1", number=7, dates=(DAY,)))
    house.says(numbered(speech(1)))
    assert house.row("SELECT sitting_key, key FROM speeches") == (SITTING, f"{SITTING}-speech-1")


def test_a_turn_that_a_numbered_debate_no_longer_shows_is_withdrawn(house):
    house.says(Sitting(key=SITTING, chamber="zz-house", term="zz-house-1", number=7, dates=(DAY,)))
    house.says(numbered(speech(1), speech(2)))
    house.says(numbered(speech(1)))
    assert house.rows(SHOWN) == [(1, "Words 1.")]


def test_a_debate_of_a_number_that_no_answer_has_listed_is_refused(house):
    with pytest.raises(ContradictionError, match="sitting 7, that no answer has listed"):
        house.says(numbered(speech(1)))


def test_a_debate_of_a_number_that_two_sittings_have_is_refused(house):
    for key in (SITTING, f"{SITTING}-again"):
        house.says(Sitting(key=key, chamber="zz-house", term="zz-house-1", number=7, dates=(DAY,)))
    with pytest.raises(ContradictionError, match="of which there are 2"):
        house.says(numbered(speech(1)))
