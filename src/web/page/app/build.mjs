// Bundles the page into the folder given: page.js, page.css and the licences of what is in them.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const out = process.argv[2] ?? "out";
const bundle = await build({
  entryPoints: [
    { in: "src/main.tsx", out: "page" },
    { in: "src/style/page.css", out: "page" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  target: ["chrome109", "edge109", "firefox115", "safari16.4"],
  metafile: true,
  logLevel: "warning",
});

const inside = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const inputs = Object.values(bundle.metafile.outputs).flatMap((output) => Object.keys(output.inputs));
const packages = new Set(inputs.map((path) => inside.exec(path)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
  const folder = join("node_modules", name);
  const { version, license, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!file || !license) throw new Error(`${name} comes without a licence`);
  const title = `${name} ${version} · ${license}\n${homepage ?? ""}`;
  return `${title.trim()}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(out, "licences.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
