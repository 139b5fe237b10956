"""A database that takes in what the invented Eduskunta answers."""

import datetime as dt
import hashlib

from db.conclusions import conclude
from db.identities import reviewed_identities
from scrapers.intake import Intake
from scrapers.parliaments.finland import PARLIAMENT
from scrapers.spiders import Received


def take(db, *answers):
    """What became of each answer, all of one run."""
    intake = Intake(db, "finland", "live")
    states = [intake.take(received(given)) for given in answers]
    intake.close(len(answers))
    conclude(db, reviewed_identities())
    return states


def received(given):
    request = given.method.encode() + given.url.encode() + given.request_body
    return Received(
        page=PARLIAMENT.page_for(given.url, given.method, given.request_body),
        answer=given,
        fingerprint=hashlib.sha256(request).hexdigest(),
        fetched_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        origin="live",
    )
