"""A transcript of an invented Seimas, as Word makes it."""

from __future__ import annotations

from scrapers.pages import Answer

ADDRESS = "https://e-seimas.lrs.lt/rs/legalact/TAK/0123456789abcdef0123456789abcdef/"
OLD_ADDRESS = "http://www3.lrs.lt/pls/inter/dokpaieska.showdoc_l?p_id=1"

BLUE = "Mėlynojo įstatymo Nr. I\N{NON-BREAKING HYPHEN}1 projektas Nr.&nbsp;XVP-17(2) (<i>priėmimas</i>)"


def paragraph(text: str, kind: str = "Roman") -> str:
    return f"<p class={kind}>{text}</p>\n"


def turn(name: str, text: str, faction: str = "") -> str:
    """The first paragraph of a turn: the name in bold, the faction in italics within brackets."""
    said = f"<b><span>{name}</span></b> <span>(</span><i>{faction}</i><span>)</span>." if faction else ""
    return paragraph(f"{said or f'<b><span>{name}.</span></b>'} {text}")


def item(time: str, title: str) -> str:
    return paragraph(f"{time}&nbsp;val.", "Laikas") + paragraph(f"<a name=klausimas1>{title}</a>", "Roman12")


CHAIR = turn("PIRMININKĖ (P.&nbsp;BLUE)", "Ger\N{SOFT HYPHEN}bia\N{SOFT HYPHEN}mie\N{SOFT HYPHEN}ji kolegos.")


def heading(
    number: str = "NR.&nbsp;41", day: str = "2025&nbsp;m. gegužės 8&nbsp;d.", draft: bool = False
) -> str:
    marks = paragraph("Negalutinis variantas", "MsoTitle") if draft else ""
    return (
        f"{marks}{paragraph('LIETUVOS RESPUBLIKOS SEIMAS', 'MsoTitle')}"
        f"{paragraph(f'RYTINIO posėdžio {number}', 'MsoTitle')}{paragraph('STENOGRAMA', 'MsoTitle')}"
        f"{paragraph(f'<b>{day}</b>', 'MsoNormal')}{paragraph('Pirmininkauja P. BLUE', 'Pirmininkai')}"
    )


def transcript(*paragraphs: str, head: str | None = None) -> Answer:
    """A transcript on the site of today."""
    inside = (heading() if head is None else head) + "".join(paragraphs or (CHAIR,))
    body = f"<html><head></head><body><div class=WordSection1>{inside}</div></body>\n</html>\n"
    return Answer(url=ADDRESS, body=body.encode(), content_type="text/html; charset=utf-8")


def old_transcript(*paragraphs: str, kind: str = "Rūšis: Stenograma") -> Answer:
    """The same on the old site, whose frame says what it holds and closes with a slip."""
    title = "<title>Lietuvos Respublikos Seimas - Dokumento tekstas</title>"
    inside = heading() + "".join(paragraphs or (CHAIR,))
    frame = f"<HTML><head>{title}</head><body><table><tr><td>{kind}</td></tr></table>"
    body = f"{frame}<html><div>{inside}</div></html></body><html>"
    return Answer(url=OLD_ADDRESS, body=body.encode("windows-1257", "xmlcharrefreplace"))
