"""Who spoke in 200 recorded turns: the whole chain, from the raw answers on, against what a person read."""

import datetime as dt
import hashlib
import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from recorded import REASON, WIRE, recordings
from speakers import FINNISH, drawn, labels, outcomes, stored, table

from db.conclusions import conclude
from db.database import open_database
from db.identities import reviewed_identities
from scrapers.intake import Intake
from scrapers.pages import Answer
from scrapers.parliaments.finland import PARLIAMENT
from scrapers.spiders import Received

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

METHODOLOGY = Path(__file__).parents[2] / "docs" / "methodology.md"


def finnish_turns():
    """The recorded search, as if its two turns had been all: a part of a list is never stored."""
    (recording,) = (found for found in recordings("fi") if found.file == WIRE / FINNISH)
    wire = json.loads(recording.read())
    wire["searchMetadata"]["totalResultCount"] = len(wire["results"])
    answer = Answer(
        url=recording.url, method="POST", request_body=recording.body, body=json.dumps(wire).encode()
    )
    return Received(
        page=PARLIAMENT.page_for(answer.url, "POST", answer.request_body),
        answer=answer,
        fingerprint=hashlib.sha256(recording.body).hexdigest(),
        fetched_at=dt.datetime(2026, 10, 2, tzinfo=dt.UTC),
        origin="live",
    )


@pytest.fixture(scope="module")
def db(recorded_database, tmp_path_factory):
    copy = tmp_path_factory.mktemp("spoken") / "spoken.db"
    shutil.copy(recorded_database, copy)
    with closing(open_database(copy)) as found:
        intake = Intake(found, "finland", "live")
        assert intake.take(finnish_turns()) == "stored", intake.problems
        intake.close(1)
        conclude(found, reviewed_identities())
        yield found.conn


def test_the_sample_has_200_turns_and_is_drawn_by_a_rule():
    assert len(labels()) == 200
    assert {(label.file, label.turn) for label in labels()} == drawn()


def test_every_turn_of_the_sample_is_stored_with_the_name_that_the_label_quotes(db):
    found = stored(db)
    assert [found[label.file, label.turn][0] for label in labels()] == [label.printed for label in labels()]


def test_no_turn_of_the_sample_is_given_to_the_wrong_person(db):
    assert sum(times for (_, outcome), times in outcomes(db).items() if outcome == "wrong") == 0


def test_of_the_sample_99_in_100_are_resolved_or_rightly_left_open(db):
    missed = sum(times for (_, outcome), times in outcomes(db).items() if outcome == "missed")
    assert missed <= len(labels()) / 100


def test_the_figures_of_the_sample_are_those_of_the_docs(db):
    assert table(outcomes(db)) in METHODOLOGY.read_text(encoding="utf-8")
