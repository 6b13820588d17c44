// The engine's door, spoken by hand: postcard bytes in and out of the worker, so that a bench asks what the page asks.
// The order of requests is read from src/engine/protocol/mod.rs by the bench and given to the constructor.
const utf8 = new TextEncoder();
const words = new TextDecoder();

/** Encoders of postcard values: each gives an array of bytes. */
export const put = {
  u8: (n) => [n],
  bool: (yes) => [yes ? 1 : 0],
  uint(n) {
    const out = [];
    for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) | 128);
    return [...out, n];
  },
  text(text) {
    const bytes = utf8.encode(text);
    return [...put.uint(bytes.length), ...bytes];
  },
  some: (bytes) => [1, ...bytes],
  none: () => [0],
  id: (bytes) => [16, ...bytes],
  area: ({ dusun = "", rw = "", rt = "" } = {}) => [dusun, rw, rt].flatMap(put.text),
  /** A date; years are zigzag. */
  date: (year, month, day) => [...put.uint(year * 2), month, day],
  look: (at) => [...(at ? put.some(put.date(...at)) : put.none()), ...put.area()],
  list: (items) => [...put.uint(items.length), ...items.flat()],
  /** A table of one's own choice (MakeTable); groups are lists of places, `layer` a variable and a place. */
  table({ at, universe = "penduduk", rows, columns, rowGroups = [], columnGroups = [], layer, cells = 0, hideBelow = 0, round = 0 }) {
    const groups = (all) => put.list(all.map((places) => [...put.text(""), ...put.list(places.map(put.uint))]));
    const answer = layer ? put.some([...put.text(layer[0]), ...put.uint(layer[1])]) : put.none();
    return [...put.look(at), ...[universe, rows, columns].flatMap(put.text), ...groups(rowGroups), ...groups(columnGroups), ...put.none(), ...answer, ...put.uint(cells), hideBelow, round];
  },
  filter: (text = "") => [...put.text(text), ...put.area(), ...put.none(), ...put.bool(false)],
};

/** Reads postcard values, one after another. */
export class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  u8 = () => this.bytes[this.at++];
  uint() {
    let n = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      n += (byte & 127) * factor;
      if (byte < 128) return n;
    }
  }
  take(n) {
    return this.bytes.subarray(this.at, (this.at += n));
  }
  text = () => words.decode(this.take(this.uint()));
  id = () => this.take(this.uint());
  f64() {
    const part = this.take(8);
    return new DataView(part.buffer, part.byteOffset, 8).getFloat64(0, true);
  }
  option = (read) => (this.u8() ? read() : null);
  list = (read) => Array.from({ length: this.uint() }, read);
  date = () => [this.uint() / 2, this.u8(), this.u8()];
  /** A cell as it stands in a table: words, a number, or nothing. */
  cell() {
    const kind = this.uint();
    if (kind === 0) return this.text();
    if (kind === 1) return this.uint();
    if (kind === 2) return [this.uint(), this.uint()];
    return kind === 3 ? [this.f64(), this.u8()][0] : null;
  }
  /** The rows of a table, each a list of cells. */
  table() {
    this.text(), this.text();
    this.text(), this.date(), this.text(), this.text(), this.text();
    this.list(() => (this.text(), this.uint() === 2 && this.u8()));
    return this.list(() => [this.list(() => this.cell()), this.uint()][0]);
  }
}

/** The engine in its worker. */
export class House {
  #next = 1;
  #waiting = new Map();
  progress = 0;

  constructor(url, names) {
    this.names = names;
    this.worker = new Worker(url, { type: "module" });
    this.worker.onmessage = ({ data }) => this.#heed(data);
    this.worker.onerror = (event) => this.#fail(`the worker failed: ${event.message}`);
  }

  #fail(text) {
    for (const { reject } of this.#waiting.values()) reject(new Error(text));
    this.#waiting.clear();
  }

  #heed(data) {
    const now = performance.now();
    if (typeof data === "string") return this.#fail(`the engine is ${data}`);
    const reader = new Reader(data[0]);
    if (reader.u8() === 1) return (this.progress += 1);
    const number = reader.uint();
    const { name, begun, resolve, reject } = this.#waiting.get(number);
    this.#waiting.delete(number);
    reader.uint(); // bytes of the reply
    if (reader.u8() !== 0) return reject(new Error(`${name} was refused (error ${reader.uint()})`));
    resolve({ ms: now - begun, reader, file: data[1] });
  }

  /** Asks; the reply comes with the milliseconds from asking to answer. A file is handed over with the request. */
  ask(name, body = [], file) {
    const variant = this.names.indexOf(name);
    if (variant < 0) throw new Error(`no request is called ${name}`);
    const number = this.#next++;
    const bytes = Uint8Array.from([0, ...put.uint(number), ...put.uint(variant), ...put.uint(body.length), ...body]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { name, resolve, reject, begun: performance.now() });
      const parts = file ? [bytes, file] : [bytes];
      this.worker.postMessage(parts, parts.map((part) => part.buffer));
    });
  }

  open = () => this.ask("Open", [0]);
  sample = (families, seed = 1) => this.ask("MakeSample", [...put.some(put.uint(families)), ...put.some(put.uint(seed))]);
  families = (text, from = 0, limit = 50) => this.ask("ListFamilies", [...put.filter(text), ...put.uint(from), ...put.uint(limit)]);
  persons = (text, from = 0, limit = 50) => this.ask("ListPersons", [...put.filter(text), ...put.uint(from), ...put.uint(limit)]);
  indicators = (at) => this.ask("GetIndicators", put.look(at));
  catalogue = (at) => this.ask("CatalogueNumbers", put.look(at));
  made = (asked) => this.ask("MakeTable", put.table(asked));
  /** The population pyramid (the first kind of chart) of a date. */
  pyramid = (at, width = 360) => this.ask("DrawChart", [0, ...put.look(at), ...put.uint(width)]);
  /** Numbers of the catalogue by id, those of distributions left out. */
  async numbers(at) {
    const { reader } = await this.catalogue(at);
    const rows = reader.list(() => {
      const [id, part] = [reader.text(), reader.text(), reader.text()];
      const [value] = [0, 1, 2].map(() => reader.option(() => reader.f64()));
      reader.uint(), reader.u8();
      return [id, part, value];
    });
    return Object.fromEntries(rows.filter(([, part]) => !part).map(([id, , value]) => [id, value]));
  }
  findings = () => this.ask("FindingsSummary", [...put.text(""), ...put.area(), 0, 0, 0, 0]);
  /** Sets a text field of a family (record kind 1). */
  edit = (id, field, text) => this.ask("Edit", [1, ...put.id(id), ...put.uint(field), 1, ...put.text(text)]);

  /** Identities of families on a page of the list. */
  async ids(from, limit) {
    const { reader } = await this.families("", from, limit);
    reader.uint(); // all that match
    return reader.list(() => {
      const id = reader.id().slice();
      for (let texts = 0; texts < 3; texts++) reader.text();
      reader.uint(), reader.u8(), reader.uint(), reader.uint(); // members, state, errors, warnings
      return id;
    });
  }

  /** Values of all indicators by id. */
  async values(at) {
    const { reader } = await this.indicators(at);
    reader.uint(), reader.u8(), reader.u8(); // the date
    const rows = reader.list(() => {
      const [id] = [reader.text(), reader.text()];
      const [value] = [0, 1, 2].map(() => reader.option(() => reader.f64()));
      reader.text(), reader.text(), reader.uint(), reader.u8();
      return [id, value];
    });
    return Object.fromEntries(rows);
  }

  /** The whole import of a file: opened, planned as guessed, applied. Milliseconds of each step. */
  async import(name, file) {
    const opened = await this.ask("OpenImport", put.text(name), file);
    const { reader } = opened;
    reader.text(), reader.text(), reader.list(() => reader.text()), reader.uint(), reader.uint();
    reader.list(() => {
      reader.text(), reader.list(() => reader.text()), reader.option(() => reader.uint());
    });
    reader.list(() => {
      reader.text(), reader.text(), reader.u8(), reader.list(() => [reader.u8(), reader.text()]);
    });
    // What follows is the mapping and the options, and at the end whether the file was applied before.
    const guessed = reader.bytes.subarray(reader.at, -1);
    const planned = await this.ask("PlanImport", guessed);
    const applied = await this.ask("ApplyImport");
    return { open_ms: opened.ms, plan_ms: planned.ms, apply_ms: applied.ms };
  }

  end() {
    this.worker.terminate();
  }
}
