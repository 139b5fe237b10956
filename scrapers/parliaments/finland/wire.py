"""The answers of api.eduskunta.fi, as far as we read them, in the source's own words.

Nearly every text comes in Finnish and Swedish, and one of the two can be missing. Whoever presided over a
vote is left out on purpose: the source writes `-` into all of it where it does not know.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Generic, TypeVar

from msgspec import Meta, Struct

T = TypeVar("T")

Moment = Annotated[dt.datetime, Meta(tz=True)]
"""A time that says its zone."""


class Wire(Struct, rename="camel", gc=False):
    """Anything in an answer. Only names that the source writes in camelCase have an underscore here."""


class Finnish(Wire, Generic[T], gc=False):
    """Something of which the Finnish half is enough for us."""

    fi: T


class Text(Wire, gc=False):
    """A text in Finnish and in Swedish."""

    fi: str | None
    sv: str | None


class BallotWire(Wire, gc=False):
    """One member's ballot: identifier, names, the group's abbreviation and name, the label."""

    henkilonumero: str
    sukunimi: str
    etunimi: str
    edkryhmalyhenne: Finnish[str | None] | None
    eduskuntaryhma: Text
    kayttaytyminen: Finnish[str]


class Figures(Wire, gc=False):
    """A tally: yes, no, abstentions, absent, and all of them."""

    jaa: int
    ei: int
    tyhjia: int
    poissa: int
    yhteensa: int


class Share(Figures, gc=False):
    """The tally of one group, district or side of the house."""

    nimi: Text


class Papers(Wire):
    """The matter that an item of the agenda is about: its number, and its kind such as `HE`."""

    paaasiakirja_eduskuntatunnus: Text | None
    paaasiakirja_asiatyyppi: str | None


class Item(Wire):
    """An item of the agenda: its title, the heading that names the reading, and the matter."""

    otsikko: Text
    kasittelyotsikkonimi: Text
    asiakirjat: Papers


class VoteWire(Wire):
    """One vote. The sitting's day has an offset and no time; ballots can be left out by request."""

    id: str
    istunnon_tunniste: str
    istuntovpvuosi: str
    istuntonumero: str
    aanestysnumero: str
    istuntopvm: str
    aanestysalkuaika: Moment
    aanestysotsikko: Text
    aanestysmitatoity: bool
    kohta: Item
    aanestystapahtumat: list[BallotWire] | None
    aanestystulos: Figures
    hallitusoppositio_jakaumat: list[Share]
    eduskuntaryhma_jakaumat: list[Share]
    vaalipiiri_jakaumat: list[Share]


class Voter(Wire, gc=False):
    """Who cast a ballot."""

    henkilonumero: str


class Voters(Wire):
    """Who took part in a vote."""

    aanestystapahtumat: list[Voter]


class Mention(Wire):
    """A vote in a list."""

    id: str
    istuntopvm: str | None = None


class Hit(Wire):
    """A result of a search. Each category has a slot of its own, and one slot is filled."""

    id: str
    type: str
    aanestys: Mention | None = None


class SearchMetadata(Wire):
    """How many results there are in all, how many are here, and from which one on."""

    total_result_count: int
    actual_result_count: int
    start_from_index: int


class SearchWire(Wire):
    """One page of the results of a search."""

    search_metadata: SearchMetadata
    results: list[Hit]


class Named(Wire):
    """Something with the number of a parliamentary document, where it has one."""

    eduskuntatunnus: str | None


class MinutesItem(Wire):
    """An item of the minutes: its printed number, and the title."""

    kohtanumero: str | None
    nimeketeksti: str | None


class SpeakerWire(Wire):
    """Who spoke: identifier, title of an office, names, and the abbreviation of the group."""

    henkilonro: str | None
    asema: str | None
    etunimi: str | None
    sukunimi: str | None
    lisatieto: str | None


class ChairWords(Wire):
    """What the chair said beside a turn."""

    puheenjohtaja: str | None
    repliikki: str | None


class SpeechWire(Wire):
    """One turn. Its moments are in UTC, and missing in the oldest records."""

    id: str
    tila: str
    valtiopaivavuosi: str
    taysistuntonumero: str
    asia: Finnish[Named] | None
    poytakirjanasiankohta: Finnish[MinutesItem]
    asiakirjaviitteet: Finnish[list[Named] | None] | None
    puhuja: SpeakerWire
    aloitushetki: Moment | None
    lopetushetki: Moment | None
    puheenvuoro: str | None
    puheenjohtajan_repliikki: ChairWords | None


class SpeechHit(Wire):
    """A result of a search for speeches."""

    id: str
    puheenvuoro: SpeechWire | None


class SpeechSearchWire(Wire):
    """One page of the results of a search for speeches."""

    search_metadata: SearchMetadata
    results: list[SpeechHit]


class TableWire(Wire):
    """Rows of a table of the old service. All values are texts, some filled up with blanks."""

    page: int
    per_page: int
    has_more: bool
    table_name: str
    column_names: list[str]
    row_data: list[list[str | None]]
    column_count: int
    row_count: int


class Proposal(Wire):
    """An act that a bill proposes: title, number, day of confirmation, number in the statutes."""

    nimeke: str
    ehdotusnumero: int | None
    vahvistuspvm: dt.date | None
    saadoskokoelmaviite: str | None


class KeyDocument(Wire):
    """One of the main papers of a bill."""

    eduskuntatunnus: str
    nimeketeksti: str
    laadintapvm: dt.date
    edktunnus: str
    asiakirja_jarjestys: int
    html_saatavilla: bool


class Committee(Wire):
    """A committee, nameless where the event was in the plenary."""

    nimi: str | None


class Phrase(Wire):
    """What was done or decided, in words."""

    fraasisisalto: str | None


class Event(Wire):
    """An event in the handling of a bill: day, order, identifier, code, label, who, and what."""

    tapahtumapvm: dt.date
    jarjestys: int
    kasittelytunnus: str
    yleinenkasittelyvaihetunnus: str
    yleinenkasittelyvaihe: str
    valiokunta: Committee | None
    fraasi: Phrase | None


class EventDocument(Wire):
    """A paper of one event. The items of the minutes are dated with the day of their sitting."""

    eduskuntatunnus: str | None
    asiakirjatyyppikoodi: str
    laadintapvm: dt.date | None


class MatterWire(Wire):
    """A matter with all that happened to it. Its lists are in no order."""

    eduskuntatunnus: Finnish[str]
    nimeke: Text
    valtiopaivavuosi: Finnish[str]
    asiakirjatyyppinimi: Finnish[str | None]
    laadintapvm: Finnish[dt.date | None]
    paattymispvm: Finnish[dt.date | None]
    kokonaispaatosnimi: Finnish[str | None]
    ehdotukset: Finnish[list[Proposal]]
    keskeiset_asiakirjat: Finnish[list[KeyDocument]]
    kasittelyt: Finnish[list[Event]]
    kasittelyn_asiakirjat: Finnish[list[list[EventDocument]]] | None = None


class Spell(Wire):
    """A time from one day to another; without an end it goes on."""

    alkupvm: dt.date
    loppupvm: dt.date | None


class GroupSpell(Spell):
    """A time in a parliamentary group, with its code and name."""

    tunnus: str
    nimi: Text


class MemberWire(Wire):
    """A member, without what the tracker does not need: contacts, interests, studies."""

    henkilonro: str
    sukunimi: str
    kutsumanimi: str
    syntymavuosi: int | None
    edustajantoimen_tila: str
    edustajatoimet: list[Spell]
    eduskuntaryhmat: list[GroupSpell]
