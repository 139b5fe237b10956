import pytest
from hypothesis import given, strategies

from scrapers.parliaments.estonia.speakers import Reporting, printed_speaker

IDENTIFIER = "0000001a-0000-4000-8000-000000000000"
CALL = "Palun ettekandeks Riigikogu kõnetooli rahanduskomisjoni liikme Member Nimest."


@pytest.mark.parametrize(
    ("speaker", "office", "given_name", "family_name", "capacity"),
    [
        ("Member 017", None, "Member", "017", "member"),
        ("Member-Second Third 017", None, "Member-Second Third", "017", "member"),
        ("Esimees Member 017", "Esimees", "Member", "017", "chair"),
        ("Aseesimees Member 017", "Aseesimees", "Member", "017", "chair"),
        ("Peaminister Member 017", "Peaminister", "Member", "017", "minister"),
        ("Välisminister Member 017", "Välisminister", "Member", "017", "minister"),
        (
            "Energeetika- ja keskkonnaminister Member 017",
            "Energeetika- ja keskkonnaminister",
            "Member",
            "017",
            "minister",
        ),
        ("Valitsuse esindaja Member 017", "Valitsuse esindaja", "Member", "017", "guest"),
        ("Riigikohtu liikme kandidaat Member 017", "Riigikohtu liikme kandidaat", "Member", "017", "guest"),
        ("Riigikohtu esimees Member 017", "Riigikohtu esimees", "Member", "017", "guest"),
        ("Õiguskantsler Member 017", "Õiguskantsler", "Member", "017", "guest"),
        ("Vabariigi President Member 017", "Vabariigi President", "Member", "017", "guest"),
        ("Member 017 rahandusminister", "rahandusminister", "Member", "017", "minister"),
        (" Member  017 ", None, "Member", "017", "member"),
        ("017", None, None, "017", "member"),
        ("", None, None, None, None),
        (None, None, None, None, None),
    ],
)
def test_a_speaker_is_taken_apart(speaker, office, given_name, family_name, capacity):
    printed = printed_speaker(speaker)
    assert (printed.office, printed.given_name, printed.family_name) == (office, given_name, family_name)
    assert printed.capacity == capacity


@given(strategies.text(max_size=40))
def test_no_part_of_a_speaker_is_lost_or_invented(speaker):
    printed = printed_speaker(speaker)
    parts = (printed.office, printed.given_name, printed.family_name)
    assert sorted(" ".join(filter(None, parts)).split()) == sorted(speaker.split())


def test_the_identifier_of_a_turn_is_the_speakers():
    assert printed_speaker("Välisminister Member 017").person(IDENTIFIER).identifier == IDENTIFIER


@pytest.mark.parametrize("identifier", [None, "", "510", "Kandidaat Member 017", IDENTIFIER.upper()])
def test_what_is_no_identifier_identifies_nobody(identifier):
    assert printed_speaker("Member 017").person(identifier) is None


@pytest.mark.parametrize("speaker", ["", "017"])
def test_a_speaker_without_a_whole_name_is_not_identified(speaker):
    assert printed_speaker(speaker).person(IDENTIFIER) is None


def capacities(*turns):
    reporting = Reporting()
    return [reporting.capacity(printed_speaker(speaker), text) for speaker, text in turns]


def test_whoever_is_called_to_report_for_a_committee_is_a_rapporteur():
    assert capacities(("Esimees Member 001", CALL), ("Member Nimi", "Words.")) == ["chair", "rapporteur"]


@pytest.mark.parametrize(
    "call",
    [
        "Järgmisena palun ette kandma riigikaitsekomisjoni esimehe Member Nimest.",
        "Ettekandjaks on kultuurikomisjoni liige Member Nimi, palun!",
        "Nüüd palun tutvustama juhtivkomisjoni seisukohti auväärt kolleegi Member Nime.",
        "Riigikogu kõnetooli on juba jõudnud õiguskomisjoni liige Member Nimi.",
        "Rohkem küsimusi ei ole. Rahanduskomisjoni esimees, hea kolleeg Member Nimi, palun!",
        "Nüüd kuulame juhtivkomisjoni ettekandjana komisjoni esimeest. Member Nimi, palun!",
    ],
)
def test_a_chair_calls_for_a_report_in_several_ways(call):
    assert capacities(("Esimees Member 001", call), ("Member Nimi", "x"))[-1] == "rapporteur"


@pytest.mark.parametrize(
    "text",
    [
        "Suur tänu komisjoni ettekandjale! Member Nimi, palun!",
        "Komisjoni esindaja selgitas seda. Member Nimi, palun!",
        "Suur tänu, komisjoni esimees! Teile on küsimus. Member Nimi, palun!",
        "Muudatusettepaneku on esitanud Member Nimi. Juhtivkomisjoni seisukoht on jätta arvestamata.",
    ],
)
def test_whoever_is_called_after_a_word_on_a_committee_does_not_report_for_it(text):
    assert capacities(("Esimees Member 001", text), ("Member Nimi", "x"))[-1] == "member"


def test_a_rapporteur_answers_questions_as_such_and_debates_as_a_member():
    turns = [
        ("Esimees Member 001", CALL),
        ("Member Nimi", "Report."),
        ("Esimees Member 001", "Teile on küsimus."),
        ("Member 017", "Question?"),
        ("Member Nimi", "Answer."),
        ("Esimees Member 001", "Avan läbirääkimised."),
        ("Member Nimi", "Speech."),
    ]
    said = ["chair", "rapporteur", "chair", "member", "rapporteur", "chair", "member"]
    assert capacities(*turns) == said


def test_whoever_presents_a_bill_of_their_own_stays_a_member():
    call = "Palun ettekandeks Riigikogu kõnetooli hea kolleegi Member Nimest."
    assert capacities(("Esimees Member 001", call), ("Member Nimi", "x"))[-1] == "member"


def test_whoever_speaks_without_the_call_being_theirs_is_a_member():
    assert capacities(("Esimees Member 001", CALL), ("Member 017", "x"))[-1] == "member"


def test_a_minister_who_reports_is_a_minister():
    call = "Komisjoni ettekandja on Member Nimi."
    turns = (("Esimees Member 001", call), ("Välisminister Member Nimi", "x"))
    assert capacities(*turns)[-1] == "minister"


def test_without_the_chairs_words_nobody_is_known_to_report():
    assert capacities(("Esimees Member 001", None), ("Member Nimi", None)) == ["chair", "member"]
