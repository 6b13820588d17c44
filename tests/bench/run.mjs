// Runs tests/bench/*.bench.mjs in order and Lighthouse at the end, and prints what they tell as JSON lines; words for people
// go to standard error. A bench file exports `name` and `async run({ sizes, runs, workbook, tell })`: `tell({ … })` prints a
// line, to which the name is added; `sizes` are numbers of sample families, `runs` how often a thing is measured, `workbook`
// an OpenSID list of about 10,000 persons.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { measure } from "../../scripts/lighthouse.mjs";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(here, "../.."));
if (!existsSync("dist/build.json")) throw new Error("dist/ is missing: run scripts/build first");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean" }, families: { type: "string" }, runs: { type: "string" } },
});
const sizes = (values.families ?? (values.full ? "1000,10000,30000" : "1000,10000")).split(",").map(Number);
const runs = Number(values.runs ?? (values.full ? 5 : 3));
const wanted = (name) => !positionals.length || positionals.some((word) => name.includes(word));
let failed = 0;

/** A list of about 10,000 persons as villages hold it. */
function persons() {
  console.error("Making a workbook of 10,000 persons…");
  const folder = mkdtempSync(join(tmpdir(), "rumah-dataku-persons-"));
  const file = (name) => join(folder, name);
  const sample = ["sample", "--families", "3050", "--seed", "2", "--output", file("p.zip"), "--opensid", file("p.xlsx")];
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "rdk", "--", ...sample], { stdio: ["ignore", "ignore", "inherit"] });
  const bytes = readFileSync(file("p.xlsx"));
  rmSync(folder, { recursive: true });
  return bytes;
}

async function bench(name, run) {
  if (!wanted(name)) return;
  console.error(`Measuring: ${name}…`);
  try {
    await run((line) => console.log(JSON.stringify({ bench: name, ...line })));
  } catch (error) {
    failed += 1;
    console.error(`bench ${name} failed: ${error.stack ?? error}`);
    console.log(JSON.stringify({ bench: name, error: String(error.message ?? error) }));
  }
}

const files = readdirSync(here).filter((file) => file.endsWith(".bench.mjs")).sort();
const benches = (await Promise.all(files.map((file) => import(pathToFileURL(`${here}/${file}`))))).filter(({ name }) => wanted(name));
if (benches.length) {
  console.log(JSON.stringify({ bench: "machine", cpus: cpus().length, cpu: cpus()[0]?.model, node: process.version, sizes, runs }));
  const workbook = persons();
  for (const { name, run } of benches) await bench(name, (tell) => run({ sizes, runs, workbook, tell }));
}
await bench("lighthouse-mobile", async (tell) => tell(await measure("", values.full ? 5 : 3)));
process.exit(failed ? 1 : 0);
