"""The one feed of a ministry of which a beginning was recorded. It is cut in its first item."""

from dataclasses import replace

import pytest
from recorded import REASON, WIRE

from scrapers.pages import Answer, PageError
from scrapers.press.feeds import feed_items
from scrapers.press.outlets import OUTLETS

HEAD = WIRE / "fi" / "pages" / "valtioneuvosto-en-press-releases.rss.head.xml.txt"
FINNISH = next(outlet for outlet in OUTLETS if outlet.key == "fi-government")
GOVERNMENT = replace(FINNISH, language="en", article=FINNISH.article.replace("/-/", "/en/-/"))

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)


def items(body):
    return feed_items(GOVERNMENT, Answer(url=GOVERNMENT.listing, body=body))


def test_as_it_was_recorded_it_is_not_whole():
    with pytest.raises(PageError, match="not a whole feed"):
        items(HEAD.read_bytes())


def test_with_its_tags_closed_the_item_is_read_without_its_escaped_mark_up():
    (found,) = items(HEAD.read_bytes() + b"</description></item></channel></rss>")
    assert found.address.startswith("https://valtioneuvosto.fi/en/-/1410877/proposal-to-change")
    assert found.summary.startswith("Under the current rules, an applicant")
