"""The recorded transcript of the Seimas: its turns, and no word lost."""

import re
import time
from collections import Counter

import pytest
from recorded import REASON, WIRE, recordings

from db.records import Debate
from scrapers.pages import Answer
from scrapers.parliaments.lithuania import PARLIAMENT

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

NAME = "stenogram_1034324_2015-05-21.html"
TURNS, ITEMS, CONTINUED = 328, 20, 20
"""Turns that begin with a name in bold; items; and turns that go on under an item."""

ENTITIES = {"&nbsp;": " ", "&#8209;": "-", "&quot;": '"', "&amp;": "&"}
SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@pytest.fixture(scope="module")
def answer():
    (found,) = (recording for recording in recordings("lt") if recording.file.name == NAME)
    return Answer(url=found.url, body=found.read())


@pytest.fixture(scope="module")
def debate(answer):
    (found,) = PARLIAMENT.page_for(answer.url).read(answer)
    assert isinstance(found, Debate)
    return found


def raw(answer, *kinds):
    """The paragraphs of some classes, read with nothing but a pattern."""
    text = answer.body.decode("windows-1257", "replace").replace("\N{SOFT HYPHEN}", "")
    for kind, inside in re.findall(r"<p class=(\w+)[^>]*>(.*?)</p>", text, re.DOTALL):
        if kind in kinds:
            plain = re.sub(r"<[^>]*>", "", inside)
            for entity, letter in ENTITIES.items():
                plain = plain.replace(entity, letter)
            yield " ".join(plain.split())


def letters(text):
    """How often each character that is no blank stands in a text."""
    return Counter(re.sub(r"\s", "", text).translate(SMALL).replace("\N{NON-BREAKING HYPHEN}", "-"))


def test_the_turns_are_those_that_the_source_begins_with_a_name_in_bold(answer, debate):
    name = r"(?:PIRMININK(?:AS|Ė)|(?:[A-ZČĖŠŽ]\. ?)+[A-ZĄČĘĖĮŠŲŪŽ-]{2,})(?: \([^)]*\))?\."
    begun = [text for text in raw(answer, "Roman") if re.match(name, text)]
    assert len(begun) == TURNS
    assert len(debate.speeches) == TURNS + CONTINUED
    assert sum(is_continued(turn, debate) for turn in debate.speeches) == CONTINUED


def test_no_word_is_lost(answer, debate):
    """What stands in paragraphs is in turns, but for the names that begin them and the list at the end."""
    spoken = [text for text in raw(answer, "Roman") if text and not text.startswith("* Santrumpų")]
    printed = "".join(turn.text for turn in debate.speeches)
    names = "".join(f"{turn.speaker}." for turn in debate.speeches if not is_continued(turn, debate))
    assert letters("".join(spoken)) == letters(printed + names)


def is_continued(turn, debate):
    """Whether a turn goes on under a new item: it begins the item with the speaker of the turn before."""
    if turn.position == 1:
        return False
    return turn.key.endswith("-1") and debate.speeches[turn.position - 2].speaker == turn.speaker


def test_every_item_has_its_title_and_the_time_at_which_it_began(answer, debate):
    titles = list(raw(answer, "Roman12"))
    assert len(debate.items) == len(titles) == ITEMS
    for item, title in zip(debate.items, titles, strict=True):
        whole = f"{item.title} ({item.stage})" if item.stage else item.title
        assert letters(whole) == letters(title)
    clocks = [turn.start.strftime("%-H.%M val.") for turn in debate.speeches if turn.start]
    assert clocks == list(raw(answer, "Laikas"))


def test_the_bills_of_the_items_are_those_of_their_titles(debate):
    assert sum(bool(item.documents) for item in debate.items) == ITEMS - 5
    assert debate.items[3].documents == ("XIIP-2106", "XIIP-2106(4)")


def test_every_minister_without_brackets_is_found(debate):
    found = Counter(
        turn.speaker for turn in debate.speeches if turn.capacity == "minister" and not turn.faction
    )
    assert found == {"K. TREČIOKAS": 2, "R. ŠADŽIUS": 2, "A. PABEDINSKIENĖ": 1, "R. MASIULIS": 1}


def test_the_minister_with_a_faction_is_one_wherever_he_speaks(debate):
    assert {turn.capacity for turn in debate.speeches if turn.family_name == "OLEKAS"} == {"minister"}


def test_no_chair_is_turned_into_a_speaker_nor_a_speaker_into_the_chair(answer, debate):
    chaired = [text for text in raw(answer, "Roman") if text.startswith("PIRMININK")]
    begun = [turn for turn in debate.speeches if not is_continued(turn, debate)]
    assert sum(turn.capacity == "chair" for turn in begun) == len(chaired)
    assert {turn.speaker.split()[0] for turn in debate.speeches if turn.capacity == "chair"} == {
        "PIRMININKĖ",
        "PIRMININKAS",
    }


def test_the_two_slips_of_the_word_for_the_chair_leave_open_who_it_was(debate):
    nameless = [turn.speaker for turn in debate.speeches if turn.family_name is None]
    assert nameless == ["PIRMININKAS", "PIRMININKAS"]


def test_the_address_of_every_turn_leads_to_the_mark_of_its_item(answer, debate):
    marks = re.findall(r"<a\s+name=\"?(klausimas\d+)", answer.body.decode("windows-1257", "replace"))
    found = dict.fromkeys(turn.url.partition("#")[2] for turn in debate.speeches if turn.item)
    assert list(found) == marks
    assert all(
        turn.url.endswith(f"#klausimas{turn.item.rpartition('-')[2]}")
        for turn in debate.speeches
        if turn.item
    )


def test_every_item_but_the_last_has_the_time_in_which_its_votes_were_taken(debate):
    timed = {turn.item for turn in debate.speeches if turn.item and turn.end}
    assert len(timed) == ITEMS - 1


def test_both_oral_corrections_are_found(debate):
    speeches = {turn.key: turn.speaker for turn in debate.speeches}
    assert [(speeches[found.speech], found.option) for found in debate.corrections] == [
        ("V. GAPŠYS (DPF)", "yes"),
        ("V. BALTRAITIENĖ (DPF)", "yes"),
    ]


def test_the_recorded_transcript_is_a_draft_of_sitting_248(debate):
    assert (debate.number, debate.term) == (248, "lt-seimas-7")
    assert all(turn.is_draft for turn in debate.speeches)


def test_20_000_turns_are_read_in_a_minute(answer):
    begun = time.process_time()
    (found,) = PARLIAMENT.page_for(answer.url).read(answer)
    assert len(found.speeches) / (time.process_time() - begun) * 60 > 20_000
