"""Small answers in the forms of the interface and the site of the Riigikogu, about nobody who exists."""

import json
from collections import Counter

import pytest

from scrapers.pages import Answer, PageError
from scrapers.parliaments.estonia import PARLIAMENT

API = "https://api.riigikogu.ee/api"
WEB = "https://www.riigikogu.ee/tegevus/tooulevaade/haaletused"
SITTING = "Täiskogu korraline istung kolmapäev, 8.01.2025 14:00"
LABELS = {
    "P": ("POOLT", "poolt"),
    "V": ("VASTU", "vastu"),
    "E": ("ERAPOOLETU", "erapooletu"),
    "H": ("EI_HAALETANUD", "ei hääletanud"),
    "-": ("PUUDUB", "puudub"),
    "K": ("KOHAL", "kohal"),
}
"""Ballots by one letter: yes, no, abstain, present without voting, absent, present at a check."""

WEB_LABELS = {"P": "Poolt", "V": "Vastu", "E": "Erapooletu", "H": "Ei hääletanud", "-": "Puudub"}


def uuid(number):
    return f"{number:08}-0000-4000-8000-000000000000"


VOTE_URL = f"{API}/votings/{uuid(7)}"
DRAFT_URL = f"{API}/volumes/drafts/{uuid(5)}"
VERBATIMS_URL = f"{API}/steno/verbatims?startDate=2025-01-01&endDate=2025-01-31"
WEB_VOTE_URL = f"{WEB}/haaletustulemused-kohalolekukontroll/{uuid(7)}/"
WEB_LIST_URL = f"{WEB}/?startFrom=08.01.2025&endTo=08.01.2025&startDate=08.01.2025"


def answer(url, content, content_type="application/json"):
    body = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return Answer(url=url, body=body, content_type=content_type)


def page(url, html):
    body = html if isinstance(html, bytes) else html.encode()
    return Answer(url=url, body=body, content_type="text/html; charset=utf-8")


def read(found):
    return PARLIAMENT.page_for(found.url).read(found)


def read_at(url, content):
    return read(answer(url, content))


def problem(found):
    """The error with which the page refuses the answer."""
    with pytest.raises(PageError) as raised:
        read(found)
    return raised.value


def problem_at(url, content):
    return problem(answer(url, content))


def changed(content, **changes):
    """The same with other values; None leaves the element out."""
    return {name: value for name, value in {**content, **changes}.items() if value is not None}


def coded(code, value=None):
    return {"code": code, "value": value or code.lower()}


def a_voting(ballots="PPVEH-", kind="AVALIK", number=7, **changes):
    """A vote without ballots, whose figures are those of the ballots."""
    cast = Counter(ballots)
    content = {
        "uuid": uuid(number),
        "votingNumber": 3,
        "type": coded(kind),
        "description": "Lõpphääletus",
        "startDateTime": "2025-01-08T15:04:34.79",
        "present": len(ballots) - cast["-"],
        "absent": cast["-"],
        "inFavor": cast["P"],
        "against": cast["V"],
        "neutral": cast["E"],
        "abstained": cast["H"] + cast["K"] + cast["-"],
        "relatedDraft": {"uuid": uuid(5), "title": "Ei millegi seadus", "mark": 11},
    }
    return changed(content, **changes)


def a_voter(number, ballot, **changes):
    content = {
        "uuid": uuid(1000 + number),
        "firstName": "Member",
        "lastName": f"{number:03}",
        "faction": {"uuid": uuid(1), "name": "Blue fraktsioon"},
        "decision": coded(*LABELS[ballot]),
    }
    return changed(content, **changes)


def a_vote(ballots="PPVEH-", kind="AVALIK", **changes):
    voters = [a_voter(number, ballot) for number, ballot in enumerate(ballots, 1)]
    content = {"sitting": {"uuid": uuid(3), "title": SITTING}, "voters": voters}
    return changed({**a_voting(ballots, kind), **content}, **changes)


def a_sitting(*votings, **changes):
    content = {"uuid": uuid(3), "title": SITTING, "membership": 15, "votings": list(votings)}
    return changed(content, **changes)


def a_status(status, date="2025-01-08T15:26:00.63"):
    return {"date": date, "status": status}


def a_plenary(*votings, title=SITTING, date="2025-01-08T14:00:00", **changes):
    content = {"date": date, "sittingTitle": title, "decisionCode": "VASTU_VOETUD", "votings": list(votings)}
    return changed(content, **changes)


def a_committee(*decisions, date="2025-01-07T11:15:00"):
    made = [changed({"decision": coded(*words[:2])}, description=words[2]) for words in decisions]
    return {"date": date, "sittingTitle": "Komisjoni istung", "committeeDecisions": made, "protocolFiles": []}


def a_bills_vote(number, time="15:04:34.79", description="Lõpphääletus", day="2025-01-08"):
    content = {"uuid": uuid(number), "type": coded("AVALIK"), "startDateTime": f"{day}T{time}"}
    return changed(content, description=description)


def a_reading(code, *events):
    return {"readingCode": code, "proceedingEvents": list(events)}


def a_draft(*readings, **changes):
    content = {
        "uuid": uuid(5),
        "title": "Ei millegi seadus",
        "mark": 11,
        "membership": 15,
        "draftTypeCode": "SE",
        "activeDraftStage": "VASTU_VOETUD",
        "initiated": "2025-01-06",
        "accepted": "2025-01-08",
        "initiators": [{"uuid": uuid(4), "name": "Member 017", "type": "plenary-member"}],
        "texts": [],
        "readings": list(readings) or [a_reading("INITIATION", a_status("ALGATATUD"))],
    }
    return changed(content, **changes)


def a_text(number=8, **changes):
    file = {
        "uuid": uuid(number),
        "fileName": "11_SE.docx",
        "fileTitle": "Eelnõu",
        "accessRestrictionType": "PUBLIC",
        "created": "2025-01-06T15:26:26.7",
    }
    return {"readingCode": "INITIATION", "document": {"title": "Algtekst"}, "file": changed(file, **changes)}


def a_spell(start="2023-04-10", end=None, term=15):
    """A place with its role; no end is an empty one, as in the source."""
    job = coded("RIIGIKOGU_LIIGE")
    return {"membershipNumber": term, "startDate": start, "endDate": end, "jobTitle": job}


def a_faction_spell(name, *days, term=15):
    return {"uuid": uuid(1), "name": name, "membership": a_spell(*days, term=term)}


def a_member(*factions, **changes):
    content = {
        "uuid": uuid(1017),
        "firstName": "Member",
        "lastName": "017",
        "active": True,
        "dateOfBirth": "1970-02-03",
        "plenaryMembership": a_spell(),
        "factions": list(factions),
    }
    return changed(content, **changes)


def an_event(kind, time="14:00:30", day="2025-01-08", **changes):
    """What happened in a sitting at this time of Tallinn, which the source writes as if it were UTC."""
    content = dict.fromkeys(("uuid", "speaker", "text", "link"))
    return {"type": kind, "date": f"{day}T{time}.000+00:00", **content, **changes}


def a_turn(speaker="Member 017", text="Words.", time="14:00:30", **changes):
    return an_event("SPEECH", time, **{"speaker": speaker, "text": text, "uuid": uuid(1017), **changes})


def a_voting_event(number=7, time="14:10:00", link=None, **changes):
    found = f"http://www.riigikogu.ee/a/haaletused/haaletustulemused-kohalolekukontroll/{uuid(number)}/"
    return an_event("VOTING_EVENT", time, link=found if link is None else link, **changes)


def an_item(*events, title="<p>Ei millegi seaduse eelnõu (11 SE) teine lugemine</p>", **changes):
    content = {
        "agendaItemUuid": uuid(9),
        "date": "2025-01-08T14:00:30.000+00:00",
        "title": title,
        "events": list(events) or [a_turn()],
    }
    return changed(content, **changes)


def a_verbatim(*items, **changes):
    content = {
        "membership": 15,
        "plenarySession": 5,
        "link": "https://stenogrammid.riigikogu.ee/202501081400",
        "date": "2025-01-08T12:00:00.000+00:00",
        "title": "XV Riigikogu, V istungjärk, täiskogu istung",
        "edited": False,
        "agendaItems": list(items) or [an_item()],
    }
    return changed(content, **changes)


def a_web_vote(ballots="PPVEH-", what="1. muudatusettepanek", **spoil):
    """The page of one vote; `spoil` replaces one piece of its text by another."""
    cast = Counter(ballots)
    figures = {WEB_LABELS[letter]: cast[letter] for letter in WEB_LABELS}
    figures["Kohal"] = len(ballots) - cast["-"]
    tabs = "".join(
        f'<li><a href="#{label.lower()}">{label} <span>&nbsp;-&nbsp;{figures[label]}</span></a></li>'
        for label in ("Poolt", "Vastu", "Erapooletu", "Ei hääletanud", "Kohal", "Puudub")
    )
    html = f"""<!doctype html><html><head><title>Hääletus</title></head><body><main>
      <h1 class="title">Hääletustulemused 08.01.2025 / 15:04</h1>
      <div class="content-block"><h2 class="second">{SITTING}</h2>
        <p><strong>Istungit juhatas:</strong> Member 001<br>
          <strong>Eelnõu: </strong> <a href="/eelnou/{uuid(5)}/x">11 Ei millegi seadus</a> <br>
          <strong>Sisu:</strong> {what} <br><strong>Otsus:</strong> Vastu võetud<br>
          Hääletamine oli avalik</p></div>
      <ul><li><a href="#koik">Kõik</a></li>{tabs}</ul>
      <div id="koik"><table><tbody>{"".join(map(web_row, range(1, 1000), ballots))}</tbody></table></div>
      <div id="poolt"><table><tbody>{web_row(1, "P")}</tbody></table></div>
    </main></body></html>"""
    return _spoiled(html, spoil)


def web_row(number, ballot):
    label = WEB_LABELS[ballot]
    bar = f'<span class="bar-title"> {label} </span><span class="bar"> {label} </span>'
    link = f'<a href="/saadik/{uuid(1000 + number)}/M">Member {number:03}</a>'
    return f'<tr><td>{link}</td><td>{bar}</td><td><a href="/blue/">Blue fraktsioon</a></td></tr>'


def web_list_row(figures, number=7, what="1. muudatusettepanek"):
    bars = "".join(f'<span class="bar" title="{label}: {value}">x</span>' for label, value in figures.items())
    return (
        f"<tr><td>15:31</td><td>{bars}</td><td></td><td></td>"
        f'<td><a href="/haaletustulemused-kohalolekukontroll/{uuid(number)}">{what}</a></td>'
        "<td></td><td>Vastu võetud</td></tr>"
    )


FIGURES = {"Kohal": 90, "Puudub": 11, "Poolt": 15, "Vastu": 54, "Erapooletu": 0, "Ei hääletanud": 32}


def a_web_list(*rows, **spoil):
    html = f"""<!doctype html><html><body><main><h3>Vali ajavahemik</h3>
      <table class="picker"><tbody><tr><td>8</td></tr></tbody></table>
      <a href="/haaletustulemused-kohalolekukontroll/{uuid(99)}">Viimane hääletus</a>
      <h3 class="marginB-10">{SITTING}</h3>
      <table class="table table-striped"><tbody>{"".join(rows) or web_list_row(FIGURES)}</tbody></table>
    </main></body></html>"""
    return _spoiled(html, spoil)


def _spoiled(html, spoil):
    for old, new in spoil.get("replace", ()):
        assert old in html
        html = html.replace(old, new)
    return html
