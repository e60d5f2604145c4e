// Draws the pictures of the manual: one a view, of the samples.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY, settled, show, visitor, workbench } from "./bench.mjs";

const folder = join(REPOSITORY, "docs/pictures");
mkdirSync(folder, { recursive: true });

const ends = [];
const run = { after: (end) => ends.push(end) };
const { page } = await visitor(run, await workbench(run, "samples/wuhan-2024", "samples/documents/national.pdf"));
await settled(page);

const VIEWS = [
  ["library", "#/library"],
  ["sheet", "#/sheet/whole"],
  ["row", "#/sheet/whole?row=20"],
  ["whatif", "#/whatif/whole?set=execution.weight%3D10&set=rows%5B20%5D.actual%3D92%25"],
  ["rules", "#/rules/wuhan@2024"],
  ["portfolio", "#/portfolio"],
  ["papers", "#/papers"],
];
for (const [name, hash] of VIEWS) {
  await show(page, hash);
  await page.waitForTimeout(1_500);
  await settled(page);
  if (name === "rules") {
    await page.locator("[role=tab]").nth(1).click();
    const editor = page.locator(".editor textarea");
    await editor.fill((await editor.inputValue()).replace("e.budget), 1)", "e.budget), 1"));
    await page.getByRole("button", { name: "检查" }).click();
    await page.waitForSelector(".lints .linklike");
    await page.evaluate(() => scrollTo(0, 320));
  }
  if (name === "portfolio") {
    await page.getByRole("button", { name: "算全部表" }).click();
    await page.waitForSelector(".matrix");
  }
  await page.screenshot({ path: join(folder, `serve-${name}.png`) });
}
await Promise.all(ends.map((end) => end()));
process.exit();
