"""What the bundled sample says of the Seimas is what was recorded."""

import pytest
from recorded import REASON, WIRE, recordings

from scrapers.pages import Answer
from scrapers.parliaments.lithuania import PARLIAMENT
from scrapers.sample import sample_answers

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

OURS = {answer.url: answer.body for answer in sample_answers() if "lrs.lt/" in answer.url}


def read(url, body):
    return PARLIAMENT.page_for(url).read(Answer(url=url, body=body))


def recorded(url):
    (found,) = (recording for recording in recordings("lt") if recording.url == url)
    return found.read()


@pytest.mark.parametrize("url", OURS)
def test_an_answer_says_all_that_was_recorded_and_nothing_else(url):
    assert read(url, OURS[url]) == read(url, recorded(url))


def test_a_false_fact_would_be_found():
    url = next(iter(OURS))
    changed = OURS[url].replace(b"<td>+</td><td></td>", b"<td></td><td>+</td>", 1)
    changed = changed.replace(b"<b>75</b>, prie\xf0 - <b>2</b>", b"<b>74</b>, prie\xf0 - <b>3</b>")
    assert read(url, changed) != read(url, recorded(url))
