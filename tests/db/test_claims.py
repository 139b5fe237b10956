"""Every claim of the article, held against the rows of the sample: on the article's day, and later."""

import re
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from blank import blank_database

from db import claims as room
from db.claims import ARTICLE, claims, load_claims
from db.database import open_database
from db.dossier import DossierError
from scrapers.archive import Archive
from scrapers.rebuild import rebuild
from scrapers.sample import write_sample

LATER = "2026-11-25"
EXPECTED = yaml.safe_load(Path(__file__).with_name("expected_claims.yaml").read_text(encoding="utf-8"))
COLUMNS = [
    *("date", "date_precision", "state", "kind", "title", "actor", "detail", "figure"),
    *("page", "origin", "confidence", "source_url"),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("claims")
    with Archive(folder / "archive") as archive:
        write_sample(archive)
    rebuild(folder / "archive", folder / "sample.db")
    with closing(open_database(folder / "sample.db")) as db:
        yield db


def asked(db, number, day):
    (claim,) = db.query("SELECT * FROM claims WHERE number = ?", [number])
    return list(db.query(claim["query"], {"as_of": day})), claim


def sentence(db, number, day):
    (claim,) = db.query("SELECT * FROM claims WHERE number = ?", [number])
    ((found,),) = db.execute(claim["finding_query"], {"as_of": day}).fetchall()
    return found


def test_all_49_claims_are_expected_here_in_the_order_of_the_article():
    numbers = [claim.number for claim in claims()]
    assert numbers == ["1", "1a", *map(str, range(2, 49))]
    assert list(EXPECTED) == numbers


@pytest.mark.parametrize("number", EXPECTED)
def test_what_the_rows_show_on_the_day_of_the_article(sample, number):
    assert EXPECTED[number]["then"] in sentence(sample, number, ARTICLE)


@pytest.mark.parametrize("number", EXPECTED)
def test_what_the_rows_show_on_a_later_day(sample, number):
    expected = EXPECTED[number]
    assert expected.get("later", expected["then"]) in sentence(sample, number, LATER)


@pytest.mark.parametrize("number", EXPECTED)
@pytest.mark.parametrize("day", [ARTICLE, LATER])
def test_every_row_of_a_claim_has_its_source_and_the_same_columns(sample, number, day):
    rows, _ = asked(sample, number, day)
    assert all(list(row) == COLUMNS for row in rows)
    assert all(row["source_url"].startswith("https://") and row["title"] for row in rows)


@pytest.mark.parametrize("number", EXPECTED)
def test_every_claim_has_rows_today(sample, number):
    assert asked(sample, number, LATER)[0]


@pytest.mark.parametrize("number", EXPECTED)
def test_no_row_is_later_than_the_day(sample, number):
    rows, _ = asked(sample, number, ARTICLE)
    assert [row["date"] for row in rows if row["date"] and row["date"] > ARTICLE] == []


@pytest.mark.parametrize("number", EXPECTED)
def test_before_anything_happened_there_is_still_a_sentence(sample, number):
    assert sentence(sample, number, "1990-01-01")


@pytest.mark.parametrize("number", EXPECTED)
def test_an_empty_database_gives_a_sentence_or_none_and_no_error(number):
    with closing(blank_database()) as db:
        load_claims(db)
        rows, claim = asked(db, number, LATER)
        assert rows == []
        assert len(db.execute(claim["finding_query"], {"as_of": LATER}).fetchall()) == 1


@pytest.mark.parametrize("number", ["7", "23", "24", "36", "38"])
def test_an_opinion_is_called_one(sample, number):
    assert asked(sample, number, LATER)[1]["kind"] == "opinion"


def test_the_three_who_abstained_are_named_with_their_factions(sample):
    rows, _ = asked(sample, "22", LATER)
    assert {(row["title"], row["actor"]) for row in rows if row["kind"] == "ballot"} == {
        ("Valius Ąžuolas", "Peasants, Greens and Christian Families"),
        ("Petras Dargis", "Nemunas Dawn"),
        ("Vytautas Jucius", "Nemunas Dawn"),
    }


def test_the_status_of_latvia_changes_from_party_to_pending_to_none(sample):
    days = {"2025-05-20": "party", "2025-07-01": "party, withdrawal pending", "2025-12-27": "not a party"}
    assert {day: sentence(sample, "42", day).rsplit(": ", 1)[1].rstrip(".") for day in days} == days


@pytest.mark.parametrize(
    ("vote", "tallies"),
    [
        ("lv-saeima-14-ottawa-final", {(66, 14, 2, 1), (66, 14, None, 0), (68, 14, None, 0)}),
        ("ee-riigikogu-09291215-4097-4550-8200-b83d1cf7c72a", {(81, 1, 0, 1), (81, 1, 7, 0)}),
        ("lt-seimas-9-cluster-munitions-final", {(103, None, None, 0), (103, 0, 4, 0), (103, 1, 3, 0)}),
    ],
)
def test_tallies_that_differ_stand_side_by_side_and_the_official_one_is_marked(sample, vote, tallies):
    found = sample.execute(
        "SELECT max(iif(field = 'yes', figure, NULL)), max(iif(field = 'no', figure, NULL)),"
        " max(iif(field = 'abstain', figure, NULL)), is_official FROM tally_figures"
        " WHERE vote_key = ? GROUP BY place",
        [vote],
    ).fetchall()
    assert set(found) == tallies


def test_no_sentence_of_the_project_is_a_verdict_on_a_person():
    said = " ".join(f"{claim.claim} {claim.settled_by}" for claim in claims())
    assert not re.search(r"\b(traitor|liar|pro-Russian|extremist)\b", said, re.IGNORECASE)


def test_loading_the_claims_again_writes_nothing(sample):
    assert load_claims(sample) == 0


def test_a_changed_claim_changes_its_row_alone(sample, monkeypatch):
    monkeypatch.setattr(room, "_sql", lambda name, read=room._sql: read(name) + " " * (name == "3"))
    assert load_claims(sample) == 2
    monkeypatch.undo()
    assert load_claims(sample) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- number: '1'\n  kind: rumour\n  claim: A.\n  settled_by: B.\n", "kind"),
        ("- number: '1'\n  kind: vote\n  claim: A.\n", "settled_by"),
        ("- number: one\n  kind: vote\n  claim: A.\n  settled_by: B.\n", "number"),
        ("number: 1\n", "not a list"),
    ],
)
def test_a_file_of_claims_that_cannot_be_taken_in_says_where(monkeypatch, tmp_path, text, problem):
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(room, "files", lambda _package: tmp_path)
    with pytest.raises(DossierError, match=problem):
        claims()
