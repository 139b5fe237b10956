"""What every test may use."""

import sys
from pathlib import Path

from hypothesis import settings

# The helpers of the tests are modules beside them, not a package that is installed.
sys.path.insert(0, str(Path(__file__).parent / "support"))
sys.path.insert(0, str(Path(__file__).parent / "wire"))

# The same examples every time, however slow the machine is.
settings.register_profile("ours", deadline=None, derandomize=True)
settings.load_profile("ours")
