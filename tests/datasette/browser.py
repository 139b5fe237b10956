"""A browser that a test drives by what a person sees, with the mouse or with the keyboard alone.

It needs Chromium, Node and the npm packages `axe-core` and `puppeteer-core`; NODE_PATH says where they lie.
"""

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

PACKAGES = Path(os.environ.get("NODE_PATH", "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDED = {
    "Node": shutil.which("node"),
    "Chromium": CHROMIUM,
    "axe-core and puppeteer-core in NODE_PATH": (PACKAGES / "axe-core").is_dir()
    and (PACKAGES / "puppeteer-core").is_dir(),
}
MISSING = [name for name, found in NEEDED.items() if not found]
SCRIPT = Path(__file__).with_suffix(".js")


class Browser:
    def __init__(self, process, folder):
        self.process = process
        self.folder = folder

    def ask(self, command, **rest):
        self.process.stdin.write(json.dumps({"command": command, **rest}) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        assert "error" not in said, said["error"]
        return said.get("answer")


class Reporter:
    """Somebody at the browser, who goes nowhere by address and has one hand: the mouse or the keyboard."""

    def __init__(self, browser, hand):
        self.browser = browser
        self.hand = hand

    def follow(self, *names):
        for name in names:
            self.browser.ask("follow", name=name, hand=self.hand)

    def press(self, name):
        self.browser.ask("press", name=name, hand=self.hand)

    def search(self, words):
        self.browser.ask("ask", name="Search votes, bills, debates", words=words, hand=self.hand)

    def reads(self):
        return self.browser.ask("text")

    def download(self, name):
        """The name and the text of the file that comes."""
        self.press(name)
        for _ in range(100):
            come = list(self.browser.folder.iterdir())
            if come and come[0].suffix != ".crdownload":
                text = come[0].read_text(encoding="utf-8")
                come[0].unlink()
                return come[0].name, text
            time.sleep(0.05)
        raise AssertionError(f"nothing came of {name}")


@contextmanager
def open_browser(folder):
    with subprocess.Popen(
        [NEEDED["Node"], SCRIPT, CHROMIUM, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "NODE_PATH": str(PACKAGES.resolve())},
    ) as process:
        yield Browser(process, folder)
        process.stdin.close()
