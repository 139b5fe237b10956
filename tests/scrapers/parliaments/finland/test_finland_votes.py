"""A vote with its ballots, on an invented Eduskunta."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_eduskunta import BALLOTS, answer, ballot, both, by_group, item, read, vote

from db.records import Expectation, Faction, Sitting, Tally, count
from scrapers.pages import Answer, PageError
from scrapers.parliaments.finland import VOTE

PATH = "taysistunnot/aanestykset/2025-3-2"


def vote_of(wire):
    return read(answer(PATH, wire))[-1]


def factions_of(wire):
    return [record for record in read(answer(PATH, wire)) if isinstance(record, Faction)]


def error_of(wire, path=PATH):
    with pytest.raises(PageError) as caught:
        read(answer(path, wire))
    return caught.value


def changed(number, **changes):
    ballots = [{**row, **changes} if index == number else row for index, row in enumerate(BALLOTS)]
    return {**vote(), "aanestystapahtumat": ballots}


def test_a_vote_has_keys_by_its_parliamentary_year():
    found = vote_of(vote())
    assert (found.key, found.sitting, found.term) == (
        "fi-eduskunta-2025-3-2",
        "fi-eduskunta-2025-3",
        "fi-eduskunta-2025",
    )


def test_a_vote_has_titles_in_both_languages_without_the_blanks_at_their_end():
    found = vote_of(vote())
    assert found.title == "Hallituksen esitys sinisestä laista"
    assert found.title_sv == "Regeringens proposition om en blå lag"


def test_a_title_without_finnish_is_the_swedish_one():
    wire = vote()
    wire["kohta"]["otsikko"] = both(None, "En blå lag")
    assert vote_of(wire).title == "En blå lag"


def test_a_title_in_neither_language_is_a_named_error():
    wire = vote()
    wire["kohta"]["otsikko"] = both(None, " ")
    assert error_of(wire).element == "kohta.otsikko"


def test_a_vote_has_the_question_put_in_both_languages():
    found = vote_of(vote())
    assert (found.question, found.question_sv) == (
        "Hyväksyminen / hylkääminen",
        "Godkännande / förkastande",
    )


def test_a_vote_without_a_question_is_a_named_error():
    assert error_of(vote(aanestysotsikko=both(None))).element == "aanestysotsikko"


def test_a_vote_names_its_bill():
    found = vote_of(vote())
    assert (found.bill, found.bill_number) == ("fi-eduskunta-he-7-2025", "HE 7/2025 vp")
    assert found.bill_title == found.title


def test_a_chapter_of_the_budget_does_not_lend_its_title_to_the_bill():
    assert vote_of(vote(kohta=item(heading="Kokous"))).bill_title is None


def test_a_vote_on_no_matter_has_no_bill():
    assert vote_of(vote(kohta=item(number=None))).bill is None


def test_a_bill_number_of_another_form_is_a_named_error():
    assert error_of(vote(kohta=item(number="HE seitsemän"))).element == "paaasiakirjaEduskuntatunnus"


def test_a_vote_leads_to_its_public_page():
    assert vote_of(vote()).url == "https://www.eduskunta.fi/aanestystulos/2/3/2025"


def test_the_date_is_cut_off_its_offset():
    assert vote_of(vote()).date == dt.date(2025, 3, 4)


def test_a_vote_after_midnight_keeps_the_date_of_its_sitting():
    found = vote_of(vote(aanestysalkuaika="2025-03-05T00:40:00.000+02:00"))
    assert found.date == dt.date(2025, 3, 4)
    assert found.time == dt.datetime(2025, 3, 5, 0, 40, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_the_announced_time_may_lie_after_the_vote_and_is_not_its_time():
    announced = {"ilmoitettualkuaika": "2025-03-04T17:00:00.000+02:00", "paivajarjestyksenotsikko": "klo"}
    assert vote_of(vote(**announced)) == vote_of(vote())


def test_a_vote_of_january_belongs_to_the_parliamentary_year_before():
    found = vote_of(vote(istuntopvm="2026-01-20+02:00"))
    assert (found.date, found.term) == (dt.date(2026, 1, 20), "fi-eduskunta-2025")


def test_the_heading_says_which_reading_it_is_where_the_wording_beside_it_differs():
    placed = item(heading="Toinen käsittely")
    placed["kasittelyvaihenimi"] = both("Osittain ensimmäinen käsittely")
    assert vote_of(vote(kohta=placed)).is_final
    placed = item(heading="Ensimmäinen käsittely")
    placed["kasittelyvaihenimi"] = both("Toinen käsittely")
    assert not vote_of(vote(kohta=placed)).is_final


def test_the_printed_number_of_an_item_and_its_place_on_the_agenda_are_not_taken_for_each_other():
    placed = {**item(), "jarjestys": 4, "tunniste": "3", "nakyykokohtatunniste": True}
    assert vote_of(vote(kohta=placed)) == vote_of(vote())


def test_a_swedish_number_is_a_translation_and_makes_no_bill():
    assert error_of(vote(kohta=item(number="RP 7/2025 rd"))).element == "paaasiakirjaEduskuntatunnus"


def test_a_date_that_is_none_is_a_named_error():
    assert error_of(vote(istuntopvm="tiistaina")).element == "istuntopvm"


def test_a_time_without_a_zone_is_a_named_error():
    assert "aanestysalkuaika" in error_of(vote(aanestysalkuaika="2025-03-04T15:16:17.890")).element


def test_the_sitting_is_stored_with_its_number_and_date():
    sitting = read(answer(PATH, vote()))[0]
    assert sitting == Sitting(
        key="fi-eduskunta-2025-3",
        chamber="fi-eduskunta",
        term="fi-eduskunta-2025",
        number=3,
        dates=(dt.date(2025, 3, 4),),
        transcript_url="https://www.eduskunta.fi/valtiopaivaasiakirjat/PTK+3/2025",
    )


def test_an_unknown_parliamentary_year_is_a_named_error():
    wire = vote(id="1925-3-2", istunnonTunniste="1925-3", istuntovpvuosi="1925")
    assert error_of(wire, "taysistunnot/aanestykset/1925-3-2").element == "istuntovpvuosi"


@pytest.mark.parametrize(
    ("label", "option"),
    [("Jaa", "yes"), ("Ei", "no"), ("Tyhjää", "abstain"), ("Tyhjä", "abstain"), ("Poissa", "absent")],
)
def test_each_label_of_the_handbook_has_its_option(label, option):
    column = {"yes": "jaa", "no": "ei", "abstain": "tyhjia", "absent": "poissa"}[option]
    figures = {"jaa": 0, "ei": 0, "tyhjia": 0, "poissa": 0, "yhteensa": 1, column: 1}
    share = {"nimi": both("-"), **figures}
    wire = vote(ballot(1, label), aanestystulos=figures)
    breakdowns = ("hallitusoppositioJakaumat", "eduskuntaryhmaJakaumat", "vaalipiiriJakaumat")
    found = vote_of({**wire, **{name: [share] for name in breakdowns}}).ballots[0]
    assert (found.option, found.label) == (option, label)


@given(st.text().filter(lambda label: label not in {"Jaa", "Ei", "Poissa"} and label[:4] != "Tyhj"))
def test_any_other_label_is_a_named_error(label):
    assert error_of(changed(0, kayttaytyminen=both(label))).element == "kayttaytyminen"


def test_an_abstention_has_a_ballot():
    assert vote_of(vote()).declared == Tally(yes=2, no=1, abstain=1, absent=1)


def test_the_ballots_add_up_to_the_tally():
    found = vote_of(vote())
    assert count(found.ballots).yes == found.declared.yes == 2


def test_a_ballot_keeps_the_name_and_group_of_that_day():
    found = vote_of(changed(3, sukunimi="New Name")).ballots[3]
    assert (found.identifier, found.family_name, found.faction) == ("4", "New Name", "green")


def with_group(name, abbreviation):
    """A vote in which the first ballot is that of a group of one."""
    return vote({**BALLOTS[0], "eduskuntaryhma": both(name), "edkryhmalyhenne": abbreviation}, *BALLOTS[1:])


@pytest.mark.parametrize("missing", [None, both(None), both(""), both("-")])
def test_a_group_whose_abbreviation_is_missing_goes_by_its_name(missing):
    """As that of the real member who sat in a group of one in 2020."""
    found = vote_of(with_group("Member 001:n eduskuntaryhmä", missing))
    assert found.ballots[0].faction == "Member 001:n eduskuntaryhmä"
    assert found.ballots[1].faction == "blue"


def test_the_row_of_a_group_without_an_abbreviation_goes_by_the_label_of_its_ballots():
    found = vote_of(with_group("Member 001:n eduskuntaryhmä", both("-")))
    labels = {part.label for part in found.breakdowns if part.kind == "faction"}
    assert labels == {"Member 001:n eduskuntaryhmä", "blue", "green"}


@pytest.mark.parametrize("name", ["", "-"])
def test_a_ballot_that_names_no_group_at_all_is_a_named_error(name):
    error = error_of(with_group(name, both(None)))
    assert (error.element, error.problem) == ("eduskuntaryhma", "no group is named for 1")


def test_a_member_of_no_group_by_the_words_of_the_answer_has_no_faction():
    outside = {"eduskuntaryhma": both("Eduskuntaryhmään kuulumaton"), "edkryhmalyhenne": None}
    ballots = [*BALLOTS[1:], {**BALLOTS[0], **outside}]
    found = vote_of({**vote(*ballots), "eduskuntaryhmaJakaumat": by_group(ballots)})
    assert found.ballots[-1].faction is None


def test_the_groups_of_the_ballots_are_mentioned_with_both_names():
    assert factions_of(vote()) == [
        Faction(
            chamber="fi-eduskunta",
            label=label,
            name=name,
            name_sv=f"{label} riksdagsgruppen",
            is_mention=True,
        )
        for label, name in (("blue", "Sininen eduskuntaryhmä"), ("green", "Viherä eduskuntaryhmä"))
    ]


def test_a_ballot_without_the_swedish_name_of_its_group_does_not_hide_it():
    wire = changed(0, eduskuntaryhma=both("Sininen eduskuntaryhmä", None))
    assert factions_of(wire)[0].name_sv == "blue riksdagsgruppen"


def test_an_unknown_speaker_of_dashes_is_no_problem():
    wire = vote(puhemies={"henkilonumero": "-", "sukunimi": "-", "etunimi": "-"})
    assert len(vote_of(wire).ballots) == 5


def test_a_vote_without_the_speaker_is_whole():
    ballots = [ballot(number, "Jaa") for number in range(199)]
    assert len(vote_of(vote(*ballots)).ballots) == 199


@pytest.mark.parametrize("ballots", [None, []])
def test_an_answer_without_ballots_is_a_named_error(ballots):
    assert error_of(vote(aanestystapahtumat=ballots)).element == "aanestystapahtumat"


def test_a_removed_ballot_is_a_named_error():
    assert error_of({**vote(), "aanestystapahtumat": BALLOTS[1:]}).element == "aanestystulos.yhteensa"


def test_a_changed_label_is_a_named_error():
    assert error_of(changed(0, kayttaytyminen=both("Ei"))).element == "aanestystulos"


def test_two_ballots_of_one_member_are_a_named_error():
    error = error_of(changed(0, henkilonumero="2"))
    assert error.element == "aanestystapahtumat.henkilonumero"
    assert "'2'" in error.problem


@pytest.mark.parametrize(
    "breakdown", ["hallitusoppositioJakaumat", "eduskuntaryhmaJakaumat", "vaalipiiriJakaumat"]
)
def test_a_breakdown_that_does_not_add_up_to_the_tally_is_a_named_error(breakdown):
    wire = vote()
    wire[breakdown] = wire[breakdown] * 2
    assert error_of(wire).element == breakdown


def test_a_row_of_a_breakdown_that_does_not_add_up_is_a_named_error():
    wire = vote()
    wire["vaalipiiriJakaumat"][0]["yhteensa"] += 1
    assert error_of(wire).element == "vaalipiiriJakaumat.yhteensa"


def test_a_group_whose_ballots_differ_from_its_row_is_a_named_error():
    wire = vote()
    rows = wire["eduskuntaryhmaJakaumat"]
    rows[0]["nimi"], rows[1]["nimi"] = rows[1]["nimi"], rows[0]["nimi"]
    assert error_of(wire).element.startswith("eduskuntaryhmaJakaumat, ")


def test_a_group_spelled_with_another_blank_in_the_breakdown_as_liike_nyt_is_no_error():
    wire = vote()
    wire["eduskuntaryhmaJakaumat"][0]["nimi"] = both("Sininen -eduskuntaryhmä")
    assert len(vote_of(wire).ballots) == 5


def test_a_district_spelled_otherwise_in_the_breakdown_as_that_of_aland_is_no_error():
    ballots = [{**row, "vaalipiiri": both("Ahvenanmaan vaalipiiri")} for row in BALLOTS]
    wire = vote(*ballots)
    wire["vaalipiiriJakaumat"][0]["nimi"] = both("Ahvenanmaan maakunnan vaalipiiri")
    assert len(vote_of(wire).ballots) == 5


def test_an_answer_about_another_vote_is_a_named_error():
    assert error_of(vote(), "taysistunnot/aanestykset/2025-3-1").element == "id"


def test_a_vote_of_another_sitting_than_its_id_is_a_named_error():
    assert error_of(vote(istuntonumero="4")).element == "istunnonTunniste"


def test_a_vote_of_another_number_than_its_id_is_a_named_error():
    assert error_of(vote(aanestysnumero="3")).element == "aanestysnumero"


def test_a_vote_number_that_is_no_number_is_a_named_error():
    wire = json.dumps(vote(id="2025-3-x", aanestysnumero="x")).encode()
    with pytest.raises(PageError, match="aanestysnumero: 'x' is not a number"):
        VOTE.read(Answer(url="https://api.eduskunta.fi/2025-3-x", body=wire))


def test_more_for_than_against_passes():
    assert vote_of(vote()).outcome == "passed"


def test_more_against_than_for_rejects():
    assert vote_of(vote(ballot(1, "Ei"), ballot(2, "Poissa"))).outcome == "rejected"


def test_the_outcome_of_a_tie_is_unknown():
    assert vote_of(vote(ballot(1, "Jaa"), ballot(2, "Ei"))).outcome is None


def test_a_majority_for_urgency_may_not_be_enough_so_the_outcome_is_unknown():
    question = both("Kiireelliseksi julistamisen hyväksyminen / hylkääminen")
    assert vote_of(vote(aanestysotsikko=question)).outcome is None


def test_a_vote_is_broken_down_by_sides_groups_and_districts():
    found = {(part.kind, part.label): part.tally for part in vote_of(vote()).breakdowns}
    assert found == {
        ("side", "Kaikki"): Tally(yes=2, no=1, abstain=1, absent=1),
        ("faction", "blue"): Tally(yes=2, no=0, abstain=1, absent=0),
        ("faction", "green"): Tally(yes=0, no=1, abstain=0, absent=1),
        ("district", "Keksitty maakunnan vaalipiiri"): Tally(yes=2, no=1, abstain=1, absent=1),
    }


def test_a_group_spelled_otherwise_in_the_breakdown_keeps_the_words_of_the_source():
    wire = vote()
    wire["eduskuntaryhmaJakaumat"][0]["nimi"] = both("Sininen -eduskuntaryhmä")
    assert "Sininen -eduskuntaryhmä" in {part.label for part in vote_of(wire).breakdowns}


def test_a_vote_says_how_many_ballots_it_has():
    expected = [record for record in read(answer(PATH, vote())) if isinstance(record, Expectation)]
    assert expected == [Expectation(subject="fi-eduskunta-2025-3-2", what="ballots", expected=5)]


def test_an_annulled_vote_keeps_its_ballots_and_says_so():
    found = vote_of(vote(aanestysmitatoity=True))
    assert (found.is_annulled, found.outcome, len(found.ballots)) == (True, "annulled", 5)


def test_a_vote_on_the_bill_in_its_second_reading_is_final():
    found = vote_of(vote())
    assert (found.meaning_of_yes, found.is_final) == ("for the bill", True)


@pytest.mark.parametrize("element", sorted(set(vote()) - {"puhemies"}))
def test_an_element_that_is_missing_is_a_named_error(element):
    wire = {name: value for name, value in vote().items() if name != element}
    assert element in error_of(wire).problem


def test_an_answer_cut_in_half_is_a_named_error():
    whole = answer(PATH, vote())
    half = Answer(url=whole.url, body=whole.body[: len(whole.body) // 2])
    with pytest.raises(PageError, match="not whole JSON"):
        read(half)


@given(
    st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5), st.sampled_from(list(vote()))
)
def test_nonsense_in_any_element_is_a_named_error_or_a_whole_vote(nonsense, element):
    try:
        records = read(answer(PATH, vote(**{element: nonsense})))
    except PageError:
        return
    assert len(records[-1].ballots) == 5
