"""Taking answers in as a crawl does, and asking what became of them."""

import datetime as dt

from db.conclusions import conclude
from db.identities import reviewed_identities
from scrapers.intake import Intake
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.spiders import Received


def take(db, *answers, origin="live"):
    """Take in the answers as a crawl does, and say how that went and how many rows it wrote."""
    intake = Intake(db, "estonia", "live")
    taken = [
        intake.take(
            Received(
                page=PARLIAMENT.page_for(found.url),
                answer=found,
                fingerprint=found.url,
                fetched_at=dt.datetime(2025, 1, 9, tzinfo=dt.UTC),
                origin=origin,
            )
        )
        for found in answers
    ]
    intake.close(len(answers))
    conclude(db, reviewed_identities())
    return taken


def rows(db, sql):
    return [tuple(row.values()) for row in db.query(sql)]
