"""Answers of every page, in the form of the real ones and about nobody: what the fuzzer starts from.

Whole terms and the bundled sample give most; the tests of the rooms give those of the other pages.
"""

import json
import sys
from collections.abc import Iterator

from invented_pages import rare_answers
from invented_press import FEED, HOST, LIST, LISTED, OUTLET, SHARED, article, feed, item
from invented_press import answer as pressed
from invented_terms import ROOM, TERMS, whole_terms

sys.path.extend(str(ROOM / name) for name in TERMS if str(ROOM / name) not in sys.path)
sys.path.append(str(ROOM.parent / "press"))

import estonia_answers as estonia
import invented_eduskunta as finland
import invented_saeima as latvia
import invented_seimas as lithuania
import invented_transcript as spoken
import invented_treaty as treaty
import poland_answers as poland
import senate_pages as senate
import test_estonia_members as riigikogu
import test_latvia_members as saeima
import test_poland_sittings as sejm
import test_press_lists as office
from recorded import WIRE, recordings
from test_estonia_sessions import a_session
from test_latvia_dataset import NAME, file
from test_latvia_dataset import URL as CATALOGUE
from test_latvia_dataset import package as catalogue
from test_latvia_transcripts import CATEGORY
from test_lithuania_old_questions import sitting_page
from test_poland_acts import URL as ACT_URL
from test_poland_acts import an_act

from scrapers.pages import Answer, Descriptor, Page, descriptors
from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS
from scrapers.press import desk
from scrapers.sample import sample_answers

LARGEST = 60_000
"""A seed of more bytes only costs time: what is wrong with a large answer is wrong with a small one."""

ENOUGH = 12
"""Seeds of one page."""


def kinds() -> dict[str, Page]:
    """Every page by a name of its own. The desks' outlets differ in settings only: three invented ones do."""
    found: dict[str, Page] = {}
    for descriptor in (*descriptors(), INVENTED_DESK):
        if descriptor.name == INVENTED_DESK.name and descriptor is not INVENTED_DESK:
            continue
        for page in descriptor.pages:
            found[name_of(descriptor, page)] = page
    return found


def name_of(descriptor: Descriptor, page: Page) -> str:
    return f"{descriptor.name} {page.name}{f' of {page.source}' if descriptor is INVENTED_DESK else ''}"


INVENTED_DESK = desk((OUTLET, SHARED, LISTED))


def seeds(*, with_recordings: bool) -> dict[str, list[Answer]]:
    """The answers to start from, by the name of their page; none of some page, if nobody has made one."""
    found: dict[str, list[Answer]] = {name: [] for name in kinds()}
    for answer in (*_recorded(with_recordings=with_recordings), *invented_answers()):
        for name, page in kinds().items():
            fits = page.matches(answer.url, answer.method, answer.request_body)
            if fits and len(answer.body) <= LARGEST and len(found[name]) < ENOUGH:
                found[name].append(answer)
                break
    return found


def _recorded(*, with_recordings: bool) -> Iterator[Answer]:
    for kept in recordings() if with_recordings and WIRE.is_dir() else ():
        if kept.is_an_answer:
            yield Answer(
                url=kept.url,
                body=kept.read(),
                content_type=kept.content_type,
                method=kept.method,
                request_body=kept.body,
            )


def invented_answers() -> Iterator[Answer]:
    yield from _estonian()
    yield from _finnish()
    yield from _latvian()
    yield from _lithuanian()
    yield from _polish()
    yield from _press()
    yield from (treaty.status_answer(), treaty.xml_answer(), treaty.action_answer(), treaty.dutch_answer())
    yield treaty.unoda_answer(treaty.unoda_action(), treaty.unoda_action("Brobdingnag", "Withdrawal"))
    yield from rare_answers()
    yield from whole_terms(1_000)
    for kept in sample_answers():
        yield Answer(
            url=kept.url,
            body=kept.body,
            content_type=kept.content_type,
            method=kept.method,
            request_body=kept.request_body,
        )


def _estonian() -> Iterator[Answer]:
    term = riigikogu.a_term(riigikogu.GREEN, riigikogu.BLUE)
    yield estonia.answer(riigikogu.MEMBER_URL, riigikogu.a_detail(term))
    yield estonia.answer(riigikogu.GROUPS_URL, [riigikogu.a_group()])
    group = riigikogu.a_group(members=[riigikogu.a_group_member()])
    yield estonia.answer(riigikogu.GROUP_URL, group)
    yield estonia.answer(f"{estonia.API}/sessions", [a_session()])
    yield estonia.page(estonia.WEB_LIST_URL, estonia.a_web_list())
    yield estonia.page(estonia.WEB_VOTE_URL, estonia.a_web_vote())
    reading = estonia.a_reading("FIRST_READING", estonia.a_plenary(), estonia.a_committee())
    yield estonia.answer(estonia.DRAFT_URL, estonia.a_draft(reading))
    talk = estonia.an_item(estonia.a_turn(), estonia.a_voting_event())
    yield estonia.answer(estonia.VERBATIMS_URL, [estonia.a_verbatim(talk)])


def _finnish() -> Iterator[Answer]:
    yield finland.answer("taysistunnot/aanestykset/2025-3-2", finland.vote())
    votes = finland.search(finland.hit("2025-3-2"), total=812)
    yield finland.answer("search", votes, "POST", b'{"category": "aanestys"}')
    turns = finland.speech_search(finland.turn(1), finland.turn(2))
    yield finland.answer("search", turns, "POST", b'{"category": "puheenvuoro"}')
    url = "https://avoindata.eduskunta.fi/api/v1/tables/SaliDBAanestys/rows?columnName=IstuntoVPVuosi"
    yield finland.old_answer(url, finland.row(), finland.row(AanestysId="13001", AanestysNumero="3"))
    yield finland.roll_answer(finland.cast(1), finland.cast(2, "Ei", "green"))
    yield finland.parts_answer(finland.part("Sininen eduskuntaryhmä", (2, 0, 1, 0)))


def _latvian() -> Iterator[Answer]:
    yield latvia.answer(latvia.DEBATES_FILE, latvia.debates_file(latvia.debate()))
    yield latvia.answer(latvia.VOTE_FILE, latvia.votes_file(latvia.vote(), latvia.vote(number=2)))
    yield latvia.answer(CATALOGUE, catalogue(file(f"{NAME}-vote.xml"), file(f"{NAME}-dkp.xml")))
    link = '<html><a href="/lv/transcripts/view/17">1</a></html>'
    yield latvia.answer(CATEGORY, link)
    lines = "Sēdes vadītāja. Sākam sēdi.", "<b>M. Zilā</b> (ZILIE).", "Vārds.", "Sēdes vadītāja. Paldies."
    yield latvia.answer(latvia.TRANSCRIPT, latvia.transcript_page(*lines))
    yield latvia.answer(saeima.LIST, latvia.on_list(1) + latvia.on_list(2))
    yield latvia.answer(saeima.MEMBER, latvia.place() + saeima.BORN)
    yield latvia.answer(latvia.VOTE_PAGE, latvia.vote_page())


def _lithuanian() -> Iterator[Answer]:
    adopted = lithuania.old_event(-10003, "dėl šio įstatymo priėmimo", "priimta", (80, 1, 2))
    yield lithuania.old_question(adopted)
    yield lithuania.old_vote()
    yield sitting_page(lithuania.old_item("Mėlynojo įstatymo PROJEKTAS (Nr. XIP-17)"))
    talk = spoken.CHAIR, spoken.item("10.04", spoken.BLUE), spoken.turn("M. GREEN", "Viena.", "BLUE")
    yield spoken.transcript(*talk)
    yield spoken.old_transcript(*talk)


def _polish() -> Iterator[Answer]:
    yield poland.answer("proceedings/3", sejm.a_proceeding())
    yield poland.answer("MP", [poland.a_member(1), poland.a_member(2)])
    yield poland.answer("processes/11", poland.a_process())
    yield poland.answer("prints/11", poland.a_print())
    yield Answer(url=ACT_URL, body=json.dumps(an_act()).encode(), content_type="application/json")
    yield senate.answer(ACTS, senate.a_list(senate.a_listed_act(17)))
    yield senate.answer(senate.ACT, senate.an_act())
    yield senate.answer(senate.DAY, senate.a_day(senate.a_vote_row(1, 10650)))
    yield senate.answer(senate.VOTE, senate.a_roll(("M. Alpha", "Za"), ("M. Beta", "Przeciw")))
    senators = senate.a_senator(1, "Member Alpha") + senate.a_senator(2, "Member Second Beta")
    yield senate.answer(SENATORS, senators)
    yield senate.answer(CLUBS, senate.a_club("Blue", senators))


def _press() -> Iterator[Answer]:
    yield pressed(feed(), FEED, "application/rss+xml")
    shared = feed(item()).replace(HOST, "https://all.example")
    yield pressed(shared, SHARED.listing, "application/rss+xml")
    yield pressed(article(), f"{HOST}/news/mines", "text/html")
    yield pressed(article(), "https://all.example/news/mines", "text/html")
    yield pressed(article(), f"{LIST}/mines", "text/html")
    yield pressed(office.page(office.item()), LIST, "text/html")
