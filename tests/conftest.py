"""What every test may use."""

import sys
from pathlib import Path

# The helpers of the tests are modules beside them, not a package that is installed.
sys.path.insert(0, str(Path(__file__).parent / "support"))
sys.path.insert(0, str(Path(__file__).parent / "wire"))
