"""A bill with its stages and papers, on an invented Eduskunta."""

import datetime as dt

import pytest
from invented_eduskunta import answer, both, event, matter, paper, proposal, read

from scrapers.pages import PageError
from scrapers.parliaments.finland.stages import kind_of

PATH = "valtiopaivaasiat/HE%207%2F2025%20vp"


def bill_of(wire, path=PATH):
    return read(answer(path, wire))[0]


def error_of(wire, path=PATH):
    with pytest.raises(PageError) as caught:
        read(answer(path, wire))
    return caught.value


def test_a_bill_has_a_readable_key_and_its_number():
    bill = bill_of(matter())
    assert (bill.key, bill.number) == ("fi-eduskunta-he-7-2025", "HE 7/2025 vp")


def test_a_bill_has_titles_in_both_languages():
    bill = bill_of(matter())
    assert bill.title == "Hallituksen esitys sinisestä laista"
    assert bill.title_sv == "Regeringens proposition om en blå lag"


def test_a_bill_says_when_it_came_and_how_it_ended():
    bill = bill_of(matter())
    assert (bill.submitted, bill.closed) == (dt.date(2025, 2, 5), dt.date(2025, 3, 4))
    assert (bill.kind, bill.decision) == ("Hallituksen esitys", "Hyväksytty")


def test_the_time_of_indexing_is_no_event():
    indexed = matter(viimeisinJulkaisuajankohta=both("2026-02-01T03:04:05Z"))
    assert read(answer(PATH, indexed)) == read(answer(PATH, matter()))


def test_a_vote_in_a_committee_is_words_of_a_stage_and_no_vote():
    taken = event("2025-02-20", 1, "VKP", committee="Sinivaliokunta")
    taken["fraasi"]["fraasisisalto"] = "Äänin 9—4 valiokunta hylkäsi ehdotuksen."
    bill, *papers = read(answer(PATH, matter(taken)))
    assert bill.stages[0].decision == "Äänin 9—4 valiokunta hylkäsi ehdotuksen."
    assert {type(record).__name__ for record in papers} == {"Document"}


def test_words_without_a_blank_between_sentences_are_kept_as_printed():
    told = event("2025-02-20", 1, "VKP")
    told["fraasi"] = {"fraasisisalto": "Asia päättyi.Ei lausumia.", "fraasiryhmat": [[{"nimi": "Member"}]]}
    assert bill_of(matter(told)).stages[0].decision == "Asia päättyi.Ei lausumia."


def test_a_bill_that_is_not_finished_has_no_end():
    bill = bill_of(matter(paattymispvm=both(None), kokonaispaatosnimi=both(None)))
    assert (bill.closed, bill.decision) == (None, None)


def test_a_bill_has_the_statute_numbers_of_its_acts_in_order():
    proposals = both([proposal(2, statute="12/2025"), proposal(1, statute="11/2025"), proposal(3)])
    assert bill_of(matter(ehdotukset=proposals)).act == "11/2025, 12/2025"


def test_a_bill_of_no_published_act_has_none():
    assert bill_of(matter()).act is None


def test_a_bill_leads_to_its_public_page():
    assert bill_of(matter()).url == "https://www.eduskunta.fi/valtiopaivaasiat/HE+7/2025"


def test_a_bill_belongs_to_its_parliamentary_year():
    assert bill_of(matter()).term == "fi-eduskunta-2025"


def test_a_bill_of_a_year_that_the_descriptor_does_not_know_has_no_term():
    assert bill_of(matter(valtiopaivavuosi=both("1925"))).term is None


def test_a_bill_of_no_title_is_a_named_error():
    assert error_of(matter(nimeke=both(None))).element == "nimeke"


def test_only_the_bill_on_the_convention_is_tracked():
    tracked = matter(number="HE 56/2025 vp")
    assert bill_of(tracked, "valtiopaivaasiat/HE%2056%2F2025%20vp").is_tracked
    assert not bill_of(matter()).is_tracked


def test_stages_are_in_the_order_of_their_days_and_then_of_the_source():
    events = [
        event("2025-02-20", 9, "1K"),
        event("2025-02-07", 5, "ILMVK"),
        event("2025-02-07", 3, "LK"),
        event("2025-02-06", 40, "ILM"),
    ]
    found = [stage.kind for stage in bill_of(matter(*events)).stages]
    assert found == ["announcement", "referral debate", "committee", "first reading"]


def test_a_stage_says_who_did_what_when():
    stage = bill_of(matter(event("2025-02-20", 9, "VKP", "Valiokunnan päätös", "Sininen valiokunta"))).stages[
        0
    ]
    assert (stage.label, stage.actor) == ("Valiokunnan päätös", "Sininen valiokunta")
    assert (stage.decision, stage.identifier) == ("Vaihe 9 päättyi.", "EDK-TP-9")
    assert stage.date == dt.date(2025, 2, 20)


def test_a_stage_of_nobody_and_no_words_has_neither():
    bare = {**event("2025-02-20", 9, "2K"), "valiokunta": None, "fraasi": None}
    stage = bill_of(matter(bare)).stages[0]
    assert (stage.actor, stage.decision) == (None, None)


def test_the_confirmation_of_each_act_is_a_stage():
    proposals = both([proposal(1, "2025-03-20", "11/2025"), proposal(2)])
    last = bill_of(matter(event("2025-03-21", 1, "TOIMEV"), ehdotukset=proposals)).stages[0]
    assert (last.kind, last.date, last.document) == ("signature", dt.date(2025, 3, 20), "11/2025")


def test_confirmations_of_two_acts_have_two_identifiers():
    proposals = both([proposal(1, "2025-03-20"), proposal(2, "2025-03-20")])
    stages = bill_of(matter(ehdotukset=proposals)).stages
    assert [stage.identifier for stage in stages[1:]] == ["vahvistuspvm-1", "vahvistuspvm-2"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ILM", "announcement"),
        ("LK", "referral debate"),
        ("1K", "first reading"),
        ("2K", "second reading"),
        ("EV", "reply"),
        ("TOIMEV", "reply"),
        ("VALMK", "committee"),
        ("ATK", "committee"),
        ("ATKK", "committee"),
    ],
)
def test_each_code_has_its_kind(code, kind):
    assert kind_of(code, "Vaihe") == kind


@pytest.mark.parametrize("code", ["ILMVKA", "YKSKASA", "KASVKPA", "PAATVKA", "ATKA"])
def test_the_suffix_a_is_the_opinion_of_another_committee(code):
    assert kind_of(code, "Vaihe, aliasia") == "opinion"


def test_an_unknown_code_with_the_suffix_a_is_no_opinion():
    assert kind_of("XYZA", "Vaihe, aliasia") == "other"


def test_an_only_reading_is_known_by_its_words_since_its_code_is_not():
    assert kind_of("AK", "Ainoa käsittely") == "only reading"


def test_an_unknown_code_is_another_stage_with_the_words_of_the_source():
    stage = bill_of(matter(event("2025-02-20", 9, "XYZ", "Uusi vaihe"))).stages[0]
    assert (stage.kind, stage.label) == ("other", "Uusi vaihe")


def test_a_matter_without_events_is_a_named_error():
    assert error_of(matter(kasittelyt=both([], []))).element == "kasittelyt.fi"


def test_the_papers_of_a_bill_are_in_the_order_of_the_source():
    papers = both([paper("EV 2/2025 vp", 3), paper("HE 7/2025 vp", 1), paper("SiVM 1/2025 vp", 2)])
    assert bill_of(matter(keskeisetAsiakirjat=papers)).documents == (
        "HE 7/2025 vp",
        "SiVM 1/2025 vp",
        "EV 2/2025 vp",
    )


def test_a_paper_has_a_key_a_title_a_date_and_its_bill():
    papers = both([paper("SiVM 1/2025 vp", 2)])
    document = read(answer(PATH, matter(keskeisetAsiakirjat=papers)))[1]
    assert (document.key, document.term) == ("fi-eduskunta-sivm-1-2025", "fi-eduskunta-2025")
    assert (document.title, document.date) == ("Sininen laki", dt.date(2025, 2, 10))
    assert document.bills == ("fi-eduskunta-he-7-2025",)


def test_a_title_of_a_paper_loses_the_blanks_at_its_end():
    papers = both([{**paper("SiVM 1/2025 vp", 2), "nimeketeksti": "Sininen laki  "}])
    assert read(answer(PATH, matter(keskeisetAsiakirjat=papers)))[1].title == "Sininen laki"


def test_a_paper_that_can_be_read_leads_to_its_text():
    url = read(answer(PATH, matter()))[1].url
    assert url == "https://api.eduskunta.fi/api/v1/asiakirjat/edktunnus/EDK-1/html"


def test_a_paper_that_cannot_be_read_leads_nowhere():
    papers = both([paper("SiVM 1/2025 vp", 2, readable=False)])
    assert read(answer(PATH, matter(keskeisetAsiakirjat=papers)))[1].url is None


def test_a_paper_without_a_number_is_a_named_error():
    nameless = {**paper("", 1), "eduskuntatunnus": None}
    assert "eduskuntatunnus" in error_of(matter(keskeisetAsiakirjat=both([nameless]))).element


def test_the_date_of_the_reply_is_not_the_date_of_the_decision():
    wire = matter(keskeisetAsiakirjat=both([paper("EV 2/2025 vp", 1)]))
    bill, reply = read(answer(PATH, wire))
    assert reply.date < bill.closed


def test_an_answer_about_another_matter_is_a_named_error():
    assert error_of(matter(), "valtiopaivaasiat/HE%208%2F2025%20vp").element == "eduskuntatunnus.fi"


def test_a_joint_number_makes_a_key_too():
    wire = matter(number="LA 1, 18/2025 vp")
    assert bill_of(wire, "valtiopaivaasiat/LA%201%2C%2018%2F2025%20vp").key == "fi-eduskunta-la-1-18-2025"


def test_a_range_of_numbers_with_an_em_dash_makes_a_key():
    wire = matter(number="LA 1—3/2025 vp")
    path = "valtiopaivaasiat/LA%201%E2%80%943%2F2025%20vp"
    assert bill_of(wire, path).key == "fi-eduskunta-la-1-3-2025"


@pytest.mark.parametrize("element", sorted(matter()))
def test_an_element_that_is_missing_is_a_named_error(element):
    wire = {name: value for name, value in matter().items() if name != element}
    assert element in error_of(wire).problem
