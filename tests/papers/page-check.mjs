// Opens pages in Chromium and fails where one of them asks for anything, is wider than the screen, or
// breaks an accessibility rule. Usage: node page-check.mjs MODULES PAGE...; PICTURES=folder keeps pictures.
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...pages] = process.argv.slice(2);
const load = createRequire(join(resolve(modules), "node_modules", "x.js"));
const { chromium } = load("playwright-core");
const axe = load.resolve("axe-core/axe.min.js");
const pictures = process.env.PICTURES;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let wrong = 0;
const say = (page, what) => { wrong += 1; console.error(`${basename(page)}: ${what}`); };

/** Everything unfolded, by the rules of axe. */
async function axed(tab, page, how) {
  await tab.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await tab.addScriptTag({ path: axe });
  const found = await tab.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  for (const one of found.violations) {
    const where = one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ");
    say(page, `${how} axe ${one.impact} ${one.id} (${one.nodes.length}): ${one.help}: ${where}`);
  }
}

for (const page of pages) {
  const address = pathToFileURL(resolve(page)).href;
  for (const [scheme, width, height] of [
    ["light", 360, 740], ["light", 768, 1024], ["light", 1366, 900], ["dark", 390, 844], ["dark", 1366, 900],
  ]) {
    // The policy of the page would keep the checker out; the page itself has no script.
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height }, bypassCSP: true });
    const tab = await context.newPage();
    tab.on("request", (request) => {
      if (request.url() !== address) say(page, `asks for ${request.url()}`);
    });
    tab.on("console", (message) => say(page, `console: ${message.text()}`));
    await tab.goto(address);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) say(page, `${wide} pixels wider than ${width}`);
    const out = await tab.evaluate(() => [...document.querySelectorAll("svg")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent.trim(), text.getBoundingClientRect()]);
      const clipped = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1);
      const meet = texts.filter(([, a], i) => texts.slice(i + 1, i + 3).some(([, b]) =>
        a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom));
      return [...clipped.map(([words]) => `clipped: ${words}`), ...meet.map(([words]) => `overlaps: ${words}`)];
    }));
    for (const words of out) say(page, `${width}: ${words}`);
    if (pictures) {
      const path = join(pictures, `${basename(page, ".html")}-${scheme}-${width}.png`);
      await tab.screenshot({ path, fullPage: Boolean(process.env.FULL) });
    }
    // What axe judges differs with the colours and with the layout of a telephone.
    if (width === 360 || (width === 1366 && scheme === "dark")) await axed(tab, page, `${scheme} ${width}`);
    if (width === 1366 && scheme === "light") {
      // On paper everything is unfolded.
      await tab.emulateMedia({ media: "print" });
      const folded = await tab.evaluate(() =>
        [...document.querySelectorAll(".unfolded")].filter((one) => one.getBoundingClientRect().height === 0).length);
      if (folded > 0) say(page, `${folded} derivations are not on paper`);
      if (pictures) await tab.pdf({ path: join(pictures, `${basename(page, ".html")}.pdf`), preferCSSPageSize: true, printBackground: true });
    }
    await context.close();
  }
}
await browser.close();
console.log(`${pages.length} pages in Chromium, ${wrong} problems`);
process.exit(wrong > 0 ? 1 : 0);
