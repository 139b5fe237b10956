"""Small pages in the form of the Senate's site, about nobody. Each has only what the test says."""

import pytest

from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.senat.addresses import ACTS, SITTINGS

ACT = f"{ACTS}ustawa,17.html"
DAY = f"{SITTINGS}przebieg,667,1,glosowania.html"
VOTE = f"{SITTINGS}glosowanie-drukuj,10650.html"


def answer(url, body, content_type="text/html; charset=utf-8"):
    content = body if isinstance(body, bytes) else f"<html><body>{body}</body></html>".encode()
    return Answer(url=url, body=content, content_type=content_type)


def read(url, body):
    found = answer(url, body)
    return PARLIAMENT.page_for(url).read(found)


def problem(url, body):
    """The error with which the page refuses the answer."""
    with pytest.raises(PageError) as raised:
        read(url, body)
    return raised.value


def a_file(name):
    return f'<span class="text"><div class="pliki"><a class="file-desc" href="/x.pdf">{name}</a></div></span>'


def a_row(heading, date="", inside="", level="h3"):
    return (
        f'<li><span class="small ">{date}</span><div class="elem-col-right">'
        f"<{level}>{heading}</{level}>{inside}</div></li>"
    )


SENT = a_row("Przekazanie ustawy do Senatu", "18 września 2025", a_file("Druk nr  17"))


def an_act(*rows, title="Ustawa o niczym"):
    return (
        f'<div class="timeline"><div class="title">{title}</div>'
        f'<ul class="elementy">{"".join(rows or [SENT])}</ul></div>'
    )


def a_listed_act(number, title="Ustawa o niczym"):
    return (
        f'<tr><td class="numer-druku">{number}</td><td></td>'
        f'<td><a href="/prace/ustawa,{number}.html">{title}</a></td></tr>'
    )


def a_list(*rows, more=""):
    return f"<table>{''.join(rows)}</table>{more}"


def a_vote_row(
    number, identifier, title="Ustawa o niczym", question="wniosek o przyjęcie ustawy bez poprawek"
):
    return (
        f'<div class="row"><div>{number}.</div><div><span>{title}</span><p><i>{question}</i></p></div>'
        f'<div><a href="/prace/posiedzenia/glosowanie-drukuj,{identifier}.html">wyniki</a></div></div>'
        '<div class="row"><div>wyniki klubów</div></div>'
    )


def a_day(*rows, title="65. posiedzenie Senatu", dates="23 i 24 września 2025 r."):
    return (
        f'<div class="meeting-title">{title}</div><div class="view-element__date">{dates}</div>'
        f'<div class="table-content">{"".join(rows)}</div>'
    )


TOTALS = {"za": "Za", "przeciw": "Przeciw", "wstrzymało się": "Wstrzymał się", "nie głosowało": "nie gł."}


def a_roll(*ballots, subtitle="", **changed):
    """A vote: each ballot is a name and a word. `changed` are totals that the ballots do not make."""
    words = [word for _, word in ballots]
    totals = {
        "obecnych": len(words) - words.count("Nieobecny"),
        **{total: words.count(word) for total, word in TOTALS.items()},
        **changed,
    }
    figures = "".join(f"<span>{label}: {figure}</span>" for label, figure in totals.items())
    rows = "".join(f'<div class="senator"><div>{name}</div><div>{word}</div></div>' for name, word in ballots)
    return f'<h4 class="podtytul">{subtitle}</h4><div class="ogolne-wyniki">{figures}</div>{rows}'


def a_senator(number, name):
    return f'<p><a href="/sklad/senatorowie/senator,{number},11,x.html">{name}</a></p>'


def a_club(name, *senators):
    return (
        f'<div><div class="klub-nazwa"><h2>{name}</h2></div>'
        f'<div class="lista-czlonkow">{"".join(senators)}</div></div>'
    )
