// Every view for everyone: both languages, both widths, keyboard, screen readers, hostile names.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { AXE, SAMPLES, VIEWS, folder, jixiao, settled, show, visitor, workbench } from "./bench.mjs";

for (const [width, height, scheme] of [[1366, 768, "light"], [1366, 768, "dark"], [390, 844, "light"]]) {
  test(`views at ${width}×${height}, ${scheme}`, async (t) => {
    const { page, calm } = await visitor(t, await workbench(t, SAMPLES), { width, height, scheme });
    await settled(page);
    for (const view of VIEWS) {
      await show(page, `#/${view}`);
      assert.equal(await overflow(page), 0, `${view} is wider than the window`);
      assert.equal(await page.locator("[role=alert]").count(), 0, `${view} shows a problem`);
      const found = await violations(page);
      assert.deepEqual(found, [], view);
    }
    calm();
  });
}

test("both languages, remembered", async (t) => {
  const { page, calm } = await visitor(t, await workbench(t, SAMPLES), {});
  await settled(page);
  await page.getByRole("button", { name: /English/ }).click();
  await page.getByRole("heading", { name: "Files", level: 1 }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.reload();
  await page.getByRole("heading", { name: "Files", level: 1 }).waitFor();
  for (const view of VIEWS) {
    await show(page, `#/${view}`);
    assert.equal(await overflow(page), 0, `${view} is wider than the window`);
    // Names of the forms stay as they are; the page's own words are English.
    const own = await page.$$eval("h2:not(:has(bdi)), button:not(:has(bdi)), label > span, th[scope=col]", (all) => all.map((one) => one.textContent));
    const chinese = own.filter((text) => /\p{Script=Han}/u.test(text) && !/^中文$/.test(text));
    if (!view.startsWith("rules/")) assert.deepEqual(chinese.filter((text) => !/[优良中差]/.test(text)).slice(0, 5), [], view);
  }
  calm();
});

test("the keyboard is enough", async (t) => {
  const { page, calm } = await visitor(t, await workbench(t, SAMPLES), {});
  await settled(page);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");

  await page.locator("nav a").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[role=tablist]");
  await settled(page);
  await page.locator("[role=tab][aria-selected=true]").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("[role=tab][aria-selected=true]").textContent(), "参数");
  await page.keyboard.press("Home");

  const slider = page.locator("input[type=range]").first();
  await slider.focus();
  const before = await page.locator("#scenario .big-total").textContent();
  for (let press = 0; press < 6; press++) await page.keyboard.press("ArrowLeft");
  await page.waitForFunction((before) => document.querySelector("#scenario .big-total")?.textContent !== before, before);
  await page.keyboard.press("Control+z");
  // Outlines are seen where the focus is.
  assert.notEqual(await slider.evaluate((element) => getComputedStyle(element).outlineStyle), "none");
  calm();
});

test("sliders are marked where the grade changes, as the command line says", async (t) => {
  const { page, calm } = await visitor(t, await workbench(t, SAMPLES), {});
  await show(page, "#/whatif/whole");
  await page.waitForSelector(".edge-text");
  const marks = await page.$$eval(".edge-text", (all) => all.map((one) => one.textContent));
  const { weights } = jixiao("whatif", join(SAMPLES, "whole.yaml"), "--break-even").sheets[0].break_even;
  assert.equal(marks.length, weights.filter(({ below, above }) => below?.at || above?.at).length);
  assert.ok(marks.includes("< 36.9 为“良”"), marks);
  calm();
});

test("back and forward go through the views", async (t) => {
  const { page, calm } = await visitor(t, await workbench(t, SAMPLES), {});
  await settled(page);
  await page.locator(".forms a").first().click();
  await page.waitForSelector(".totals");
  await page.getByRole("link", { name: "规则", exact: true }).click();
  await page.getByRole("heading", { name: "规则", level: 1 }).waitFor();
  await page.goBack();
  await page.waitForSelector(".totals");
  await page.goForward();
  await page.getByRole("heading", { name: "规则", level: 1 }).waitFor();
  await settled(page);
  calm();
});

test("changes that fit nothing can be undone", async (t) => {
  const { page } = await visitor(t, await workbench(t, SAMPLES), {});
  await show(page, "#/whatif/whole?set=rows%5B99%5D.actual%3D1");
  await page.waitForSelector("[role=alert]");
  await page.getByRole("button", { name: "全部还原" }).click();
  await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "92.60");
  assert.equal(await page.locator("[role=alert]").count(), 0);
});

test("a rule is tried", async (t) => {
  const { page, calm } = await visitor(t, await workbench(t, SAMPLES), {});
  await show(page, "#/rules/wuhan@2024");
  await page.locator("[role=tab]").nth(1).click();
  const editor = page.locator(".editor textarea");
  const script = await editor.inputValue();
  await editor.fill(`${script}\nfn broken( {`);
  await page.getByRole("button", { name: "检查" }).click();
  await page.locator(".lints .linklike").first().click();
  await page.waitForFunction(() => document.activeElement?.localName === "textarea");
  await page.getByRole("button", { name: "还原" }).click();
  await page.getByRole("button", { name: "检查" }).click();
  await page.waitForSelector(".verdict.good");
  await page.getByRole("button", { name: "算一下" }).click();
  await page.waitForSelector(".trial .big-total");
  calm();
});

test("a doubtful figure is confirmed, corrected and taken back", async (t) => {
  const path = folder();
  writeFileSync(join(path, "scanned.yaml"), `title: 扫描件
scope: project
year: 2024
unit: 某单位
project: 某项目
execution: {full_mark: 20, money: 万元, budget: 100, executed: 90, points: 18}
indicators_full_mark: 80
indicators:
  产出指标:
    数量指标:
      - {name: 培训人次, target: 100人次, actual: 9O人次, full_mark: 80, points: 72}
total: 90
`);
  const { page, calm } = await visitor(t, await workbench(t, path), {});
  await show(page, "#/sheet/scanned");
  await page.waitForSelector(".doubts li");
  await page.locator(".doubts input").first().fill("80人次");
  await page.locator(".doubts").getByRole("button", { name: "改正" }).first().click();
  await page.waitForFunction(() => document.querySelector(".totals .big-total")?.textContent === "82.00");
  await page.locator(".doubts").getByRole("button", { name: "撤回" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".doubts input").length > 0);
  calm();
});

test("names that want to break the page", async (t) => {
  const path = folder();
  const names = ["<script>alert(1)</script>", "\u202e\u2067סוף‮ reversed", "长".repeat(10_000), "a".repeat(10_000), "<img src=x onerror=alert(1)>"];
  for (const [at, name] of names.entries()) {
    const text = JSON.stringify(name);
    writeFileSync(join(path, `${at}.yaml`), `title: ${text}
scope: project
year: 2024
unit: ${text}
project: ${text}
execution: {full_mark: 20, money: 万元, budget: 100, executed: 90, points: 18}
indicators_full_mark: 80
indicators:
  产出指标:
    数量指标:
      - {name: ${text}, target: 55, actual: 54, points: 80分}
total: 98分
`);
  }
  const { page, calm } = await visitor(t, await workbench(t, path), { width: 390, height: 844 });
  page.on("dialog", () => assert.fail("a name was run"));
  await settled(page);
  assert.equal(await page.locator(".forms a").count(), names.length);
  for (const at of names.keys()) {
    for (const view of ["library", `sheet/${at}`, `whatif/${at}`, "portfolio", `papers/${at}`]) {
      await show(page, `#/${view}`);
      assert.equal(await overflow(page), 0, `${view} is wider than the window`);
    }
  }
  assert.equal(await page.locator("main script, main img").count(), 0);
  calm();
});

function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] }));
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
