"""The names that the handbook gives for services of which no whole answer was recorded.

What a record needs is required where it is read; here a difference is only told, by its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.shapes import Shape, xml_names

ENVELOPE = "SeimoInformacija pavadinimas suformavimo_laikas šaltinis tiekėjas licencija"
"""The element around an answer, and its attributes."""

EVENT = "SvarstymoEigosĮvykis laikas_nuo įvykio_tipas"

SERVICES = {
    "sessions": (
        ENVELOPE,
        "SeimoKadencija kadencijos_id pavadinimas data_nuo data_iki",
        "SeimoSesija sesijos_id numeris pavadinimas data_nuo data_iki",
    ),
    "sittings": (
        ENVELOPE,
        "SeimoSesija sesijos_id numeris pavadinimas data_nuo data_iki",
        "SeimoPosėdis posėdžio_id numeris tipas pradžia pabaiga",
        "Protokolas protokolo_nuoroda",
        "Stenograma stenogramos_nuoroda",
        "VaizdoĮrašas vaizdo_įrašo_nuoroda komentaras",
    ),
    "course": (
        "posedziai",
        "posedis pos_id",
        *("data", "pradzia", "pabaiga", "posedzio-eiga", "antraste", "nuo", "iki"),
        "registracija reg_id",
        "darbotvarkes-klausimas svarst_kl_stad_id kl_stad_id kl_gr_id dok_key registracijos_nr",
        *("nr", "pavadinimas", "stadija", "tipas", "kalbos", "asmuo", "pareigos"),
        "kalbetojas klb_id diskus_id asm_id pran_id",
        *("balsavimai", "balsavimas bals_id", "aprasas"),
    ),
    "events": (
        ENVELOPE,
        "SeimoPosėdžioKlausimas",
        f"{EVENT} asmens_id asmuo registracijos_id balsavimo_id balsavimo_tipas",
    ),
    "roll": (
        ENVELOPE,
        "SeimoNariųBalsavimas balsavimo_id",
        "BalsavimoRezultataiAntraštė klausimo_pavadinimas balsavimo_tipas",
        "BendriBalsavimoRezultatai balsavimo_laikas balsavo viso už prieš susilaikė komentaras",
        "IndividualusBalsavimoRezultatas asmens_id vardas pavardė frakcija kaip_balsavo",
    ),
    "registration": (
        ENVELOPE,
        "SeimoNariųRegistracija registracijos_id registracijos_laikas",
        "BendriRegistracijosRezultatai registruota viso",
        "IndividualusRegistracijosRezultatas asmens_id ar_registravosi",
    ),
}
"""By the name of the page: each element with its attributes."""


def shape_of(page: str) -> Shape | None:
    """What the answers of a page should look like, where none was recorded."""
    if page not in SERVICES:
        return None
    known = frozenset(name for element in SERVICES[page] for name in _names(element))
    root, *_ = SERVICES[page][0].split()
    return Shape(names=xml_names, known=known, required=frozenset({root}))


def _names(element: str) -> Iterator[str]:
    name, *attributes = element.split()
    yield name
    yield from (f"{name}/@{attribute}" for attribute in attributes)
