"""A crawl of a session over an invented Seimas that answers, and then over one that fails in every way."""

import pytest
from faults import HTTP_FAULTS, WALL, faults_of_a_body, laid, problems, quarantined, query, replies_of
from invented_seimas import (
    API,
    BALLOTS,
    BLUE_BILL,
    ballot,
    course,
    element,
    envelope,
    events,
    faction,
    factions,
    member,
    members,
    post,
    question,
    roll,
    session,
    sessions,
    sitting,
    sittings,
    totals,
    vote,
)
from invented_seimas import event as an_event
from invented_transcript import ADDRESS, CHAIR, item, transcript, turn
from loopback import Reply, ottawa, serving
from test_lithuania_registrations import registration

from scrapers.parliaments.lithuania.keys import TERMS

TERM = ("crawl", "lithuania", "--term", "10")
XML = {"Content-Type": "text/xml; charset=utf-8"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
ROBOTS = "https://{}/robots.txt"


def at(service):
    return f"{API}.{service}"


def address_of_vote(number):
    return at(f"ad_sp_balsavimo_rezultatai?balsavimo_id=-{60100 + number}")


def ballots(number, *inside):
    return roll(*inside, vote_id=f"-{60100 + number}").body


def bad(body, reason):
    return quarantined(body, reason, XML)


BAD_ROLLS = {
    "HTML in place of XML": bad(WALL, "<html>"),
    "letters of windows-1257 in place of UTF-8": bad(
        ballots(8).decode().encode("windows-1257"), "not whole XML"
    ),
    "a byte that windows-1257 does not define": bad(
        ballots(9).replace(b"Member", b"Mem\xa5ber", 1), "not whole XML"
    ),
    "200 with an empty envelope": bad(envelope().encode(), "SeimoNariųBalsavimas"),
    "the answer about another vote": bad(ballots(99), "balsavimo_id"),
    "an unknown ballot label": bad(
        ballots(0, totals(2, 1, 1, 4), *BALLOTS[:4], ballot(5, "Galbūt")), "Galbūt"
    ),
    "a member listed twice": bad(ballots(0, totals(2, 1, 1, 4), *BALLOTS, BALLOTS[0]), "more than one"),
    "a ballot too few for its tally": bad(ballots(0, totals(2, 1, 1, 4), *BALLOTS[1:]), "tally"),
    "a tally that is not the number of ballots cast": bad(ballots(0, totals(2, 1, 1, 5), *BALLOTS), "tally"),
    "totals that are no numbers": bad(ballots(0, totals("du", 1, 1, 4), *BALLOTS), "'du'"),
    "a row without one of its names": bad(ballots(10).replace(b"frakcija=", b"grupe=", 1), "@frakcija"),
}
FAULTY_VOTES = laid(address_of_vote, HTTP_FAULTS | faults_of_a_body(ballots(7), XML) | BAD_ROLLS)


def for_vote(number, fault):
    """The fault as an answer about this vote, so that nothing else is wrong with it."""
    if fault.state != "quarantined" or "balsavimo_id" in fault.reason:
        return fault.reply
    body = fault.reply.body.replace(b'balsavimo_id="-60100"', f'balsavimo_id="-{60100 + number}"'.encode())
    return Reply(body, headers=XML)


SESSIONS = at("ad_seimo_sesijos?kadencijos_id=10")
SITTINGS = at("ad_seimo_posedziai?sesijos_id=140")
COURSE = at("ad_seimo_posedzio_eiga_full?posedzio_id=-502100")
EVENTS = at("ad_sp_klausimo_svarstymo_eiga?svarstomo_klausimo_id=-9300")
REGISTERED = at("ad_sp_registracijos_rezultatai?registracijos_id=-10049")
TERM_LIST, FACTIONS = at("ad_seimo_kadencijos"), at("ad_seimo_frakcijos")
MEMBERS = at("ad_seimo_nariai?kadencijos_id=10")
PEOPLE = [member(number, post("Mėlynųjų frakcija", "2024-11-14", number="9999")) for number in range(1, 6)]
NUMBERS = range(1, len(FAULTY_VOTES) + 1)
SESSION = session(140, "2025-03-10", "2025-06-30")
HELD = sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30").replace(
    "></", f'><Stenograma stenogramos_nuoroda="{ADDRESS}"/></'
)
ITEM = item("10.04", BLUE_BILL)
SPOKEN = transcript(CHAIR, ITEM, turn("M. GREEN", "Viena.", "BLUE"))


def term_list(start="{}"):
    listed = (
        element(
            "SeimoKadencija",
            kadencijos_id=term.label,
            data_nuo=start.format(term.start),
            data_iki=term.end or "",
        )
        for term in TERMS
    )
    return envelope(*listed).encode()


def world(numbers=NUMBERS):
    taken = (
        vote(-60100 - number, "dėl pritarimo po svarstymo", "Pritarta", f"2025-05-08 12:30:{number:02}")
        for number in numbers
    )
    told = (an_event("Balsavimas", -60100 - number, "Atviras") for number in numbers)
    registered = an_event("Registracija").replace("></", ' registracijos_id="-10049"></')
    found = {
        TERM_LIST: term_list(),
        FACTIONS: factions(faction("BLUE", "Mėlynųjų frakcija", 5)).body,
        MEMBERS: members(*PEOPLE).body,
        SESSIONS: sessions(SESSION).body,
        SITTINGS: sittings(HELD).body,
        COURSE: course(question(-9300, BLUE_BILL, "Svarstymas", *taken)).body,
        EVENTS: events(registered, *told).body,
        REGISTERED: registration().body,
        **{address_of_vote(number): ballots(number) for number in numbers},
    }
    return {
        **{url: [Reply(body, headers=XML)] for url, body in found.items()},
        ADDRESS: [Reply(SPOKEN.body, headers=HTML)],
    }


BAD_LISTS = {
    "a term that begins in another format of date": (
        TERM_LIST,
        bad(term_list("{:%d.%m.%Y}"), "is not a day"),
    ),
    "a member twice in the list": (MEMBERS, bad(members(*PEOPLE, PEOPLE[0]).body, "each once")),
    "a faction of another size than its list": (
        FACTIONS,
        bad(factions(faction("BLUE", "Mėlynųjų frakcija", 5, listed=4)).body, "padalinio_narių_skaičius"),
    ),
    "a registration with a date in another format": (
        REGISTERED,
        bad(registration(time="08.05.2025 12:30").body, "is not a moment"),
    ),
}
FAULTS = FAULTY_VOTES | BAD_LISTS
LONGER = transcript(CHAIR, ITEM, turn("M. GREEN", "Viena.", "BLUE"), turn("M. BLUE", "Antra.", "BLUE"))


BALLOTS_OF_VOTES = "SELECT count(*) FROM ballots WHERE vote_key LIKE 'lt-seimas--601%'"


def crawl(folder, changes=None):
    with serving(world() | (changes or {})) as source:
        return ottawa(*TERM, folder=folder, source=source)


def stored(folder):
    """What the open data says, without when it was said."""
    return [
        query(folder, "SELECT key, declared_yes, counted_yes, ballots_status FROM votes ORDER BY key"),
        query(folder, "SELECT vote_key, person_key, option, label, faction FROM ballots ORDER BY 1, 2"),
        query(folder, "SELECT person_id, faction_id, start_date, end_date FROM memberships ORDER BY 1, 2, 3"),
        query(folder, "SELECT key, member_count FROM factions ORDER BY key"),
        query(folder, "SELECT * FROM registrations ORDER BY key"),
        query(folder, "SELECT key, number FROM sittings"),
    ]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seimas")
    run = crawl(folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def failing(crawled):
    """What was stored, and what came of a second crawl in which every fault was met."""
    before = stored(crawled)
    changes = replies_of(BAD_LISTS) | {ADDRESS: [Reply(LONGER.body, headers=HTML)]}
    for number, (address, fault) in enumerate(FAULTY_VOTES.values(), 1):
        changes[address] = [for_vote(number, fault)]
    return before, crawl(crawled, changes)


def test_a_whole_session_is_stored_with_every_ballot_and_turn(crawled):
    count = "SELECT count(*) FROM {} WHERE origin = 'live'"
    assert query(crawled, count.format("votes")) == [(len(NUMBERS),)]
    assert query(crawled, BALLOTS_OF_VOTES) == [(5 * len(NUMBERS),)]
    assert query(crawled, "SELECT key, url FROM speeches ORDER BY position")[1] == (
        "lt-seimas-10-41-1-1",
        f"{ADDRESS}#klausimas1",
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_goes_wrong_is_a_named_state(fault, failing, crawled):
    address, expected = FAULTS[fault]
    ((state, reason),) = problems(crawled, address)
    assert state == expected.state
    assert expected.reason in reason


def test_a_crawl_with_faults_ends_with_1(failing):
    assert failing[1].returncode == 1


def test_what_was_stored_is_unharmed_by_answers_that_cannot_be_read(failing, crawled):
    assert stored(crawled) == failing[0]


def test_the_documents_are_read_while_the_open_data_fails(failing, crawled):
    assert query(crawled, "SELECT text FROM speeches ORDER BY position")[2:] == [("Antra.",)]


def test_a_transcript_cut_in_the_middle_leaves_the_stored_turns_alone(failing, crawled):
    spoken = "SELECT key, text, withdrawn_at FROM speeches ORDER BY key"
    before = query(crawled, spoken)
    run = crawl(crawled, {ADDRESS: [Reply(LONGER.body[: len(LONGER.body) // 2], headers=HTML)]})
    assert run.returncode == 1
    ((state, reason),) = problems(crawled, ADDRESS)
    assert (state, "cut off" in reason) == ("quarantined", True)
    assert query(crawled, spoken) == before


DENIAL = [Reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})]


def test_a_denial_by_the_robots_of_the_documents_leaves_the_open_data_to_be_read(tmp_path):
    run = crawl(tmp_path, {ROBOTS.format("e-seimas.lrs.lt"): DENIAL})
    assert run.returncode == 1
    assert problems(tmp_path, ADDRESS) == [("refused", "robots.txt does not allow it")]
    assert query(tmp_path, BALLOTS_OF_VOTES) == [(5 * len(NUMBERS),)]
