"""Every question of the cookbook gives the same rows in sqlite3, in DuckDB and on the site."""

import re
from pathlib import Path

import pytest
from docs_cookbook import recipes
from engines import asked_of_invented

ROOT = Path(__file__).resolve().parents[2]
RECIPES = {recipe.file.stem: recipe.file.read_text(encoding="utf-8") for recipe in recipes()}
"""The files as they stand, words and all."""


def agree(engines, sql):
    """The rows, if all three give the same."""
    found = engines.by_sqlite(sql)
    assert engines.by_duckdb(sql) == found
    assert engines.by_site(sql) == found
    return found[1]


@pytest.mark.parametrize("name", RECIPES)
def test_of_the_sample_all_three_say_the_same(sample, name):
    agree(sample, RECIPES[name])


@pytest.mark.parametrize("name", RECIPES)
def test_each_has_an_answer_in_one_of_the_databases(sample, house, term, name):
    sql = RECIPES[name]
    assert any(
        engine.by_duckdb(text)[1]
        for engine, text in ((sample, sql), (house, sql), (term, asked_of_invented(sql)))
    )


@pytest.mark.parametrize("name", RECIPES)
def test_of_an_invented_house_all_three_say_the_same(house, name):
    agree(house, RECIPES[name])


@pytest.mark.parametrize("name", RECIPES)
def test_of_many_invented_ballots_all_three_say_the_same(term, name):
    agree(term, asked_of_invented(RECIPES[name]))


@pytest.mark.parametrize("name", RECIPES)
def test_a_share_of_nothing_is_no_error(name):
    # Spark ends on a division by zero, of groups that HAVING leaves out as well; the others say NULL.
    assert not re.search(r"/ sum\((?!chambers\.seats)", RECIPES[name])


def test_all_pairs_at_once_are_what_the_sums_of_pairs_say(term):
    sql = (ROOT / "docs" / "every_pair.sql").read_text(encoding="utf-8").replace("pl-sejm-10", "xa-chamber-2")
    stored = "SELECT one_key, other_key, shared, agreed FROM member_agreements WHERE term = 'xa-chamber-2'"
    found = term.by_duckdb(sql)[1]
    assert found
    assert found == sorted(term.by_sqlite(stored)[1])
