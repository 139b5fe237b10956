"""Datasette's own pages, with our look, and what every page must have."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from reading import words

OURS = ("/", "/votes", "/votes/xa-1-1", "/votes/xa-1-3", "/votes/xb-1-1", "/bills", "/bills/xa-bill-1")
THEIRS = (
    "/ottawa",
    "/ottawa/votes",
    "/ottawa/votes/1",
    "/ottawa/ballots",
    "/ottawa/final-votes",
    "/ottawa?sql=select+1",
)
MISSING = ("/votes/none", "/nothing", "/ottawa/nothing", "/ottawa?sql=drop")


def cell(page, column, row=0):
    return page.find_all("td", class_=f"col-{column}")[row]


@pytest.mark.parametrize("address", OURS + THEIRS)
def test_every_page_says_under_which_licence_the_data_is(reader, address):
    footer = words(reader.page(address).footer)
    assert "Records of Nowhere : Nowhere open licence. Credit: Nowhere" in footer
    assert "In this database: dossier 1 vote" in footer


@pytest.mark.parametrize("address", OURS + THEIRS)
def test_every_page_has_one_heading_of_the_first_rank(reader, address):
    assert len(reader.page(address).find_all("h1")) == 1


@pytest.mark.parametrize("address", OURS)
def test_no_rank_of_headings_is_skipped(reader, address):
    ranks = [int(heading.name[1]) for heading in reader.page(address).find_all(["h1", "h2", "h3", "h4"])]
    assert all(after - before <= 1 for before, after in pairwise(ranks))


@pytest.mark.parametrize("address", OURS + THEIRS)
def test_every_page_is_in_english_and_has_a_title_and_a_way_past_the_menu(reader, address):
    page = reader.page(address)
    assert page.html["lang"] == "en"
    assert words(page.title)
    assert page.find(id=page.find(class_="skip")["href"].removeprefix("#")).name == "main"


@pytest.mark.parametrize("address", OURS)
def test_every_heading_of_a_table_says_what_it_heads(reader, address):
    page = reader.page(address)
    assert page.find("th") or not page.find("table")
    assert all(heading.get("scope") in {"col", "row"} for heading in page.find_all("th"))


@pytest.mark.parametrize("address", OURS)
def test_our_pages_need_no_script_to_be_read(reader, address):
    assert not [script for script in reader.page(address).find_all("script") if script.get("src")]


@pytest.mark.parametrize("address", OURS + THEIRS)
def test_nothing_is_loaded_from_another_host(reader, address):
    loaded = [
        element.get("src") or element.get("href")
        for element in reader.page(address).find_all(["script", "link", "img"])
        if element.get("src") or (element.name == "link" and "stylesheet" in element["rel"])
    ]
    assert loaded
    assert all(url.startswith("/") and not url.startswith("//") for url in loaded)


@pytest.mark.parametrize("address", OURS + THEIRS)
def test_no_identifier_is_given_twice_on_a_page(reader, address):
    ids = [element["id"] for element in reader.page(address).find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", MISSING)
def test_a_page_of_an_error_has_the_look_of_the_site(reader, address):
    answer = reader.get(address)
    assert answer.status_code in {400, 404}
    assert '<html lang="en">' in answer.text
    assert "/ottawa/sources" in answer.text


def test_the_style_sheet_is_served(reader):
    answer = reader.get("/static/site.css")
    assert answer.headers["content-type"] == "text/css"
    assert "prefers-color-scheme: dark" in answer.text


def test_the_page_of_the_data_describes_every_table_that_is_not_hidden(reader):
    page = reader.page("/ottawa")
    names = [words(name.a) for name in page.find("h2", id="tables").find_next("dl").find_all("dt")]
    assert {"votes", "ballots", "coverage", "sources"} <= set(names)
    assert not {"vote_ballots", "_sqlite_migrations"} & set(names)
    assert all(words(text) for text in page.find_all("dd"))


def test_hidden_tables_can_be_shown(reader):
    assert "vote_ballots" in reader.text("/ottawa?_show_hidden=1")


def test_a_table_links_a_key_to_our_page_of_it(reader):
    page = reader.page("/ottawa/votes?key=xa-1-1")
    assert cell(page, "key").a["href"] == "/votes/xa-1-1"
    assert cell(page, "bill_key").a["href"] == "/bills/xa-bill-1"


def test_a_table_shows_the_name_of_a_chamber_instead_of_its_key(reader):
    assert words(cell(reader.page("/ottawa/votes?key=xa-1-1"), "chamber").a) == "Chamber of Nowhere"


def test_a_table_shows_truth_as_a_word(reader):
    page = reader.page("/ottawa/votes?key=xa-1-1")
    assert words(cell(page, "is_final")) == "yes"
    assert words(cell(page, "is_annulled")) == "no"


def test_a_figure_of_one_is_not_shown_as_a_word(reader):
    assert words(cell(reader.page("/ottawa/votes?key=xa-1-1"), "counted_present_not_voting")) == "1"


def test_an_unknown_figure_is_a_dash_that_says_not_known(reader):
    unknown = cell(reader.page("/ottawa/votes?key=xa-1-1"), "declared_present_not_voting").span
    assert unknown["title"] == "not known"


def test_a_row_that_was_not_withdrawn_is_not_said_to_be_unknown(reader):
    assert cell(reader.page("/ottawa/ballots?vote_key=xa-1-1"), "withdrawn_at").span["title"] == "none"


def test_a_query_links_its_keys_too(reader):
    page = reader.page("/ottawa/no-or-abstained")
    assert cell(page, "vote_key").a["href"] == "/votes/xa-1-1"
    assert cell(page, "person_key").a["href"] == "/people/member-005"


def test_a_person_leads_to_all_ballots_of_that_person(reader):
    found = reader.rows("/ottawa/ballots.json?_shape=array&person_key=member-001")
    assert {row["vote_key"] for row in found} == {"xa-1-1", "xa-1-2", "xa-1-3", "xa-1-4"}


@pytest.mark.parametrize("table", ["votes", "ballots", "bills", "persons", "stages"])
def test_the_declared_facets_are_shown(reader, table):
    page = reader.page(f"/ottawa/{table}")
    assert page.find(class_="facet-results")
    assert page.find(class_="facets-timed-out") is None


def test_a_facet_of_truths_shows_words(reader):
    facet = reader.page("/ottawa/votes").find(id="facet-is_final")
    assert [words(link) for link in facet.ul.find_all("a")] == ["no", "yes"]


def test_a_facet_leads_to_its_rows_and_back(reader):
    facet = reader.page("/ottawa/votes").find(id="facet-is_final")
    narrowed = reader.page(facet.find("a", string="yes")["href"].removeprefix("http://localhost"))
    assert len(narrowed.find("table").tbody.find_all("tr")) == 1
    assert narrowed.find(id="facet-is_final").find("a", attrs={"aria-label": "Remove this filter"})


def test_a_facet_of_many_values_can_be_opened(reader):
    page = reader.page("/ottawa/ballots?_facet=person&_facet_size=3")
    more = page.find(id="facet-person").find("a", attrs={"aria-label": "More values"})
    assert more["href"].endswith("_facet_size=max")


def test_ballots_can_be_taken_away_as_csv(reader):
    lines = reader.get("/ottawa/ballots.csv?vote_key=xa-1-1&_size=max").text.splitlines()
    assert lines[0].startswith("vote_key,date,person_key,person,faction,option,label,basis")
    assert len(lines) == 13


def test_one_row_names_what_else_names_it_and_no_table_without_a_row(reader):
    page = reader.text("/ottawa/votes/1")
    assert "Rows of other tables that name it" in page
    assert "0 rows" not in page


def test_a_page_that_is_not_there_has_the_way_to_all_others(reader):
    page = BeautifulSoup(reader.get("/nowhere").text, "lxml")
    assert "There is no page at this address." in words(page.main)
    assert page.header.find("a", string="Claims")["href"] == "/claims"


@pytest.mark.parametrize(
    ("address", "shown", "leads_to"),
    [
        ("/ottawa/ballots", "Chamber of Nowhere xa-assembly", None),
        ("/ottawa/treaty_actions", "Nowhere xa", "/states/xa"),
        ("/ottawa/treaty_actions", "Nothing treaty apmbc", "/treaties/apmbc"),
    ],
)
def test_a_view_names_what_it_has_by_a_key(reader, address, shown, leads_to):
    cells = reader.page(address).select("table.rows-and-columns td")
    cell = next(cell for cell in cells if words(cell) == shown)
    assert (cell.a["href"] if cell.a else None) == leads_to


def test_a_key_that_has_no_name_is_shown_as_it_is(reader):
    page = reader.page("/ottawa?sql=select+'xz'+as+state")
    assert "xz" in [words(cell) for cell in page.select("table.rows-and-columns td")]
