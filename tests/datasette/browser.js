// One browser for the tests that need one: a command a line in, its answer a line out.
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [chromium, folder] = process.argv.slice(2);
const COMBINATIONS = [[1280, "light"], [390, "dark"], [1280, "dark"], [390, "light"]];
const CONTRAST = { runOnly: ["color-contrast"] };
const MOST_STOPS = 400;

// By what a person sees, or hears: the first that bears exactly this name, else the first whose name has it.
function find(name) {
  const called = (each) =>
    each.ariaLabel || each.labels?.[0]?.textContent || each.innerText || each.value || "";
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const every = [...document.querySelectorAll("a, button, input, select, summary")].filter((each) => each.checkVisibility());
  return every.find((each) => plain(called(each)) === name) || every.find((each) => plain(called(each)).includes(name));
}

// What has the focus, and whether that is to be seen: an outline about something within the window.
function focus() {
  const held = document.activeElement;
  const box = held.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(held);
  const isShown = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const isMarked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return { is_seen: isShown && isMarked, html: held.outerHTML.slice(0, 200) };
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--hide-scrollbars"] });
  const page = (await browser.pages())[0];
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });

  let complaints = [];
  let host = "";
  const isOurs = (url) => url.startsWith(host) || url.startsWith("data:");
  page.on("console", (said) => ["error", "warn"].includes(said.type()) && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (asked) => isOurs(asked.url()) || complaints.push("asks for " + asked.url()));

  const show = async (width, scheme) => {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  };
  const target = async (name) => {
    const found = (await page.evaluateHandle(find, name)).asElement();
    if (!found) throw new Error(`nothing is called "${name}" on ${page.url()}`);
    return found;
  };
  const reach = async (name) => {
    const wanted = await target(name);
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await page.keyboard.press("Tab");
      const { is_seen, html } = await page.evaluate(focus);
      if (!is_seen) throw new Error("the focus cannot be seen on " + html);
      if (await wanted.evaluate((each) => each === document.activeElement)) return;
    }
    throw new Error(`the Tab key does not reach "${name}" on ${page.url()}`);
  };
  const choose = async (name, hand) => {
    if (hand === "mouse") return (await target(name)).click();
    await reach(name);
    return page.keyboard.press("Enter");
  };
  const arrive = async (going) => (await Promise.all([page.waitForNavigation(), going]))[0];

  const commands = {
    async open({ address }) {
      host = new URL(address).origin;
      await show(...COMBINATIONS[0]);
      await page.goto(address);
    },
    async follow({ name, hand }) { await arrive(choose(name, hand)); },
    async press({ name, hand }) { await choose(name, hand); },
    async ask({ name, words, hand }) {
      await (hand === "mouse" ? (await target(name)).click() : reach(name));
      await page.keyboard.type(words);
      await arrive(page.keyboard.press("Enter"));
    },
    async text() { return page.evaluate(() => document.body.innerText.replace(/\s+/g, " ")); },
    async look({ address }) {
      complaints = [];
      const found = [];
      await commands.open({ address });
      await page.evaluate(axe + ";0");
      for (const [at, [width, scheme]] of COMBINATIONS.entries()) {
        const complain = (what) => found.push(`${width} ${scheme}: ${what}`);
        await show(width, scheme);
        const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        if (size[0] > size[1]) complain("is " + size[0] + " wide");
        const { violations } = await page.evaluate((only) => axe.run(only), at < 2 ? {} : CONTRAST);
        for (const each of violations) complain(each.id + ": " + each.nodes[0].html.slice(0, 200));
      }
      return [...found, ...complaints];
    },
  };

  for await (const line of require("readline").createInterface({ input: process.stdin })) {
    const { command, ...rest } = JSON.parse(line);
    const said = await commands[command](rest).then((answer) => ({ answer }), (error) => ({ error: error.message }));
    console.log(JSON.stringify(said));
  }
  await browser.close();
})();
