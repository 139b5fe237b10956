"""The Sejm's turns on its own recorded answers, and beside another parser's reading of a stenogram."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from recorded import REASON, WIRE

from db.records import Debate, SpeechText
from scrapers.pages import Answer
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.names import split_name
from scrapers.parliaments.poland.speakers import capacity_of

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

DAY = "https://api.sejm.gov.pl/sejm/term10/proceedings/10/2024-04-24/transcripts"
SEJM = WIRE / "pl/sejm"
STENOGRAM = SEJM / "debate-10-7-2024-03-06-cfe-hipisejm.xml"


def read(file, url, content_type="application/json"):
    found = Answer(url=url, body=(SEJM / file).read_bytes(), content_type=content_type)
    return PARLIAMENT.page_for(url).read(found)


def rows():
    return json.loads((SEJM / "transcripts-10-10-2024-04-24.json").read_bytes())["statements"]


def turns():
    (debate,) = (
        found for found in read("transcripts-10-10-2024-04-24.json", DAY) if isinstance(found, Debate)
    )
    return debate.speeches


def the_text():
    found = read("statement-10-10-2024-04-24-1.html", f"{DAY}/1", "text/html")
    (text,) = (part for part in found if isinstance(part, SpeechText))
    return text


def test_15_recorded_statements_are_the_chairs_day_and_14_turns():
    assert (len(rows()), len(turns())) == (15, 14)
    assert [int(turn.key.rpartition("-")[2]) for turn in turns()] == [row["num"] for row in rows()[1:]]


def test_each_of_the_14_speakers_has_the_official_number():
    assert [turn.person.identifier for turn in turns()] == [str(row["memberID"]) for row in rows()[1:]]


def test_the_one_minister_is_found_though_also_a_deputy():
    found = [(turn.person.identifier, turn.office) for turn in turns() if turn.capacity == "minister"]
    assert found == [("162", "Minister Infrastruktury")]


def test_the_one_rapporteur_is_found_and_no_chair_is_made_a_speaker():
    capacities = [turn.capacity for turn in turns()]
    assert (capacities.count("rapporteur"), capacities.count("member")) == (1, 12)
    assert "chair" not in capacities


def test_the_names_of_the_turns_are_those_of_the_members():
    members = {member["id"]: member for member in json.loads((SEJM / "mp-list-10.json").read_bytes())}
    for turn in turns():
        assert turn.family_name == members[int(turn.person.identifier)]["lastName"]


def test_the_names_of_all_498_members_are_split_where_the_source_splits_them():
    for member in json.loads((SEJM / "mp-list-10.json").read_bytes()):
        assert split_name(member["firstLastName"])[1] == member["lastName"]


def test_no_turn_ends_before_it_begins_and_none_begins_before_the_one_before_it():
    moments = [turn.start for turn in turns()]
    assert moments == sorted(moments)
    assert all(turn.start < turn.end for turn in turns())


def test_the_recorded_words_are_all_there():
    body = (SEJM / "statement-10-10-2024-04-24-1.html").read_bytes().decode()
    words = "".join(part.get_text() for part in BeautifulSoup(body, "html.parser").select("h2.mowca ~ p"))
    assert re.sub(r"\s", "", the_text().text) == re.sub(r"\s", "", words)
    assert len(re.sub(r"\s", "", words)) > 900


def test_the_recorded_words_belong_to_the_first_turn_and_to_no_item():
    assert (the_text().key, the_text().item) == (turns()[0].key, None)
    assert the_text().text.count("\n") == 17


def labels():
    """The speakers of a stenogram, as a parser that is not ours prints them."""
    return [speech.get("speaker") for speech in etree.parse(STENOGRAM).iter("speech")]


def function_in(label):
    """A label up to the first word that some member has as a given name."""
    given = {member["firstName"] for member in json.loads((SEJM / "mp-list-10.json").read_bytes())}
    words = label.split()
    return " ".join(words[: next(place for place, word in enumerate(words) if word in given)])


def test_another_parsers_41_turns_have_a_chair_a_rapporteur_members_and_a_minister():
    found = [capacity_of(function_in(label), is_member=False, is_rapporteur=False) for label in labels()]
    assert len(found) == 41
    assert found.count("chair") == sum("arszałek" in label for label in labels()) == 21
    assert found.count("minister") == sum("Stanu" in label for label in labels()) == 2
    assert (found.count("rapporteur"), found.count("member")) == (1, 17)
