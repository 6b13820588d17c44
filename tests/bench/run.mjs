// Runs tests/bench/*.bench.mjs in order and Lighthouse at the end, and prints what they tell as JSON lines. A bench file
// exports `name` and `async run({ browser, site, tell })`: `tell({ … })` prints a line, to which the name is added;
// `site` is the address of dist/, served for this bench alone; `browser` is a fresh Chromium. Words for people go to
// standard error.
import { existsSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { measure } from "../../scripts/lighthouse.mjs";
import { serve } from "../../scripts/serve.mjs";
import { launch } from "../e2e/harness.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(here, "../.."));
if (!existsSync("dist/build.json")) throw new Error("dist/ is missing: run scripts/build first");
const words = process.argv.slice(2);
const wanted = (name) => !words.length || words.some((word) => name.includes(word));
let failed = 0;

async function bench(name, run) {
  if (!wanted(name)) return;
  console.error(`bench ${name}…`);
  try {
    await run((line) => console.log(JSON.stringify({ bench: name, ...line })));
  } catch (error) {
    failed += 1;
    console.error(`bench ${name} failed: ${error.stack ?? error}`);
    console.log(JSON.stringify({ bench: name, error: String(error.message ?? error) }));
  }
}

for (const file of readdirSync(here).filter((file) => file.endsWith(".bench.mjs")).sort()) {
  const { name, run } = await import(pathToFileURL(`${here}/${file}`));
  await bench(name, async (tell) => {
    const site = await serve({ dir: "dist" });
    // Precise memory and garbage collection on demand, for benches that measure them.
    const browser = await launch({ args: ["--enable-precise-memory-info", "--js-flags=--expose-gc"] });
    try {
      await run({ browser, site: site.url, tell });
    } finally {
      await browser.close();
      await site.close();
    }
  });
}
await bench("lighthouse-mobile", async (tell) => tell(await measure("", 3)));
process.exit(failed ? 1 : 0);
