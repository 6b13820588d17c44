// Runs tests/bench/*.bench.mjs in order and Lighthouse at the end (of each lesson too where everything is asked for), and prints what they tell as JSON lines; words for people
// go to standard error. A bench file exports `name` and `async run({ sizes, runs, workbook, tell })`: `tell({ … })` prints a
// line, to which the name is added; `sizes` are numbers of sample families, `runs` how often a thing is measured, `workbook`
// makes an OpenSID list of about 10,000 persons, others for each digit.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import XLSX from "xlsx";
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

/**
 * A list of about 10,000 persons as villages hold it. No two lists of different digits hold a person in common, nor with the
 * sample village: the serial numbers of NIK and No. KK, which begin with 9 there, begin with the digit.
 */
function persons() {
  console.error("Making a workbook of 10,000 persons…");
  const folder = mkdtempSync(join(tmpdir(), "rumah-dataku-persons-"));
  const file = (name) => join(folder, name);
  const sample = ["sample", "--families", "3050", "--seed", "2", "--output", file("p.zip"), "--opensid", file("p.xlsx")];
  execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "rdk", "--", ...sample], { stdio: ["ignore", "ignore", "inherit"] });
  const book = XLSX.readFile(file("p.xlsx"));
  rmSync(folder, { recursive: true });
  return (digit) => {
    for (const cell of Object.values(book.Sheets[book.SheetNames[0]])) {
      if (cell.t === "s" && /^\d{16}$/.test(cell.v)) cell.v = cell.v.slice(0, 12) + digit + cell.v.slice(13);
    }
    return XLSX.write(book, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true });
  };
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
  let made;
  const workbook = (digit) => (made ??= persons())(digit);
  for (const { name, run } of benches) await bench(name, (tell) => run({ sizes, runs, workbook, tell }));
}
await bench("lighthouse-mobile", async (tell) => tell(await measure("", values.full ? 5 : 3)));
await bench("lighthouse-lessons", async (tell) => {
  const lessons = readdirSync("dist/lessons", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of values.full ? lessons : lessons.slice(0, 1)) tell(await measure(`#/belajar/pelajaran/${name}`, 1));
});
process.exit(failed ? 1 : 0);
