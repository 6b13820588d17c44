// The same work as a plain JavaScript application would do it: Dexie for storage (one row a family, strict durability),
// everything in memory, SheetJS for workbooks. It holds the same village as the engine, read out of the engine's package.
import { Dexie } from "./dexie.mjs";

const XLSX = globalThis.XLSX;
const words = new TextDecoder();

/** Rows of a CSV text as objects; empty cells are left out, dates become numbers like 20261124. */
function rows(text) {
  const out = [];
  let row = [], cell = "", quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quoted) {
      if (c === '"' && text[at + 1] === '"') (cell += c), at++;
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      row.push(cell);
      cell = "";
      if (c === "\n") out.push(row), (row = []);
    } else if (c !== "\r") cell += c;
  }
  const names = out.shift();
  return out.map((row) => {
    const record = {};
    row.forEach((cell, at) => {
      if (cell) record[names[at]] = names[at].startsWith("tanggal_") ? dateNumber(cell) : cell;
    });
    return record;
  });
}

/** 20261124 of 2026-11-24; a date known in part is reckoned to its middle. */
function dateNumber(text) {
  const [year, month = 7, day = month === 7 && text.length === 4 ? 1 : 15] = text.split("-").map(Number);
  return year * 10_000 + month * 100 + day;
}

/** The village in a package: families with their members, and its area in km². */
export function village(bytes) {
  const zip = XLSX.CFB.read(bytes, { type: "array" });
  const table = (name) => rows(words.decode(new Uint8Array(XLSX.CFB.find(zip, `/data/${name}.csv`).content)));
  const families = table("keluarga").map((family) => ({ ...family, members: [] }));
  const homes = new Map(families.map((family) => [family.id, family]));
  for (const person of table("penduduk")) homes.get(person.id_keluarga).members.push(person);
  return { families, km2: Number(table("profil")[0].luas_km2) || null };
}

const title = (family) => (family.members.find((person) => person.hubungan === "kepala_keluarga") ?? family.members[0])?.nama ?? "";

export class PlainHouse {
  constructor() {
    this.db = new Dexie("plain", { chromeTransactionDurability: "strict" });
    this.db.version(1).stores({ families: "id, title", acts: "++at" });
  }

  /** Stores a whole village in one transaction. */
  async fill(families) {
    const titled = families.map((family) => ({ ...family, title: title(family) }));
    await this.db.transaction("rw", this.db.families, () => this.db.families.bulkPut(titled));
  }

  /** Reads everything, orders it by name and folds what is searched. */
  async load() {
    await this.db.open();
    this.families = await this.db.families.toArray();
    this.order();
  }

  /** What search needs: families by name, each with its folded text. */
  order() {
    this.list = this.families.map((family) => {
      const parts = [family.no_kk ?? "", family.alamat ?? ""];
      for (const person of family.members) parts.push(person.nama ?? "", person.nik ?? "");
      return { family, key: title(family).toLowerCase(), text: parts.join(" ").toLowerCase() };
    });
    this.list.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }

  /** Families whose text holds every word. */
  search(text) {
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    return this.list.filter((row) => wanted.every((word) => row.text.includes(word)));
  }

  /** One field of one family: the row and an entry of the log in one strict transaction. */
  async save(family, field, value) {
    const act = { at_ms: Date.now(), family: family.id, field, old: family[field], new: value };
    family[field] = value;
    await this.db.transaction("rw", this.db.families, this.db.acts, async () => {
      await this.db.families.put(family);
      await this.db.acts.add(act);
    });
  }

  /** A workbook of persons: read, grouped by No. KK, checked a little, stored in one transaction. */
  async import(bytes) {
    const book = XLSX.read(bytes, { type: "array", dense: true });
    const table = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { raw: false });
    const known = new Set(this.families.flatMap((family) => family.members.map((person) => person.nik)));
    const homes = new Map();
    const faults = [];
    table.forEach((row, at) => {
      if (!row.nama || !/^\d{16}$/.test(row.nik ?? "") || !row.tanggallahir) return faults.push(at + 2);
      if (known.has(row.nik)) return;
      let home = homes.get(row.no_kk);
      if (!home) homes.set(row.no_kk, (home = { id: crypto.randomUUID(), no_kk: row.no_kk, dusun: row.dusun, rw: row.rw, rt: row.rt, alamat: row.alamat, members: [] }));
      home.members.push({ ...row, id: crypto.randomUUID() });
    });
    const fresh = [...homes.values()].map((family) => ({ ...family, title: title(family) }));
    await this.db.transaction("rw", this.db.families, this.db.acts, async () => {
      await this.db.families.bulkPut(fresh);
      await this.db.acts.add({ at_ms: Date.now(), imported: fresh.map((family) => family.id) });
    });
    this.families.push(...fresh);
    this.order();
    return { persons: table.length, families: fresh.length, faults: faults.length };
  }

  /** A package: two CSV tables with their hashes, a workbook of both, a description, all in a ZIP. */
  async export() {
    const tables = { keluarga: this.families, penduduk: this.families.flatMap((family) => family.members) };
    const zip = XLSX.CFB.utils.cfb_new();
    const resources = [];
    const book = XLSX.utils.book_new();
    for (const [name, records] of Object.entries(tables)) {
      const columns = [...new Set(records.flatMap(Object.keys))].filter((column) => column !== "members");
      const quoted = (cell) => (/[",\n]/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : cell);
      const text = [columns, ...records.map((record) => columns.map((column) => quoted(record[column] ?? "")))].map((row) => row.join(",")).join("\n");
      const bytes = new TextEncoder().encode(text);
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      resources.push({ name, path: `data/${name}.csv`, bytes: bytes.length, hash: `sha256:${Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("")}` });
      XLSX.CFB.utils.cfb_add(zip, `data/${name}.csv`, bytes);
      const cells = [columns, ...records.map((record) => columns.map((column) => record[column] ?? null))];
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells, { dense: true }), name);
    }
    XLSX.CFB.utils.cfb_add(zip, "buku/rumah-dataku.xlsx", new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true })));
    XLSX.CFB.utils.cfb_add(zip, "datapackage.json", new TextEncoder().encode(JSON.stringify({ name: "plain", resources })));
    return XLSX.CFB.write(zip, { type: "array", fileType: "zip", compression: true });
  }
}

/** Thirty rows as a list of links, as our list shows them. */
export function show(list, rows) {
  list.innerHTML = rows
    .slice(0, 30)
    .map(({ family }) => `<li><a class="list-link" href="#${family.id}"><b>${family.title}</b><small>RT ${family.rt ?? ""} RW ${family.rw ?? ""} · ${family.members.length}</small></a></li>`)
    .join("");
}
