"""Every kind of page answers, whichever Datasette is below: `make datasette1` asks the alpha of 1.0."""

import os
import re
from pathlib import Path

import pytest
from datasette.plugins import pm
from datasette.version import __version__ as installed

from scrapers.serving import SITE, read_config

ALPHA = os.environ.get("OTTAWA_DATASETTE1", "")

PAGES = (
    "/",
    "/search?q=nothing",
    "/votes",
    "/votes/xa-1-1",
    "/bills",
    "/bills/xa-bill-1",
    "/people/member-007",
    "/debates/xa-sitting-1",
    "/claims",
    "/claims/1",
    "/states",
    "/states/xa",
    "/treaties/apmbc",
    "/abstentions",
    "/compare",
    "/freshness",
    "/corrections",
    "/methodology",
    "/data",
    "/factions/xa-Blue",
    "/statements",
    "/statements/xb-1",
    "/feeds",
    "/feeds/all.atom",
    "/feeds/xa/all.atom",
    "/bills/xa-bill-1/all.atom",
    "/people/member-007/all.atom",
    "/calendar.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/share.png",
    "/charts/states.svg",
    "/charts/final-votes.png",
    "/votes/xa-1-1/seats.png",
    "/votes/xa-1-1/tally.svg",
    "/votes/xa-1-1/share.png",
    "/states/xa/share.png",
)
"""One of each kind that is ours."""

CONFIG = read_config()["databases"]["ottawa"]


@pytest.mark.skipif(not ALPHA, reason="Datasette 1.0 lies in an environment of its own: make datasette1")
def test_the_datasette_below_is_the_alpha_that_was_asked_for():
    assert f"datasette=={installed}" in Path(ALPHA).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("address", PAGES)
def test_every_kind_of_page_answers(reader, address):
    answer = reader.get(address)
    assert answer.status_code == 200, answer.text[-300:]
    assert answer.content


def test_no_kind_of_page_of_ours_is_left_out(reader):
    ours = [each for each in pm.get_plugins() if str(getattr(each, "__file__", "")).startswith(str(SITE))]
    routes = [route for each in ours for route, _ in getattr(each, "register_routes", list)()]
    assert len(routes) > 30
    asked = [address.partition("?")[0] for address in PAGES]
    assert [route for route in routes if not any(re.match(route, address) for address in asked)] == []


@pytest.mark.parametrize("name", CONFIG["tables"])
def test_every_table_answers_with_its_words_its_facets_and_its_rows(reader, name):
    page = reader.page(f"/ottawa/{name}")
    assert page.find(class_="metadata-description").get_text(strip=True)
    described = {term.get_text(strip=True) for term in page.select(".column-descriptions dt")}
    assert described == set(CONFIG["tables"][name]["columns"])
    assert isinstance(reader.rows(f"/ottawa/{name}.json?_shape=array&_size=1"), list)
    assert reader.get(f"/ottawa/{name}.csv?_size=1").status_code == 200


@pytest.mark.parametrize("name", [name for name, table in CONFIG["tables"].items() if table.get("facets")])
def test_every_declared_facet_is_counted(reader, name):
    page = reader.page(f"/ottawa/{name}?_facet_size=3")
    shown = {facet["data-column"] for facet in page.select(".facet-info")}
    if page.select("table.rows-and-columns tbody tr"):
        assert shown >= set(CONFIG["tables"][name]["facets"])


@pytest.mark.parametrize("name", CONFIG["queries"])
def test_every_question_answers_as_a_page_as_json_and_as_csv(reader, name):
    assert CONFIG["queries"][name]["title"] in reader.text(f"/ottawa/{name}")
    assert reader.rows(f"/ottawa/{name}.json?_shape=array")
    assert reader.get(f"/ottawa/{name}.csv").status_code == 200


def test_sql_can_be_asked_and_nothing_can_be_written(reader):
    assert reader.rows("/ottawa.json?_shape=array&sql=select+1+as+one") == [{"one": 1}]
    assert reader.get("/ottawa.json?sql=delete+from+votes").status_code == 400


@pytest.mark.parametrize(
    "address", ["/ottawa", "/ottawa?sql=select+1", "/ottawa/responses/1", "/-/versions.json"]
)
def test_every_page_of_datasette_itself_answers(reader, address):
    assert reader.get(address).status_code == 200
