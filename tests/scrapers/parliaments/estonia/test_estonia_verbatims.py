"""Debates: what is read of a verbatim record, and which of its traps is met how."""

import datetime as dt
import json

import pytest
from estonia_answers import (
    VERBATIMS_URL,
    a_turn,
    a_verbatim,
    a_voting_event,
    an_event,
    an_item,
    answer,
    problem,
    problem_at,
    read_at,
    uuid,
)
from hypothesis import given, settings, strategies

from db.records import AgendaItem, Debate, Expectation, PersonId, Speech, Tally, TallyReport
from scrapers.pages import PageError

SITTING = "ee-riigikogu-202501081400"
CHAIR = "Aseesimees Member 001"
TALLY = "Selle poolt hääletas 4 Riigikogu liiget, vastu 1, erapooletuid 1."


def recorded(*items, **changes):
    """What is read of one sitting with these items."""
    return read_at(VERBATIMS_URL, [a_verbatim(*items, **changes)])


def the_debate(*items, **changes):
    (debate,) = [record for record in recorded(*items, **changes) if isinstance(record, Debate)]
    return debate


def the_item(**changes):
    (item,) = the_debate(an_item(**changes)).items
    return item


def the_turn(*args, **changes):
    (speech,) = the_debate(an_item(a_turn(*args, **changes))).speeches
    return speech


def reports(*events):
    return [record for record in recorded(an_item(*events)) if isinstance(record, TallyReport)]


def refused(*items, **changes):
    return problem_at(VERBATIMS_URL, [a_verbatim(*items, **changes)])


def test_a_sitting_is_a_debate_with_the_number_of_its_turns():
    debate, expectation = recorded(an_item(a_turn(), a_turn(time="14:01:00")))
    assert (debate.sitting, debate.chamber, debate.term) == (SITTING, "ee-riigikogu", "ee-riigikogu-15")
    assert expectation == Expectation(subject=SITTING, what="speeches", expected=2)


def test_a_turn_has_all_that_the_record_says_of_it():
    assert the_turn("Välisminister Member 017", "Words.") == Speech(
        key=f"{SITTING}-140030-1",
        position=1,
        item=f"{SITTING}-140030",
        date=dt.date(2025, 1, 8),
        start=dt.datetime(2025, 1, 8, 12, 0, 30, tzinfo=dt.UTC),
        speaker="Välisminister Member 017",
        person=PersonId(scheme="ee-riigikogu", identifier=uuid(1017), family_name="017", given_name="Member"),
        family_name="017",
        given_name="Member",
        office="Välisminister",
        capacity="minister",
        language="et",
        text="Words.",
        url="https://stenogrammid.riigikogu.ee/202501081400",
    )


def test_an_item_has_its_title_stage_and_bill():
    assert the_item() == AgendaItem(
        key=f"{SITTING}-140030",
        position=1,
        title="Ei millegi seaduse eelnõu (11 SE) teine lugemine",
        stage="teine lugemine",
        bills=("ee-riigikogu-15-11",),
    )


def test_turns_go_on_through_the_items_and_begin_anew_within_each():
    later = an_item(a_turn(time="14:20:00"), date="2025-01-08T14:20:00.000+00:00")
    speeches = the_debate(an_item(a_turn(), a_turn()), later).speeches
    assert [speech.position for speech in speeches] == [1, 2, 3]
    assert [speech.key.removeprefix(SITTING) for speech in speeches] == [
        "-140030-1",
        "-140030-2",
        "-142000-1",
    ]


def test_the_chairs_words_are_turns_of_a_chair():
    assert (the_turn(CHAIR).capacity, the_turn(CHAIR).office) == ("chair", "Aseesimees")


def test_a_rapporteur_is_told_apart_within_an_item():
    call = "Palun ettekandeks rahanduskomisjoni liikme Member 017."
    speeches = the_debate(an_item(a_turn(CHAIR, call), a_turn("Member 017"))).speeches
    assert [speech.capacity for speech in speeches] == ["chair", "rapporteur"]


# The traps of the handbook, by the names that it gives them.


def test_trap_false_utc_offset_is_tallinns_clock_in_summer_and_in_winter():
    assert the_turn().start == dt.datetime(2025, 1, 8, 12, 0, 30, tzinfo=dt.UTC)
    summer = the_debate(
        an_item(
            an_event("SPEECH", "15:05:04", "2025-06-04", speaker="Member 017"),
            date="2025-06-04T15:04:00.000+00:00",
        ),
        link="https://stenogrammid.riigikogu.ee/202506041400",
        date="2025-06-04T11:00:00.000+00:00",
    )
    assert summer.speeches[0].start == dt.datetime(2025, 6, 4, 12, 5, 4, tzinfo=dt.UTC)


def test_trap_the_sittings_own_date_is_true_utc():
    assert refused(date="2025-01-08T14:00:00.000+00:00").element == "$[0].date"


@pytest.mark.parametrize(
    "date", ["2025-01-08T14:00:30.000+02:00", "2025-01-08T12:00:30.000+00:00", "2025-01-08T12:00:30Z"]
)
def test_a_clock_that_has_become_true_is_noticed(date):
    error = refused(an_item(a_turn(date=date)))
    assert error.element == "$[0].agendaItems[0].events[0].date"
    assert "not Tallinn's clock" in error.problem


def test_a_sitting_is_on_record_some_minutes_before_it_begins():
    assert the_turn(time="13:58:03").start == dt.datetime(2025, 1, 8, 11, 58, 3, tzinfo=dt.UTC)


def test_trap_sitting_over_midnight_keeps_its_day():
    speech = the_turn(day="2025-01-09", time="00:31:48")
    assert speech.date == dt.date(2025, 1, 8)
    assert speech.start == dt.datetime(2025, 1, 8, 22, 31, 48, tzinfo=dt.UTC)


def test_trap_speaker_uuid_null_leaves_the_name():
    speech = the_turn(uuid=None)
    assert (speech.person, speech.family_name, speech.given_name) == (None, "017", "Member")


@pytest.mark.parametrize("identifier", ["510", "Kandidaat Member 017"])
def test_trap_speaker_uuid_is_no_uuid_and_leaves_the_name(identifier):
    assert the_turn(uuid=identifier).person is None


def test_trap_one_uuid_for_many_turns_is_the_person_and_not_the_turn():
    speeches = the_debate(an_item(a_turn(text="One."), a_turn(text="Two."))).speeches
    assert len({speech.key for speech in speeches}) == 2
    assert len({speech.person.identifier for speech in speeches}) == 1


@pytest.mark.parametrize("speaker", [None, "", " "])
def test_trap_empty_speaker_is_nobody(speaker):
    speech = the_turn(speaker)
    assert (speech.speaker, speech.person, speech.capacity, speech.text) == (None, None, None, "Words.")


def test_trap_leading_space_before_the_speaker_is_kept_and_does_no_harm():
    speech = the_turn(" Member 017")
    assert (speech.speaker, speech.given_name, speech.capacity) == (" Member 017", "Member", "member")


def test_trap_office_behind_the_name():
    assert the_turn("Member 017 rahandusminister").capacity == "minister"


def test_trap_cut_turns_are_not_merged():
    turns = a_turn(text="A speech …"), a_turn(CHAIR, "Kolm minutit lisaks."), a_turn(text="… goes on.")
    speeches = the_debate(an_item(*turns)).speeches
    assert [speech.text for speech in speeches] == ["A speech …", "Kolm minutit lisaks.", "… goes on."]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Infotund", "Infotund"),
        ("<p>Rail  Baltic</p>\n", "Rail Baltic"),
        ("<p>A &amp; B&nbsp;(11&nbsp;SE) <em>teine</em> lugemine</p>", "A & B (11 SE) teine lugemine"),
        ("Maksu\N{SOFT HYPHEN}seadus (11 SE) teine lugemine", "Maksuseadus (11 SE) teine lugemine"),
    ],
)  # fmt: skip
def test_trap_html_in_titles(title, plain):
    assert the_item(title=title).title == plain


@pytest.mark.parametrize("identifier", ["Istungi rakendamine", "Infotund", "Vaba mikrofon", None])
def test_trap_item_uuid_is_no_uuid(identifier):
    assert the_item(agendaItemUuid=identifier).key == f"{SITTING}-140030"


def test_two_items_of_the_same_second_are_told_apart():
    items = the_debate(an_item(), an_item()).items
    assert [item.key.removeprefix(SITTING) for item in items] == ["-140030", "-140030b2"]


@pytest.mark.parametrize(
    ("title", "stage", "bills"),
    [
        ("Eelnõu (11 SE) teise lugemise jätkamine", "teise lugemise jätkamine", ["11"]),
        ("Eelnõu (570 UA) teine lugemine", "teine lugemine", ["570"]),
        ('Otsuse "X" eelnõu (618 OE) esimene lugemine', "esimene lugemine", ["618"]),
        ("Eelnõud (5 SE) ja (6 SE) esimene lugemine", "esimene lugemine", ["5", "6"]),
        ("Eelnõu (11 SE)", None, ["11"]),
        ("Arupärimine (nr 607)", None, []),
        ("Seaduse (muutmise) 642 SE", None, []),
        ("Istungi rakendamine", None, []),
    ],
)
def test_an_item_names_its_bills_and_their_stage_at_the_end_of_its_title(title, stage, bills):
    item = the_item(title=title)
    assert (item.stage, item.bills) == (stage, tuple(f"ee-riigikogu-15-{mark}" for mark in bills))


def test_trap_bill_numbers_begin_anew_each_term():
    old = an_item(
        an_event("SPEECH", "11:00:00", "2023-01-12", speaker="Member 017"),
        title="Eelnõu (11 SE) esimene lugemine",
        date="2023-01-12T11:00:00.000+00:00",
    )
    place = {"link": "https://stenogrammid.riigikogu.ee/202301121000", "date": "2023-01-12T08:00:00Z"}
    assert the_debate(old, membership=14, **place).items[0].bills == ("ee-riigikogu-14-11",)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("end", ["", "/"])
def test_a_vote_is_linked_by_the_address_of_its_page(scheme, end):
    link = f"{scheme}://www.riigikogu.ee/a/haaletused/haaletustulemused-kohalolekukontroll/{uuid(7)}{end}"
    (item,) = the_debate(an_item(a_voting_event(link=link))).items
    assert item.votes == (f"ee-riigikogu-{uuid(7)}",)


def test_a_presence_check_is_linked_too_and_has_no_tally_read_out():
    check = a_voting_event(8, type="PRESENCE_CHECK")
    assert the_debate(an_item(check)).items[0].votes == (f"ee-riigikogu-{uuid(8)}",)
    assert reports(check, a_turn(CHAIR, TALLY)) == []


@pytest.mark.parametrize("link", ["", None, f"https://www.riigikogu.ee/eelnoud/eelnou/{uuid(5)}/x"])
def test_trap_voting_link_null_or_of_a_bill_is_no_link(link):
    event = {**a_voting_event(), "link": link}
    assert the_debate(an_item(event)).items[0].votes == ()
    assert reports(event, a_turn(CHAIR, TALLY)) == []


def test_trap_voting_link_doubled_is_no_link_in_either_place():
    events = a_voting_event(7), a_voting_event(7, "14:20:00"), a_voting_event(8, "14:30:00")
    assert the_debate(an_item(*events)).items[0].votes == (f"ee-riigikogu-{uuid(8)}",)


def test_the_tally_that_the_chair_reads_out_is_a_report_of_its_own():
    assert reports(a_voting_event(), a_turn(CHAIR, TALLY)) == [
        TallyReport(
            vote=f"ee-riigikogu-{uuid(7)}",
            place="read out by the chair",
            tally=Tally(yes=4, no=1, abstain=1),
        )
    ]


@pytest.mark.parametrize(
    "events",
    [
        (a_voting_event(), a_turn("Member 017", TALLY)),
        (a_voting_event(), a_turn(CHAIR, "Palun vaikust!"), a_turn(CHAIR, TALLY)),
        (a_voting_event(7), a_voting_event(8), a_turn(CHAIR, TALLY)),
        (a_turn(CHAIR, TALLY),),
        (a_voting_event(), a_turn(CHAIR, None)),
    ],
    ids=["not the chair", "not at once", "after two votes", "after none", "without words"],
)
def test_a_tally_is_only_taken_where_it_is_plain_whose_it_is(events):
    assert reports(*events) == []


def test_the_contracts_name_of_a_vote_is_known_too():
    assert len(reports(a_voting_event(type="VOTING_RESULT"), a_turn(CHAIR, TALLY))) == 1


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_turn_without_words_is_a_turn_whose_text_is_unknown(text):
    speech = the_turn(text=text)
    assert (speech.text, speech.language, speech.speaker) == (None, None, "Member 017")


@pytest.mark.parametrize("text", [" A &amp; B\n\nC\N{SOFT HYPHEN}D (Naer.) [ja] … ", "<p>x</p>"])
def test_no_character_of_the_words_is_lost(text):
    assert the_turn(text=text).text == text


@given(strategies.lists(strategies.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
@settings(max_examples=30)
def test_all_words_of_a_sitting_are_there_in_their_order(texts):
    speeches = the_debate(an_item(*(a_turn(text=text) for text in texts))).speeches
    assert [speech.text for speech in speeches] == texts


def test_a_time_that_goes_backwards_leaves_the_order_as_it_is():
    speeches = the_debate(an_item(a_turn(time="14:05:00"), a_turn(time="14:04:00"))).speeches
    assert [speech.position for speech in speeches] == [1, 2]
    assert speeches[0].start > speeches[1].start


def test_the_end_of_a_sitting_is_no_turn():
    assert len(the_debate(an_item(a_turn(), an_event("SESSION_END", text="14:10"))).speeches) == 1


def test_an_item_in_which_nobody_spoke_is_an_item():
    assert the_debate(an_item() | {"events": []}).speeches == ()


def test_an_internal_host_in_the_link_is_replaced_by_the_public_one():
    link = "https://hans-frontend.riigikogu.ee/et/202501081400"
    assert the_debate(link=link).speeches[0].url == "https://stenogrammid.riigikogu.ee/202501081400"


def test_several_sittings_of_a_month_are_several_debates():
    evening = {"link": "https://stenogrammid.riigikogu.ee/202501081300", "date": "2025-01-08T11:00:00Z"}
    records = read_at(VERBATIMS_URL, [a_verbatim(), a_verbatim(**evening)])
    assert [record.sitting[-12:] for record in records if isinstance(record, Debate)] == [
        "202501081400",
        "202501081300",
    ]


# What is refused.


def test_a_sitting_that_comes_twice_is_a_named_error():
    assert problem_at(VERBATIMS_URL, [a_verbatim(), a_verbatim()]).element == "$[1].link"


def test_an_unknown_kind_of_event_is_a_named_error():
    error = refused(an_item(a_turn(), an_event("VIDEO")))
    assert (error.element, error.problem) == ("$[0].agendaItems[0].events[1].type", "unknown word 'VIDEO'")


@pytest.mark.parametrize(
    "link", ["https://stenogrammid.riigikogu.ee/", "202501081400", "https://x.ee/2025010814"]
)
def test_a_link_without_a_sitting_is_a_named_error(link):
    assert refused(link=link).element == "$[0].link"


@pytest.mark.parametrize("membership", [14, 16])
def test_a_sitting_of_another_term_than_it_says_is_a_named_error(membership):
    assert refused(membership=membership).element == "$[0].membership"


@pytest.mark.parametrize("element", ["membership", "link", "date", "agendaItems"])
def test_a_missing_element_of_a_sitting_is_a_named_error(element):
    assert element in refused(**{element: None}).problem


@pytest.mark.parametrize("element", ["date", "title", "events"])
def test_a_missing_element_of_an_item_is_a_named_error(element):
    assert element in refused(an_item(**{element: None})).problem


@pytest.mark.parametrize("date", ["2025-01-08T14:00:30", "8.01.2025 14:00", ""])
def test_a_date_in_another_form_is_a_named_error(date):
    assert refused(an_item(a_turn(date=date))).element.startswith("$[0].agendaItems[0].events[0]")


def test_a_period_without_a_sitting_is_a_named_error():
    assert problem_at(VERBATIMS_URL, []).element == "$"


def test_a_sitting_without_items_is_a_named_error():
    assert refused(agendaItems=[]).element == "$[0].agendaItems"


WHOLE = json.dumps([a_verbatim(an_item(a_turn(), a_turn()))]).encode()


@pytest.mark.parametrize("length", [1, len(WHOLE) // 2, len(WHOLE) - 1])
def test_a_record_cut_in_the_middle_is_refused(length):
    assert problem(answer(VERBATIMS_URL, WHOLE[:length])).element == "body"


def test_a_record_in_another_encoding_is_refused():
    body = json.dumps([a_verbatim(an_item(a_turn(text="õ")))], ensure_ascii=False).encode("latin-1")
    assert problem(answer(VERBATIMS_URL, body)).element in {"body", "$"}


def test_a_refusal_in_html_is_refused_by_its_title():
    html = b"<html><head><title>429 Too Many Requests</title></head></html>"
    assert "429" in problem(answer(VERBATIMS_URL, html)).problem


@given(strategies.binary(max_size=60))
def test_whatever_comes_is_refused_by_name(body):
    with pytest.raises(PageError):
        read_at(VERBATIMS_URL, body)
