"""The `ottawa` command with every official address answered by a port of this machine, and no delays.

python rerouted.py PORT ARGUMENT...
"""

import sys

from rerouting import rerouting

from scrapers import settings
from scrapers.cli import main

vars(settings).update(rerouting(int(sys.argv.pop(1))))

main()
