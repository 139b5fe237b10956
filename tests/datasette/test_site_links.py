"""Every link on every kind of page leads somewhere: on the invented site and on that of the sample."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from reading import Reader

from scrapers.cli import main
from scrapers.serving import read_config

A_FEW = 2
"""Pages of one kind are alike: the links of so many of each are followed."""

KEYED = re.compile(
    r"^/(votes|bills|people|debates|statements|factions|claims|states|treaties|feeds|ottawa/\w+)/[^/]+$"
)


def kind_of(address):
    """What a page is made by: its path without the key, and whether something was asked of it."""
    url = urlsplit(address)
    keyed = KEYED.match(url.path)
    path = keyed[1] if keyed else re.sub(r"/(lt|lv|ee|pl|fi|xa|xb)/", "/:state/", url.path)
    return path, bool(url.query)


def links_of(page):
    found = (element.get("href") or element.get("src") for element in page.find_all(["a", "link", "script"]))
    for address in filter(None, found):
        here = address.removeprefix("http://localhost").partition("#")[0]
        if here.startswith("/"):
            yield here


def broken_links(reader):
    """Follow the links from the front page, a few of each kind; what did not answer, and what was asked."""
    waiting, asked, broken = ["/"], {}, []
    seen = {"/"}
    while waiting:
        address = waiting.pop(0)
        answer = reader.get(address)
        if answer.status_code != 200:
            broken.append((address, answer.status_code))
            continue
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        if address.startswith("/ottawa") and "?" in address:
            continue  # The ways through facets never end.
        for link in links_of(BeautifulSoup(answer.text, "lxml")):
            kind = kind_of(link)
            if link not in seen and asked.get(kind, 0) < A_FEW:
                seen.add(link)
                asked[kind] = asked.get(kind, 0) + 1
                waiting.append(link)
    return broken, seen


QUERIES = read_config()["databases"]["ottawa"]["queries"]
EXAMPLES = [(name, asked) for name in QUERIES for asked in QUERIES[name].get("examples", {}).values()]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    done = CliRunner().invoke(main, ["crawl", "--sample", "--database", str(path)])
    assert path.is_file(), done.output
    return Reader(path)


def test_every_link_of_the_invented_site_leads_somewhere(reader):
    broken, seen = broken_links(reader)
    assert broken == []
    assert len(seen) > 100


def test_every_link_of_the_site_of_the_bundled_sample_leads_somewhere(sample):
    broken, seen = broken_links(sample)
    assert broken == []
    assert len(seen) > 200


@pytest.mark.parametrize(("name", "asked"), EXAMPLES)
def test_every_example_of_a_question_has_an_answer_in_the_sample(sample, name, asked):
    assert sample.rows(f"/ottawa/{name}.json?_shape=array&{asked}")


ROOMS = [
    "/",
    "/votes",
    "/abstentions",
    "/compare",
    "/claims",
    "/states",
    "/states/lt",
    "/treaties/apmbc",
    "/bills/lt-seimas-xvp-305",
    "/votes/lt-seimas-10-ottawa-final",
    "/freshness",
    "/data",
    "/ottawa/votes",
]


@pytest.mark.parametrize("address", ROOMS)
def test_every_page_of_the_sample_says_that_it_is_sample_data(sample, address):
    assert sample.page(address).find(class_="origin-banner")


def test_the_sample_names_who_abstained_in_the_seimas_and_what_is_known_of_what_they_said(sample):
    text = sample.text("/abstentions")
    assert "3 abstained , by the declared tally; 3 are named here." in text
    assert "No turns recorded; transcript not collected." in text


def test_the_sample_compares_six_votes(sample):
    assert len(sample.page("/compare").find("table", class_="compare").tbody.find_all("tr")) == 6


def test_the_sample_shows_five_states_on_the_way_out_and_where_they_are_today(sample):
    rows = sample.page("/").find("table", class_="journeys").tbody.find_all("tr")
    assert len(rows) == 6
    assert len({row.a["href"] for row in rows}) == 5


def test_no_page_of_the_sample_without_ballots_is_heavy(sample):
    """A reader on a telephone waits for bytes."""
    heavy = {address: len(sample.get(address).content) for address in ROOMS[:-1]}
    assert {address: size for address, size in heavy.items() if size > 150_000} == {}
    assert heavy["/"] < 60_000
