"""What only a browser can tell: that pages fit and raise no complaint, and what a reporter gets by clicking.

It needs Chromium, Node and the npm packages `axe-core` and `puppeteer-core`; NODE_PATH says where they lie.
`make browser` fetches the packages and runs this.
"""

import csv
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.request import urlopen

import pytest
from browser import MISSING, Reporter, open_browser

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"without {', '.join(MISSING)}")

PAGES = (
    "/",
    "/votes",
    "/votes/xa-1-1",
    "/votes/xa-1-3",
    "/votes/xb-1-1",
    "/bills",
    "/bills/xa-bill-1",
    "/people/member-007",
    "/factions/xa-Blue",
    "/debates/xa-sitting-1",
    "/statements",
    "/statements/xb-1",
    "/states",
    "/states/xa",
    "/treaties/apmbc",
    "/claims",
    "/claims/1",
    "/abstentions",
    "/compare",
    "/freshness",
    "/corrections",
    "/methodology",
    "/data",
    "/feeds",
    "/search",
    "/search?q=nihil",
    "/ottawa",
    "/ottawa/votes",
    "/ottawa/votes/1",
    "/ottawa/ballots?vote_key=xa-1-1&_facet=option",
    "/ottawa/final-votes",
    "/ottawa?sql=select+1",
)

OTTAWA = "from scrapers.cli import main; main()"


@contextmanager
def serving(database):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ["--database", str(database), "--port", str(port)]
    command = [sys.executable, "-c", OTTAWA, "serve", *where]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as site:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urlopen(f"{address}/-/versions.json").close()  # noqa: S310  ours
                break
            except OSError:
                time.sleep(0.2)
        yield address
        site.terminate()


@pytest.fixture(scope="module")
def invented(database):
    with serving(database) as address:
        yield address


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The site over the bundled facts: what a reporter asks is about real votes."""
    folder = tmp_path_factory.mktemp("sample")
    where = ["--database", str(folder / "sample.db"), "--archive", str(folder / "archive")]
    crawl = [sys.executable, "-c", OTTAWA, "crawl", "--sample", *where]
    subprocess.run(crawl, check=True, capture_output=True)
    with serving(folder / "sample.db") as address:
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(tmp_path_factory.mktemp("downloads")) as browser:
        yield browser


@pytest.fixture(params=["mouse", "keyboard"])
def reporter(browser, sample, request):
    """Somebody on the home page. With the keyboard, every stop on the way must show that it has the focus."""
    browser.ask("open", address=f"{sample}/")
    return Reporter(browser, request.param)


@pytest.mark.parametrize("page", PAGES)
def test_a_browser_finds_nothing_against_any_page(browser, invented, page):
    assert browser.ask("look", address=invented + page) == []


@pytest.mark.parametrize("page", ["/nowhere", "/ottawa?sql=delete"])
def test_a_browser_finds_nothing_against_an_error_but_its_status(browser, invented, page):
    (complaint,) = browser.ask("look", address=invented + page)
    assert "status of 40" in complaint


def test_a_reporter_finds_who_abstained_in_the_lithuanian_vote_and_what_they_said(reporter):
    reporter.follow("Who abstained, and what they said")
    assert "3 abstained, by the declared tally; 3 are named here" in reporter.reads()
    reporter.follow("Petras Dargis")
    assert "Turns in the debate No turns recorded; transcript not collected." in reporter.reads()
    reporter.follow("Adoption of the law on denouncing the Ottawa Convention")
    assert "107 yes 0 no 3 abstained" in reporter.reads()


def test_a_reporter_finds_when_it_takes_effect_and_why_not_on_8_november(reporter):
    reporter.follow(
        "Check the article, claim by claim", "Leaving takes effect half a year after the decision."
    )
    page = reporter.reads()
    assert "Six months counted from the vote would have been 8 November 2025" in page
    assert "deposited on 27 June 2025; in effect on 27 December 2025" in page
    assert "six calendar months after the depositary received the instrument" in page


def test_a_reporter_compares_the_six_votes(reporter):
    reporter.follow("Compare the final votes")
    table = reporter.reads().partition("Votes and debates")[2]
    shares = [
        "73% 103 of 141",
        "66% 66 of 100",
        "76% 107 of 141",
        "80% 81 of 101",
        "78% 157 of 200",
        "90% 413 of 460",
    ]
    assert all(share in table for share in shares)


def test_a_reporter_searches_and_narrows_down_to_ministers_in_estonia(reporter):
    reporter.search("anti-personnel mines")
    reporter.follow("minister", "Estonia")
    page = reporter.reads()
    assert "capacity: minister" in page
    assert "country: Estonia" in page
    assert "Hanno Pevkur" in page
    assert "Donald Tusk" not in page


def test_a_reporter_takes_a_chart_and_the_ballots_of_a_vote_away(reporter):
    reporter.follow("Who abstained, and what they said", "Seimas, 8 May 2025")
    name, chart = reporter.download("SVG")
    assert name.endswith(".svg")
    assert "107 yes" in chart
    name, ballots = reporter.download("CSV")
    assert name.endswith(".csv")
    assert {row["option"] for row in csv.DictReader(ballots.splitlines())} == {"abstain"}


def test_a_word_for_an_option_says_what_it_means_when_it_is_chosen(reporter):
    reporter.follow("Who abstained, and what they said", "Seimas, 8 May 2025")
    assert "It is not absence." not in reporter.reads()
    reporter.press("abstained")
    assert "It is not absence." in reporter.reads()
    reporter.follow("All words for ballots")
    assert "What the figures mean" in reporter.reads()
