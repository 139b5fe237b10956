"""Facets of ballots and their number come from sums, and are what Datasette counts itself."""

import re
from contextlib import closing
from importlib.metadata import version
from urllib.parse import urlencode

import pytest
from reading import changed_copy

from db.database import open_database
from db.measures import refresh_measures

FACETS = "_facet=option&_facet=faction&_facet=chamber&_facet=term"
BY_THE_SUMS = (
    "",
    "option=yes",
    "option__not=yes",
    "option__in=yes,no",
    "option__contains=a",
    "option=nothing+such",
    "faction=Blue",
    "faction__isnull=1",
    "faction__notnull=1",
    "chamber=xa-assembly",
    "chamber__exact=xa-assembly&option=yes",
    "term=xa-1&option__not=no&faction=Blue",
    "withdrawn_at__isnull=1",
    "withdrawn_at__notnull=1",
    "_where=option+like+'a%25'",
    "_facet_size=1",
    "_facet_size=max",
    "_facet_size=nonsense",
    "_size=1&_next=2",
    "_sort_desc=option",
)
BY_COUNTING = (
    "vote_key=xa-1-1",
    "person_key__startswith=xa",
    "_facet=basis",
    "_facet=basis&option=yes",
    "date__gt=2025-01-01&option=yes",
    "label__isnull=1",
    "_where=person+like+'M%25'",
    "_where=vote_key='xa-1-1'",
    "_where=\"person\"='person'",
    "_where=vote_key+in+(select+key+from+votes)",
    "_where=exists(select+1+from+votes+where+votes.key=ballots.vote_key)",
)
COUNTS_BY_ITSELF = version("datasette").startswith("1.")
"""Datasette 1.0 stops counting rows at 10,001, and needs no sums for that."""

WITHDRAWN = "UPDATE vote_ballots SET withdrawn_at = '2026-01-01' WHERE person_id % 3 = 0"


def asked(reader, question, table="ballots"):
    """The number of rows and the facets, as the site answers a program."""
    found = reader.rows(f"/ottawa/{table}.json?{question}&_extra=count&_extra=facet_results")
    assert found.get("ok", True), found
    if "count" in found:  # Datasette 1.0 gives what is asked for beside the rows, and calls it otherwise.
        return found["count"], found["facet_results"]["results"]
    return found["filtered_table_rows_count"], found["facet_results"]


def faceted(reader, question):
    """The same of the ballots, with the facets that the site offers."""
    return asked(reader, f"{FACETS}&{question}")


def without_sums(database, folder, *changes):
    """A site that has yet to sum up, so that Datasette counts by itself."""
    return changed_copy(
        database, folder, *changes, "INSERT OR IGNORE INTO measure_pending VALUES ('vote', 1)"
    )


@pytest.fixture(scope="module")
def counting(database, tmp_path_factory):
    return without_sums(database, tmp_path_factory.mktemp("counting"))


@pytest.fixture(scope="module")
def doubled(database, tmp_path_factory):
    """A site whose sums are wrong, so that it shows where they were used."""
    return changed_copy(
        database, tmp_path_factory.mktemp("doubled"), "UPDATE ballot_facets SET ballots = ballots * 2"
    )


@pytest.mark.parametrize("question", [*BY_THE_SUMS, *BY_COUNTING])
def test_facets_are_what_datasette_counts(reader, counting, question):
    assert faceted(reader, question) == faceted(counting, question)


@pytest.mark.parametrize("question", BY_THE_SUMS)
def test_a_filter_on_what_is_summed_is_answered_by_the_sums(counting, doubled, question):
    number, facets = faceted(counting, question)
    withdrawn, _ = faceted(counting, f"{question}&withdrawn_at__notnull=1")
    wrong, wrong_facets = faceted(doubled, question)
    assert wrong == (number if COUNTS_BY_ITSELF else 2 * number - withdrawn)
    assert (wrong_facets == facets) == (number == withdrawn)


@pytest.mark.parametrize("question", [each for each in BY_COUNTING if not each.startswith("_facet")])
def test_any_other_filter_is_counted(counting, doubled, question):
    assert faceted(doubled, question) == faceted(counting, question)


def test_a_facet_of_what_is_not_summed_is_counted_beside_those_that_are(counting, doubled):
    number, right = faceted(counting, "_facet=basis")
    wrong_number, wrong = faceted(doubled, "_facet=basis")
    assert (wrong_number > number) != COUNTS_BY_ITSELF
    assert wrong["basis"] == right["basis"]
    assert wrong["option"] != right["option"]


@pytest.mark.parametrize("question", ["", "option=yes", "withdrawn_at__isnull=1", "withdrawn_at__notnull=1"])
def test_ballots_that_their_source_stopped_showing_count_as_rows(database, tmp_path, question):
    (tmp_path / "summed").mkdir()
    summed = changed_copy(database, tmp_path / "summed", WITHDRAWN)
    resummed(tmp_path / "summed" / "changed.db")
    (tmp_path / "counted").mkdir()
    counted = without_sums(database, tmp_path / "counted", WITHDRAWN)
    assert faceted(summed, question) == faceted(counted, question)


def resummed(path):
    with closing(open_database(path)) as db:
        refresh_measures(db)


def test_a_value_that_was_chosen_can_be_let_go(reader):
    _, facets = faceted(reader, "option=yes")
    chosen = next(value for value in facets["option"]["results"] if value["selected"])
    assert chosen["value"] == "yes"
    assert "option=yes" not in chosen["toggle_url"].replace("_facet=option", "")


def test_every_value_of_a_facet_leads_to_as_many_rows_as_it_says(reader):
    for facet in faceted(reader, "")[1].values():
        for value in facet["results"]:
            query = urlencode({facet["name"]: value["value"]})
            assert faceted(reader, query)[0] == value["count"]


def test_the_page_shows_the_facets_that_it_is_made_with(reader):
    text = reader.text("/ottawa/ballots")
    assert re.search(r"\d+ rows?\b", text)
    assert "took too long" not in text


def test_facets_of_other_tables_stay_those_of_datasette(reader):
    number, facets = asked(reader, "_facet=chamber&_facet_date=date", table="votes")
    assert {facet["type"] for facet in facets.values()} >= {"column", "date"}
    assert number == sum(value["count"] for value in facets["chamber"]["results"])


def test_a_facet_that_the_table_always_has_is_there_once_when_asked_for_again(reader):
    page = reader.page("/ottawa/ballots?_facet=option")
    assert len(page.select("#facet-option")) == 1


def test_a_facet_names_what_it_counts_by_a_key(reader):
    page = reader.page("/ottawa/ballots")
    assert "Chamber of Nowhere" in page.select_one("#facet-chamber").get_text()
