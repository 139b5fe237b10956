"""Imported before the `ottawa` command, the invented ministry stands in place of all others."""

from invented_press import OUTLET

from scrapers import press
from scrapers.press import outlets

outlets.OUTLETS = (OUTLET,)
press.DESK = press.desk(outlets.OUTLETS)
