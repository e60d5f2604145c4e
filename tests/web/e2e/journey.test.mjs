// An officer's day: drop the document, read the sheets, move a weight, accept a finding, take the paper home.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { documents, jixiao, settled, show, visitor, workbench } from "./bench.mjs";

const TOTALS = [["92.9", "92.60"], ["91.9", "91.90"], ["97.5", "97.50"]];

test("from a dropped document to a paper", async (t) => {
  const link = await workbench(t);
  const { page, calm } = await visitor(t, link);
  const given = documents();

  await t.test("files are dropped and read", async () => {
    await settled(page);
    await drop(page, given);
    await page.waitForFunction(() => document.querySelectorAll(".forms a").length >= 3);
    assert.equal(await page.locator(".file").count(), given.length);
  });

  const ids = await page.$$eval(".forms a", (links) => links.map((link) => decodeURIComponent(link.hash.slice("#/sheet/".length))));

  await t.test("reported and recomputed totals of the three sheets", async () => {
    const seen = [];
    for (const id of ids) {
      await show(page, `#/sheet/${encodeURIComponent(id)}`);
      await page.waitForSelector(".totals");
      seen.push(await page.$$eval(".totals .sum td", (cells) => cells.map((cell) => cell.textContent)));
    }
    assert.deepEqual(seen.sort(), [...TOTALS].sort());
  });

  const at = await whole(page, ids);
  await t.test("a finding leads to its row and back", async () => {
    await show(page, `#/sheet/${encodeURIComponent(ids[at])}`);
    await page.locator(".finding .linklike").first().click();
    await page.waitForSelector("tr:focus");
    const row = await page.evaluate(() => document.activeElement?.id);
    assert.match(row, /^row-/);
    await page.locator(".below .linklike").first().click();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("finding-"));
    await page.locator(".below .why").first().waitFor();
  });

  await t.test("an execution weight of 10 is what the command line says", async () => {
    await show(page, `#/whatif/${encodeURIComponent(ids[at])}`);
    const field = page.getByRole("textbox", { name: /^预算执行/ }).first();
    await field.fill("10");
    await field.press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-delta]")?.textContent !== "0.00");
    await settled(page);
    const said = jixiao("whatif", ...given, "--set", "execution.weight=10");
    const { total, grade, delta } = said.sheets.find(({ baseline }) => baseline.computed.total === "92.60").scenarios[0];
    assert.deepEqual([total, grade], ["83.17", "良"]);
    assert.equal(await page.locator("#scenario .big-total").textContent(), total);
    assert.equal(await page.locator("#scenario .grade").textContent(), grade);
    assert.equal((await page.locator("[data-delta]").textContent()).replace("−", "-"), delta);
    const bars = page.locator(".bars tbody tr");
    assert.equal((await bars.last().locator("td").last().textContent()).replace("−", "-"), delta);
  });

  await t.test("undo, redo, and the address keep the changes", async () => {
    await page.getByRole("button", { name: /撤销/ }).click();
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "92.60");
    await page.getByRole("button", { name: /重做/ }).click();
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "83.17");
    await page.waitForFunction(() => location.hash.includes("execution.weight"));
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "83.17");
    await settled(page);
  });

  await t.test("the changes go into an overlay file and come back", async () => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载改动文件" }).click()]);
    const path = await file.path();
    assert.match(readFileSync(path, "utf8"), /execution\.weight/);
    await page.getByRole("button", { name: "全部还原" }).click();
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "92.60");
    await page.locator("input[type=file]").setInputFiles({ name: "改动.yaml", mimeType: "text/yaml", buffer: readFileSync(path) });
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "83.17");
  });

  await t.test("grades of all sheets move under the changes", async () => {
    await page.getByRole("link", { name: "总览" }).click();
    await page.getByRole("button", { name: "算全部表" }).click();
    await page.waitForSelector(".matrix");
    const moves = await page.$$eval(".matrix .moves", (cells) => cells.map((cell) => cell.textContent));
    assert.deepEqual(moves, ["3"]);
    await page.getByRole("link", { name: "测算" }).click();
    await page.waitForFunction(() => document.querySelector("#scenario .big-total")?.textContent === "83.17");
  });

  await t.test("a finding is accepted and taken back", async () => {
    await show(page, `#/sheet/${encodeURIComponent(ids[at])}`);
    const first = page.locator(".finding").first();
    await first.getByRole("button", { name: "接受…" }).click();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog"));
    await first.getByRole("button", { name: "接受…" }).click();
    await page.getByRole("textbox", { name: "理由" }).fill("已与财务科核对");
    await page.getByRole("textbox", { name: "谁" }).fill("审核科");
    await page.locator("dialog").getByRole("button", { name: "接受", exact: true }).click();
    await page.waitForSelector(".accepted-line");
    assert.match(await page.locator(".accepted-line").first().textContent(), /已与财务科核对/);
    await page.getByRole("combobox", { name: "处理" }).selectOption("accepted");
    assert.ok((await page.locator(".finding").count()) >= 1);
    await page.locator(".finding").first().getByRole("button", { name: "撤回接受" }).click();
    await page.waitForFunction(() => !document.querySelector(".accepted-line"));
  });

  await t.test("the workbook is downloaded", async () => {
    await show(page, "#/papers");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".paper").getByRole("button", { name: "下载" }).click()]);
    assert.match(file.suggestedFilename(), /\.xlsx$/);
    const bytes = readFileSync(await file.path());
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
    assert.ok(bytes.length > 4_000);
  });

  await t.test("a file is taken away", async () => {
    await show(page, "#/library");
    const before = await page.locator(".file").count();
    await page.getByRole("button", { name: /^拿掉/ }).first().click();
    await page.waitForFunction((count) => document.querySelectorAll(".file").length === count - 1, before);
  });

  calm();
});

/** The sheet of the whole unit, which has what the rest of the journey looks at. */
async function whole(page, ids) {
  for (const [at, id] of ids.entries()) {
    await show(page, `#/sheet/${encodeURIComponent(id)}`);
    await page.waitForSelector(".totals");
    if ((await page.locator(".totals .big-total").textContent()) === "92.60") return at;
  }
  throw new Error("no sheet of 92.60");
}

/** Drops files as a person does: onto the zone, as the system's files. */
async function drop(page, paths) {
  const files = paths.map((path) => ({ name: path.split("/").at(-1), bytes: readFileSync(path).toString("base64") }));
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) {
      data.items.add(new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], name));
    }
    return data;
  }, files);
  await page.dispatchEvent(".drop", "dragover", { dataTransfer: data });
  await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
}
