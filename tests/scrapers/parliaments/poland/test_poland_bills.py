import datetime as dt

import pytest
from poland_answers import a_listed_vote, a_print, a_process, a_stage, changed, problem, read

from db.records import Document, Tally, TallyReport

PROCESS = "processes/11"
DENUNCIATION = "o wypowiedzeniu Konwencji o zakazie użycia min przeciwpiechotnych"


def the_bill(*stages, **changes):
    bill, *_ = read(PROCESS, a_process(*stages, **changes))
    return bill


def the_stage(stage):
    return the_bill(stage).stages[0]


def a_voting(**changes):
    return a_stage("Voting", "Głosowanie", voting=a_listed_vote(**changes))


def test_a_bill_is_named_by_its_first_print():
    bill = the_bill()
    assert (bill.key, bill.number, bill.term) == ("pl-sejm-10-11", "11", "pl-sejm-10")


def test_a_number_with_a_letter_makes_a_key_too():
    bill, *_ = read("processes/18073-z", a_process(number="18073-z"))
    assert bill.key == "pl-sejm-10-18073-z"


def test_a_bill_leads_to_its_public_page():
    assert the_bill().url == "https://www.sejm.gov.pl/Sejm10.nsf/PrzebiegProc.xsp?nr=11"


def test_a_bill_has_its_days_and_its_act():
    bill = the_bill(closureDate="2025-06-25", ELI="DU/2025/1")
    assert (bill.submitted, bill.closed) == (dt.date(2025, 1, 2), dt.date(2025, 6, 25))
    assert (bill.act, bill.kind) == ("DU/2025/1", "projekt ustawy")


def test_a_bill_that_the_sejm_passed_is_not_an_act_yet():
    assert the_bill(passed=True).act is None


@pytest.mark.parametrize(
    ("title", "sponsor"),
    [
        ("Rządowy projekt", "government"),
        ("Poselski projekt", "deputies"),
        ("Senacki projekt", "Senate"),
        ("Obywatelski projekt", "citizens"),
        ("Komisyjny projekt", "committee"),
        ("Przedstawiony przez Prezydenta projekt", "President"),
        ("Informacja o niczym", None),
    ],
)
def test_the_first_words_of_the_title_say_who_the_bill_comes_from(title, sponsor):
    assert the_bill(title=title).sponsor == sponsor


def test_the_bill_on_leaving_the_convention_is_tracked():
    assert the_bill(title=f"Rządowy projekt ustawy {DENUNCIATION}").is_tracked


@pytest.mark.parametrize(
    "title", ["projekt ustawy o wypowiedzeniu Konwencji stambulskiej", "projekt o minach przeciwpiechotnych"]
)
def test_other_bills_are_not_tracked(title):
    assert not the_bill(title=title).is_tracked


def test_the_decision_is_the_sources_last_word():
    assert the_bill(a_stage("Start"), a_stage("End", "Uchwalono", date=None)).decision == "Uchwalono"


def test_a_bill_without_an_end_has_no_decision():
    assert the_bill(a_stage("Start")).decision is None


def test_the_papers_of_a_bill_are_those_of_all_its_stages():
    report = a_stage("CommitteeReport", printNumber="12")
    supplement = a_stage("CommitteeReport", printNumber="12-A")
    bill = the_bill(
        a_stage("Start", printNumber="11"), a_stage("CommitteeWork", children=[report, supplement])
    )
    assert bill.documents == ("11", "12", "12-A")


def test_stages_come_depth_first_in_the_sources_order():
    referral = a_stage("ReadingReferral", "A", children=[a_stage("Referral", "B"), a_stage("Referral", "C")])
    labels = [stage.label for stage in the_bill(referral, a_stage("CommitteeWork", "D")).stages]
    assert labels == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("stage_type", "kind"),
    [
        ("Start", "submission"),
        ("ReadingReferral", "referral"),
        ("Referral", "referral"),
        ("CommitteeWork", "committee"),
        ("CommitteeReport", "committee"),
        ("PublicHearing", "committee"),
        ("SenatePosition", "second chamber"),
        ("SenatePositionConsideration", "reconsideration"),
        ("ToPresident", "to head of state"),
        ("PresidentSignature", "signature"),
        ("Veto", "veto"),
        ("PresidentMotionConsideration", "reconsideration"),
        ("PresidentToTribunal", "other"),
        ("GovermentPosition", "opinion"),
        ("Opinion", "opinion"),
        ("End", "end"),
    ],
)
def test_each_step_has_its_kind(stage_type, kind):
    assert the_stage(a_stage(stage_type)).kind == kind


@pytest.mark.parametrize(
    ("stage_type", "name", "kind"),
    [
        ("Reading", "I czytanie w komisjach", "first reading"),
        ("SejmReading", "I czytanie na posiedzeniu Sejmu", "first reading"),
        ("SejmReading", "II czytanie na posiedzeniu Sejmu", "second reading"),
        ("SejmReading", "III czytanie na posiedzeniu Sejmu", "third reading"),
    ],
)
def test_a_reading_is_told_by_its_numeral(stage_type, name, kind):
    assert the_stage(a_stage(stage_type, name)).kind == kind


def test_a_reading_without_a_numeral_is_a_named_error():
    assert problem(PROCESS, a_process(a_stage("SejmReading", "Czytanie"))).element == "$.stages[0].stageName"


def test_an_unknown_kind_of_step_is_a_named_error():
    process = a_process(a_stage("Start"), a_stage("CommitteeWork", children=[a_stage("Picnic")]))
    assert problem(PROCESS, process).element == "$.stages[1].children[0].stageType"


def test_a_step_without_a_type_is_of_no_kind_that_we_know():
    stage = the_stage(a_stage(None, "Przerwa"))
    assert (stage.kind, stage.label) == ("other", "Przerwa")


def test_only_the_end_may_lack_a_date():
    assert the_stage(a_stage("End", date=None)).date is None


def test_a_missing_date_is_a_named_error():
    process = a_process(a_stage("CommitteeWork", children=[a_stage("CommitteeReport", date=None)]))
    assert problem(PROCESS, process).element == "$.stages[0].children[0].date"


@pytest.mark.parametrize("element", ["decision", "position", "proposal"])
def test_what_a_step_decided_is_in_the_sources_words(element):
    assert the_stage(a_stage("Opinion", **{element: "nie wniósł poprawek"})).decision == "nie wniósł poprawek"


@pytest.mark.parametrize("element", ["committeeCode", "organ", "rapporteurName"])
def test_a_step_names_who_acted(element):
    assert the_stage(a_stage("Opinion", **{element: "OBN"})).actor == "OBN"


def test_a_rapporteurs_number_may_be_a_string():
    stage = a_stage("CommitteeReport", rapporteurID="17", rapporteurName="Member 017", printNumber="12")
    assert (the_stage(stage).actor, the_stage(stage).document) == ("Member 017", "12")


def test_a_reading_in_plenary_names_its_sitting():
    assert the_stage(a_stage("SejmReading", "II czytanie", sittingNum=37)).sitting == "pl-sejm-10-37"


def test_the_final_vote_is_a_step_within_its_reading():
    reading, vote = the_bill(a_stage("SejmReading", "III czytanie", children=[a_voting()])).stages
    assert (reading.kind, vote.kind) == ("third reading", "final vote")
    assert (vote.vote, vote.sitting) == ("pl-sejm-10-3-7", "pl-sejm-10-3")


def test_a_vote_that_is_not_final_is_of_its_readings_kind():
    motion = a_voting(topic="wniosek o odrzucenie projektu w pierwszym czytaniu.")
    stages = the_bill(a_stage("SejmReading", "I czytanie", children=[motion])).stages
    assert [stage.kind for stage in stages] == ["first reading", "first reading"]


def test_a_vote_in_no_reading_is_of_no_kind_that_we_know():
    assert the_stage(a_voting(topic="ustalenie czasów debat")).kind == "other"


def test_a_voting_without_its_vote_is_a_named_error():
    assert problem(PROCESS, a_process(a_stage("Voting"))).element == "$.stages[0].voting"


def test_the_tally_within_a_process_is_reported_beside_the_votes_own():
    reading = a_stage("SejmReading", "III czytanie", children=[a_voting()])
    _, report = read(PROCESS, a_process(reading))
    assert report == TallyReport(
        vote="pl-sejm-10-3-7",
        place="process 11",
        tally=Tally(yes=2, no=1, abstain=1, present_not_voting=0, absent=1),
    )


REQUIRED = ["term", "number", "title", "documentType", "processStartDate", "stages"]


@pytest.mark.parametrize("element", REQUIRED)
def test_a_missing_element_of_a_bill_is_a_named_error(element):
    assert f"`{element}`" in problem(PROCESS, a_process(**{element: None})).problem


@pytest.mark.parametrize(("element", "value"), [("term", 9), ("number", "12")])
def test_another_bill_than_was_asked_for_is_a_named_error(element, value):
    assert problem(PROCESS, a_process(**{element: value})).element == f"$.{element}"


def test_a_print_belongs_to_its_bills():
    assert read("prints/11", a_print(documentDate="2025-01-02", processPrint=["11", "9"])) == (
        Document(
            key="pl-sejm-10-print-11",
            chamber="pl-sejm",
            term="pl-sejm-10",
            number="11",
            title="Projekt o niczym",
            date=dt.date(2025, 1, 2),
            bills=("pl-sejm-10-11", "pl-sejm-10-9"),
        ),
    )


def test_the_key_of_a_supplementary_report_is_in_lower_case():
    (document,) = read("prints/12-A", a_print(number="12-A"))
    assert document.key == "pl-sejm-10-print-12-a"


def test_a_file_name_with_spaces_and_polish_letters_makes_a_clean_address():
    (document,) = read("prints/11", a_print(attachments=["11 załącznik.pdf", "11.docx"]))
    assert document.url == ("https://api.sejm.gov.pl/sejm/term10/prints/11/11%20za%C5%82%C4%85cznik.pdf")


def test_what_was_added_to_a_print_is_a_paper_of_its_own():
    added = a_print(number="11-001", title="Opinia", attachments=["11-001.pdf"])
    _, document = read("prints/11", a_print(additionalPrints=[added]))
    assert (document.key, document.bills) == ("pl-sejm-10-print-11-001", ("pl-sejm-10-11",))
    assert document.url is None


def test_another_print_than_was_asked_for_is_a_named_error():
    assert problem("prints/12", a_print()).element == "$.number"


def an_act(eli="DU/2025/1", title="Ustawa o niczym", **changes):
    return changed({"ELI": eli, "title": title, "prints": [{"term": 10, "number": "11"}]}, **changes)


THE_WAY_OF_AN_ACT = (
    a_stage("Start", "Projekt wpłynął do Sejmu", "2025-05-02", printNumber="11"),
    a_stage("ReadingReferral", "Skierowano do I czytania na posiedzeniu Sejmu", "2025-05-06"),
    a_stage("SejmReading", "I czytanie na posiedzeniu Sejmu", "2025-05-20", sittingNum=35),
    a_stage("CommitteeWork", "Praca w komisjach po I czytaniu", "2025-06-04"),
    a_stage("SejmReading", "II czytanie na posiedzeniu Sejmu", "2025-06-25", sittingNum=37),
    a_stage(
        "SejmReading",
        "III czytanie na posiedzeniu Sejmu",
        "2025-06-25",
        sittingNum=37,
        decision="uchwalono",
        children=[a_stage("Voting", "Głosowanie", "2025-06-25", voting=a_listed_vote(sitting=37))],
    ),
    a_stage("SenatePosition", "Stanowisko Senatu", "2025-07-17", position="nie wniósł poprawek"),
    a_stage("ToPresident", "Ustawę przekazano Prezydentowi do podpisu", "2025-07-18"),
    a_stage("PresidentSignature", "Prezydent podpisał ustawę", "2025-07-24"),
    a_stage("End", "Uchwalono", None),
)


def test_an_act_runs_from_the_sejm_to_the_senat_and_the_president_in_one_list():
    bill = the_bill(*THE_WAY_OF_AN_ACT)
    assert [stage.kind for stage in bill.stages] == [
        "submission",
        "referral",
        "first reading",
        "committee",
        "second reading",
        "third reading",
        "final vote",
        "second chamber",
        "to head of state",
        "signature",
        "end",
    ]


def test_the_senates_position_in_the_process_stands_in_where_its_own_pages_are_refused():
    (position,) = (s for s in the_bill(*THE_WAY_OF_AN_ACT).stages if s.kind == "second chamber")
    assert (position.decision, str(position.date)) == ("nie wniósł poprawek", "2025-07-17")


@pytest.mark.parametrize(
    "position", ["nie wniósł poprawek", "wniósł poprawki", "wniósł poprawkę", "odrzucił ustawę"]
)
def test_what_the_senate_did_is_kept_in_the_sources_words(position):
    assert the_stage(a_stage("SenatePosition", position=position)).decision == position
