"""Answers in the form of the Saeima's sources, about nobody. Each has only what the test says."""

from html import escape
from urllib.parse import quote
from xml.sax.saxutils import escape as xml_escape

import pytest

from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia import PARLIAMENT

FILES = "https://data.gov.lv/dati/dataset/1/resource/2/download/14.saeimas-2025.gada-zilā-sesija-3"
TITANIA = "https://titania.saeima.lv/LIVS14"
SITTING = "11111111-2222-3333-4444-555555555555"
UNID = "0123456789ABCDEF0123456789ABCDEF"

VOTE_FILE = f"{FILES}-vote.xml"
AGENDA_FILE = f"{FILES}-dkp.xml"
DEBATES_FILE = f"{FILES}-deb.xml"
TRANSCRIPT = "https://www.saeima.lv/lv/transcripts/view/17"
VOTE_PAGE = f"{TITANIA}/SaeimaLIVS2_DK.nsf/0/{UNID}?OpenDocument"
LIVE_PAGE = f"{TITANIA}/SaeimaLIVS2_DK.nsf/Voting?ReadForm&parentID={{}}"

LETTERS = {
    "+": "Par",
    "-": "Pret",
    "0": "Atturas",
    ".": "Nebalsoja",
    "R": "Reģistrējies",
    "r": "Nereģistrējies",
}


def guid(number):
    return f"00000000-0000-0000-0000-{number:012}"


def answer(url, body):
    return Answer(url=url, body=body if isinstance(body, bytes) else body.encode())


def read(url, body):
    found = answer(url, body)
    return PARLIAMENT.page_for(found.url).read(found)


def problem(url, body):
    """The error with which the page refuses the answer."""
    with pytest.raises(PageError) as caught:
        read(url, body)
    return caught.value


def refusal(url, body):
    """The element that the page names when it refuses the answer, or None if it reads it."""
    try:
        read(url, body)
    except PageError as error:
        return error.element
    return None


def element(name, value):
    if value is None:
        return ""
    return f"<{name}>{xml_escape(value)}</{name}>" if value else f"<{name} />"


def record(tag, fields):
    """An element with one child for each field; a field that is None is left out."""
    return f"<{tag}>{''.join(element(name, value) for name, value in fields.items())}</{tag}>"


def vote(cast="++-0.", number=1, **changes):
    """One vote of five members; each letter of `cast` is a ballot, of Member 001, Member 002 and so on."""
    members = range(1, len(cast) + 1)
    fields = {
        "dkp_id": guid(number),
        "dk_status": "6",
        "VOTE_NUMBER": f"{number}",
        "VOTING_ID": guid(900 + number),
        "VOTETIMESTAMP": f"03.04.2025 10:{number:02}:30",
        "VOTEMOTIVE": "Par zilo krāsu (7/Lp14), 3.lasījums",
        "VOTERESULT_FOR": f"{cast.count('+')}",
        "VOTERESULT_AGAINST": f"{cast.count('-')}",
        "VOTERESULT_ABSTAIN": f"{cast.count('0')}",
        "VOTERESULT_REGISTERED": f"{len(cast)}",
        "VOTEISHIDDEN": "0",
        "VOTEISCANDIDATE": "0",
        "VOTEWITHSIGNS": "0",
        "NAME": "#".join("Member" for _ in members),
        "SURNAME": "#".join(f"{member:03}" for member in members),
        "FRACTION": "#".join("ZILIE" if member % 2 else " " for member in members),
        "RESULT": "#".join(LETTERS[letter] for letter in cast),
        "VOTE_COMMENT": "",
    }
    return record("VOTES", {**fields, **changes})


def registration(cast, number=1, **changes):
    motive = "Deputātu klātbūtnes reģistrācija"
    return vote(
        cast, number, **{"VOTEMOTIVE": motive, "VOTERESULT_REGISTERED": f"{cast.count('R')}", **changes}
    )


def votes_file(*votes, sitting=SITTING, more=""):
    return f"<DKroot><LAST_VERSION>x</LAST_VERSION><DK_ID>{sitting}</DK_ID>{more}{''.join(votes)}</DKroot>"


def sitting(**changes):
    fields = {
        "SESSIONNAME": "14.Saeimas 2025.gada zilā sesija",
        "CONTINUE_DATES": "",
        "PARLAMENTNUMBER": "14",
        "DK_NUMBER": "3",
        "DKDATE": "03.04.2025",
        "SESSIONTYPE": "1",
        "STATUS": "6",
        "WORKSEQUENCEID": SITTING,
    }
    return record("DK", {**fields, **changes})


def item(number=1, **changes):
    """An item of the agenda: a bill in its first reading, with a vote of 5 for, 4 against, 1 abstaining."""
    fields = {
        "DK_ID": SITTING,
        "DKP_ID": guid(number),
        "DKP_SEQUENCE": f"{number:05}",
        "PARENTID": "",
        "LIVSDOCUMENTID": "7/Lp14",
        "DKP_DOCUMENTNRLST": "70, 70A",
        "TITLE": "Par zilo krāsu",
        "VOTEMOTIVE": "Par zilo krāsu (7/Lp14), 1.lasījums",
        "READING": "1",
        "NAMESUBMITED": "Zilā komisija",
        "RESULT": "Pieņemts",
        "VOTERESULT_FOR": "5",
        "VOTERESULT_AGAINST": "4",
        "VOTERESULT_ABSTAIN": "1",
        "VOTE_TYPE": "0#0#0",
    }
    return record("DKP", {**fields, **changes})


def agreed(number=1, **changes):
    """An item that was decided without a ballot."""
    nothing = dict.fromkeys(("VOTERESULT_FOR", "VOTERESULT_AGAINST", "VOTERESULT_ABSTAIN", "VOTE_TYPE"), "")
    motive = "Par zilo krāsu (7/Lp14), nodošana komisijām"
    return item(number, **{**nothing, "RESULT": "Nodots komisijai", "VOTEMOTIVE": motive, **changes})


def agenda_file(*items, **changes):
    return f"<DKroot>{sitting(**changes)}{''.join(items)}</DKroot>"


def debate(number=1, speakers=("Member#001#ZILIE#05:00#Dep.#",), **changes):
    """An item with its speakers, each as given name, family name, faction, length, capacity and opinion."""
    columns = [list(column) for column in zip(*(speaker.split("#") for speaker in speakers), strict=True)]
    names = ("NAME", "SURNAME", "FRACTION", "TIME", "INFO", "OPINION")
    fields = {
        "DKP_ID": guid(number),
        "DKP_NUMBER": f"{number}",
        "LIVSDOCUMENTID": "7/Lp14",
        "DKP_SEQUENCE": f"{number:05}",
        "TITLE": "Par zilo krāsu",
        **{f"DEBATE_{name}": "#".join(column) for name, column in zip(names, columns, strict=True)},
        "DEBATE_SUFFIX": "",
        "DEBATE_STATUS": "5",
    }
    return record("DEBATES", {**fields, **changes})


def debates_file(*debates, sitting=SITTING, status="6"):
    root = f"<DK_ID>{sitting}</DK_ID><DK_STATUS>{status}</DK_STATUS>"
    return f"<DKroot><LAST_VERSION>x</LAST_VERSION>{root}{''.join(debates)}</DKroot>"


HEAD = (
    "Latvijas Republikas 14. Saeimas",
    "zilās sesijas trešā sēde",
    "2025. gada 3. aprīlī",
    "Sēdi vada Latvijas Republikas 14. Saeimas priekšsēdētāja",
    "Member Chair.",
)


def transcript_page(*lines, head=HEAD, links=(SITTING,), end="</body></html>"):
    """A transcript about nobody; the source's own page was never seen."""
    menu = "".join(
        f'<a href="{TITANIA}/SaeimaLIVS2_DK.nsf/DK?ReadForm&amp;nr={link}">Balsojumi</a>' for link in links
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in (*head, *lines))
    return f"<html><body><div>Izvēlne</div>{menu}{paragraphs}{end}"


def listed(*fields, separator="\xa4"):
    return '"' + separator.join(fields) + '"'


def vote_page(
    cast="++-0.",
    *,
    time="03.04.2025 10:01:30",
    motive="Par zilo krāsu (7/Lp14), 3.lasījums",
    tally=None,
    by_name=None,
    by_result=None,
    candidates='""',
    separator="\xa4",
):
    """A page with a vote of as many members as `cast` has letters, as titania writes it."""
    labels = [LETTERS[letter] for letter in cast]
    rows = [(f"Member%20{n:03}", f"{n:03}%20Member", "ZILIE" if n % 2 else " ", label)
            for n, label in enumerate(labels, 1)]  # fmt: skip
    names = [listed(f"{n}.", last, *rest, separator=separator) for n, (_, last, *rest) in enumerate(rows, 1)]
    results = []
    for heading, letter in (("PAR", "+"), ("ATTURAS", "0"), ("PRET", "-"), ("NEBALSO", ".")):
        if group := [row for row, given in zip(rows, cast, strict=True) if given == letter]:
            title = f"<b>{heading}:&nbsp;&nbsp;{len(group)}</b>"
            results.append(listed("&nbsp;", title, "&nbsp;", "&nbsp;", separator=separator))
            results += [listed(f"{n}.", first, *rest, separator=separator)
                        for n, (first, _, *rest) in enumerate(group, 1)]  # fmt: skip
    results += [listed("1.", first, *rest) for first, _, *rest in rows if rest[1] == "Reģistrējies"]
    counted = f"par {cast.count('+')}, pret {cast.count('-')}, atturas {cast.count('0')} &nbsp;"
    lists = {
        "voteFullListByNames": ",".join(names) or '""' if by_name is None else by_name,
        "voteFullListByResult": ",".join(results) or '""' if by_result is None else by_result,
        "voteShortListByNames": candidates,
    }
    script = "\n".join(f"var {name}=[{lines}];" for name, lines in lists.items())
    fields = "".join(
        f"<div><span>{label} </span><b>{escape(text)}</b></div>"
        for label, text in (("Datums:", time), ("Balsošanas motīvs:", motive))
        if text is not None
    )
    page = (
        f'<html><script>{script}</script><div id="totalResultRow">{counted if tally is None else tally}</div>'
        f"{fields}</html>"
    )
    return page.encode("latin-1", "xmlcharrefreplace")


def card_page(rows, extra=""):
    """A card, with a table of layout around the tables that count."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr><td>menu<table>{lines}</table>{extra}</td></tr></table>"


def call(name, /, **fields):
    inside = ",".join(f'{field}:"{value}"' for field, value in fields.items() if value is not None)
    return f"{name}({{{inside}}});"


def place(kind="10", **changes):
    """A place of a member: a seat unless another kind is asked for."""
    fields = {
        "str": "Deputāte 001 Member",
        "strLvlTp": kind,
        "position": "Deputāte",
        "sname": "001",
        "name": "Member",
        "dtF": "01.11.2022",
        "dtT": "",
    }
    return call("drawWN", **{**fields, **changes})


def on_list(number=1, **changes):
    fields = {"sname": f"{number:03}", "name": "Member", "shortStr": "ZILIE", "lst": "Zilā frakcija"}
    return call("drawDep", **{**fields, "unid": f"{number:032}", **changes})


def encoded(text):
    return quote(text, safe="")
