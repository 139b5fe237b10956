import pytest
from reading import changed_copy, words


def fact(page, name):
    """The value beside a name in the list of facts."""
    return words(page.find("dt", string=name).find_next_sibling("dd"))


def table(page, css_class):
    return [
        [words(cell) for cell in row.find_all(["td", "th"])]
        for row in page.find("table", class_=css_class).tbody.find_all("tr")
    ]


def ballot_of(page, member):
    """A member's ballot: the option with the source's word for it, and the member with what stands beside."""
    entry = page.select_one("details.group").find_parent().find("a", string=member).find_parent("li")
    return f"{words(entry)}: {words(entry.find_parent('ul').find_previous_sibling('p', class_='cast'))}"


@pytest.fixture(scope="module")
def final(reader):
    return reader.page("/votes/xa-1-1")


def test_votes_are_listed_by_chamber(reader):
    page = reader.page("/votes")
    assert [words(heading) for heading in page.find_all("h2")] == [
        "Chamber of Elsewhere",
        "Chamber of Nowhere",
    ]
    assert "4 votes as a table" in words(page)


def test_the_page_of_a_vote_is_headed_by_its_title_in_english(final):
    assert words(final.h1) == "The whole Bill on Nothing"
    assert "De nihilo" in words(final.main)


def test_the_time_is_that_of_the_chamber_and_the_date_that_of_the_sitting(final):
    assert fact(final, "When") == "1 March 2025 , vote 1; taken 2 March 2025, 00:30 Europe/Warsaw"


def test_what_a_yes_meant_is_said_in_plain_words(final):
    assert fact(final, "What a yes meant") == "A yes was a vote for the bill ."


def test_an_unknown_meaning_of_yes_is_not_known(reader):
    assert fact(reader.page("/votes/xa-1-2"), "What a yes meant") == "not known"


def test_a_yes_in_a_quorum_check_decides_nothing(reader):
    page = reader.page("/votes/xa-1-4")
    assert fact(page, "What a yes meant").endswith("a yes shows presence and decides nothing.")


def test_an_outcome_that_the_source_does_not_print_is_said_to_be_derived(final):
    outcome = fact(final, "Outcome")
    assert outcome.startswith("passed ; the source prints no word on it")
    assert fact(final, "Majority required") == "simple; 3 yes votes needed (those voting yes or no)"


def test_an_outcome_is_shown_in_the_source_s_own_words(reader):
    outcome = fact(reader.page("/votes/xa-1-4"), "Outcome")
    assert outcome == "no decision ; in the source's words: “ Adsunt ”"


def test_an_unknown_outcome_is_not_known(reader):
    assert fact(reader.page("/votes/xa-1-2"), "Outcome") == "not known"


def test_the_declared_and_the_counted_tally_stand_side_by_side(final):
    assert table(final, "tallies") == [
        ["yes", "5", "5", "45.5%"],
        ["no", "2", "2", "18.2%"],
        ["abstained", "2", "2", "18.2%"],
        ["present, not voting", "— not known", "1", "— not known"],
        ["absent", "2", "2", "18.2%"],
    ]


def test_factions_are_shown_with_their_split(final):
    assert [row[:-1] for row in table(final, "factions")] == [
        ["Blue", "4", "1", "0", "0", "0", "0", "5", "yes", "1", "0.70"],
        ["Green", "1", "0", "2", "1", "0", "0", "4", "abstained", "1", "0.50"],
        ["Red", "0", "1", "0", "0", "1", "1", "3", "none", "none", "too few"],
    ]


def test_members_unlike_the_most_of_their_faction_are_named_with_what_most_did(final):
    named = [words(entry) for entry in final.find(id="otherwise").find_next("ul").find_all("li")]
    assert named == [
        "Member 005 (Blue): no ; most of the faction yes",
        "Member 006 (Green): yes ; most of the faction abstained",
    ]


def test_the_measures_of_factions_are_explained(final):
    assert "Neither says why anybody voted so; many votes are free." in words(final)


def test_a_vote_of_which_no_faction_has_a_line_shows_none(reader):
    page = reader.page("/votes/xa-1-2")
    assert [words(cell) for cell in page.find("table", class_="factions").thead.find_all("th")] == [
        "Faction",
        "yes",
        "no",
        "abstained",
        "Members",
        "Split",
    ]


def test_a_database_that_is_not_summed_up_yet_shows_the_factions_all_the_same(database, tmp_path):
    changed = changed_copy(database, tmp_path, "DELETE FROM vote_factions")
    assert table(changed.page("/votes/xa-1-1"), "factions")[0][:2] == ["Blue", "4"]


def test_every_member_s_ballot_is_shown_under_the_faction(final):
    groups = {
        words(group.h3): sorted(words(link) for link in group.find_all("a"))
        for group in final.find_all("details", class_="group")
    }
    assert groups["Red"] == ["Member 010", "Member 011", "Member 012"]
    assert sum(map(len, groups.values())) == 12


def test_present_and_not_voting_is_kept_apart_from_absent(final):
    assert ballot_of(final, "Member 009").startswith("Member 009: present, not voting 1")
    assert ballot_of(final, "Member 011") == "Member 011: absent 1 in the source's word “ Away ”"
    assert ballot_of(final, "Member 012").startswith("Member 012: absent, excused 1")


def test_a_derived_ballot_names_its_rule_and_the_source_s_word(final):
    assert ballot_of(final, "Member 009").endswith(
        "in the source's word “ Silent ”; derived: no button pressed though present"
    )


def test_a_vote_links_to_its_bill_and_says_that_the_link_is_derived(final):
    assert final.find("a", href="/bills/xa-bill-1")
    assert fact(final, "Bill").endswith("(concluded from the papers in the question)")


def test_a_vote_names_its_papers_and_its_official_page(final):
    assert fact(final, "Papers") == "7 Report on Nothing"
    assert fact(final, "Official page") == "https://assembly.example/page/1"


def test_a_vote_says_where_it_comes_from(final):
    assert fact(final, "Origin") == "live fetched from the source"
    assert fact(final, "Address") == "https://assembly.example/votes/1"
    assert fact(final, "Retrieved") == "2 March 2025, 04:00 UTC"
    assert fact(final, "SHA-256 of the answer") == "2" * 64
    assert fact(final, "Licence") == "Nowhere open licence"
    assert fact(final, "Credit") == "Credit: Nowhere"
    assert fact(final, "Our reading of such pages is") == "proven"


def test_a_vote_of_the_dossier_names_its_source_and_confidence(reader):
    page = reader.page("/votes/xb-1-2")
    assert fact(page, "Origin") == "dossier a curated fact"
    assert fact(page, "Source") == "Gazette of Elsewhere"
    assert fact(page, "Confidence") == "single source"
    assert fact(page, "Note") == "Tally only"


def places(page):
    table = page.find("h3", id="discrepancies").find_next("table")
    return {words(row.th): [words(cell) for cell in row.find_all("td")] for row in table.tbody.find_all("tr")}


def test_a_figure_printed_otherwise_elsewhere_is_shown_with_its_place(final):
    assert places(final)["the minutes (official)"][:2] == ["6", "2"]
    assert [
        words(mark) for mark in final.find("h3", id="discrepancies").find_next("table").find_all("mark")
    ] == ["6"]


def test_the_official_record_is_marked_where_figures_differ(final):
    assert list(places(final)) == [
        "Declared with the vote (official)",
        "Sum of the ballots",
        "the minutes (official)",
    ]


def test_ballots_that_do_not_add_up_are_shown_and_marked(reader):
    page = reader.page("/votes/xa-1-2")
    assert places(page)["Declared with the vote (official)"][1] == "3"
    assert places(page)["Sum of the ballots"][1] == "2"
    assert words(page.find("h3", id="discrepancies").find_next("mark")) == "2"


def test_figures_that_agree_are_no_discrepancy(reader):
    assert reader.page("/votes/xa-1-4").find("h3", id="discrepancies") is None


def test_a_changed_ballot_is_shown_with_both_values(final):
    changed = words(final.find("h2", id="revisions").find_next("table").tbody)
    assert "Member 005: ballot Aye (Blue) Nay (Blue)" in changed
    assert "De nihil De nihilo" in changed


def test_revisions_of_a_vote_with_a_longer_key_are_not_shown(final):
    assert "Somebody else's" not in words(final.main)


def test_a_withdrawn_ballot_is_not_counted_among_the_ballots(reader):
    text = reader.text("/votes/xa-1-2")
    assert "Member 011" in text
    assert "Member 012" not in text


def test_a_vote_on_a_list_shows_the_candidates_and_each_member_s_choices(reader):
    page = reader.page("/votes/xa-1-3")
    candidates = page.find("caption", string="Candidates").find_parent("table")
    assert words(candidates.tbody) == "1 CANDIDATE A 2 2 CANDIDATE B 1"
    assert ballot_of(page, "Member 001").startswith(
        "Member 001 CANDIDATE A: yes; CANDIDATE B: no: voted on a list 1"
    )


def test_a_vote_on_a_list_has_no_tally_of_yes_and_no(reader):
    options = [row[0] for row in table(reader.page("/votes/xa-1-3"), "tallies")]
    assert options == ["abstained", "present, not voting", "absent"]


def test_a_partial_vote_says_so_and_counts_nothing(reader):
    page = reader.page("/votes/xb-1-1")
    assert "Only some ballots are known: 1 of them." in words(page.main)
    assert page.find("table", class_="factions") is None
    assert [row[1:] for row in table(page, "tallies")] == [
        ["7", "— not known"],
        ["1", "— not known"],
        ["— not known", "— not known"],
        ["— not known", "— not known"],
        ["4", "— not known"],
    ]
    assert ballot_of(page, "Member 012") == "Member 012: no 1 in the source's word “ Nay ”"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("xb-1-2", "have not been collected. That says nothing about who took part."),
        ("xb-1-3", "did not publish the ballots"),
        ("xb-1-4", "The vote was secret"),
        ("xb-1-5", "decided without a vote being counted"),
    ],
)
def test_a_vote_without_ballots_says_why(reader, key, sentence):
    page = reader.page(f"/votes/{key}")
    assert sentence in words(page.main)
    assert page.find("details", class_="group") is None


def test_a_vote_without_ballots_shows_no_zeros(reader):
    for row in table(reader.page("/votes/xb-1-4"), "tallies"):
        assert row[1:] == ["— not known", "— not known"]


def test_an_annulled_vote_says_so(reader):
    assert "The chamber declared this vote void." in reader.text("/votes/xb-1-3")


def test_an_unknown_vote_is_a_page_that_helps(reader):
    answer = reader.get("/votes/xa-99-99")
    assert answer.status_code == 404
    assert "There is no vote with the key xa-99-99 in this database." in answer.text
    assert 'href="/votes"' in answer.text


def test_a_hostile_key_is_shown_as_text(reader):
    answer = reader.get("/votes/<script>alert(1)<")
    assert "<script>alert" not in answer.text


@pytest.fixture
def half_known(database, tmp_path):
    """The page of a vote from the dossier of which only the yes votes are certain."""
    changed = changed_copy(
        database,
        tmp_path,
        "UPDATE votes SET declared_yes = 103, declared_no = NULL, declared_abstain = NULL,"
        " declared_present_not_voting = NULL, declared_absent = NULL, outcome = 'passed'"
        " WHERE origin = 'dossier'",
    )
    (key,) = {row["key"] for row in changed.rows("/ottawa/votes.json?origin=dossier&_shape=array&_size=1")}
    return changed.page(f"/votes/{key}")


def test_figures_of_which_some_are_not_known_have_no_shares(half_known):
    shares = [row[-1] for row in table(half_known, "tallies")]
    assert set(shares) == {"— not known"}


def test_the_outcome_of_a_curated_fact_is_as_its_source_reports_it(half_known):
    assert fact(half_known, "Outcome") == "passed ; as the source of this fact reports it"


def test_the_list_of_votes_draws_no_bar_of_figures_that_are_not_all_known(database, tmp_path):
    changed = changed_copy(database, tmp_path, "UPDATE votes SET declared_no = NULL")
    page = changed.page("/votes")
    assert not page.select(".tally .bar")
    assert "the other figures are not known" in words(page)
