import pytest
from reading import changed_copy, words


@pytest.fixture(scope="module")
def listed(reader):
    return reader.page("/statements")


@pytest.fixture(scope="module")
def joint(reader):
    return reader.page("/statements/joint-1")


def rows(page):
    return [words(row) for row in page.tbody.find_all("tr")]


def test_the_latest_statement_comes_first(listed):
    links = [row.find("td", class_="wide").a["href"] for row in listed.tbody.find_all("tr")]
    assert links == ["/statements/xb-1", "/statements/joint-1"]


def test_the_list_is_reached_from_every_page(reader):
    assert reader.page("/").header.find("a", href="/statements")


def test_a_row_says_who_in_which_office_and_what(listed):
    assert rows(listed)[1] == (
        "15 January 2025 several Member 007 Minister of Nothing Somebody Minister of Something"
        " Two ministers propose to do nothing. joint statement for cost curated dossier ministry.example"
    )


def test_a_date_is_as_exact_as_it_is_known(listed):
    assert rows(listed)[0].startswith("February 2025 Elsewhere Ministry of Something De <nihilo>")


def test_a_tag_says_whether_a_reader_or_a_rule_gave_it(listed):
    assert "alliance by rule" in rows(listed)[0]
    assert "cost curated" in rows(listed)[1]


def test_a_stance_that_nobody_gave_is_not_known(listed):
    assert "— not known" in rows(listed)[0]


def test_a_signatory_who_is_known_leads_to_their_page(listed):
    assert [link["href"] for link in listed.tbody.find_all("a") if "/people/" in link["href"]] == [
        "/people/member-007"
    ]


@pytest.mark.parametrize(("country", "number"), [("xa", 1), ("xb", 2), ("xc", 0), ("", 2)])
def test_the_list_is_narrowed_to_a_state_by_its_address(reader, country, number):
    page = reader.page(f"/statements?country={country}")
    assert len(page.tbody.find_all("tr") if page.tbody else []) == number


def test_each_state_that_said_something_can_be_chosen(listed):
    links = [link["href"] for link in listed.main.find_all("a") if "country=" in link["href"]]
    assert links == ["/statements?country=xb", "/statements?country=xa"]


def test_the_chosen_state_is_no_link_and_there_is_a_way_back(reader):
    page = reader.page("/statements?country=xa")
    assert not page.main.find("a", href="/statements?country=xa")
    assert page.main.find("a", href="/statements")


def test_where_there_is_none_that_is_not_said_to_mean_anything(empty_reader):
    assert "That says nothing about whether one was made." in empty_reader.text("/statements")


def test_a_strange_state_does_no_harm(reader):
    assert reader.get("/statements?country=%27%3B--%3Cscript%3E").status_code == 200


def test_a_statement_shows_its_gist_and_says_whose_words_it_is(joint):
    text = words(joint.main)
    assert "Two ministers propose to do nothing. (gist in our words)" in text
    assert "The words are not carried here." in text


def test_a_statement_names_all_its_signatories_with_office_and_state(joint):
    by = [words(term.find_next("dd")) for term in joint.find_all("dt", string="By")]
    assert by == ["Member 007 Minister of Nothing Nowhere", "Somebody Minister of Something Elsewhere"]


def test_a_curated_statement_says_how_well_it_is_known(joint):
    text = words(joint.find("h2", id="source").find_next("dl"))
    assert "Gazette of Elsewhere" in text
    assert "single source" in text
    assert "Tally only" in text


def test_a_collected_statement_shows_its_words_as_words(reader):
    page = reader.page("/statements/xb-1")
    assert words(page.find("div", class_="words")) == "Nihil <script>alert(1)</script>."
    assert page.find("div", class_="words")["lang"] == "la"


def test_a_tag_by_rule_shows_the_rule_and_the_words(reader):
    assert "alliance by rule: “foedus” (la-1)" in reader.text("/statements/xb-1")


def test_a_changed_title_is_shown(reader):
    page = reader.page("/statements/xb-1")
    assert "De nihil De <nihilo>" in words(page.find("h2", id="revisions").find_next("table"))


def test_an_unknown_statement_is_a_page_that_helps(reader):
    answer = reader.get("/statements/nothing")
    assert answer.status_code == 404
    assert "There is no statement with the key nothing" in answer.text


def test_the_key_of_a_statement_leads_to_it_from_the_tables(reader):
    assert reader.page("/ottawa/statements").find("a", href="/statements/joint-1")


def test_a_person_has_the_statements_and_the_post_with_its_note(reader):
    page = reader.page("/people/member-007")
    assert page.find("a", href="/statements/joint-1")
    assert "Minister of Nothing, Nowhere: 10 January 2025 to February 2025 Tally only" in words(page.main)


def test_an_office_without_an_end_has_none_known(database, tmp_path):
    reader = changed_copy(database, tmp_path, "UPDATE offices SET end_date = NULL")
    assert "10 January 2025 to no end known" in reader.text("/people/member-007")
