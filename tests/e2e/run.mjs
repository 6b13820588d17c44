// Runs tests/e2e/*.test.mjs on dist/ (or on the folder that SITE_DIR names) in Chromium. Words after the command keep the files or tests whose names hold one:
//   node tests/e2e/run.mjs offline
// Ends with "# N passed, M failed".
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, OUT, Stage, tests } from "./harness.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(here, "../.."));
mkdirSync(OUT, { recursive: true });
const words = process.argv.slice(2);

for (const file of readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort()) {
  const before = tests.length;
  await import(pathToFileURL(`${here}/${file}`));
  for (const test of tests.slice(before)) test.file = file.replace(".test.mjs", "");
}
const chosen = tests.filter(({ file, name }) => !words.length || words.some((word) => file.includes(word) || name.includes(word)));

const browser = await launch();
let failed = 0;
async function perform({ file, name, run, timeoutSeconds }) {
  const stage = new Stage(browser);
  const start = Date.now();
  let timer;
  try {
    const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`took longer than ${timeoutSeconds} s`)), timeoutSeconds * 1000)));
    await Promise.race([stage.site().then(() => run(stage)), late]);
    if (stage.problems.length) throw new Error(`the page complained:\n    ${[...new Set(stage.problems)].join("\n    ")}`);
    console.log(`ok   ${file}: ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${file}: ${name}\n    ${error.stack ?? error}`);
    await stage.show(name);
    if (stage.problems.length) console.log(`    also: ${[...new Set(stage.problems)].join("\n    ")}`);
  } finally {
    clearTimeout(timer);
    await stage.end();
  }
}

// One at a time: two share a small machine's cores badly, and are no faster.
for (const test of chosen) await perform(test);
await browser.close();
console.log(`# ${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
