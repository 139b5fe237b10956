"""The Eduskunta's answers, written from the facts: a vote with all ballots, its bill, and the Speaker.

The tally and its three breakdowns are counted from the ballots. Of the bill there are the plenary and
decisive stages, without the sentences in which the minutes tell what was decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from scrapers.sample.tables import Json, Row, rows

API = "https://api.eduskunta.fi/api/v1"

SWEDISH = {"Jaa": "Ja", "Ei": "Nej", "Poissa": "Frånvarande", "Mies": "Man", "Nainen": "Kvinna"}
"""The Swedish of the words that ballots carry."""

FIGURES = {"jaa": "Jaa", "ei": "Ei", "tyhjia": "Tyhjää", "poissa": "Poissa"}
"""Which ballots each figure of a tally counts."""


LANGUAGES = ("fi", "sv")


def answers() -> Iterator[tuple[str, Json]]:
    """Each answer with its address."""
    matters = {row["eduskuntatunnus.fi"]: row for row in rows("finland", "matters")}
    for row in rows("finland", "votes"):
        yield f"{API}/taysistunnot/aanestykset/{row['id']}", _vote(row, matters[row["asia"]])
    for number, row in matters.items():
        yield f"{API}/valtiopaivaasiat/{quote(number, safe='')}", _matter(row)
    for row in rows("finland", "members"):
        yield f"{API}/kansanedustajat/{row['henkilonro']}", _member(row)


def _both(row: Row, name: str) -> Json:
    """A text in Finnish and in Swedish."""
    return {"fi": row[f"{name}.fi"], "sv": row[f"{name}.sv"]}


def _word(word: str) -> Json:
    return {"fi": word, "sv": SWEDISH[word]}


def _of(table: str, column: str, value: str) -> list[Row]:
    return [row for row in rows("finland", table) if row[column] == value]


def _vote(row: Row, matter: Row) -> Json:
    year, sitting, number = row["id"].split("-")
    groups = {group["lyhenne.fi"]: group for group in rows("finland", "groups")}
    districts = {district["vaalipiiri"]: district for district in rows("finland", "districts")}
    cast = _of("ballots", "aanestys", row["id"])
    return {
        "id": row["id"],
        "istunnonTunniste": f"{year}-{sitting}",
        "paivajarjestyksenotsikko": _both(row, "paivajarjestyksenotsikko"),
        "aanestysotsikko": _both(row, "aanestysotsikko"),
        "ilmoitettualkuaika": row["ilmoitettualkuaika"],
        "istuntovpvuosi": year,
        "istuntonumero": sitting,
        "istuntopvm": row["istuntopvm"],
        "istuntoalkuaika": row["istuntoalkuaika"],
        "aanestysnumero": number,
        "aanestysalkuaika": row["aanestysalkuaika"],
        "aanestysloppuaika": row["aanestysloppuaika"],
        "aanestysmitatoity": row["aanestysmitatoity"] == "true",
        "kohta": _item(row, matter),
        "puhemies": _speaker(row, groups),
        "aanestystapahtumat": [_ballot(ballot, groups, districts) for ballot in cast],
        "aanestystulos": _tally(cast),
        "hallitusoppositioJakaumat": _shares(cast, "ryhma", groups, "puoli"),
        "eduskuntaryhmaJakaumat": _shares(cast, "ryhma", groups, "nimi"),
        "vaalipiiriJakaumat": _shares(cast, "vaalipiiri", districts, "nimi"),
    }


def _item(row: Row, matter: Row) -> Json:
    return {
        "kasittelyotsikkonimi": _both(row, "kasittelyotsikkonimi"),
        "kasittelyvaihenimi": _both(row, "kasittelyvaihenimi"),
        "jarjestys": row["jarjestys"],
        "tunniste": row["tunniste"],
        "otsikko": _both(matter, "nimeke"),
        "asiakirjat": {
            "paaasiakirjaEduskuntatunnus": _both(matter, "eduskuntatunnus"),
            "paaasiakirjaAsiatyyppi": matter["asiakirjatyyppikoodi.fi"],
            "eduskuntatunnukset": [],
        },
    }


def _speaker(row: Row, groups: dict[str, Row]) -> Json:
    return {
        "titteli": _both(row, "titteli"),
        "henkilonumero": row["puhemies"],
        "sukunimi": row["puhemies.sukunimi"],
        "etunimi": row["puhemies.etunimi"],
        "edkryhmalyhenne": _both(groups[row["puhemies.ryhma"]], "lyhenne"),
    }


def _ballot(row: Row, groups: dict[str, Row], districts: dict[str, Row]) -> Json:
    group = groups[row["ryhma"]]
    return {
        "vaalipiiri": {"fi": row["vaalipiiri"], "sv": districts[row["vaalipiiri"]]["nimi.sv"]},
        "eduskuntaryhma": _both(group, "nimi"),
        "sukupuoli": _word(row["sukupuoli"]),
        "kayttaytyminen": _word(row["kayttaytyminen"]),
        "henkilonumero": row["henkilonumero"],
        "sukunimi": row["sukunimi"],
        "etunimi": row["etunimi"],
        "edkryhmalyhenne": _both(group, "lyhenne"),
    }


def _tally(cast: list[Row]) -> dict[str, int]:
    found = Counter(ballot["kayttaytyminen"] for ballot in cast)
    return {**{figure: found[label] for figure, label in FIGURES.items()}, "yhteensa": len(cast)}


def _shares(cast: list[Row], column: str, places: dict[str, Row], name: str) -> list[Json]:
    """The tally of each place, in the order of its table; a ballot's place stands in the column."""
    names = {place[f"{name}.fi"]: _both(place, name) for place in places.values()}
    found: dict[str, list[Row]] = {fi: [] for fi in names}
    for ballot in cast:
        found[places[ballot[column]][f"{name}.fi"]].append(ballot)
    return [{"nimi": names[fi], **_tally(ballots)} for fi, ballots in found.items()]


def _matter(row: Row) -> Json:
    number = row["eduskuntatunnus.fi"]
    return {
        **{name: _both(row, name) for name in ("tila", "nimeke", "valtiopaivavuosi", "eduskuntatunnus")},
        **{name: _same(row[name]) for name in ("laadintapvm", "paattymispvm", "vaalikausitunnus")},
        "kokonaispaatosnimi": _both(row, "kokonaispaatosnimi"),
        "asiakirjatyyppinimi": _both(row, "asiakirjatyyppinimi"),
        "asiakirjatyyppikoodi": _both(row, "asiakirjatyyppikoodi"),
        "viimeisinKasittelyvaihe": _both(row, "viimeisinKasittelyvaihe"),
        "ehdotukset": {
            language: [_act(act, language) for act in _of("acts", "asia", number)] for language in LANGUAGES
        },
        "keskeisetAsiakirjat": {
            language: [_document(paper, row, language) for paper in _of("documents", "asia", number)]
            for language in LANGUAGES
        },
        "kasittelyt": {"fi": [_event(stage) for stage in _of("stages", "asia", number)], "sv": []},
    }


def _same(value: str) -> Json:
    """A value that is the same in both languages."""
    return {"fi": value, "sv": value}


def _act(row: Row, language: str) -> Json:
    return {
        "nimeke": row[f"nimeke.{language}"],
        "ehdotusnumero": int(row["ehdotusnumero"]),
        "saatamisjarjestys": row[f"saatamisjarjestys.{language}"],
        "vahvistuspvm": row["vahvistuspvm"],
        "paatoskoodi": row["paatoskoodi"],
        "paatosnimi": row[f"paatosnimi.{language}"],
        "saadoskokoelmaviite": row["saadoskokoelmaviite"],
    }


def _document(row: Row, matter: Row, language: str) -> Json:
    return {
        "eduskuntatunnus": row[f"eduskuntatunnus.{language}"],
        "asiakirjatyyppinimi": row[f"asiakirjatyyppinimi.{language}"],
        "asiakirjatyyppikoodi": row[f"asiakirjatyyppikoodi.{language}"],
        "nimeketeksti": matter[f"nimeke.{language}"],
        "laadintapvm": row["laadintapvm"],
        "edktunnus": row[f"edktunnus.{language}"],
        "htmlSaatavilla": row["htmlSaatavilla"] == "true",
        "asiakirjaJarjestys": int(row["asiakirjaJarjestys"]),
    }


def _event(row: Row) -> Json:
    return {
        "tapahtumapvm": row["tapahtumapvm"],
        "kasittelyvaihe": row["kasittelyvaihe"],
        "kasittelytunnus": row["kasittelytunnus"],
        "yleinenkasittelyvaihe": row["yleinenkasittelyvaihe"],
        "yleinenkasittelyvaihetunnus": row["yleinenkasittelyvaihetunnus"],
        "valiokunta": {
            "nimi": row["valiokunta.nimi"] or None,
            "tunnus": row["valiokunta.tunnus"] or None,
        },
        "jarjestys": int(row["jarjestys"]),
        "fraasi": {"fraasisisalto": None},
    }


def _member(row: Row) -> Json:
    number = row["henkilonro"]
    return {
        "henkilonro": number,
        "etunimet": row["etunimet"],
        "sukunimi": row["sukunimi"],
        "kutsumanimi": row["kutsumanimi"],
        "syntymavuosi": int(row["syntymavuosi"]),
        "edustajantoimenTila": row["edustajantoimenTila"],
        "eduskuntaryhmat": [
            {"nimi": _three(spell), "tunnus": spell["tunnus"], **_days(spell)}
            for spell in _of("spells", "henkilonro", number)
        ],
        "edustajatoimet": [_days(mandate) for mandate in _of("mandates", "henkilonro", number)],
    }


def _three(row: Row) -> Json:
    return {**_both(row, "nimi"), "en": row["nimi.en"]}


def _days(row: Row) -> Json:
    """The days of a spell; one that goes on has no last day."""
    return {"alkupvm": row["alkupvm"], "loppupvm": row["loppupvm"] or None}
