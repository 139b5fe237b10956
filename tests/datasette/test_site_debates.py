"""From a ballot to the words and back: the debate of a vote, the page of a sitting, the page of a person."""

import pytest
from reading import changed_copy, words


@pytest.fixture(scope="module")
def debate(reader):
    return reader.page("/debates/xa-sitting-1")


@pytest.fixture(scope="module")
def vote(reader):
    return reader.page("/votes/xa-1-1")


def under(page, heading):
    return words(page.find("h2", id=heading).find_next("p"))


def test_a_vote_leads_to_the_turns_of_its_minister_in_one_click(vote, debate):
    (link,) = [
        link for link in vote.find_all("a") if words(link) == "Minister of Nothing Member 007, 1 March 2025"
    ]
    assert link["href"] == "/debates/xa-sitting-1#xa-turn-2"
    assert debate.find(id="xa-turn-2") is not None


def test_a_vote_without_a_transcript_says_so_and_no_more(reader):
    said = under(reader.page("/votes/xb-1-2"), "debate")
    assert said == "No turns recorded; transcript not collected. That says nothing about what was said."


def test_a_vote_of_another_day_leads_to_the_debates_on_its_bill(tmp_path, database):
    reader = changed_copy(database, tmp_path, "UPDATE votes SET bill_key = 'xa-bill-1' WHERE key = 'xa-1-2'")
    page = reader.page("/votes/xa-1-2")
    assert "Other debates on the same bill: 1 March 2025 (3 turns)." in words(page.main)


def test_what_a_member_said_of_the_own_ballot_stands_beside_it(vote):
    listed = words(vote.find("h3", id="corrections").find_next("ul"))
    assert listed == "Member 010 : I meant no (no)"


def test_a_ballot_leads_to_the_person_at_this_bill(vote):
    (link,) = [link for link in vote.find_all("a") if words(link) == "Member 007"]
    assert link["href"] == "/people/member-007#xa-bill-1"


def test_turns_stand_in_their_order_under_their_item(debate):
    assert next(words(turn.h3).split(" chair")[0] for turn in debate.find_all("article")) == "The Chair"
    assert [turn["id"] for turn in debate.find_all("article")] == ["xa-turn-1", "xa-turn-2", "xa-turn-3"]
    assert words(debate.find("h2", id="xa-item-1")) == "De nihilo"


def test_the_words_carry_their_language(debate):
    assert debate.find(id="xa-turn-1").find(class_="words")["lang"] == "la"


def test_hostile_words_are_shown_as_text(debate):
    assert "<script>alert(1)</script>" in debate.find(id="xa-turn-2").find(class_="words").string
    assert debate.find(id="xa-turn-2").find("script") is None


def test_words_that_are_not_carried_are_said_to_be_not_carried(debate):
    assert "The words are not carried here." in words(debate.find(id="xa-turn-3"))


def test_what_was_handed_in_and_not_said_is_marked_and_counted(debate):
    marked = ["handed in in writing, not said" in words(turn) for turn in debate.find_all("article")]
    assert marked == [False, False, True]
    assert "3 turns in this order, of which 1 was handed in in writing and not said;" in words(debate.main)


def test_a_transcript_that_was_not_collected_is_named_with_its_official_place(tmp_path, database):
    reader = changed_copy(
        database,
        tmp_path,
        "UPDATE speeches SET withdrawn_at = '2025-04-01'",
        "UPDATE sittings SET transcript_url = 'https://assembly.example/transcripts/1'",
    )
    said = reader.page("/debates/xa-sitting-1").find(class_="message-warning")
    assert words(said).startswith("No turns recorded; transcript not collected")
    assert said.a["href"] == "https://assembly.example/transcripts/1"


def test_a_debate_of_an_unknown_day_has_a_page(tmp_path, database):
    reader = changed_copy(
        database, tmp_path, "UPDATE speeches SET date = NULL", "UPDATE sittings SET start_date = NULL"
    )
    page = reader.page("/debates/xa-sitting-1")
    assert "not known" in words(page.h1)
    assert "day not known" in words(page.title)


def test_every_turn_has_its_official_place(debate):
    for turn in debate.find_all("article"):
        assert turn.find("a", string="official place")["href"].startswith(
            "https://assembly.example/debates/1#"
        )


def test_a_person_shows_ballots_and_turns_on_a_bill_side_by_side(reader):
    card = reader.page("/people/member-007").find("section", id="xa-bill-1")
    assert "abstained on 1 March 2025" in words(card)
    assert card.find("a", href="/debates/xa-sitting-1#xa-turn-2") is not None


def test_none_comes_with_of_how_many(reader):
    card = reader.page("/people/member-008").find("section", id="xa-bill-1")
    assert "No turn of this person among the 3 turns collected on this bill (2 with their words)." in words(
        card
    )


def test_an_abstainer_on_a_bill_without_a_transcript_is_not_said_to_be_silent(tmp_path, database):
    reader = changed_copy(database, tmp_path, "UPDATE speeches SET bill_key = NULL")
    card = reader.page("/people/member-008").find("section", id="xa-bill-1")
    assert "No turns recorded; transcript not collected." in words(card)


def test_a_person_known_from_a_ballot_only_is_said_to_be_so(tmp_path, database):
    reader = changed_copy(database, tmp_path, "UPDATE persons SET is_stated = 0")
    assert "No register of members has been read" in words(reader.page("/people/member-001").main)


def test_a_member_s_ballots_are_held_against_the_line_with_their_number(reader):
    card = reader.page("/people/member-005").find("section", id="xa-bill-1")
    assert (
        "Unlike the line of the own faction of that day: 1 of 1 ballot in votes in which it had one"
        in words(card)
    )
    assert "says nothing about reasons" in words(card)


def test_of_a_member_whose_faction_had_no_line_nothing_is_said(reader):
    assert "Unlike the line" not in words(reader.page("/people/member-010").main)


@pytest.mark.parametrize("address", ["/people/nobody", "/debates/never"])
def test_what_is_not_there_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


def test_a_key_that_was_given_up_leads_to_the_one_that_took_its_place(tmp_path, database):
    reader = changed_copy(database, tmp_path, "INSERT INTO vote_aliases VALUES ('xa-old', 'xa-1-1')")
    answer = reader.get("/votes/xa-old")
    assert (answer.status_code, answer.headers["location"]) == (301, "/votes/xa-1-1")


def test_a_bill_lists_its_debates(reader):
    table = reader.page("/bills/xa-bill-1").find("h2", id="debates").find_next("table")
    assert [words(cell) for cell in table.tbody.tr.find_all("td")] == [
        "1 March 2025",
        "— not known",
        "3",
        "2",
        "1",
    ]


def test_a_bill_says_what_was_collected_of_what_there_is(reader):
    table = reader.page("/bills/xa-bill-1").find("h2", id="coverage").find_next("table")
    assert [words(cell) for cell in table.tbody.tr.find_all("td")] == ["xa-1-1", "ballots", "12", "12"]


def test_a_bill_of_which_nobody_counted_anything_says_so(reader):
    assert "nothing can be said of what is missing" in words(reader.page("/bills/xb-bill-2").main)
