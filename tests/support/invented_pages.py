"""Answers of the pages that neither a recording nor a whole term has, of about the size of real ones."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from invented_terms import ROOM, TERMS

sys.path.extend(str(Path(ROOM, name)) for name in TERMS)

import estonia_answers as estonia
import invented_eduskunta as finland
import invented_saeima as latvia
import invented_seimas as lithuania

from scrapers.pages import Answer
from scrapers.parliaments.latvia.keys import PACKAGE_URL
from scrapers.parliaments.lithuania import TERMS as LITHUANIAN_TERMS

SITTING = "2025-05-08 10:00"


def rare_answers() -> Iterator[Answer]:
    yield from (_terms(), _sessions(), _sittings(), _events(), _registration())
    yield from (_package(), _calendar(), _card())
    yield estonia.answer(f"{estonia.API}/volumes/drafts?mark=726", _found_drafts())
    yield finland.answer("taysistunnot/asian-aanestykset/HE%207%2F2025%20vp", _votes_of_a_matter())


def _terms() -> Answer:
    listed = (
        lithuania.element(
            "SeimoKadencija", kadencijos_id=term.label, data_nuo=term.start, data_iki=term.end or ""
        )
        for term in LITHUANIAN_TERMS
    )
    return lithuania.answer("ad_seimo_kadencijos", lithuania.envelope(*listed))


def _sessions() -> Answer:
    return lithuania.sessions(
        *(
            lithuania.session(number, f"2025-{number:02}-01", f"2025-{number:02}-20")
            for number in range(1, 13)
        )
    )


def _sittings() -> Answer:
    return lithuania.sittings(
        *(lithuania.sitting(-number, number, SITTING, SITTING) for number in range(1, 61))
    )


def _events() -> Answer:
    talks = (lithuania.event("Kalba") for _ in range(20))
    return lithuania.events(*talks, lithuania.event("Balsavimas", -60001, "Atviras"))


def _registration() -> Answer:
    rows = (
        lithuania.element("IndividualusRegistracijosRezultatas", asmens_id=who, ar_registravosi="Taip")
        for who in range(1, 142)
    )
    totals = lithuania.element("BendriRegistracijosRezultatai", registruota=141, viso=141)
    call = lithuania.element(
        "SeimoNariųRegistracija",
        totals,
        *rows,
        registracijos_id="-10049",
        registracijos_laikas="2025-05-08 12:30:01",
    )
    service = "ad_sp_registracijos_rezultatai?registracijos_id=-10049"
    return lithuania.answer(service, lithuania.envelope(call))


def _package() -> Answer:
    base = latvia.FILES.rpartition("-")[0]
    names = (f"{base}-{number}-{kind}.xml" for number in range(100) for kind in ("dkp", "vote", "deb"))
    listed = [{"name": name, "url": name, "created": "2025-01-01T10:00:00.000000"} for name in names]
    body = json.dumps({"success": True, "result": {"resources": listed}}, ensure_ascii=False)
    return latvia.answer(PACKAGE_URL, body)


def _calendar() -> Answer:
    days = "".join(f'dCC("1","2025","04","03","4","3","{latvia.guid(number)}");' for number in range(100))
    return latvia.answer(f"{latvia.TITANIA}/SaeimaLIVS2_DK.nsf/DK?ReadForm&calendar=1", days)


def _card() -> Answer:
    rows = [
        ["1.", "Nr: 7/Lp14", "", "Par zilo krāsu"],
        ["", "Iesniegts", "Prezidijs", "Nodošana komis.", "1. lasījums", "2. lasījums"],
        ["Datums", "01.02.2025", "03.02.2025", "06.02.2025", "13.02.2025", "20.02.2025"],
        ["Rezultāts", "", "", "Nod. kom.", "Pieņemts", "Pieņemts"],
        ["Dok. nr.", "", "", "70, 70A", "71", "72"],
    ]
    address = f"{latvia.TITANIA}/saeimalivs14.nsf/webSasaiste?OpenView&restricttocategory=7/Lp14"
    return latvia.answer(address, latvia.card_page(rows))


def _found_drafts() -> Any:
    found = [estonia.a_draft(uuid=estonia.uuid(number)) for number in range(3)]
    return {"page": {"totalElements": len(found)}, "_embedded": {"content": found}}


def _votes_of_a_matter() -> Any:
    return [finland.hit(f"2025-3-{number}")["aanestys"] for number in range(1, 30)]
