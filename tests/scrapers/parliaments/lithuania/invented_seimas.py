"""An invented Seimas, in the form of its open data and of its old site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from db.records import AnyRecord
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import PARLIAMENT

API = "https://apps.lrs.lt/sip/p2b"
OLD = "http://www3.lrs.lt/pls/inter/w5_sale"

BLUE_BILL = "Mėlynojo įstatymo Nr. I-1 2 straipsnio pakeitimo įstatymo projektas (Nr. XVP-17(2))"
GREEN_BILL = "Žaliojo įstatymo projektas (Nr. XVP-18)"
OTTAWA_BILL = (
    "Įstatymo „Dėl Konvencijos dėl priešpėstinių minų naudojimo, kaupimo, gamybos ir perdavimo uždraudimo"
    " ir dėl jų sunaikinimo denonsavimo“ projektas (Nr. XVP-305(2))"
)


def element(name: str, *inside: str, **attributes: object) -> str:
    """One element; underscores at the end of a name are dropped, so that any name can be given."""
    given = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{''.join(inside)}</{name}>"


def envelope(*inside: str, generated: str = "2026-10-01 10:00:00") -> str:
    """What most services wrap their answer in; it says when the answer was made."""
    return '<?xml version="1.0" encoding="UTF-8"?>' + element(
        "SeimoInformacija",
        *inside,
        pavadinimas="Atsakymas",
        suformavimo_laikas=generated,
        licencija="CC BY 4.0",
    )


def answer(service: str, body: str | bytes) -> Answer:
    """What the open data answers; `service` is the name with its query."""
    content = body.encode() if isinstance(body, str) else body
    return Answer(url=f"{API}.{service}", body=content, content_type="text/xml; charset=utf-8")


def old_answer(page: str, body: str, encoding: str = "windows-1257") -> Answer:
    """What the old site answers; `page` is the program's name with its query."""
    return Answer(
        url=f"{OLD}.{page}", body=body.encode(encoding), content_type="text/html; charset=windows-1257"
    )


def read(given: Answer) -> tuple[AnyRecord, ...]:
    """What the page for the answer's address says."""
    page = PARLIAMENT.page_for(given.url, given.method)
    assert page is not None
    return page.read(given)


def only(kind: type, records: Iterable[AnyRecord]) -> Any:
    """The one record of a kind."""
    (found,) = (record for record in records if isinstance(record, kind))
    return found


def error_of(given: Answer) -> PageError:
    """Why the answer cannot be read."""
    try:
        read(given)
    except PageError as error:
        return error
    raise AssertionError("the answer was read")


def post(name: str, start: str, end: str = "", number: str = "1070", role: str = "Frakcijos narys") -> str:
    """A post of a member: by default a place in a faction."""
    return element(
        "Pareigos",
        padalinio_id=number,
        padalinio_pavadinimas=name,
        pareigos=role,
        data_nuo=start,
        data_iki=end,
    )


def member(number: int, *posts: str, start: str = "2024-11-14", end: str = "") -> str:
    return element(
        "SeimoNarys",
        *posts,
        asmens_id=number,
        vardas="Member",
        pavardė=f"{number:03}",
        lytis="V",
        data_nuo=start,
        data_iki=end,
    )


def members(*people: str, term: int = 10) -> Answer:
    body = envelope(element("SeimoKadencija", *people, kadencijos_id=term))
    return answer("ad_seimo_nariai?kadencijos_id=10", body)


def faction(label: str, name: str, size: int, *, listed: int | None = None) -> str:
    people = (
        element("SeimoFrakcijosNarys", asmens_id=number, vardas="Member", pavardė=number)
        for number in range(size if listed is None else listed)
    )
    return element(
        "SeimoFrakcija",
        *people,
        padalinio_id="1",
        padalinio_pavadinimas=name,
        padalinio_pavadinimo_santrumpa=label,
        padalinio_narių_skaičius=size,
    )


def factions(*found: str) -> Answer:
    return answer("ad_seimo_frakcijos", envelope(element("SeimoKadencija", *found, kadencijos_id=10)))


def session(number: int, start: str, end: str = "") -> str:
    return element(
        "SeimoSesija", sesijos_id=number, numeris=1, pavadinimas="1 eilinė", data_nuo=start, data_iki=end
    )


def sessions(*found: str, term: int = 10) -> Answer:
    body = envelope(element("SeimoKadencija", *found, kadencijos_id=term))
    return answer("ad_seimo_sesijos?kadencijos_id=10", body)


def sitting(number: int, position: int, start: str, end: str = "") -> str:
    return element(
        "SeimoPosėdis", posėdžio_id=number, numeris=position, tipas="rytinis", pradžia=start, pabaiga=end
    )


def sittings(*found: str, session_id: int = 140) -> Answer:
    body = envelope(element("SeimoSesija", *found, sesijos_id=session_id))
    return answer("ad_seimo_posedziai?sesijos_id=140", body)


def vote(number: int, question: str, outcome: str, time: str = "2025-05-08 12:30:01") -> str:
    """A vote in the course of a sitting."""
    return element(
        "balsavimas",
        element("aprasas", escape(question)),
        element("antraste", escape(outcome)),
        element("nuo", time),
        bals_id=number,
    )


def question(number: int, title: str, stage: str, *votes: str, **attributes: object) -> str:
    """A question in the course of a sitting."""
    return element(
        "darbotvarkes-klausimas",
        element("pavadinimas", escape(title)),
        element("stadija", stage),
        element("balsavimai", *votes),
        svarst_kl_stad_id=number,
        **attributes,
    )


def course(*questions: str, day: str = "2025-05-08", sitting_id: str = "-502100") -> Answer:
    body = element(
        "posedziai",
        element("posedis", element("data", day), element("posedzio-eiga", *questions), pos_id=sitting_id),
    )
    return answer("ad_seimo_posedzio_eiga_full?posedzio_id=-502100", body)


def totals(yes: object, no: object, abstain: object, cast: object, seated: object = 5) -> str:
    return element(
        "BendriBalsavimoRezultatai",
        balsavimo_laikas="2025-05-08 12:30:01",
        balsavo=cast,
        viso=seated,
        už=yes,
        prieš=no,
        susilaikė=abstain,
        komentaras="Rezultatai neatitinka protokole įrašytų",
    )


def ballot(number: int, label: str, label_of_faction: str = "BLUE") -> str:
    return element(
        "IndividualusBalsavimoRezultatas",
        asmens_id=number,
        vardas="Member",
        pavardė=f"{number:03}",
        frakcija=label_of_faction,
        kaip_balsavo=label,
    )


BALLOTS = (
    ballot(1, "Už"),
    ballot(2, "Už"),
    ballot(3, "Prieš", "GREEN"),
    ballot(4, "Susilaikė", "GREEN"),
    ballot(5, "", ""),
)


def roll(*inside: str, vote_id: str = "-60001") -> Answer:
    """The ballots of a vote, by default two for, one against, one abstaining and one without a ballot."""
    content = inside or (totals(2, 1, 1, 4), *BALLOTS)
    body = envelope(element("SeimoNariųBalsavimas", *content, balsavimo_id=vote_id))
    return answer("ad_sp_balsavimo_rezultatai?balsavimo_id=-60001", body)


def heading(kind: str) -> str:
    return element("BalsavimoRezultataiAntraštė", klausimo_pavadinimas="Klausimas", balsavimo_tipas=kind)


def event(kind: str, number: int | None = None, how: str = "") -> str:
    extra = {} if number is None else {"balsavimo_id": number, "balsavimo_tipas": how}
    return element("SvarstymoEigosĮvykis", laikas_nuo="12:30:01", įvykio_tipas=kind, **extra)


def events(*found: str) -> Answer:
    return answer(
        "ad_sp_klausimo_svarstymo_eiga?svarstomo_klausimo_id=-9300",
        envelope(element("SeimoPosėdžioKlausimas", *found)),
    )


def old_page(title: str, *inside: str, sitting_id: str = "-500001", day: str = "2011-03-24") -> str:
    """A page of the old site, with the heading that names the sitting."""
    return (
        f"<HTML><HEAD><title>Lietuvos Respublikos Seimas - {title}</title></head><body>"
        f'<div><b><a href="w5_sale.fakt_pos?p_fakt_pos_id={sitting_id}">Seimo posėdis Nr. 302</a>'
        f' (<a href="w5_sale.dien_pos?p_data=1">{day}</a>, rytinis)</b></div>'
        f"{''.join(inside)}</body>\n</html>\n"
    )


def old_item(title: str, stage: str = "pateikimas", question_id: str = "-9300") -> str:
    link = f'<a href="w5_sale.klaus_stadija?p_svarst_kl_stad_id={question_id}">{title}</a>'
    return f"<li><b>{link}</b>; {stage}<br>Pranešėjas:<b>Member 017</b></li>"


def old_row(number: int, *marks: str, name: str | None = None, label: str = "BLUE", term: int = 6) -> str:
    link = f"http://www3.lrs.lt/pls/inter/w5_show?p_a=5&amp;p_asm_id={number}&amp;p_kade_id={term}"
    cells = "".join(f"<td>&nbsp;{mark}&nbsp;</td>" for mark in (label, *marks))
    return f'<tr><td>&nbsp;<a href="{link}">{name or f"{number:03} Member"}</a>&nbsp;</td>{cells}</tr>'


OLD_ROWS = (
    old_row(1, "+", "", ""),
    old_row(2, "+", "", "", label="GREEN"),
    old_row(3, "", "", "+"),
    old_row(4, "", "", ""),
)
OLD_SAID = (
    "Formuluotė: <b>dėl pritarimo po pateikimo</b><br>\nBalsavimo laikas: <b>12:42:09</b><br>\n"
    "Balsavo Seimo narių: <b>3</b> iš <b>4</b>.<br>\n"
    "Balsavimo rezultatai: už - <b>2</b>, prieš - <b>0</b>, susilaikė - <b>1</b>, <b>pritarta</b>.<br>\n"
)


def old_vote(
    *items: str, said: str = OLD_SAID, rows: Iterable[str] = OLD_ROWS, columns: str = "Už|Prieš|Susil."
) -> Answer:
    """A vote on the old site: two for, none against, one abstaining, one without a ballot."""
    headings = "".join(f"<th>{name}</th>" for name in f"Seimo narys(-ė)|Frakcija|{columns}".split("|"))
    table = f'<table class="basic"><tr>{headings}</tr>{"".join(rows)}</table>'
    listed = "".join(items or (old_item("Mėlynojo įstatymo PROJEKTAS (Nr. XIP-17)"),))
    body = old_page("Balsavimo  rezultatai", f"<ol>{listed}</ol><br>\n{said}{table}")
    return old_answer("bals?p_bals_id=-10001", body)


def old_event(number: int, question_put: str, outcome: str, figures: tuple[int, int, int]) -> str:
    yes, no, abstain = figures
    return (
        f'<tr><td>12:42:09</td><td>Įvyko <a href="w5_sale.bals?p_bals_id={number}">balsavimas </a>'
        f"{question_put}; <b>{outcome}</b>  &nbsp;(už&nbsp;<b>{yes}</b>,&nbsp;prieš&nbsp;<b>{no}</b>,"
        f"&nbsp;susilaikė&nbsp;<b>{abstain}</b>) </td></tr>"
    )


def old_question(*inside: str, items: Iterable[str] = ()) -> Answer:
    listed = "".join(
        items or ("<li><b>Mėlynojo įstatymo PROJEKTAS (Nr. XIP-17(2))</b>; pateikimas<br></li>",)
    )
    body = old_page("Svarstymo eiga", f"<ol>{listed}</ol><table>{''.join(inside)}</table>")
    return old_answer("klaus_stadija?p_svarst_kl_stad_id=-9300", body)
