"""What the bundled sample says of the Riigikogu is what was recorded, and no word of a speech is in it."""

import json

import pytest
from recorded import ELEMENT, REASON, WIRE, recordings
from test_sample_facts import differences

from db.records import Debate
from scrapers.pages import Answer
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.sample import sample_answers

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

OURS = {answer.url: answer for answer in sample_answers() if "riigikogu.ee/" in answer.url}
RECORDED = [] if not WIRE.exists() else list(recordings("ee"))
VERBATIMS = [url for url in OURS if "/steno/" in url]
WHOLE = [url for url in OURS if "/api/" in url and url not in VERBATIMS]
VOTES = [url for url in OURS if "/haaletused/" in url]


def read(url, body):
    return PARLIAMENT.page_for(url).read(Answer(url=url, body=body, content_type=OURS[url].content_type))


def the_recorded(url):
    (found,) = [recording for recording in RECORDED if recording.url == url]
    return found.read()


def sittings(url):
    """The recorded sittings of a month by their links."""
    elements = [json.loads(r.file.read_bytes()) for r in RECORDED if r.url == url and ELEMENT in r.note]
    return {sitting["link"]: sitting for sitting in elements}


def test_the_sample_has_these_answers():
    assert (len(WHOLE), len(VERBATIMS), len(VOTES)) == (2, 2, 1)


@pytest.mark.parametrize("url", WHOLE)
def test_members_and_bill_are_as_recorded(url):
    assert list(differences(json.loads(OURS[url].body), json.loads(the_recorded(url)))) == []


@pytest.mark.parametrize("url", VOTES)
def test_the_vote_is_read_as_the_recorded_page_is_read(url):
    assert read(url, OURS[url].body) == read(url, the_recorded(url))


@pytest.mark.parametrize("url", VERBATIMS)
def test_a_debate_has_every_turn_that_was_recorded_and_no_word_of_it(url):
    (ours,) = json.loads(OURS[url].body)
    theirs = sittings(url)[ours["link"]]
    (item,) = ours["agendaItems"]
    (recorded,) = [found for found in theirs["agendaItems"] if found["title"] == item["title"]]
    assert {event.pop("text") for event in item["events"]} == {None}
    assert list(differences(ours | {"agendaItems": [item]}, theirs | {"agendaItems": [recorded]})) == []


@pytest.mark.parametrize("url", VERBATIMS)
def test_turns_have_the_keys_speakers_and_capacities_of_the_recorded_ones(url):
    (ours,) = [record for record in read(url, OURS[url].body) if isinstance(record, Debate)]
    link = f"https://stenogrammid.riigikogu.ee/{ours.sitting.rpartition('-')[2]}"
    body = json.dumps([sittings(url)[link]]).encode()
    (theirs,) = [record for record in read(url, body) if isinstance(record, Debate)]
    known = {speech.key: speech for speech in theirs.speeches}
    for speech in ours.speeches:
        recorded = known[speech.key]
        assert (speech.person, speech.start, speech.office) == (
            recorded.person,
            recorded.start,
            recorded.office,
        )
        as_member = "member" if recorded.capacity == "rapporteur" else recorded.capacity
        assert (speech.capacity, speech.text) == (as_member, None)


def test_the_debates_have_33_and_34_turns():
    counts = [
        len(record.speeches)
        for url in VERBATIMS
        for record in read(url, OURS[url].body)
        if isinstance(record, Debate)
    ]
    assert counts == [33, 34]
