"""The pages across chambers: abstentions, the comparison, factions, freshness, corrections, method, data."""

from urllib.parse import parse_qs

import pytest
from reading import changed_copy, words

from scrapers.serving import read_config


def card(page, key):
    return page.find("section", id=key)


def test_who_abstained_is_named_with_the_faction_and_what_was_said(reader):
    vote = card(reader.page("/abstentions"), "xa-1-1")
    assert "2 abstained , by the declared tally; 2 are named here." in words(vote)
    assert [words(name.a) for name in vote.find_all("h3")] == ["Member 007", "Member 008"]
    assert vote.find("a", href="/factions/xa-Green")
    assert "Nihil <script>alert(1)</script> est." in words(vote)


def test_a_member_without_a_turn_has_none_of_a_number(reader):
    said = words(card(reader.page("/abstentions"), "xa-1-1")).partition("Member 008")[2]
    assert "No turn among the 3 turns collected on this bill (2 with their words)." in said


def test_where_no_turn_was_collected_nothing_is_said_of_turns(database, tmp_path):
    silent = changed_copy(database, tmp_path, "UPDATE speeches SET bill_key = NULL")
    assert silent.text("/abstentions").count("No turns recorded; transcript not collected.") == 2


def test_an_unknown_number_of_abstentions_is_not_nought(database, tmp_path):
    changed = changed_copy(database, tmp_path, "UPDATE votes SET declared_abstain = NULL")
    assert "do not state how many abstained" in changed.text("/abstentions")


def test_a_vote_without_abstentions_says_nobody(database, tmp_path):
    changed = changed_copy(database, tmp_path, "UPDATE votes SET declared_abstain = 0")
    assert "Nobody abstained , by the declared tally." in changed.text("/abstentions")


def test_those_who_were_absent_are_not_among_those_who_abstained(reader):
    assert "Member 011" not in reader.text("/abstentions")


def compared(reader):
    return [
        words(cell)
        for cell in reader.page("/compare").find("table", class_="compare").tbody.tr.find_all("td")
    ]


def test_votes_are_compared_by_shares_of_seats_and_of_those_who_chose(reader):
    assert compared(reader)[1:5] == ["42% 5 of 12", "71%", "2", "2"]


def test_debates_are_compared_by_what_is_collected(reader):
    assert compared(reader)[5].startswith("3")
    assert compared(reader)[6:8] == ["1", "— not known"]


def test_a_debate_that_was_not_collected_is_not_one_without_turns(database, tmp_path):
    silent = changed_copy(
        database, tmp_path, "DELETE FROM agenda_item_bills", "UPDATE speeches SET bill_key = NULL"
    )
    assert compared(silent)[5:7] == ["not collected", "— not known"]


@pytest.fixture(scope="module")
def blue(reader):
    return reader.page("/factions/xa-Blue")


def test_a_faction_has_its_members_and_its_votes(blue):
    assert words(blue.find("ul", class_="names").li) == "Member 001"
    row = words(blue.find("table").tbody.tr)
    assert "The whole Bill on Nothing final vote on the bill for the bill 4 yes 1 no" in row
    assert row.endswith("yes 1")


def test_a_faction_says_how_often_its_members_did_otherwise(blue):
    assert (
        "In 1 of them more than half of its voting members did the same; 1 of 5 ballots there were different."
        in (words(blue.main))
    )


def test_a_faction_without_ballots_says_that_this_says_nothing(database, tmp_path):
    changed = changed_copy(database, tmp_path, "DELETE FROM vote_factions")
    assert "That says nothing about how it voted." in changed.text("/factions/xa-Blue")


def test_an_unknown_faction_is_not_found(reader):
    assert reader.get("/factions/none").status_code == 404


def test_freshness_says_when_each_source_last_answered(reader):
    text = reader.text("/freshness")
    assert "Records of Nowhere 2 March 2025, 04:00 UTC 2 1" in text
    assert "1 proven on recorded answers, 1 built from documentation only" in text
    assert "Records of Elsewhere never asked" in text


def test_freshness_shows_the_last_run_of_a_spider_and_what_went_wrong(reader):
    text = reader.text("/freshness")
    assert "nowhere (live) quarantined 1 answer set aside" in text
    assert "(sample)" not in text


def test_freshness_shows_what_the_last_run_took(reader):
    table = reader.page("/freshness").find(id="runs").find_next("table")
    headers = [words(cell) for cell in table.thead.find_all("th")]
    row = dict(zip(headers, (words(cell) for cell in table.tbody.tr.find_all("td")), strict=True))
    told = {name: row[name] for name in ("Took", "Requests", "Answers", "Unchanged", "Bytes", "Rows written")}
    assert list(told.values()) == ["60 s", "3", "2", "1", "4,567", "0"]


def test_freshness_counts_what_was_changed_and_set_aside(reader):
    text = reader.text("/freshness")
    assert "Figures that do not agree , both kept" in text
    assert "5 values that a source changed afterwards" in text
    assert "1 answer set aside" in text
    assert "1 finding of the last check" in text


def test_freshness_tells_proven_parsers_from_constructed_ones(reader):
    rows = [
        words(row)
        for row in reader.page("/freshness").find(id="parsers").find_next("table").tbody.find_all("tr")
    ]
    assert rows == ["Records of Nowhere bill One bill constructed", "Records of Nowhere vote One vote proven"]


def test_freshness_names_the_rules_that_the_database_broke(reader):
    assert "notice a b 1 xa-1-1" in reader.text("/freshness")


def test_freshness_leads_to_the_rules_that_are_checked_each_with_its_query(reader):
    link = reader.page("/freshness").find("a", string="1 rule")
    assert link["href"] == "/ottawa/invariants"
    assert "SELECT 'a', 'not b'" in reader.text("/ottawa/invariants")


def test_freshness_of_an_empty_database_says_that_nothing_ran(empty_reader):
    assert "No spider has run yet" in empty_reader.text("/freshness")


def test_corrections_keep_both_values_and_lead_to_the_row(reader):
    page = reader.page("/corrections")
    assert "Aye (Blue) Nay (Blue)" in words(page.main)
    assert page.find("a", string="xa-1-1/member-005")["href"] == "/votes/xa-1-1"


def test_a_value_that_was_only_added_is_no_correction(reader):
    assert "Lectio tertia" not in reader.text("/corrections")


def test_a_database_without_corrections_says_so(empty_reader):
    assert "No value in this database was changed" in empty_reader.text("/corrections")


def test_the_method_is_the_document_of_the_project(reader):
    page = reader.page("/methodology")
    assert words(page.h1) == "What the figures mean"
    assert "NULL is not 0." in words(page.main)


def test_the_method_has_no_link_that_leads_nowhere(reader):
    addresses = [link["href"] for link in reader.page("/methodology").main.find_all("a")]
    assert [address for address in addresses if reader.get(address).status_code != 200] == []


def test_the_data_page_lists_every_question_with_its_prose_and_examples(reader):
    page = reader.page("/data")
    asked = page.find(id="questions").find_next("dl").find_all("dt")
    assert len(asked) >= 20
    example = page.find("a", string="on the day of the article")["href"]
    assert example == "/ottawa/status-on-a-day?treaty=apmbc&as_of=2025-05-20"


def test_every_example_of_a_question_gives_only_what_the_question_takes():
    for query in read_config()["databases"]["ottawa"]["queries"].values():
        for asked in query.get("examples", {}).values():
            assert all(f":{name}" in query["sql"] for name in parse_qs(asked))


def test_the_page_that_one_is_on_is_marked_in_the_menu(reader):
    current = reader.page("/compare").header.find("a", attrs={"aria-current": "page"})
    assert words(current) == "Compare"


def test_a_title_without_a_translation_says_its_language(database, tmp_path):
    changed = changed_copy(
        database,
        tmp_path,
        "INSERT INTO countries (key, name) VALUES ('lv', 'Latvia')",
        "INSERT INTO chambers SELECT 'lv-x', 'lv', name, name_en, seats, timezone FROM chambers LIMIT 1",
        "INSERT INTO terms (key, chamber, label) VALUES ('lv-1', 'lv-x', '1')",
        "UPDATE votes SET chamber = 'lv-x', term = 'lv-1' WHERE key = 'xb-1-5'",
    )
    assert changed.page("/votes/xb-1-5").h1["lang"] == "lv"
