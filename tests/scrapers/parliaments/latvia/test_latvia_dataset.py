"""The list of files in the open data."""

import datetime as dt
import json

import pytest
from invented_saeima import answer, problem, read

from scrapers.parliaments.latvia import PARLIAMENT
from scrapers.parliaments.latvia.dataset import Sitting, sittings_of

URL = "https://data.gov.lv/dati/api/3/action/package_show?id=saeimas-sedes"
FOLDER = "https://data.gov.lv/dati/dataset/1/resource/2/download"
NAME = "14.saeimas-2025.gada-zila-sesija-3"


def file(name, /, **changes):
    return {"id": "1", "name": name, "url": f"{FOLDER}/{name}", "created": "2025-04-04T02:00:00", **changes}


def package(*files, **changes):
    return json.dumps({"success": True, "result": {"resources": list(files)}, **changes}).encode()


def sittings(*files):
    return sittings_of(answer(URL, package(*files)))


def test_the_files_of_a_sitting_are_paired_by_the_beginning_of_their_names():
    found = sittings(*(file(f"{NAME}-{kind}.xml") for kind in ("vote", "deb", "dkp")))
    addresses = [f"{FOLDER}/{NAME}-{kind}.xml" for kind in ("dkp", "vote", "deb")]
    assert found == [Sitting(NAME, *addresses, dt.date(2025, 4, 4))]


def test_a_triple_that_is_not_whole_is_a_sitting_all_the_same():
    (found,) = sittings(file(f"{NAME}-vote.xml"))
    assert (found.agenda, found.votes) == (None, f"{FOLDER}/{NAME}-vote.xml")


def test_a_sitting_with_nothing_but_debates_has_neither_agenda_nor_votes():
    (found,) = sittings(file(f"{NAME}-deb.xml"))
    assert (found.agenda, found.votes) == (None, None)
    assert found.changed == dt.date(2025, 4, 4)


def test_names_of_the_catalogue_that_differ_from_the_handbooks_are_told():
    altered = package(file(f"{NAME}-vote.xml")).replace(b'"success"', b'"succeeded"')
    shape = PARLIAMENT.page_for(URL).shape
    assert ("missing", "success") in shape.differences(altered)
    assert ("unknown", "succeeded") in shape.differences(altered)


def test_letters_in_a_name_may_be_percent_encoded_and_of_either_case():
    name = "14.Saeimas-2025.gada-%C4%81rk%C4%81rtas-sesija-1"
    (found,) = sittings(file(f"{name}-dkp.xml"), file("14.saeimas-2025.gada-ārkārtas-sesija-1-vote.xml"))
    assert found.name == "14.saeimas-2025.gada-ārkārtas-sesija-1"
    assert found.agenda
    assert found.votes


def test_the_name_of_a_resource_is_not_relied_on_since_some_have_typing_errors():
    (found,) = sittings(file(f"{NAME}-dkp.xml", name="14.Saeims 2025.gda zila sesja-3-dpk"))
    assert found.name == NAME


def test_a_sitting_was_changed_when_the_later_of_its_files_was():
    later = file(f"{NAME}-vote.xml", last_modified="2025-04-11T02:00:00.123456")
    (found,) = sittings(file(f"{NAME}-dkp.xml"), later)
    assert found.changed == dt.date(2025, 4, 11)


def test_files_without_days_are_of_an_unknown_day():
    (found,) = sittings(file(f"{NAME}-dkp.xml", created=None))
    assert found.changed is None


def test_what_is_no_xml_is_left_alone():
    assert [found.name for found in sittings(file("apraksts.pdf"), file(f"{NAME}-dkp.xml"))] == [NAME]


def test_nothing_is_stored_of_the_list():
    assert read(URL, package(file(f"{NAME}-dkp.xml"))) == ()


@pytest.mark.parametrize(
    ("body", "element"),
    [
        (package(), "$.result.resources"),
        (package(file("apraksts.pdf")), "$.result.resources"),
        (package(file(f"{NAME}-dkp.xml"), file(f"{NAME}-dkp.xml")), "$.result.resources"),
        (package(success=False), "$.success"),
        (package({"name": "x"}), "$.result.resources[0]"),
        (package(file(f"{NAME}-dkp.xml"))[:50], "body"),
        (b"<html><title>502 Bad Gateway</title></html>", "body"),
        (b"", "body"),
    ],
)
def test_what_is_no_list_of_files_is_refused(body, element):
    assert problem(URL, body).element == element


def test_the_list_is_read_in_latvian_too():
    assert read(URL.replace("/dati/", "/dati/lv/"), package(file(f"{NAME}-dkp.xml"))) == ()
