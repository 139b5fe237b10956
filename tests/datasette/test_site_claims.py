"""The pages of the claims, over invented ones."""

import pytest
from bs4 import BeautifulSoup
from reading import changed_copy, words


@pytest.fixture(scope="module")
def listed(reader):
    return reader.page("/claims?as_of=2025-04-30")


@pytest.fixture(scope="module")
def one(reader):
    return reader.page("/claims/1?as_of=2025-12-31")


def facts(page):
    dl = page.find("dl", class_="facts")
    return dict(zip(map(words, dl.find_all("dt")), map(words, dl.find_all("dd")), strict=True))


def rows(page):
    return [words(row) for row in page.tbody.find_all("tr")]


def test_claims_are_grouped_by_kind_in_the_words_of_a_reader(listed):
    assert [heading["id"] for heading in listed.find_all("h2")] == ["treaty", "opinion"]
    assert "What no data can settle" in words(listed.main)


def test_each_claim_stands_with_what_the_rows_show_then_and_on_the_day(listed):
    assert rows(listed)[0] == ("1 Nowhere has left. 5 rows, to 31 March 2025 6 rows, to 31 March 2025")


def test_where_nothing_changed_it_says_so(reader):
    assert rows(reader.page("/claims?as_of=2025-03-01"))[0].endswith("the same")


def test_a_claim_leads_to_its_page(listed):
    assert listed.tbody.a["href"] == "/claims/1"


def test_claims_are_reached_from_every_page(reader):
    assert reader.page("/votes").header.find("a", href="/claims")


def test_a_claim_says_its_kind_what_would_settle_it_and_both_findings(one):
    assert facts(one) == {
        "Kind": "treaty",
        "What would settle it": "Some rows.",
        "On the article's day, 1 March 2025": "5 rows, to 31 March 2025",
        "31 December 2025": "7 rows, to 31 March 2025",
    }


def test_a_row_says_when_what_and_where_it_comes_from(one):
    what = "Nobody is asked A committee dossier assembly.example single source"
    assert f"February 2025 Nowhere consultation {what}" in rows(one)


def test_what_happened_after_the_article_is_marked(one):
    marked = [words(row) for row in one.tbody.find_all("tr", class_="new")]
    assert [row.split(" not yet")[0] for row in marked] == ["31 March 2025", "30 September 2025"]
    assert all("not yet on the article's day" in row for row in marked)


def test_the_query_is_shown_and_can_be_run(reader, one):
    assert ":as_of" in words(one.find("pre"))
    address = one.find("a", string="Run it yourself")["href"]
    assert "Nobody is asked" in BeautifulSoup(reader.get(address).text, "lxml").get_text()


def test_an_opinion_is_listed_as_one_that_no_data_settles(reader):
    page = reader.page("/claims/2")
    assert facts(page)["Kind"] == "opinion: no data can settle it"
    assert "None up to" in words(page.main)


def test_one_claim_leads_to_the_next(one):
    assert one.find("nav", attrs={"aria-label": "Claims"}).a["href"] == "/claims/2"


def test_a_row_that_stood_there_only_then_is_shown_apart(database, tmp_path):
    query = """SELECT ''0'' || (:as_of > ''2025-03-01'') AS title, NULL AS date, ''day'' AS date_precision,
        NULL AS state, ''x'' AS kind, NULL AS actor, NULL AS detail, NULL AS figure, NULL AS page,
        ''live'' AS origin, NULL AS confidence, ''https://a.example/1'' AS source_url"""
    change = f"UPDATE claims SET query = '{query}' WHERE number = '1'"
    changed = changed_copy(database, tmp_path, change)
    page = changed.page("/claims/1")
    assert words(page.find("h2", id="then")) == "What stood there on the article's day instead"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/claims/99", 404), ("/claims?as_of=yesterday", 400), ("/claims/1?as_of=2025-02-30", 400)],
)
def test_an_unknown_claim_or_day_is_an_error(reader, address, status):
    assert reader.get(address).status_code == status


def test_an_empty_database_has_no_claims(empty_reader):
    assert "There is no claim in this database yet." in empty_reader.text("/claims")


KEEP = "INSERT INTO claim_findings VALUES ('1', '2025-03-01', 'Kept then.'), ('1', '2025-04-30', 'Kept now.')"


@pytest.fixture(scope="module")
def keeping(database, tmp_path_factory):
    return changed_copy(database, tmp_path_factory.mktemp("keeping"), KEEP)


def test_findings_that_were_kept_are_shown(keeping):
    assert rows(keeping.page("/claims?as_of=2025-04-30"))[0] == "1 Nowhere has left. Kept then. Kept now."


def test_the_finding_of_a_day_that_was_not_kept_is_found_out(keeping):
    assert rows(keeping.page("/claims?as_of=2025-12-31"))[0] == (
        "1 Nowhere has left. Kept then. 7 rows, to 31 March 2025"
    )


def test_the_page_of_one_claim_shows_the_same_findings_as_the_list(keeping):
    shown = facts(keeping.page("/claims/1?as_of=2025-04-30"))
    assert shown["On the article's day, 1 March 2025"] == "Kept then."
    assert shown["30 April 2025"] == "Kept now."
