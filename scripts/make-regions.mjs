#!/usr/bin/env node
// Writes public/regions/: all 83,762 desa and kelurahan, split so that a phone fetches only what it needs.
//
//   node scripts/make-regions.mjs [FOLDER]     FOLDER holds the unpacked npm package idn-area-data 4.0.1
//                                              (default node_modules/idn-area-data)
//
// Same input, same bytes. The files are read by src/place/; their form:
//
//   every file   first line "regions 1 STAMP"; the stamp names the edition of the data, and files of one edition alone
//                may be read together.
//   index.txt    second line: the first two letters with which each name shard begins. Then a line "#63 Kalimantan
//                Selatan" opens a province, and each line "01Tanah Laut|Takisung|Jorong|…" is a regency of it with its
//                districts. Districts are counted through the file from 0.
//   villages/PP.txt, names/XX.txt
//                a line a district: how many districts are skipped since the line before (nothing for none), then its
//                villages, each behind "|".
//
// A district or village that follows on the one before it has no number (districts begin at 01, villages at 2001).
// Else its number stands before the name, for villages 7 for 2007 (desa), 07 for 1007 (kelurahan), 1007 for 3007 (desa
// adat); a ":" parts number and name where the name begins with a digit.
//
// villages/PP.txt holds a province. names/XX.txt holds each village that has, read without spaces from the beginning of
// one of its words, two first letters from XX up to the next shard's.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const VERSION = "4.0.1";
const N_VILLAGES = 83762;
/** A shard is closed when the next two letters would bring it over this many villages. */
const SHARD_VILLAGES = 5000;

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = process.argv[2] ?? join(root, "node_modules/idn-area-data");
const target = join(root, "public/regions");

const found = JSON.parse(readFileSync(join(source, "package.json"), "utf8")).version;
if (found !== VERSION) throw new Error(`idn-area-data ${VERSION} is needed, ${source} holds ${found}`);

const hash = createHash("sha256").update(`shards of ${SHARD_VILLAGES}`);
const [provinces, regencies, districts, villages] = ["provinces", "regencies", "districts", "villages"].map((level) => {
  const text = readFileSync(join(source, `data/${level}.csv`), "utf8");
  hash.update(text);
  return rows(text);
});
if (villages.length !== N_VILLAGES) throw new Error(`${N_VILLAGES} villages are expected, ${villages.length} found`);
const header = `regions 1 ${hash.digest("hex").slice(0, 8)}\n`;

const ordinal = new Map(districts.map((district, i) => [district.code, i]));
const shards = splitByName();

for (const folder of ["villages", "names"]) rmSync(join(target, folder), { recursive: true, force: true });
const sizes = { "index.txt": write("index.txt", index()) };
for (const { code } of provinces) {
  sizes[`villages/${code}.txt`] = write(`villages/${code}.txt`, list(villages.filter((v) => v.code.startsWith(code))));
}
for (const { start, members } of shards) {
  sizes[`names/${start}.txt`] = write(`names/${start}.txt`, list(members));
}
report();

/** Rows of a CSV with a heading and, for names with quotes or commas, quoted fields; sorted by code. */
function rows(text) {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1]);
  const plain = (cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();
  return lines
    .map((line) => Object.fromEntries(names.map((name, i) => [name, plain(cells(line)[i])])))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Lower-case words of letters and digits; quotes inside a word are left out. The same as `fold` in src/place/fold.rs. */
function words(name) {
  return (
    name
      .toLowerCase()
      .replace(/['’"*]/g, "")
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** The two-letter beginnings under which a name is looked for. */
function keys(name) {
  const all = words(name);
  return new Set(all.map((_, i) => all.slice(i).join("").slice(0, 2)).filter((key) => key.length === 2));
}

/** Shards of neighbouring two-letter keys; no key is ever split, so two letters typed need one shard. */
function splitByName() {
  const byKey = new Map();
  for (const village of villages) {
    const of = keys(village.name);
    if (of.size === 0) throw new Error(`no search can find «${village.name}»`);
    for (const key of of) byKey.set(key, [...(byKey.get(key) ?? []), village]);
  }
  const out = [];
  for (const key of [...byKey.keys()].sort()) {
    const members = byKey.get(key);
    const open = out.at(-1);
    if (open && open.members.size + members.length <= SHARD_VILLAGES) members.forEach((v) => open.members.add(v));
    else out.push({ start: key, members: new Set(members) });
  }
  return out.map(({ start, members }) => ({ start, members: [...members].sort((a, b) => (a.code < b.code ? -1 : 1)) }));
}

function index() {
  const lines = [shards.map((shard) => shard.start).join(" ")];
  for (const province of provinces) {
    lines.push(`#${province.code} ${province.name}`);
    for (const regency of regencies.filter((r) => r.province_code === province.code)) {
      let last = 0;
      const inside = districts
        .filter((d) => d.regency_code === regency.code)
        .map(({ code, name }) => {
          const number = Number(code.slice(6));
          const text = numbered(number === last + 1 ? "" : String(number).padStart(2, "0"), name, number);
          last = number;
          return text;
        });
      lines.push([regency.code.slice(3) + withoutKind(regency), ...inside].join("|"));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A regency's name without the word that its number tells: up to 69 Kabupaten, from 71 Kota. */
function withoutKind({ code, name }) {
  const kind = Number(code.slice(3)) >= 71 ? "Kota " : "Kabupaten ";
  if (!name.startsWith(kind)) throw new Error(`${code} ${name} is not named ${kind}…`);
  return name.slice(kind.length);
}

/** A line a district. `members` are in order of their codes. */
function list(members) {
  let text = "";
  let lastDistrict = -1;
  let lastNumber;
  for (const { code, district_code, name } of members) {
    const district = ordinal.get(district_code);
    if (district !== lastDistrict) {
      text += (text ? "\n" : "") + (district === lastDistrict + 1 ? "" : district - lastDistrict - 1);
      lastDistrict = district;
      lastNumber = 2000;
    }
    const number = Number(code.slice(9));
    const short = number < 2000 ? `0${number - 1000}` : String(number - 2000);
    text += `|${numbered(number === lastNumber + 1 ? "" : short, name, short)}`;
    lastNumber = number;
  }
  return `${text}\n`;
}

/** Number and name; a name that begins with a digit has its number always, and a ":" between. */
function numbered(number, name, always) {
  if (/[|\n]/.test(name)) throw new Error(`«${name}» has a sign that parts names`);
  return /^[0-9:]/.test(name) ? `${always}:${name}` : number + name;
}

function write(name, body) {
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, header + body);
  return gzipSync(header + body, { level: 9 }).length;
}

function report() {
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  for (const part of ["index", "villages", "names"]) {
    const of = Object.entries(sizes)
      .filter(([name]) => name.startsWith(part))
      .map(([, bytes]) => bytes);
    const sum = of.reduce((a, b) => a + b, 0);
    console.log(`${part}: ${of.length} file(s), ${kb(sum)} gzip in all, largest ${kb(Math.max(...of))}`);
  }
  console.log(`all: ${kb(Object.values(sizes).reduce((a, b) => a + b, 0))} gzip`);
}
