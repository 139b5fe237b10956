"""How the Eduskunta's answers are written. The people and votes of these tables are invented."""

import pytest

from db.records import Bill, Person, Vote
from scrapers.pages import Answer, reader_of
from scrapers.sample import _encode, finland

VOTE = f"{finland.API}/taysistunnot/aanestykset/2023-1-2"
MATTER = f"{finland.API}/valtiopaivaasiat/HE%201%2F2023%20vp"
MEMBER = f"{finland.API}/kansanedustajat/17"


def both(**texts):
    return {
        f"{name}.{language}": text
        for name, pair in texts.items()
        for language, text in zip(("fi", "sv"), pair, strict=True)
    }


TABLES = {
    "votes": [
        {
            "id": "2023-1-2",
            "istuntopvm": "2023-12-12+02:00",
            "ilmoitettualkuaika": "2023-12-12T12:00:00.000+02:00",
            "istuntoalkuaika": "2023-12-12T12:00:00.000+02:00",
            "aanestysalkuaika": "2023-12-12T12:30:00.000+02:00",
            "aanestysloppuaika": "2023-12-12T12:30:00.000+02:00",
            "aanestysmitatoity": "false",
            **both(
                paivajarjestyksenotsikko=("Tiistai", "Tisdag"),
                aanestysotsikko=("Hyväksyminen / hylkääminen", "Godkännande / förkastande"),
                kasittelyotsikkonimi=("Toinen käsittely", "Andra behandlingen"),
                kasittelyvaihenimi=("Toinen käsittely", "Andra behandlingen"),
                titteli=("puhemies", "Talman"),
            ),
            "jarjestys": "1",
            "tunniste": "1",
            "asia": "HE 1/2023 vp",
            "puhemies": "17",
            "puhemies.sukunimi": "017",
            "puhemies.etunimi": "Member",
            "puhemies.ryhma": "blue",
        }
    ],
    "ballots": [
        {
            "aanestys": vote,
            "henkilonumero": number,
            "sukunimi": f"{int(number):03}",
            "etunimi": "Member",
            "ryhma": group,
            "vaalipiiri": district,
            "sukupuoli": "Nainen",
            "kayttaytyminen": label,
        }
        for vote, number, group, district, label in (
            ("2023-1-2", "1", "blue", "North", "Jaa"),
            ("2023-1-2", "2", "green", "South", "Ei"),
            ("2023-1-2", "3", "blue", "South", "Poissa"),
            ("2023-9-9", "1", "blue", "North", "Ei"),
        )
    ],
    "groups": [
        both(lyhenne=("green", "grön"), nimi=("Green", "Grön"), puoli=("In opposition", "I opposition")),
        both(lyhenne=("blue", "blå"), nimi=("Blue", "Blå"), puoli=("In government", "I regeringen")),
    ],
    "districts": [
        {"vaalipiiri": "North", **both(nimi=("Northern district", "Norr"))},
        {"vaalipiiri": "South", **both(nimi=("South", "Söder"))},
    ],
    "matters": [
        {
            **both(
                eduskuntatunnus=("HE 1/2023 vp", "RP 1/2023 rd"),
                nimeke=("Bill about nothing", "Lag om ingenting"),
                tila=("Käsitelty", "Behandlats"),
                valtiopaivavuosi=("2023", "2023"),
                asiakirjatyyppikoodi=("HE", "RP"),
                asiakirjatyyppinimi=("Hallituksen esitys", "Regeringens proposition"),
                kokonaispaatosnimi=("Hyväksytty", "Godkänts"),
                viimeisinKasittelyvaihe=("Toinen käsittely", "Andra behandlingen"),
            ),
            "vaalikausitunnus": "2023-2026",
            "laadintapvm": "2023-10-12",
            "paattymispvm": "2023-12-12",
        }
    ],
    "acts": [
        {
            "asia": "HE 1/2023 vp",
            "ehdotusnumero": "1",
            "vahvistuspvm": "2023-12-21",
            "saadoskokoelmaviite": "9999/2023",
            "paatoskoodi": "Approved",
            **both(
                nimeke=("Act", "Lag"),
                paatosnimi=("Hyväksytty", "Godkänts"),
                saatamisjarjestys=("72 §", "72 §"),
            ),
        }
    ],
    "documents": [
        {
            "asia": "HE 1/2023 vp",
            "asiakirjaJarjestys": "1",
            "laadintapvm": "2023-10-12",
            "htmlSaatavilla": "true",
            **both(
                eduskuntatunnus=("HE 1/2023 vp", "RP 1/2023 rd"),
                asiakirjatyyppikoodi=("HE", "RP"),
                asiakirjatyyppinimi=("Hallituksen esitys", "Regeringens proposition"),
                edktunnus=("EDK-1", "EDK-2"),
            ),
        }
    ],
    "stages": [
        {
            "asia": "HE 1/2023 vp",
            "tapahtumapvm": date,
            "jarjestys": order,
            "kasittelytunnus": f"TP-{order}",
            "yleinenkasittelyvaihetunnus": code,
            "yleinenkasittelyvaihe": label,
            "kasittelyvaihe": label,
            "valiokunta.tunnus": committee and "C01",
            "valiokunta.nimi": committee,
        }
        for date, order, code, label, committee in (
            ("2023-12-01", "27", "VKP", "Valiokunnan päätös", "Committee"),
            ("2023-12-12", "37", "2K", "Toinen käsittely", ""),
        )
    ],
    "members": [
        {
            "henkilonro": "17",
            "etunimet": "Member Second",
            "kutsumanimi": "Member",
            "sukunimi": "017",
            "syntymavuosi": "1970",
            "edustajantoimenTila": "Nykyinen",
        }
    ],
    "mandates": [{"henkilonro": "17", "alkupvm": "2019-04-17", "loppupvm": ""}],
    "spells": [
        {
            "henkilonro": "17",
            "alkupvm": start,
            "loppupvm": end,
            "tunnus": "BLUE01~BLUE",
            **both(nimi=("Blue", "Blå")),
            "nimi.en": "Blue Group",
        }
        for start, end in (("2019-04-17", "2019-04-23"), ("2019-07-03", ""))
    ],
}


@pytest.fixture
def answers(monkeypatch):
    monkeypatch.setattr(finland, "rows", lambda parliament, table: TABLES[table])
    return dict(finland.answers())


@pytest.fixture
def vote(answers):
    return answers[VOTE]


def figures(share):
    return [share[name] for name in ("jaa", "ei", "tyhjia", "poissa", "yhteensa")]


def test_there_is_an_answer_for_each_vote_matter_and_member(answers):
    assert list(answers) == [VOTE, MATTER, MEMBER]


def test_the_address_of_a_matter_is_percent_encoded_wholly(answers):
    assert any(url.endswith("/HE%201%2F2023%20vp") for url in answers)


def test_the_tally_is_counted_from_the_ballots_of_that_vote(vote):
    assert figures(vote["aanestystulos"]) == [1, 1, 0, 1, 3]


def test_the_breakdown_by_group_follows_the_table_of_groups(vote):
    shares = {share["nimi"]["fi"]: figures(share) for share in vote["eduskuntaryhmaJakaumat"]}
    assert shares == {"Green": [0, 1, 0, 0, 1], "Blue": [1, 0, 0, 1, 2]}
    assert list(shares) == ["Green", "Blue"]


def test_the_breakdown_by_side_adds_the_groups_of_a_side(vote):
    shares = {share["nimi"]["fi"]: figures(share) for share in vote["hallitusoppositioJakaumat"]}
    assert shares == {"In opposition": [0, 1, 0, 0, 1], "In government": [1, 0, 0, 1, 2]}


def test_a_district_may_have_another_name_in_breakdowns_than_in_ballots(vote):
    shares = {share["nimi"]["fi"]: share["yhteensa"] for share in vote["vaalipiiriJakaumat"]}
    assert vote["aanestystapahtumat"][0]["vaalipiiri"]["fi"] == "North"
    assert shares == {"Northern district": 1, "South": 2}


def test_words_of_ballots_stand_in_both_languages(vote):
    labels = [ballot["kayttaytyminen"] for ballot in vote["aanestystapahtumat"]]
    assert labels[2] == {"fi": "Poissa", "sv": "Frånvarande"}


def test_a_word_whose_swedish_is_not_known_is_an_error():
    with pytest.raises(KeyError, match="Tyhjää"):
        finland._word("Tyhjää")


def test_a_blank_ballot_counts_as_an_abstention():
    assert finland._tally([{"kayttaytyminen": "Tyhjää"}])["tyhjia"] == 1


def test_who_presides_has_no_ballot(vote):
    assert vote["puhemies"]["henkilonumero"] == "17"
    assert "17" not in [ballot["henkilonumero"] for ballot in vote["aanestystapahtumat"]]


def test_the_numbers_of_a_vote_are_strings_as_in_the_source(vote):
    assert (vote["istuntovpvuosi"], vote["istuntonumero"], vote["aanestysnumero"]) == ("2023", "1", "2")


def test_no_sentence_of_the_minutes_is_written(answers):
    assert [event["fraasi"] for event in answers[MATTER]["kasittelyt"]["fi"]] == [{"fraasisisalto": None}] * 2


def test_a_step_in_the_plenary_has_no_committee(answers):
    names = [event["valiokunta"]["nimi"] for event in answers[MATTER]["kasittelyt"]["fi"]]
    assert names == ["Committee", None]


def test_papers_stand_in_both_languages(answers):
    papers = answers[MATTER]["keskeisetAsiakirjat"]
    assert [papers[language][0]["edktunnus"] for language in ("fi", "sv")] == ["EDK-1", "EDK-2"]


def test_a_spell_that_goes_on_has_no_last_day(answers):
    spells = answers[MEMBER]["eduskuntaryhmat"]
    assert [spell["loppupvm"] for spell in spells] == ["2019-04-23", None]


@pytest.mark.parametrize(("url", "kind"), [(VOTE, Vote), (MATTER, Bill), (MEMBER, Person)])
def test_the_real_page_reads_what_is_written(answers, url, kind):
    body = _encode(answers[url])
    records = reader_of(url)[1].read(Answer(url=url, body=body, content_type="application/json"))
    assert kind in {type(record) for record in records}
