// Joins style/**/*.css into one sheet for Trunk: tokens, base, then the others by path, print last.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const RANKS = ["tokens.css", "base.css", "", "print.css"];
const rank = (path) => (RANKS.includes(path) ? RANKS.indexOf(path) : 2);
const sheets = readdirSync("style", { recursive: true })
  .map((path) => path.split("\\").join("/"))
  .filter((path) => path.endsWith(".css"))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
const joined = sheets.map((path) => readFileSync(`style/${path}`, "utf8")).join("\n");

const out = "target/site/site.css";
mkdirSync("target/site", { recursive: true });
if (!existsSync(out) || readFileSync(out, "utf8") !== joined) writeFileSync(out, joined);
