"""Turns, titles and passages of text in the recorded answers, one language each."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from recorded import WIRE


@dataclass(frozen=True)
class Turn:
    file: str
    number: str
    """Its place in the file: of a verbatim, the item of the agenda and the event."""
    language: str
    text: str


def turns() -> Iterator[Turn]:
    """Everything in the recorded answers that is written or said in sentences or titles."""
    for reader, language, pattern in READERS:
        for file in sorted(WIRE.glob(pattern)):
            for number, text in reader(file):
                if text and text.strip():
                    yield Turn(str(file.relative_to(WIRE)), number, language, text.strip())


def numbered(prefix: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(texts):
        yield f"{prefix}{number}", text


def of_verbatim(file: Path) -> Iterator[tuple[str, str]]:
    verbatim = json.loads(file.read_bytes())
    for place, item in enumerate(verbatim["agendaItems"]):
        yield f"item {place}", BeautifulSoup(item["title"] or "", "lxml").get_text(" ")
        for number, event in enumerate(item["events"]):
            if event["type"] == "SPEECH":
                yield f"{place}.{number}", event["text"] or ""


def of_draft(file: Path) -> Iterator[tuple[str, str]]:
    draft = json.loads(file.read_bytes())
    yield "title", draft["title"]
    yield "introduction", BeautifulSoup(draft.get("introduction") or "", "lxml").get_text(" ")


def of_hipisejm(file: Path) -> Iterator[tuple[str, str]]:
    soup = BeautifulSoup(file.read_bytes(), "xml")
    return numbered("", [speech.get_text(" ", strip=True) for speech in soup.find_all("speech")])


def of_statement(file: Path) -> Iterator[tuple[str, str]]:
    paragraphs = BeautifulSoup(file.read_bytes(), "lxml").find_all("p")
    return iter([("0", " ".join(paragraph.get_text(" ", strip=True) for paragraph in paragraphs))])


def of_sejm_vote(file: Path) -> Iterator[tuple[str, str]]:
    vote = json.loads(file.read_bytes())
    yield "title", vote["title"]
    yield "topic", vote.get("topic") or ""


def of_sejm_bills(file: Path) -> Iterator[tuple[str, str]]:
    found = json.loads(file.read_bytes())
    for place, bill in enumerate(found if isinstance(found, list) else [found]):
        yield f"title {place}", bill.get("title") or ""
        yield f"description {place}", bill.get("description") or ""


def of_search(file: Path) -> Iterator[tuple[str, str]]:
    for result in json.loads(file.read_bytes())["results"]:
        yield result["id"], result["puheenvuoro"]["puheenvuoro"]


def of_swedish_titles(file: Path) -> Iterator[tuple[str, str]]:
    for result in json.loads(file.read_bytes())["results"]:
        yield result["id"], result["puheenvuoro"]["asia"]["sv"]["nimeketeksti"]


def of_votes_table(language: str):
    def read(file: Path) -> Iterator[tuple[str, str]]:
        with file.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                if row["KieliId"] == language:
                    yield f"{row['AanestysId']} question", row["KohtaOtsikko"]
                    yield f"{row['AanestysId']} vote", row["AanestysOtsikko"]

    return read


def of_minutes(file: Path) -> Iterator[tuple[str, str]]:
    """A turn begins after a line with a name and a colon; what is before the first is the heading."""
    return numbered("", re.split(r"\n(?:[^\n]+ :|[^\n]+\n:)\n", file.read_text(encoding="utf-8")))


def of_document(file: Path) -> Iterator[tuple[str, str]]:
    title, _, rest = file.read_text(encoding="utf-8").partition("\n")
    return numbered("", [title, rest])


def of_feed(file: Path) -> Iterator[tuple[str, str]]:
    return numbered("", re.findall(r"<(?:title|description)>([^<]+)", file.read_text(encoding="utf-8")))


def of_saeima_transcript(file: Path) -> Iterator[tuple[str, str]]:
    return numbered("", json.loads(file.read_bytes())["text"].split("\n\n"))


def of_saeima_agenda(file: Path) -> Iterator[tuple[str, str]]:
    found = re.findall(
        r"- text: (.*(?:ikumprojekts|ēmuma projekts|\d\. ).*)", file.read_text(encoding="utf-8")
    )
    return numbered("", found)


def of_stenogram(file: Path) -> Iterator[tuple[str, str]]:
    """A turn begins with a name in bold; questions and hours stand between turns."""
    soup = BeautifulSoup(file.read_bytes().decode("cp1257", "replace"), "lxml")
    found: list[str] = []
    for paragraph in soup.select("p.Roman, p.Roman12"):
        text = paragraph.get_text("").replace("\r", "")
        starts = paragraph.b is not None and text.strip().startswith(paragraph.b.get_text("").strip()[:5])
        if starts or "Roman12" in paragraph["class"] or not found:
            found.append(text)
        else:
            found[-1] += "\n" + text
    return numbered("", found)


def of_act(file: Path) -> Iterator[tuple[str, str]]:
    act = json.loads(file.read_bytes())
    yield "title", act["title"]
    for provision in act["provisions"]:
        yield provision["provision_ref"], provision["content"]


def of_transcript_list(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield row["transcript_id"], row["title"]


def of_treaty_index(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return numbered("", [" ".join(row) for row in csv.reader(table)])


READERS = (
    (of_verbatim, "et", "ee/verbatims/*.json"),
    (of_draft, "et", "ee/drafts/*.json"),
    (of_hipisejm, "pl", "pl/sejm/debate-*.xml"),
    (of_statement, "pl", "pl/sejm/statement-*.html"),
    (of_sejm_vote, "pl", "pl/sejm/voting-*.json"),
    (of_sejm_bills, "pl", "pl/sejm/bills-*.json"),
    (of_sejm_bills, "pl", "pl/sejm/process-*.json"),
    (of_search, "fi", "fi/api/search.puheenvuoro.*.json"),
    (of_swedish_titles, "sv", "fi/api/search.puheenvuoro.*.json"),
    (of_votes_table("1"), "fi", "fi/legacy/SaliDBAanestys.rows*.csv"),
    (of_votes_table("2"), "sv", "fi/legacy/SaliDBAanestys.rows*.csv"),
    (of_minutes, "fi", "fi/pages/PTK*.txt"),
    (of_document, "fi", "fi/pages/finlex*.txt"),
    (of_document, "en", "fi/pages/valtioneuvosto-ottawa*.txt"),
    (of_feed, "en", "fi/pages/valtioneuvosto-en*.txt"),
    (of_saeima_transcript, "lv", "lv/saeima_lv/transcript*.json"),
    (of_saeima_agenda, "lv", "lv/titania/livs14_agenda_2025*.md"),
    (of_stenogram, "lt", "lt/www3_html/stenogram*.html"),
    (of_act, "lt", "lt/tar/*.seed.json"),
    (of_transcript_list, "lt", "lt/links/transcript_urls*.csv"),
    (of_treaty_index, "en", "un/untc_chapter*.csv"),
)
