"""The UN depositary and its mirrors: who is party to the treaties, since when, and until when."""

from __future__ import annotations

from db.states import state_names, states
from scrapers.pages import Desk

DESK = Desk(label="treaties", states=(*states(), *state_names()), sources=(), pages=())
