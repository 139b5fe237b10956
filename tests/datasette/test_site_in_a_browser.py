"""What only a browser can tell: that pages fit and raise no complaint, and that axe-core finds none.

It needs Chromium, Node and the npm packages `axe-core` and `puppeteer-core`; NODE_PATH says where they lie:

    npm install --prefix /tmp/axe axe-core puppeteer-core
    NODE_PATH=/tmp/axe/node_modules pytest tests/datasette/test_site_in_a_browser.py
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

PACKAGES = Path(os.environ.get("NODE_PATH", "node_modules"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NEEDED = {
    "Node": shutil.which("node"),
    "Chromium": CHROMIUM,
    "axe-core and puppeteer-core in NODE_PATH": (PACKAGES / "axe-core").is_dir()
    and (PACKAGES / "puppeteer-core").is_dir(),
}
MISSING = [name for name, found in NEEDED.items() if not found]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"without {', '.join(MISSING)}")

PAGES = (
    "/",
    "/votes",
    "/votes/xa-1-1",
    "/votes/xa-1-3",
    "/votes/xb-1-1",
    "/bills",
    "/bills/xa-bill-1",
    "/people/member-007",
    "/factions/xa-Blue",
    "/debates/xa-sitting-1",
    "/statements",
    "/statements/xb-1",
    "/states",
    "/states/xa",
    "/treaties/apmbc",
    "/claims",
    "/claims/1",
    "/abstentions",
    "/compare",
    "/freshness",
    "/corrections",
    "/methodology",
    "/data",
    "/feeds",
    "/search?q=nihil",
    "/ottawa",
    "/ottawa/votes",
    "/ottawa/votes/1",
    "/ottawa/ballots?vote_key=xa-1-1&_facet=option",
    "/ottawa/final-votes",
    "/ottawa?sql=select+1",
)

SERVE = "from scrapers.cli import main; main()"

LOOK = """
const puppeteer = require("puppeteer-core");
const axe = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [host, chromium, ...pages] = process.argv.slice(2);
(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  const found = [];
  for (const address of pages) for (const [width, scheme] of [[1280, "light"], [390, "dark"]]) {
    const page = await browser.newPage();
    const complain = (what) => found.push([address, width, scheme, what]);
    page.on("console", (said) => ["error", "warn"].includes(said.type()) && complain(said.text()));
    page.on("pageerror", (error) => complain(String(error)));
    const isOurs = (url) => url.startsWith(host) || url.startsWith("data:");
    page.on("request", (asked) => isOurs(asked.url()) || complain("asks for " + asked.url()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(host + address);
    const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    if (size[0] > size[1]) complain("is " + size[0] + " wide");
    await page.evaluate(axe + ";0");
    const { violations } = await page.evaluate(() => axe.run());
    for (const each of violations) complain(each.id + ": " + each.nodes[0].html.slice(0, 200));
    await page.close();
  }
  await browser.close();
  console.log(JSON.stringify(found));
})();
"""


@pytest.fixture(scope="module")
def host(database):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ["--database", str(database), "--port", str(port)]
    command = [sys.executable, "-c", SERVE, "serve", *where]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as site:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urlopen(f"{address}/-/versions.json").close()  # noqa: S310  ours
                break
            except OSError:
                time.sleep(0.2)
        yield address
        site.terminate()


@pytest.mark.parametrize("pages", [PAGES[at::2] for at in range(2)], ids=["some", "others"])
def test_a_browser_finds_nothing_against_any_page(host, pages, tmp_path):
    script = tmp_path / "look.js"
    script.write_text(LOOK)
    environment = {**os.environ, "NODE_PATH": str(PACKAGES.resolve())}
    done = subprocess.run(
        [NEEDED["Node"], script, host, CHROMIUM, *pages],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = [" ".join(map(str, complaint)) for complaint in json.loads(done.stdout)]
    assert not found, "\n".join(found)
