// Weighs dist/ against the budgets, gzip: the first usable screen (HTML, CSS, JS, the door's wasm, and whatever else
// index.html asks for at once), the page's program that is fetched beside it, the engine, what loads later, and each lesson.
// Ends with "# N passed, M failed"; fails above a budget.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGETS = [
  { name: "first usable screen", limit: 250_000, files: /^(index\.html|site-.*\.css|boot-.*\.js|door.*\.(js|wasm))$/ },
  { name: "page, fetched beside it", limit: 550_000, files: /^app-.*\.(js|wasm)$/ },
  { name: "engine", limit: 900_000, files: /^engine.*\.(js|wasm)$/ },
  { name: "desk, when opened", limit: 900_000, files: /^desk.*\.(js|wasm)$/ },
  { name: "learning room, when opened", limit: 600_000, files: /^learn.*\.(js|wasm)$/ },
  { name: "study, when first asked", limit: 1_200_000, files: /^study.*\.(js|wasm)$/ },
];
const site = process.argv[2] ?? "dist";
const weigh = (path) => gzipSync(readFileSync(`${site}/${path}`), { level: 9 }).length;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

// Asked for at once: scripts, styles and preloads; a prefetch waits until the browser has nothing better to do.
const tags = readFileSync(`${site}/index.html`, "utf8").match(/<(?:link|script)\b[^>]*>/g) ?? [];
const atOnce = tags
  .filter((tag) => /^<script|\brel="?(stylesheet|preload|modulepreload)\b/.test(tag))
  .map((tag) => /\b(?:href|src)="?\.\/([^"\s>]+)/.exec(tag)?.[1]);

let failed = 0;
for (const { name, limit, files } of BUDGETS) {
  const first = name === BUDGETS[0].name;
  const parts = readdirSync(site)
    .filter((path) => files.test(path) || (first && atOnce.includes(path)))
    .map((path) => [path, weigh(path)]);
  const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  const kinds = new Set(parts.map(([path]) => path.slice(path.lastIndexOf("."))));
  const whole = [".js", ".wasm"].every((kind) => kinds.has(kind));
  const good = whole && total <= limit;
  if (!good) failed += 1;
  console.log(`${good ? "ok  " : "FAIL"} ${name}: ${kb(total)} of ${kb(limit)} gzip${whole ? "" : " (files are missing)"}`);
  for (const [path, bytes] of parts) console.log(`       ${kb(bytes).padStart(9)}  ${path}`);
}
// A lesson with its texts and pictures: it is fetched alone where a phone opens it before the offline copy is whole.
const LESSON = 60_000;
const folders = readdirSync(`${site}/lessons`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const lessons = folders.map(({ name }) => readdirSync(`${site}/lessons/${name}`).reduce((sum, file) => sum + weigh(`lessons/${name}/${file}`), 0));
const largest = Math.max(0, ...lessons);
if (!lessons.length || largest > LESSON) failed += 1;
console.log(`${lessons.length && largest <= LESSON ? "ok  " : "FAIL"} each of ${lessons.length} lessons: at most ${kb(largest)} of ${kb(LESSON)} gzip`);
const lazy = readdirSync(site, { recursive: true }).filter((path) => /^(regions|lessons|items|samples|glossary)[\\/].*\.\w+$/.test(path));
if (lazy.length) console.log(`     fetched in the background: ${lazy.length} files, ${kb(lazy.map(weigh).reduce((a, b) => a + b, 0))} gzip`);
console.log(`# ${BUDGETS.length + 1 - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
