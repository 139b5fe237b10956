"""What the bundled sample says of the Seimas is what was recorded."""

import pytest
from recorded import REASON, WIRE, recordings

from scrapers.pages import Answer
from scrapers.parliaments.lithuania import PARLIAMENT
from scrapers.sample import sample_answers

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

OURS = {answer.url: answer.body for answer in sample_answers() if "lrs.lt/" in answer.url}


def read(url, body):
    return PARLIAMENT.page_for(url).read(Answer(url=url, body=body))


@pytest.mark.parametrize("url", OURS)
def test_a_vote_is_read_as_the_recorded_page_is_read(url):
    (theirs,) = [recording for recording in recordings("lt") if recording.url == url]
    assert read(url, OURS[url]) == read(url, theirs.read())
