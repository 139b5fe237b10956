"""One person, one row. Everybody here is invented, and so is every ballot."""

import datetime as dt
from contextlib import closing

import pytest
import yaml
from blank import blank_database
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_house import MOMENT, House, ballot, list_vote, vote

from db.checks import invariants, violations
from db.dossier.facts import DossierError
from db.identities import read_identities
from db.merging import OTHERS, REPOINT
from db.records import (
    Debate,
    Membership,
    Office,
    Person,
    PersonId,
    Signatory,
    Speech,
    Statement,
    Term,
)
from db.rows import ContradictionError
from db.settling import settle_identities
from db.speakers import settle_speeches
from db.writer import Writer

BORN = dt.date(1970, 1, 31)
LATER = "2025-02-02T10:00:00.000+00:00"
FIRST, SECOND, SENATE = "zz-house-1", "zz-house-2", "zz-senate-1"
NOBODY = read_identities("none.yaml", "[]")
KNOWN = {invariant.name: invariant for invariant in invariants()}


@pytest.fixture
def house(db):
    return second_term(House(db))


def second_term(house):
    house.writer.register([Term(key=SECOND, chamber="zz-house", label="2")])
    return house


def registered(scheme, identifier, name="001", born=BORN, **changes):
    seat = Membership(chamber=scheme[:-2], term=scheme, is_active=True)
    who = PersonId(scheme=scheme, identifier=identifier, family_name=name, given_name="Member")
    return Person(id=who, birth_date=born, memberships=(seat,), **changes)


def ballots(scheme, number, *who, labels=None, **changes):
    cast = [
        ballot(identifier, family_name=name, **({"label": labels[identifier]} if labels else {}))
        for identifier, name in who
    ]
    key = f"{scheme}-v{number}"
    facts = {"key": key, "number": number, "time": None, "chamber": scheme[:-2], "term": scheme}
    return vote(*cast, scheme=scheme, **{**facts, **changes})


def reviewed(*entries):
    rows = [
        {
            kind: [{"scheme": scheme, "identifier": identifier} for scheme, identifier in identifiers],
            "reason": "A book says so",
            "source_url": "https://book.example/1",
            "checked_by": "A. Reviewer",
            "checked": dt.date(2025, 1, 2),
        }
        for kind, *identifiers in entries
    ]
    return read_identities("a.yaml", yaml.safe_dump(rows))


def settle(house, *entries):
    """Settle, and give the number of rows that were written for it."""
    before = house.db.conn.total_changes
    settle_identities(house.db, reviewed(*entries))
    house.writer.forget()
    assert house.rows("PRAGMA foreign_key_check") == []
    return house.db.conn.total_changes - before


def keys(house):
    return [key for (key,) in house.rows("SELECT key FROM persons ORDER BY key")]


def unresolved(house):
    return house.rows("SELECT one_key, other_key, missing FROM unresolved_persons ORDER BY 1, 2")


def findings(house, name):
    return [found.message for found in violations(house.db, KNOWN[name])]


def two_terms(house, **changes):
    house.says(registered(FIRST, "1"), ballots(FIRST, 1, (1, "001")))
    house.says(registered(SECOND, "7", **changes), ballots(SECOND, 1, (7, "001")))


SAME = ("same", (FIRST, "1"), (SECOND, "7"))
APART = ("apart", (FIRST, "1"), (SECOND, "7"))


def test_one_name_and_date_of_birth_in_two_terms_are_one_person(house):
    two_terms(house)
    settle(house)
    assert keys(house) == ["zz-house-1-1"]


def test_a_joined_person_has_every_ballot_seat_name_and_identifier(house):
    two_terms(house)
    settle(house)
    cast = house.rows("SELECT vote_key, person_key FROM ballots ORDER BY vote_key")
    assert cast == [("zz-house-1-v1", "zz-house-1-1"), ("zz-house-2-v1", "zz-house-1-1")]
    for table in ("memberships", "person_names", "person_identifiers"):
        assert house.rows(f"SELECT person_id FROM {table}") == [(1,), (1,)]


def test_a_join_says_how_why_by_which_source_and_since_when(house):
    house.says(registered(FIRST, "1"), at=LATER)
    house.says(registered(SECOND, "7"), at=MOMENT, url="https://house.example/2")
    settle(house)
    assert house.row("SELECT * FROM person_merges") == (
        "zz-house-2-7",
        "zz-house-1-1",
        "name and birth date",
        "zz-house-1-1 has the name member-001 too, and was born 1970-01-31",
        "https://house.example/2",
        LATER,
    )


def test_an_old_key_leads_to_the_person(house):
    two_terms(house)
    settle(house)
    assert house.rows("SELECT * FROM person_aliases ORDER BY alias") == [
        ("zz-house-1-1", "zz-house-1-1"),
        ("zz-house-2-7", "zz-house-1-1"),
    ]


def test_the_earliest_term_gives_the_key_whichever_came_first(house):
    house.says(registered(SECOND, "7"))
    settle(house)
    house.says(registered(FIRST, "10"))
    settle(house)
    assert keys(house) == ["zz-house-1-10"]


def test_terms_are_ordered_by_number(house):
    house.writer.register([Term(key="zz-house-10", chamber="zz-house", label="10")])
    house.says(
        Person(
            id=PersonId(scheme="zz-house-10", identifier="1", family_name="001", given_name="Member"),
            birth_date=BORN,
        )
    )
    house.says(registered("zz-house-2", "7"))
    settle(house)
    assert keys(house) == ["zz-house-2-7"]


def test_a_member_of_both_chambers_is_one_person(house):
    house.says(registered(SENATE, "3"), registered(FIRST, "1"))
    settle(house)
    assert keys(house) == ["zz-house-1-1"]
    assert house.rows("SELECT chamber FROM memberships ORDER BY chamber") == [("zz-house",), ("zz-senate",)]


@pytest.mark.parametrize(
    ("name", "other"), [("Łąka", "ŁĄKA"), ("Łąka", "Laka"), ("Smith-Jones", "Smith Jones")]
)
def test_case_accents_and_hyphens_do_not_make_another_name(house, name, other):
    house.says(registered(FIRST, "1", name), registered(SECOND, "7", other))
    settle(house)
    assert len(keys(house)) == 1


def test_a_name_that_a_member_gave_up_still_joins(house):
    house.says(registered(FIRST, "1", "Old"))
    house.says(registered(FIRST, "1", "New"))
    house.says(registered(SECOND, "7", "Old"))
    settle(house)
    assert keys(house) == ["zz-house-1-1"]


def test_a_renamed_member_keeps_one_row_by_the_identifier(house):
    house.says(registered(FIRST, "1", "Old"), ballots(FIRST, 1, (1, "Old")))
    house.says(registered(FIRST, "1", "New"), ballots(FIRST, 2, (1, "New")))
    settle(house)
    found = house.rows("SELECT person_key, person FROM ballots ORDER BY vote_key")
    assert found == [("zz-house-1-1", "Member Old"), ("zz-house-1-1", "Member New")]


def test_two_spellings_under_one_identifier_are_one_person(house):
    house.says(registered(FIRST, "1"))
    house.says(ballots(FIRST, 1, (1, "001")))
    longer = ballot(1, given_name="First-Member")
    house.says(vote(longer, key="zz-house-1-v2", number=2, time=None, scheme=FIRST))
    settle(house)
    assert keys(house) == ["zz-house-1-1"]
    assert unresolved(house) == []


def test_a_name_alone_joins_nobody_and_is_counted(house):
    two_terms(house, born=None)
    settle(house)
    assert unresolved(house) == [("zz-house-1-1", "zz-house-2-7", "the date of birth of zz-house-2-7")]
    (message,) = findings(house, "namesakes_are_told_apart")
    assert message.startswith(
        "zz-house-1-1 and zz-house-2-7 are both Member 001, and may be one person or two"
    )
    assert message.endswith("not known: the date of birth of zz-house-2-7")


def test_a_year_of_birth_joins_nobody(house):
    for scheme, identifier in ((FIRST, "1"), (SECOND, "7")):
        house.says(registered(scheme, identifier, born=None, birth_year=1970))
    settle(house)
    assert unresolved(house) == [("zz-house-1-1", "zz-house-2-7", "both dates of birth")]


def test_years_of_birth_tell_apart(house):
    house.says(registered(FIRST, "1", born=None, birth_year=1970))
    house.says(registered(SECOND, "7", born=None, birth_year=1971))
    settle(house)
    assert unresolved(house) == []


def test_dates_of_birth_tell_apart(house):
    two_terms(house, born=dt.date(1970, 1, 30))
    settle(house)
    assert len(keys(house)) == 2
    assert unresolved(house) == []


def test_a_person_of_whom_only_a_ballot_is_known_is_joined_to_nobody(house):
    house.says(registered(FIRST, "1"), ballots(SECOND, 1, (7, "001")))
    settle(house)
    assert len(keys(house)) == 2


def test_people_of_two_countries_are_neither_joined_nor_counted(house):
    house.says(registered(FIRST, "1"))
    other = PersonId(scheme="yy-house", identifier="1", family_name="001", given_name="Member")
    house.says(Person(id=other, birth_date=BORN))
    settle(house)
    assert len(keys(house)) == 2
    assert unresolved(house) == []


def test_two_candidates_in_one_register_leave_everybody_apart(house):
    two_terms(house)
    house.says(registered(SECOND, "8"))
    settle(house)
    assert len(keys(house)) == 3
    missing = "what tells apart two people of one name and date of birth"
    assert unresolved(house) == [
        ("zz-house-1-1", "zz-house-2-7", missing),
        ("zz-house-1-1", "zz-house-2-8", missing),
        ("zz-house-2-7", "zz-house-2-8", missing),
    ]


def test_a_second_candidate_undoes_a_join(house):
    two_terms(house)
    settle(house)
    house.says(registered(SECOND, "8"))
    settle(house)
    cast = house.rows("SELECT vote_key, person_key FROM ballots ORDER BY vote_key")
    assert cast == [("zz-house-1-v1", "zz-house-1-1"), ("zz-house-2-v1", "zz-house-2-7")]
    assert house.rows("SELECT * FROM person_merges") == house.rows("SELECT * FROM merged_persons") == []


def test_a_corrected_date_of_birth_undoes_a_join(house):
    two_terms(house)
    settle(house)
    house.says(registered(SECOND, "7", born=dt.date(1970, 1, 30)))
    settle(house)
    assert keys(house) == ["zz-house-1-1", "zz-house-2-7"]
    revised = house.row("SELECT table_name, row_key, old_value, new_value FROM revisions")
    assert revised == ("persons", "zz-house-2-7", "1970-01-31", "1970-01-30")


def test_a_review_joins_what_no_register_does(house):
    two_terms(house, born=None, name="Other")
    settle(house, SAME)
    assert keys(house) == ["zz-house-1-1"]
    found = house.row("SELECT method, reason, source_url, merged_at FROM person_merges")
    assert found == ("reviewed", "A book says so", "https://book.example/1", "2025-01-02")


def test_a_review_tells_apart_what_registers_would_join(house):
    two_terms(house)
    settle(house, APART)
    assert len(keys(house)) == 2
    assert unresolved(house) == []
    assert findings(house, "reviewed_identities_hold") == []


def test_a_review_settles_one_name_without_a_date_of_birth(house):
    two_terms(house, born=None)
    settle(house, APART)
    assert unresolved(house) == []


def test_a_review_of_a_third_register_counts_for_the_joined_person(house):
    two_terms(house)
    house.says(registered(SENATE, "9", born=None))
    settle(house, ("apart", (SECOND, "7"), (SENATE, "9")))
    assert keys(house) == ["zz-house-1-1", "zz-senate-1-9"]
    assert unresolved(house) == []


def test_a_review_that_was_taken_back_is_undone(house):
    two_terms(house, born=None)
    settle(house, SAME)
    settle(house)
    assert len(keys(house)) == 2
    assert house.rows("SELECT * FROM reviewed_identities") == []


def test_a_review_of_people_whom_nobody_named_yet_waits_for_them(house):
    settle(house, SAME)
    two_terms(house, born=None)
    settle(house, SAME)
    assert keys(house) == ["zz-house-1-1"]


def test_a_corrected_reason_is_taken_over(house):
    two_terms(house)
    settle(house)
    settle(house, SAME)
    assert house.row("SELECT method FROM person_merges") == ("reviewed",)


def test_the_row_with_a_date_of_birth_is_kept(house):
    house.says(ballots(FIRST, 1, (1, "001")), registered(SECOND, "7"))
    settle(house, SAME)
    assert house.row("SELECT key, birth_date FROM persons") == ("zz-house-2-7", "1970-01-31")


TWINS = ("same", (FIRST, "1"), (FIRST, "2"))
TOGETHER = (
    "zz-house-1-1 and zz-house-1-2 are said to be one person, and kept apart: both have a ballot in one vote"
)


def test_two_ballots_in_one_vote_refuse_a_join(house):
    house.says(registered(FIRST, "1"), registered(FIRST, "2"), ballots(FIRST, 1, (1, "001"), (2, "001")))
    settle(house, TWINS)
    assert len(keys(house)) == 2
    assert findings(house, "reviewed_identities_hold") == [TOGETHER]


def test_two_ballots_in_one_vote_undo_a_join_that_was_made_before(house):
    house.says(registered(FIRST, "1"), registered(FIRST, "2"), ballots(FIRST, 1, (2, "001")))
    settle(house, TWINS)
    assert keys(house) == ["zz-house-1-1"]
    house.says(ballots(FIRST, 2, (1, "001"), (2, "001"), labels={1: "Aye", 2: "Nay"}))
    settle(house, TWINS)
    cast = house.rows("SELECT vote_key, person_key, option FROM ballots ORDER BY 1, 2")
    assert cast == [
        ("zz-house-1-v1", "zz-house-1-2", "yes"),
        ("zz-house-1-v2", "zz-house-1-1", "yes"),
        ("zz-house-1-v2", "zz-house-1-2", "no"),
    ]
    assert findings(house, "reviewed_identities_hold") == [TOGETHER]


def test_one_identifier_with_two_ballots_is_still_a_named_error(house):
    house.says(registered(FIRST, "1"), registered(FIRST, "2"))
    settle(house, TWINS)
    with pytest.raises(ContradictionError, match="zz-house-1-v1: a person has two ballots"):
        house.says(ballots(FIRST, 1, (1, "001"), (1, "001")))


def test_reviews_that_contradict_each_other_join_nobody(house):
    two_terms(house)
    house.says(registered(SENATE, "9"))
    settle(house, SAME, ("same", (SECOND, "7"), (SENATE, "9")), ("apart", (FIRST, "1"), (SENATE, "9")))
    assert len(keys(house)) == 3
    assert len(findings(house, "reviewed_identities_hold")) == 2


def test_a_review_holds_where_a_date_of_birth_contradicts_it(house):
    two_terms(house)
    house.says(registered(SENATE, "9", "Other", born=None), registered(SECOND, "8"))
    settle(house, ("same", (SECOND, "7"), (SENATE, "9")))
    assert keys(house) == ["zz-house-1-1", "zz-house-2-7", "zz-house-2-8"]


def test_two_numbers_in_one_register_are_one_person_where_a_review_says_so(house):
    two_terms(house)
    house.says(registered(SECOND, "8"))
    settle(house, ("same", (SECOND, "7"), (SECOND, "8")))
    assert keys(house) == ["zz-house-1-1"]


def test_choices_on_a_list_move_with_the_ballot_and_come_back(house):
    two_terms(house, born=None)
    cast = ballot(7, "Valid", family_name="001", choices=((1, "yes"),))
    house.says(list_vote(key="zz-house-2-v2", term=SECOND, scheme=SECOND, ballots=(cast,)))
    settle(house, SAME)
    assert house.row("SELECT person_id FROM ballot_choices") == (1,)
    settle(house)
    assert house.row("SELECT person_id FROM ballot_choices") == (2,)


def test_a_register_read_again_after_a_join_writes_nothing(house):
    two_terms(house)
    settle(house)
    again = registered(SECOND, "7"), ballots(SECOND, 1, (7, "001"))
    assert house.says(*again) == 0
    assert settle(house) == 0


def test_settling_twice_writes_nothing(house):
    two_terms(house)
    house.says(registered(SENATE, "9", born=None))
    entries = ("apart", (FIRST, "1"), (SENATE, "9"))
    assert settle(house, entries) > 0
    assert settle(house, entries) == 0


def test_answers_after_a_join_go_to_the_one_person(house):
    two_terms(house)
    settle(house)
    writer = Writer(house.db)
    writer.store([ballots(SECOND, 2, (7, "001-Smith"))], house.provenance())
    found = house.row("SELECT person_key, person FROM ballots WHERE vote_key = 'zz-house-2-v2'")
    assert found == ("zz-house-1-1", "Member 001-Smith")


def test_a_change_of_a_ballot_is_told_under_the_key_it_was_printed_with(house):
    two_terms(house)
    settle(house)
    house.says(ballots(SECOND, 1, (7, "001"), labels={7: "Nay"}))
    found = house.row("SELECT row_key FROM revisions WHERE table_name = 'ballots'")
    assert found == ("zz-house-2-v1/zz-house-2-7",)


def test_a_register_withdraws_seats_of_its_own_identifier_only(house):
    two_terms(house)
    settle(house)
    house.says(registered(SECOND, "7"))
    assert house.rows("SELECT withdrawn_at FROM memberships") == [(None,), (None,)]


def test_the_number_of_a_row_that_is_set_aside_is_given_to_nobody_else(house):
    two_terms(house)
    settle(house)
    house.says(registered(SECOND, "8", "Other"))
    assert house.rows("SELECT id FROM persons ORDER BY id") == [(1,), (3,)]


def test_a_file_that_cannot_be_read_stores_nothing(house, monkeypatch):
    two_terms(house)
    monkeypatch.setattr("db.settling.reviewed_identities", lambda: read_identities("a.yaml", "- {}"))
    before = house.db.conn.total_changes
    with pytest.raises(DossierError, match=r"a\.yaml: entry 1"):
        settle_identities(house.db)
    assert house.db.conn.total_changes == before


def test_every_column_that_refers_to_a_person_is_moved(house):
    house.db.execute("CREATE TABLE diaries (id INTEGER PRIMARY KEY, author INTEGER REFERENCES persons (id))")
    two_terms(house)
    house.db.execute("INSERT INTO diaries (author) VALUES (2)")
    settle(house)
    assert house.row("SELECT author FROM diaries") == (1,)
    referring = {table for table, _ in house.rows(OTHERS)}
    assert set(REPOINT) < referring


def turn(number, **changes):
    row = {
        "key": f"zz-house-1-1-speech-{number}",
        "position": number,
        "date": dt.date(2025, 1, 15),
        "speaker": "Member 001",
        "capacity": "member",
        "language": None,
        "text": None,
    }
    return Speech(**(row | changes))


def mention(scheme, identifier):
    return PersonId(scheme=scheme, identifier=identifier, family_name="001", given_name="Member")


def said(*turns):
    return Debate(sitting="zz-house-1-1", chamber="zz-house", term="zz-house-1", speeches=turns)


def held(scheme, identifier):
    return Office(
        key=f"zz-post-{scheme}",
        country="zz",
        person=mention(scheme, identifier),
        kind="minister",
        title="Minister",
    )


def signed(scheme, identifier):
    by = (Signatory(name="Member 001", person=mention(scheme, identifier)),)
    return Statement(
        key=f"zz-said-{scheme}", country="zz", date=dt.date(2025, 1, 15), channel="interview", language="en",
        url="https://press.example/1", signatories=by,
    )  # fmt: skip


BOTH = ((FIRST, "1"), (SECOND, "7"))
WORDS = {
    "a turn": (said(*(turn(place, person=mention(*who)) for place, who in enumerate(BOTH, 1))), "speeches"),
    "an office": (tuple(held(*who) for who in BOTH), "offices"),
    "a statement": (tuple(signed(*who) for who in BOTH), "statement_signatories"),
}


@pytest.mark.parametrize("kind", WORDS)
def test_what_came_under_an_identifier_finds_its_way_back_when_a_join_is_undone(house, kind):
    records, table = WORDS[kind]
    two_terms(house, born=None)
    house.says(*(records if isinstance(records, tuple) else (records,)))
    whose = f"SELECT persons.key FROM {table} JOIN persons ON persons.id = person_id ORDER BY {table}.rowid"
    whose = whose if table != "statement_signatories" else whose.replace("rowid", "statement_id")
    settle(house, SAME)
    assert house.rows(whose) == [("zz-house-1-1",)] * 2
    settle(house)
    assert house.rows(whose) == [("zz-house-1-1",), ("zz-house-2-7",)]


@pytest.mark.parametrize("kind", WORDS)
def test_telling_it_again_after_a_join_writes_nothing(house, kind):
    records, _ = WORDS[kind]
    records = records if isinstance(records, tuple) else (records,)
    two_terms(house)
    house.says(*records)
    settle(house)
    assert house.says(*records) == 0


def test_a_turn_that_was_found_by_name_is_found_anew_when_a_join_is_undone(house):
    two_terms(house, born=None)
    house.says(said(turn(1, family_name="001", given_name="Member")))
    spoke = "SELECT persons.key FROM speeches LEFT JOIN persons ON persons.id = person_id"
    settle(house, SAME)
    settle_speeches(house.db)
    assert house.row(spoke) == ("zz-house-1-1",)
    settle(house)
    settle_speeches(house.db)
    assert house.row(spoke) == (None,)


def test_a_row_that_is_set_aside_has_the_columns_of_a_person(house):
    columns = [
        house.rows(f"SELECT name, type FROM pragma_table_info('{t}')") for t in ("persons", "merged_persons")
    ]
    assert columns[0] == columns[1]


STATE = (
    "SELECT key, name, birth_date FROM persons",
    "SELECT vote_key, person_key, person, option FROM ballots",
    "SELECT memberships.key, persons.key FROM memberships JOIN persons ON persons.id = person_id",
    "SELECT scheme, identifier, key FROM person_identifiers JOIN persons ON persons.id = person_id",
    "SELECT folded_name, key FROM person_names JOIN persons ON persons.id = person_id",
    "SELECT * FROM person_merges",
    "SELECT key, name, birth_date FROM merged_persons",
    "SELECT * FROM unresolved_persons",
    "SELECT table_name, row_key, column_name, old_value, new_value FROM revisions",
)
UNCOMPARED = {"runs", "_sqlite_migrations"}
"""Tables that only say when something ran."""

WHO = [(scheme, number) for scheme in (FIRST, SECOND, SENATE) for number in ("1", "2")]
PEOPLE = st.fixed_dictionaries(
    {who: st.tuples(st.sampled_from(["001", "002"]), st.sampled_from([BORN, None])) for who in WHO}
)
VOTES = st.lists(
    st.tuples(st.sampled_from([FIRST, SECOND, SENATE]), st.sampled_from(["1", "2", "12"])), max_size=5
)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["same", "apart"]),
        st.lists(st.sampled_from(WHO), min_size=2, max_size=2, unique=True),
    ),
    max_size=3,
    unique_by=lambda entry: frozenset(entry[1]),
).map(lambda entries: [(kind, *who) for kind, who in entries])


def outcome(steps, entries, *queries):
    """What the database says after these steps, in this order, settled wherever a step is None."""
    with closing(blank_database()) as db:
        house = second_term(House(db))
        for step in (*steps, None):
            if step is None:
                settle(house, *entries)
            else:
                house.says(step)
        tables = [f"SELECT * FROM {name}" for name in db.table_names() if name not in UNCOMPARED]
        return {sql: sorted(house.rows(sql), key=str) for sql in queries or tables}


def answers(people, votes):
    registers = [registered(*who, *facts) for who, facts in people.items()]
    cast = [[(int(who), people[scheme, who][0]) for who in numbers] for scheme, numbers in votes]
    return registers + [
        ballots(scheme, number, *who)
        for number, ((scheme, _), who) in enumerate(zip(votes, cast, strict=True))
    ]


@given(st.data(), PEOPLE, VOTES, ENTRIES)
@settings(max_examples=60)
def test_the_outcome_does_not_depend_on_what_came_first(data, people, votes, entries):
    said = answers(people, votes)
    shuffled = data.draw(st.permutations([*said, None, None]))
    assert outcome(shuffled, entries, *STATE) == outcome(said, entries, *STATE)


@given(st.data(), PEOPLE, VOTES, ENTRIES)
@settings(max_examples=30)
def test_many_crawls_and_one_rebuild_leave_the_same_tables(data, people, votes, entries):
    said = data.draw(st.permutations(answers(people, votes)))
    crawled = [step for answer in said for step in (answer, None)]
    assert outcome(crawled, entries) == outcome(said, entries)
