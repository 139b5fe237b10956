"""The `ottawa` command with the invented ministry in place of all others."""

from invented_press import OUTLET

from scrapers import press
from scrapers.press import outlets

outlets.OUTLETS = (OUTLET,)
press.DESK = press.desk(outlets.OUTLETS)

if __name__ == "__main__":
    from scrapers.cli import main

    main()
