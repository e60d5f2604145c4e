// What the tests share: a workbench that runs, a page that is watched, and the command line to compare with.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const REPOSITORY = process.env.REPOSITORY;
export const SAMPLES = join(REPOSITORY, "samples/wuhan-2024");
const CHANGED = new URLSearchParams([["set", "execution.weight=10"], ["set", "rows[20].actual=92%"]]);
export const VIEWS = ["library", "sheet/whole", "whatif/whole", `whatif/whole?${CHANGED}`, "rules", "rules/wuhan@2024", "portfolio", "papers"];

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** The published document of 2024 where it is at hand; else the same three sheets as YAML. */
export function documents() {
  const folders = ["../shared/seeds", "shared/seeds", "seeds"].map((folder) => join(REPOSITORY, folder));
  const published = folders.map((folder) => join(folder, "2024-决算公开-促进中心.txt")).find(existsSync);
  return published ? [published] : ["whole", "series", "startup"].map((name) => join(SAMPLES, `${name}.yaml`));
}

export function folder() {
  return mkdtempSync(join(process.env.WORK, "sheets-"));
}

/** What the command line says, as JSON. */
export function jixiao(...words) {
  const given = [...words, "-f", "json", "-q"];
  return JSON.parse(execFileSync(process.env.JIXIAO, given, { encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** Starts a workbench on a free port; it ends with the test. */
export async function workbench(test, ...paths) {
  const child = spawn(process.env.JIXIAO, ["serve", ...paths, "--no-open", "--port", "0"], { cwd: REPOSITORY });
  test.after(() => child.kill());
  return new Promise((found, failed) => {
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
      const link = /http:\/\/\S+/.exec(said);
      if (link) found(link[0]);
    });
    child.on("exit", (code) => failed(new Error(`jixiao serve ended with ${code}: ${said}`)));
  });
}

/** A fresh browser on the workbench. Whatever goes wrong in the page or leaves the machine fails the test. */
export async function visitor(test, link, { width = 1366, height = 768, scheme = "light", hash = "" } = {}) {
  const browser = await chromium.launch({ executablePath: process.env.BROWSER, args: FLAGS });
  test.after(() => browser.close());
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const origin = new URL(link).origin;
  const wrong = [];
  page.on("console", (said) => said.type() === "error" && wrong.push(`console: ${said.text()} ${said.location().url}`));
  page.on("pageerror", (error) => wrong.push(`page: ${error.stack ?? error}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) wrong.push(`outside: ${url}`);
  });
  await page.goto(link);
  if (hash) await page.goto(`${origin}/${hash}`);
  return { page, origin, context, calm: () => assert.deepEqual(wrong, []) };
}

/** Waits until nothing is being asked any more. */
export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector(".loading"));
}

export async function show(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await settled(page);
}

export const AXE = readFileSync(join(process.env.WORK, "node_modules/axe-core/axe.min.js"), "utf8");
