import pytest
from reading import words


@pytest.fixture(scope="module")
def bill(reader):
    return reader.page("/bills/xa-bill-1")


def rows_below(page, heading):
    return [words(row) for row in page.find("h2", id=heading).find_next("table").tbody.find_all("tr")]


def test_followed_bills_come_first_in_the_list(reader):
    links = [link["href"] for link in reader.page("/bills").tbody.find_all("a")]
    assert links == ["/bills/xa-bill-1", "/bills/xb-bill-2"]


def test_a_bill_of_which_no_stage_is_known_shows_no_zero(reader):
    row = reader.page("/bills").find("a", string="Bill named in passing").find_parent("tr")
    assert [words(cell) for cell in row.find_all("td", class_="number")] == ["— not known", "— not known"]


def test_the_page_of_a_bill_shows_its_stages_in_order(bill):
    steps = rows_below(bill, "stages")
    assert [step.split(" ")[0] for step in steps] == ["January", "1", "—"]
    assert "third reading Lectio tertia" in steps[1]


def test_a_date_is_as_exact_as_it_is_known(bill):
    assert rows_below(bill, "stages")[0].startswith("January 2025 submission")


def test_a_stage_that_vanished_is_marked_and_not_removed(bill):
    assert "no longer shown by the source since 2 March 2025" in rows_below(bill, "stages")[2]


def test_a_stage_links_to_its_vote_only_if_the_vote_is_here(bill):
    with_vote, without = bill.find("h2", id="stages").find_next("table").tbody.find_all("tr")[1:]
    assert with_vote.find("a", href="/votes/xa-1-1")
    assert not [link for link in without.find_all("a") if link["href"].startswith("/votes/")]
    assert "xa-9-9, not collected" in words(without)


def test_the_page_of_a_bill_shows_its_votes_with_what_a_yes_meant(bill):
    (vote,) = rows_below(bill, "votes")
    assert "The whole Bill on Nothing final vote on the bill for the bill passed 5 yes" in vote


def test_the_page_of_a_bill_names_its_papers(bill):
    assert words(bill.find("h2", id="documents").find_next("ul")) == "7 : Report on Nothing"


def test_the_page_of_a_bill_shows_revisions_of_its_stages(bill):
    assert "none Lectio tertia" in rows_below(bill, "revisions")[0]


def test_a_bill_says_where_it_comes_from(bill):
    assert "https://assembly.example/votes/1" in words(bill.find("h2", id="source").find_next("dl"))


def test_a_bill_named_in_passing_says_that_its_stages_are_not_known(reader):
    text = reader.text("/bills/xb-bill-2")
    assert "Only votes name this bill so far" in text
    assert "Its stages are not known." in text
    assert "Its papers are not known." in text
    assert "No vote on it is in this database." in text


def test_an_unknown_bill_is_a_page_that_helps(reader):
    answer = reader.get("/bills/nothing")
    assert answer.status_code == 404
    assert "There is no bill with the key nothing in this database." in answer.text


def test_every_stage_names_the_source_that_it_has(bill):
    for row in bill.find("h2", id="stages").find_next("table").tbody.find_all("tr"):
        assert row.find_all("td")[-1].find("a")["href"].startswith("https://")
