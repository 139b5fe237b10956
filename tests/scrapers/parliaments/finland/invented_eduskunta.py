"""An invented Eduskunta: its answers have the form of the real ones, its members and votes are nobody's."""

import json
from copy import deepcopy
from typing import Any

from db.records import AnyRecord
from scrapers.pages import Answer
from scrapers.parliaments.finland import PARLIAMENT, oldballots, oldbreakdowns
from scrapers.parliaments.finland.tables import rows_where

API = "https://api.eduskunta.fi/api/v1"
GROUPS = {"blue": "Sininen eduskuntaryhmä", "green": "Viherä eduskuntaryhmä"}
COLUMNS = {"Jaa": "jaa", "Ei": "ei", "Tyhjää": "tyhjia", "Poissa": "poissa"}


def both(fi: Any, sv: Any = None) -> dict[str, Any]:
    return {"fi": fi, "sv": sv}


def ballot(number: int, label: str, group: str = "blue") -> dict[str, Any]:
    return {
        "vaalipiiri": both("Keksitty vaalipiiri"),
        "eduskuntaryhma": both(GROUPS[group], f"{group} riksdagsgruppen"),
        "sukupuoli": both("-"),
        "kayttaytyminen": both(label),
        "henkilonumero": str(number),
        "sukunimi": f"{number:03}",
        "etunimi": "Member",
        "edkryhmalyhenne": both(group),
    }


def figures(ballots: list[dict[str, Any]]) -> dict[str, Any]:
    cast = [row["kayttaytyminen"]["fi"] for row in ballots]
    counted = {column: cast.count(label) for label, column in COLUMNS.items()}
    return {**counted, "yhteensa": len(ballots)}


def share(name: str, ballots: list[dict[str, Any]]) -> dict[str, Any]:
    return {"nimi": both(name), **figures(ballots)}


def by_group(ballots: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = {row["eduskuntaryhma"]["fi"]: None for row in ballots}
    return [share(name, [row for row in ballots if row["eduskuntaryhma"]["fi"] == name]) for name in names]


BALLOTS = (
    ballot(1, "Jaa"),
    ballot(2, "Jaa"),
    ballot(3, "Tyhjää"),
    ballot(4, "Ei", "green"),
    ballot(5, "Poissa", "green"),
)


def vote(*ballots: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The second vote of the third sitting of 2025, on an invented bill; `changes` replace its elements."""
    cast = [deepcopy(row) for row in ballots or BALLOTS]
    return {
        "id": "2025-3-2",
        "istunnonTunniste": "2025-3",
        "aanestysotsikko": both("Hyväksyminen / hylkääminen", "Godkännande / förkastande"),
        "istuntovpvuosi": "2025",
        "istuntonumero": "3",
        "istuntopvm": "2025-03-04+02:00",
        "aanestysnumero": "2",
        "aanestysalkuaika": "2025-03-04T15:16:17.890+02:00",
        "aanestysmitatoity": False,
        "kohta": item(),
        "puhemies": {"henkilonumero": "6", "sukunimi": "006", "etunimi": "Member"},
        "aanestystapahtumat": cast,
        "aanestystulos": figures(cast),
        "hallitusoppositioJakaumat": [share("Kaikki", cast)],
        "eduskuntaryhmaJakaumat": by_group(cast),
        "vaalipiiriJakaumat": [share("Keksitty maakunnan vaalipiiri", cast)],
        **changes,
    }


def item(number: str | None = "HE 7/2025 vp", kind: str = "HE", heading: str = "Toinen käsittely") -> Any:
    return {
        "kasittelyotsikkonimi": both(heading),
        "kasittelyvaihenimi": both(heading),
        "otsikko": both("Hallituksen esitys sinisestä laista ", "Regeringens proposition om en blå lag  "),
        "asiakirjat": {
            "paaasiakirjaEduskuntatunnus": both(number),
            "paaasiakirjaAsiatyyppi": kind,
            "eduskuntatunnukset": [],
        },
    }


def event(
    date: str, order: int, code: str, label: str = "Vaihe", committee: str | None = None
) -> dict[str, Any]:
    return {
        "tapahtumapvm": date,
        "jarjestys": order,
        "kasittelytunnus": f"EDK-TP-{order}",
        "yleinenkasittelyvaihetunnus": code,
        "yleinenkasittelyvaihe": label,
        "valiokunta": {"nimi": committee, "tunnus": None},
        "fraasi": {"fraasisisalto": f"Vaihe {order} päättyi.", "fraasiryhmat": None},
    }


def proposal(number: int, confirmed: str | None = None, statute: str | None = None) -> dict[str, Any]:
    return {
        "nimeke": f"Laki {number}",
        "ehdotusnumero": number,
        "vahvistuspvm": confirmed,
        "saadoskokoelmaviite": statute,
    }


def paper(number: str, order: int, *, readable: bool = True) -> dict[str, Any]:
    return {
        "eduskuntatunnus": number,
        "nimeketeksti": "Sininen laki",
        "laadintapvm": "2025-02-10",
        "edktunnus": f"EDK-{order}",
        "asiakirjaJarjestys": order,
        "htmlSaatavilla": readable,
    }


def matter(*events: dict[str, Any], number: str = "HE 7/2025 vp", **changes: Any) -> dict[str, Any]:
    """An invented bill of the Government; `changes` replace its elements."""
    return {
        "eduskuntatunnus": both(number),
        "nimeke": both("Hallituksen esitys sinisestä laista", "Regeringens proposition om en blå lag"),
        "valtiopaivavuosi": both("2025"),
        "asiakirjatyyppinimi": both("Hallituksen esitys"),
        "laadintapvm": both("2025-02-05"),
        "paattymispvm": both("2025-03-04"),
        "kokonaispaatosnimi": both("Hyväksytty"),
        "ehdotukset": both([proposal(1)]),
        "keskeisetAsiakirjat": both([paper(number, 1)]),
        "kasittelyt": both(list(events) or [event("2025-02-06", 1, "ILM")], []),
        **changes,
    }


def group_spell(code: str, start: str, end: str | None, name: str = GROUPS["blue"]) -> dict[str, Any]:
    return {"nimi": both(name, "blå"), "tunnus": code, "alkupvm": start, "loppupvm": end}


def member(number: int = 1, **changes: Any) -> dict[str, Any]:
    """An invented member who has sat since 2023; `changes` replace elements."""
    return {
        "henkilonro": str(number),
        "etunimet": "Member Given",
        "kutsumanimi": "Member",
        "sukunimi": f"{number:03}",
        "syntymavuosi": 1970,
        "edustajantoimenTila": "Nykyinen",
        "edustajatoimet": [{"alkupvm": "2023-04-05", "loppupvm": None}],
        "eduskuntaryhmat": [group_spell("BLUE01~SININEN EDUSKUNTARYHMÄ", "2023-04-05", None)],
        **changes,
    }


def hit(vote_id: str, day: str = "2025-03-04+02:00") -> dict[str, Any]:
    found = {"id": vote_id, "istuntopvm": day, "aanestystapahtumat": None}
    return {"id": vote_id, "type": "Aanestys", "puheenvuoro": None, "aanestys": found}


def search(*hits: dict[str, Any], total: int | None = None, start: int = 0) -> dict[str, Any]:
    return {
        "searchMetadata": {
            "totalResultCount": len(hits) if total is None else total,
            "actualResultCount": len(hits),
            "startFromIndex": start,
        },
        "results": list(hits),
        "aggs": None,
    }


def turn(
    number: int = 1,
    start: str | None = "2025-03-04T12:00:00+00:00",
    text: str | None = "Arvoisa puhemies! Tämä on sininen laki, ja se on hyvä.",
    item: str = "4",
    sitting: str = "3/2025",
    **changes: Any,
) -> dict[str, Any]:
    """A turn of Member 001 on the invented bill; `changes` replace its elements."""
    meeting, year = sitting.split("/")
    title = "Hallituksen esitys sinisestä laista"
    return {
        "id": f"PUH {sitting}/{item}/1/{number}",
        "tila": "Hyväksytty",
        "puheenvuorotyyppikoodi": "T",
        "valtiopaivavuosi": year,
        "taysistuntonumero": meeting,
        "asia": both({"eduskuntatunnus": "HE 7/2025 vp", "nimeketeksti": title}),
        "poytakirjanasiankohta": both({"kohtanumero": item, "nimeketeksti": f"{title}  "}),
        "asiakirjaviitteet": both([{"eduskuntatunnus": "HE 7/2025 vp"}], []),
        "puhuja": speaker(),
        "aloitushetki": start,
        "lopetushetki": None,
        "puheenvuoro": text,
        "puheenjohtajanRepliikki": None,
        **changes,
    }


def speaker(**changes: Any) -> dict[str, Any]:
    names = {"henkilonro": "1", "asema": None, "etunimi": "Member", "sukunimi": "001", "lisatieto": "blue"}
    return {**names, **changes}


def speech_search(*turns: dict[str, Any], total: int | None = None) -> dict[str, Any]:
    hits = [
        {"id": turn["id"], "type": "Puheenvuoro", "puheenvuoro": turn, "aanestys": None} for turn in turns
    ]
    return search(*hits, total=total)


def row(**changes: str | None) -> dict[str, str | None]:
    """A row of the old service's table of votes, filled up with blanks as there; `changes` replace values."""
    return {
        "AanestysId": "13000",
        "KieliId": "1",
        "IstuntoVPVuosi": "1999",
        "IstuntoNumero": "3",
        "IstuntoPvm": "1999-03-30 00:00:00",
        "AanestysNumero": "2",
        "AanestysAlkuaika": "1999-03-30 14:05:06.7",
        "AanestysMitatoity": "0",
        "AanestysOtsikko": "Hyväksyminen / hylkääminen",
        "KohtaKasittelyOtsikko": "Toinen käsittely",
        "KohtaOtsikko": "Hallituksen esitys sinisestä laista   ",
        "AanestysTulosJaa": "100       ",
        "AanestysTulosEi": "80        ",
        "AanestysTulosTyhjia": "0         ",
        "AanestysTulosPoissa": "19        ",
        "AanestysTulosYhteensa": "199       ",
        "Url": "/aanestystulos/2/3/1999",
        "AanestysPoytakirja": "PTK 3/1999 vp",
        "AanestysValtiopaivaasia": "HE 7/1999 vp",
        **changes,
    }


def old_answer(url: str, *table: dict[str, str | None], **changes: Any) -> Answer:
    """Rows in the envelope of the old service; `changes` replace its elements."""
    columns = list(table[0]) if table else list(row())
    wire = {
        "page": 0,
        "perPage": 100,
        "hasMore": False,
        "tableName": "SaliDBAanestys",
        "columnNames": columns,
        "rowData": [list(values.values()) for values in table],
        "columnCount": len(columns),
        "rowCount": len(table),
        "pkName": "AanestysId",
        **changes,
    }
    return Answer(url=url, body=json.dumps(wire).encode(), content_type="application/json")


def cast(number: int, label: str = "Jaa", group: str = "blue", vote: str = "13000") -> dict[str, str | None]:
    """A row of the old service's table of ballots, filled up with blanks as there."""
    return {
        "EdustajaId": f"{2745000 + number}",
        "AanestysId": vote,
        "EdustajaEtunimi": "Member",
        "EdustajaSukunimi": f" {number:03}",
        "EdustajaHenkiloNumero": f"{number}",
        "EdustajaRyhmaLyhenne": f"{group:10}",
        "EdustajaAanestys": f"{label:20}",
        "Imported": "2018-02-05 11:49:36.3",
    }


def roll_answer(*table: dict[str, str | None], page: int = 0, vote: str = "13000", **changes: Any) -> Answer:
    """A page of the ballots of a vote in the old service; `changes` replace elements of its envelope."""
    url = rows_where(oldballots.TABLE, "AanestysId", vote, page)
    return old_answer(url, *table, **{"tableName": oldballots.TABLE, "page": page, **changes})


def part(
    name: str, figures: tuple[int, int, int, int], kind: str = "eduskuntaryhma", vote: str = "13000"
) -> dict[str, str | None]:
    """A row of the old service's table of breakdowns, with its four figures and their sum."""
    columns = ("Jaa", "Ei", "Tyhjia", "Poissa", "Yhteensa")
    values = (f"{figure:<10}" for figure in (*figures, sum(figures)))
    return {
        "AanestysId": vote,
        "Ryhma": name,
        **dict(zip(columns, values, strict=True)),
        "Tyyppi": kind,
    }


def parts_answer(*table: dict[str, str | None], vote: str = "13000", **changes: Any) -> Answer:
    """The breakdowns of a vote in the old service; `changes` replace elements of its envelope."""
    url = rows_where(oldbreakdowns.TABLE, "AanestysId", vote)
    return old_answer(url, *table, **{"tableName": oldbreakdowns.TABLE, **changes})


def answer(path: str, content: Any, method: str = "GET", request_body: bytes = b"") -> Answer:
    """What the invented Eduskunta answers at this address."""
    return Answer(
        url=f"{API}/{path}",
        body=json.dumps(content, ensure_ascii=False).encode(),
        content_type="application/json; charset=utf-8",
        method=method,
        request_body=request_body,
    )


def read(given: Answer) -> tuple[AnyRecord, ...]:
    """What the page for the answer's address says."""
    page = PARLIAMENT.page_for(given.url, given.method, given.request_body)
    assert page is not None
    return page.read(given)
