"""The bundled sample says nothing that the recorded answers do not say."""

import json

import pytest
from recorded import REASON, WIRE, recordings

from scrapers.sample import sample_answers

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

SENTENCES = {"fraasisisalto"}
"""What the sample leaves empty: the sentences of the minutes."""

GROUP_WITHOUT_SWEDISH = "eduskuntaryhma.sv"
"""Missing in one recorded ballot; the sample has the Swedish name that all others have."""

CHOSEN = {"kasittelyt.fi": "kasittelytunnus", "": "number"}
"""Lists of which the sample has a part, and by what their objects are told apart."""


JSON_ANSWERS = [answer for answer in sample_answers() if answer.content_type == "application/json"]
"""Those of other forms are compared in the tests of their parliaments."""


def recorded():
    found = {recording.url: recording for recording in recordings("pl", "fi") if recording.method == "GET"}
    return {
        answer.url: (json.loads(answer.body), json.loads(found[answer.url].read())) for answer in JSON_ANSWERS
    }


def differences(ours, theirs, path=""):
    """Paths at which our answer says something else than the recorded one."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name, value in ours.items():
            if name not in SENTENCES:
                yield from differences(value, theirs.get(name), f"{path}.{name}".lstrip("."))
    elif isinstance(ours, list) and isinstance(theirs, list):
        for one, other in pairs(ours, theirs, path):
            yield from differences(one, other, path)
    elif ours != theirs:
        yield path, ours, theirs


def pairs(ours, theirs, path):
    by = CHOSEN.get(path)
    if by is None or by not in theirs[0]:
        assert len(ours) == len(theirs), path
        return zip(ours, theirs, strict=True)
    known = {row[by]: row for row in theirs}
    return [(row, known[row[by]]) for row in ours]


def is_known(path, ours, theirs):
    return path.endswith(GROUP_WITHOUT_SWEDISH) and theirs is None


URLS = [answer.url for answer in JSON_ANSWERS]


@pytest.mark.parametrize("url", URLS)
def test_an_answer_says_only_what_was_recorded(url):
    assert [found for found in differences(*recorded()[url]) if not is_known(*found)] == []


def test_a_false_fact_would_be_found():
    ours, theirs = recorded()[URLS[0]]
    ours["aanestystapahtumat"][3]["kayttaytyminen"]["fi"] = "Poissa"
    found = [path for path, *values in differences(ours, theirs) if not is_known(path, *values)]
    assert found == ["aanestystapahtumat.kayttaytyminen.fi"]


def test_one_recorded_ballot_lacks_the_swedish_name_of_its_group():
    assert len([found for found in differences(*recorded()[URLS[0]]) if is_known(*found)]) == 1
