"""The first dossier itself: the bills on leaving the Ottawa Convention, as far as public facts go."""

import csv
from importlib.resources import files

import pytest
from blank import blank_database

from db.dossier import entries, load_dossier
from db.records import Bill, BillStage, Vote
from db.writer import Writer
from scrapers.intake import register_all
from scrapers.pages import parliaments

POLISH = "pl-sejm-10-ottawa-final"
FINNISH = "fi-eduskunta-2025-ottawa-final"
ESTONIAN = "ee-riigikogu-09291215-4097-4550-8200-b83d1cf7c72a"
LATVIAN = "lv-saeima-14-ottawa-final"
LITHUANIAN = "lt-seimas-10-ottawa-final"
CLUSTER = "lt-seimas-9-cluster-munitions-final"
PLACING = "lv-saeima-14-ottawa-placing"
FIRST_CLUSTER = "lt-seimas-9-cluster-munitions-first"
ENTRIES = entries()


@pytest.fixture(scope="module")
def db():
    opened = blank_database()
    with opened.atomic():
        register_all(Writer(opened))
    load_dossier(opened)
    yield opened
    opened.close()


def row(db, key):
    (found,) = db.query("SELECT * FROM votes WHERE key = ?", [key])
    return found


def declared(found):
    return [found[f"declared_{name}"] for name in ("yes", "no", "abstain", "absent")]


def stages(db, bill):
    return dict(
        db.execute(
            "SELECT kind, date FROM stages WHERE bill_key = ? AND date_precision = 'day'"
            " AND kind IN"
            " ('first reading', 'third reading', 'submission', 'final vote', 'deposit', 'effect')",
            [bill],
        ).fetchall()
    )


def test_the_sejm_voted_413_to_15_with_3_abstentions(db):
    vote = row(db, POLISH)
    assert (vote["date"], declared(vote)) == ("2025-06-25", [413, 15, 3, None])


def test_how_many_deputies_did_not_vote_is_an_inference_and_stays_unknown(db):
    assert row(db, POLISH)["declared_absent"] is None


def test_the_ballots_of_the_sejm_were_not_collected(db):
    vote = row(db, POLISH)
    assert (vote["ballots_status"], vote["counted_yes"], vote["number"]) == ("not_collected", None, None)


def test_the_number_of_the_polish_print_is_said_to_be_unknown(db):
    assert db.execute("SELECT number, is_tracked FROM bills WHERE key = 'pl-sejm-10-ottawa'").fetchall() == [
        ("print number not known", 1)
    ]


def test_the_eduskunta_voted_157_to_18_with_24_absent(db):
    vote = row(db, FINNISH)
    assert (vote["date"], declared(vote)) == ("2025-06-19", [157, 18, 0, 24])


def test_the_finnish_tally_makes_199_because_the_speaker_does_not_vote(db):
    assert sum(declared(row(db, FINNISH))) == 199


def test_the_one_finnish_ballot_is_the_one_that_the_public_record_names(db):
    found = db.execute("SELECT person, person_key, option FROM ballots WHERE vote_key = ?", [FINNISH])
    assert found.fetchall() == [("Eva Biaudet", "fi-eduskunta-351", "no")]
    assert row(db, FINNISH)["ballots_status"] == "partial"


ABSTAINERS = """
SELECT votes.bill_key, ballots.person, ballots.faction, ballots.source_url IS NOT NULL
FROM ballots JOIN votes ON votes.key = ballots.vote_key JOIN bills ON bills.key = votes.bill_key
WHERE votes.is_final AND bills.is_tracked AND ballots.option = 'abstain'
ORDER BY ballots.vote_key, ballots.person
"""


def test_one_query_over_all_chambers_names_those_who_abstained_with_faction_and_source(db):
    assert db.execute(ABSTAINERS).fetchall() == [
        ("lt-seimas-xvp-305", "Petras Dargis", "Nemunas Dawn", 1),
        ("lt-seimas-xvp-305", "Valius Ąžuolas", "Peasants, Greens and Christian Families", 1),
        ("lt-seimas-xvp-305", "Vytautas Jucius", "Nemunas Dawn", 1),
        ("lv-saeima-898-lp14", "Edgars Zelderis", None, 1),
        ("lv-saeima-898-lp14", "Juris Jakovins", "ZZS", 1),
    ]


def test_those_who_were_there_and_did_not_vote_are_no_abstainers(db):
    found = db.execute("SELECT person FROM ballots WHERE option = 'present_not_voting' ORDER BY person")
    assert [name for (name,) in found.fetchall()] == [
        "Amils Saļimovs",
        "Edmunds Teirumnieks",
        "Māris Sprindžuks",
    ]


@pytest.mark.parametrize(
    ("vote", "field", "official", "others"),
    [
        (LATVIAN, "yes", 66, [68]),
        (ESTONIAN, "abstain", 0, [7]),
        (CLUSTER, "no", None, [0, 1]),
        (CLUSTER, "abstain", None, [3, 4]),
    ],
)
def test_where_sources_differ_every_value_stands_beside_the_official_one(db, vote, field, official, others):
    found = db.execute(
        "SELECT official_value, other_value FROM discrepancies WHERE subject_key = ? AND field = ?"
        " ORDER BY other_value",
        [vote, field],
    )
    assert found.fetchall() == [(official, other) for other in others]


def test_reports_are_not_official_and_the_record_is(db):
    found = db.execute(
        "SELECT DISTINCT is_declared, is_official FROM tally_figures WHERE vote_key = ? ORDER BY 1", [LATVIAN]
    )
    assert found.fetchall() == [(0, 0), (1, 1)]


def test_a_person_known_from_reports_only_has_an_identifier_that_says_so(db):
    found = db.execute("SELECT DISTINCT scheme FROM person_identifiers WHERE scheme LIKE '__-%-reported'")
    assert {scheme for (scheme,) in found.fetchall()} == {"lt-seimas-reported", "lv-saeima-14-reported"}


def test_failed_forerunners_are_there_and_are_not_the_tracked_bills(db):
    found = db.execute("SELECT key FROM bills WHERE NOT is_tracked ORDER BY key").fetchall()
    assert [key for (key,) in found] == [
        "ee-riigikogu-14-726",
        "fi-eduskunta-kaa-4-2022",
        "pl-sejm-10-konfederacja-draft",
    ]


def test_her_identifier_is_the_one_of_the_recorded_vote():
    table = files("scrapers.sample").joinpath("tables", "finland", "ballots.csv")
    lines = table.read_text(encoding="utf-8").splitlines()
    found = [
        line for line in csv.DictReader(lines) if (line["sukunimi"], line["etunimi"]) == ("Biaudet", "Eva")
    ]
    assert [(line["henkilonumero"], line["ryhma"]) for line in found] == [("351", "r")]


def test_every_vote_is_the_final_one_for_its_bill_and_passed(db):
    found = db.execute("SELECT key, bill_key FROM votes WHERE is_final ORDER BY key").fetchall()
    assert found == [
        (ESTONIAN, "ee-riigikogu-15-642"),
        (FINNISH, "fi-eduskunta-he-56-2025"),
        (LITHUANIAN, "lt-seimas-xvp-305"),
        (CLUSTER, "lt-seimas-cluster-munitions"),
        (LATVIAN, "lv-saeima-898-lp14"),
        (POLISH, "pl-sejm-10-ottawa"),
    ]
    same = db.execute(
        "SELECT DISTINCT is_final, meaning_of_yes, outcome FROM votes WHERE is_final"
    ).fetchall()
    assert same == [(1, "for the bill", "passed")]


@pytest.mark.parametrize(
    ("key", "yes", "no", "abstain"),
    [
        (ESTONIAN, 81, 1, 0),
        (LATVIAN, 66, 14, 2),
        (LITHUANIAN, 107, 0, 3),
    ],
)
def test_the_baltic_votes_have_the_tallies_that_were_announced(db, key, yes, no, abstain):
    assert declared(row(db, key)) == [yes, no, abstain, None]


def test_the_bill_was_put_on_the_agenda_by_62_to_16(db):
    assert declared(row(db, PLACING)) == [62, 16, 0, None]
    assert row(db, PLACING)["meaning_of_yes"] == "for the motion"


def test_what_is_disputed_of_the_cluster_munitions_vote_stays_unknown(db):
    assert declared(row(db, CLUSTER)) == [103, None, None, None]


def test_every_tracked_bill_of_the_five_states_is_there(db):
    found = db.execute("SELECT DISTINCT substr(chamber, 1, 2) FROM bills WHERE is_tracked ORDER BY 1")
    assert found.fetchall() == [("ee",), ("fi",), ("lt",), ("lv",), ("pl",)]


def test_the_polish_steps_whose_day_is_known(db):
    assert stages(db, "pl-sejm-10-ottawa") == {
        "first reading": "2025-05-20",
        "third reading": "2025-06-25",
        "deposit": "2025-08-20",
        "effect": "2026-02-20",
    }


def test_the_finnish_steps_whose_day_is_known(db):
    assert stages(db, "fi-eduskunta-he-56-2025") == {
        "submission": "2025-05-28",
        "final vote": "2025-06-19",
        "deposit": "2025-07-10",
        "effect": "2026-01-10",
    }


@pytest.mark.parametrize("kind", ["second chamber", "signature"])
def test_a_disputed_day_is_left_at_its_month_and_unverified(db, kind):
    assert db.execute(
        "SELECT date_precision, confidence, note IS NOT NULL FROM stages"
        " JOIN dossier_entries ON dossier_entries.id = dossier_entry_id"
        " WHERE bill_key = 'pl-sejm-10-ottawa' AND kind = ?",
        [kind],
    ).fetchall() == [("month", "unverified", 1)]


def test_every_vote_that_a_step_names_is_there():
    votes = {entry.record.key for entry in ENTRIES if isinstance(entry.record, Vote)}
    named = {entry.record.stage.vote for entry in ENTRIES if isinstance(entry.record, BillStage)}
    assert named - {None} == votes


def test_steps_of_a_bill_have_places_of_their_own():
    places = [(e.record.bill, e.record.position) for e in ENTRIES if isinstance(e.record, BillStage)]
    assert len(set(places)) == len(places)


def test_a_source_without_the_address_of_its_page_says_so():
    for entry in ENTRIES:
        host_only = entry.source_url.count("/") == 2
        assert host_only == ("(exact page not known)" in entry.source_name), entry.key


def test_the_dossier_names_only_chambers_and_terms_of_the_descriptors():
    terms = {term.key for parliament in parliaments() for term in parliament.terms}
    found = [entry.record for entry in ENTRIES if isinstance(entry.record, Bill | Vote)]
    assert {record.term for record in found} - {None} <= terms


def test_loading_it_again_writes_no_row(db):
    assert load_dossier(db) == 0


def test_no_foreign_key_is_broken(db):
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
