"""docs/queries.md: every question of the site, and one for everything that readers of votes ask for."""

import pytest
from docs_queries import GROUPS, page, takes

from scrapers.serving import read_config

QUERIES = read_config()["databases"]["ottawa"]["queries"]
LISTED = [name for names in GROUPS.values() for name in names]

WANTS = {
    "what is about to be voted on": "where-bills-stand",
    "abstained, absent and not voting told apart": "absent-or-not-voting",
    "who broke with the faction": "against-the-majority-of-the-faction",
    "how united a faction was": "factions-that-split",
    "who votes with whom": "who-votes-with-whom",
    "what was corrected": "what-sources-changed",
    "which votes are missing": "what-is-missing",
    "what was decided without a roll call": "decided-without-a-roll-call",
    "the steps of a bill": "stages-of-a-bill",
    "who spoke, and how they voted": "spoke-and-voted",
    "whose turns are nobody's": "speakers-left-open",
    "how fresh a source is": "freshness",
    "what a vote meant": "what-a-yes-meant",
    "who abstained, and what they argued": "turns-tagged-on-a-bill",
    "what ministers said": "what-ministers-said",
    "what was said outside the chamber": "statements-of-a-state",
    "when a withdrawal takes effect": "effect-of-withdrawals",
    "what had happened by a day": "what-had-happened",
    "whose figures do not agree": "discrepancies-by-vote",
}

WITHOUT_SQL = ("/feeds", "/calendar.ics", "ottawa export", "every table of the site is CSV", "can be shared")
"""Alerts, what comes next, a full dump, small slices, and addresses to share."""


def test_every_question_is_listed_once():
    assert sorted(LISTED) == sorted(QUERIES)


@pytest.mark.parametrize("name", LISTED)
def test_a_question_stands_with_its_title_its_words_and_its_sql(name):
    (part,) = [each for each in page().split("\n## ") if each.startswith(f"{name}\n")]
    query = QUERIES[name]
    assert f"**{query['title']}**" in part
    assert " ".join(query["description"].split()) in " ".join(part.split())
    assert f"```sql\n{query['sql']}\n```" in part
    assert all(f"- `{each}`" in part for each in takes(query))


@pytest.mark.parametrize("name", [name for name in LISTED if takes(QUERIES[name])])
def test_a_question_that_takes_something_has_an_example(name):
    assert QUERIES[name]["examples"]


@pytest.mark.parametrize("want", WANTS)
def test_what_readers_want_has_a_question(want):
    assert f"](#{WANTS[want]})" in page()


@pytest.mark.parametrize("words", WITHOUT_SQL)
def test_what_needs_no_question_is_told(words):
    assert words in " ".join(page().split())


def test_what_is_taken_is_told_apart_from_a_cast_and_from_a_time():
    assert takes({"sql": "SELECT '12:30', :one, :two, :one, a::text"}) == ["one", "two"]
