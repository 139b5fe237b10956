"""The pages of states and treaties, as of a day, over invented ones."""

import pytest
from reading import words


@pytest.fixture(scope="module")
def pending(reader):
    return reader.page("/states/xa?as_of=2025-05-01")


def table(page, heading):
    found = page.find("h2", id=heading).find_next("tbody")
    return [words(row) for row in found.find_all("tr")]


@pytest.mark.parametrize(
    ("day", "status", "clock"),
    [
        ("2025-03-01", "party 4 September 2002", "no withdrawal deposited by this day"),
        ("2025-05-01", "party, withdrawal pending", "effect 30 September 2025 152 days left, effect derived"),
        ("2025-09-29", "party, withdrawal pending", "1 day left"),
        ("2025-09-30", "not a party 30 September 2025", "out since 30 September 2025 0 days since"),
        ("2025-10-02", "not a party", "2 days since"),
    ],
)
def test_the_status_and_the_clock_are_those_of_the_day(reader, day, status, clock):
    (row,) = table(reader.page(f"/states/xa?as_of={day}"), "treaties")
    assert row.startswith(f"Nothing treaty {status}")
    assert clock in row


def test_the_timeline_ends_on_the_day_and_the_latest_comes_first(pending):
    events = table(pending, "timeline")
    assert events[0].startswith("31 March 2025 deposit Withdrawal reaches the depositary")
    assert "Withdrawal takes effect" not in " ".join(events)


def test_a_vote_and_the_step_that_it_decided_are_one_event(pending):
    events = [row for row in table(pending, "timeline") if row.startswith("1 March 2025")]
    assert len([row for row in events if "Lectio tertia" in row]) == 1


def test_an_event_is_as_exact_as_it_is_known(pending):
    assert any(
        row.startswith("February 2025 consultation Nobody is asked") for row in table(pending, "timeline")
    )


def test_a_step_that_the_source_took_back_is_no_event(pending):
    assert "Signatum" not in words(pending.main)


def test_votes_offices_and_statements_of_the_state_are_there(pending):
    said = words(pending.main)
    assert "final vote on the bill" in said
    assert "Two ministers propose to do nothing." in said
    assert "Minister of Nothing: Member 007" in said


def test_who_is_not_shown_in_office_on_the_day_is_listed_as_earlier(reader):
    assert "No source here shows anybody in an office on this very day." in words(
        reader.page("/states/xa?as_of=2025-05-01").main
    )
    assert "No source here" not in words(reader.page("/states/xa?as_of=2025-01-20").main)


def test_a_state_without_a_record_says_that_nothing_is_known(reader):
    said = reader.text("/states/xq")
    assert "Nothing is known of its status" in said
    assert "That says nothing about whether one was made." in said


def test_the_list_has_the_states_on_the_timeline_the_followed_ones_first(reader):
    page = reader.page("/states?as_of=2025-05-01")
    assert [words(link) for link in page.tbody.find_all("a")] == ["Elsewhere", "Nowhere"]
    assert page.tbody.a["href"] == "/states/xb?as_of=2025-05-01"


def test_a_treaty_says_its_rules_and_its_parties_on_the_day(reader):
    page = reader.page("/treaties/apmbc?as_of=2025-05-01")
    assert "six months on" in words(page.main)
    elsewhere, nowhere = table(page, "status")
    assert elsewhere.startswith("Elsewhere party 4 September 2003 no withdrawal deposited by this day")
    assert nowhere.startswith(
        "Nowhere party, withdrawal pending 31 March 2025 deposited 31 March 2025 effect"
    )


def test_what_states_did_about_a_treaty_begins_with_withdrawals(reader):
    assert [row.split(" live")[0] for row in table(reader.page("/treaties/apmbc"), "actions")] == [
        "31 March 2025 Nowhere withdrawal 30 September 2025 derived",
        "4 March 2003 Elsewhere accession 4 September 2003 derived",
        "4 March 2002 Nowhere ratification 4 September 2002 derived",
    ]


def test_a_treaty_leads_to_the_bills_on_leaving_it(reader):
    assert (
        reader.page("/treaties/apmbc").find("h2", id="bills").find_next("ul").a["href"] == "/bills/xa-bill-1"
    )


def test_another_day_can_be_chosen_without_a_script(reader):
    page = reader.page("/states/xa?as_of=2025-05-01")
    form = page.find("form", class_="as-of")
    assert (form["action"], form.input["name"], form.input["value"]) == ("/states/xa", "as_of", "2025-05-01")
    assert page.find("form", class_="as-of").find("a", href="/states/xa")
    assert page.main.find("script") is None


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/states/zz", 404),
        ("/treaties/none", 404),
        ("/states?as_of=x", 400),
        ("/states/xa?as_of=2025-13-01", 400),
    ],
)
def test_an_unknown_state_treaty_or_day_is_an_error(reader, address, status):
    assert reader.get(address).status_code == status


def test_an_empty_database_has_neither(empty_reader):
    assert "There is no treaty in this database yet." in empty_reader.text("/states")
