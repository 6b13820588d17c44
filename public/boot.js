// Starts the page's program, keeps the offline copy, and says in plain words when something cannot go on.
// Lies at the root of the site, and so knows it. It must not know the register, nor routes but those of a lesson.
//
// Talks with the page (src/ui/shell) through events of the window and attributes of <html>:
//   "rdk-update-ready", data-update="ready"   a newer version waits for the user's word
//   "rdk-update"                              from the page: the user said yes; the new version takes over and reloads
//   "rdk-offline", data-offline="12/40"       files kept for use without a network, and how many there are in all
//   "rdk-app"                                 from the door: start the page's program at the present address
//   "rdk-crash"                               from the panic hook: paint the plain page below
const root = new URL("./", import.meta.url);
const html = document.documentElement;
const started = document.querySelector("script[data-app]").dataset;
const engine = document.querySelector("meta[name=engine]");
const program = (name) => document.querySelector(`meta[name=${name}]`).content.split(" ");
const door = program("door");
const ahead = document.querySelector("meta[name=ahead]").content.split(" ");

// The router changes the address, and relative ones would then point elsewhere: those used later are made whole.
for (const worker of [engine, document.querySelector("meta[name=study]")]) worker.content = new URL(worker.content, root);
for (const link of document.querySelectorAll("link[rel=manifest], link[rel*=icon]")) link.href = new URL(link.getAttribute("href"), root);
// A shortcut may lead an open page from one address behind '#' to another: the page starts anew there.
addEventListener("hashchange", () => location.hash.startsWith("#/") && location.reload());
// The "?" of every page's header explains the terms that stand on it; where that does not arrive, the glossary itself opens.
addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-terms]")) return;
  import("./terms.js").then(({ show }) => show(root)).catch(() => location.assign(new URL("#/belajar/istilah", root)));
});

const messages = {
  wasm: [
    "Peramban ini tidak dapat menjalankan Rumah DataKu",
    "WebAssembly tidak tersedia atau dimatikan. Data di perangkat ini tetap aman. Perbarui peramban, atau buka halaman ini dengan Chrome, Edge, Firefox, atau Safari yang baru.",
    "WebAssembly is missing or switched off. Data on this device is safe. Update the browser, or open this page in a recent Chrome, Edge, Firefox or Safari.",
  ],
  storage: [
    "Peramban ini tidak dapat menyimpan data",
    "Penyimpanan peramban (IndexedDB) tidak tersedia, sering kali karena mode samaran. Buka halaman ini di jendela biasa supaya data keluarga tersimpan.",
    "The browser's storage (IndexedDB) is missing, often because of a private window. Open this page in a normal window so that family data can be kept.",
  ],
  load: [
    "Rumah DataKu belum dapat dibuka",
    "Sebagian berkas tidak sampai. Data di perangkat ini tetap aman. Periksa jaringan, lalu muat ulang.",
    "Some files did not arrive. Data on this device is safe. Check the network, then reload.",
  ],
  crash: [
    "Halaman ini berhenti bekerja",
    "Semua yang sudah bertanda «Tersimpan» tetap aman di perangkat ini. Muat ulang untuk melanjutkan. Bila terjadi lagi, simpan dahulu cadangan data Anda.",
    "Everything that was marked “Saved” is still safe on this device. Reload to go on. If it happens again, first save a backup of your data.",
    ["Simpan cadangan… (save a backup)", "#/paket?cadangan"],
  ],
};

const node = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text, ...more });

/** Paints one plain page, node by node: it needs nothing that may have failed. */
function paint(kind) {
  const [title, id, en, other] = messages[kind];
  const note = node("div", "", { className: "stack", role: "alert" });
  note.append(node("h1", title), node("p", id), node("p", en, { lang: "en", className: "soft" }));
  note.append(node("button", "Muat ulang (reload)", { type: "button", className: "button", onclick: () => takeUpdate() }));
  if (other) {
    const open = () => (location.assign(new URL(other[1], root)), location.reload());
    note.append(node("button", other[0], { type: "button", className: "button button-outline", onclick: open }));
  }
  const page = node("main", "", { className: "crash" });
  page.append(note);
  document.body.replaceChildren(page);
}
addEventListener("rdk-crash", () => paint("crash"));

/** Runs a program: its bindings, its wasm. */
async function run(js, wasm) {
  const program = await import(new URL(js, root));
  await program.default({ module_or_path: new URL(wasm, root) });
}

const path = () => (location.hash.startsWith("#/") ? location.hash.slice(1) : location.pathname.slice(root.pathname.length - 1));

/** The program whose pages lie at this path, where it is another than the main one; index.html names them. */
function other(path) {
  const under = (start) => path.startsWith(start) && !/^[\w-]/.test(path.slice(start.length));
  const all = document.querySelector("meta[name=programs]").content.split(" ").map((text) => text.split(":"));
  return all.find(([, paths]) => paths.split(",").some(under))?.[0];
}

/** At the front, with no families that were ever counted here: the small program of the first screen does. */
const firstVisit = () => {
  const front = location.pathname === root.pathname && !location.hash.startsWith("#/");
  try {
    return front && !Number(localStorage.getItem("rumah-dataku.families"));
  } catch {
    return front;
  }
};
// The door leads further: the page's program takes the place over at the address that stands now.
addEventListener("rdk-app", () => run(started.app, started.wasm).catch((error) => (console.error("start failed:", error), paint("load"))));

/** Where everything is kept on this device, the engine begins beside the page's program, which takes it over by this name. */
function beginEngine() {
  const name = `rumah-dataku-${Date.now()}-${Math.random()}`;
  const early = [];
  const worker = new Worker(engine.content, { type: "module", name });
  worker.onmessage = ({ data }) => early.push(data);
  worker.onerror = () => early.push("dead");
  globalThis.engineBegun = { worker, name, early };
}

/** What the next step will need is fetched when nothing else is. */
function fetchAhead() {
  document.head.append(...ahead.map((path) => Object.assign(document.createElement("link"), { rel: "prefetch", href: new URL(path, root) })));
}

/**
 * A lesson's words are small, and its program is large: they come first, the program takes them over by this name, and the
 * lesson's story stands while the program is on its way.
 */
async function beginLesson(path) {
  const [, room, id] = /^\/belajar\/(pelajaran|layar|lembar|catatan)\/([^/?#]+)/.exec(path) ?? [];
  if (!document.querySelector("meta[name=lessons]").content.split(" ").includes(id)) return;
  const files = ["index", `${id}/lesson`, `${id}/id`, `${id}/en`].map((name) => `lessons/${name}.json`);
  const texts = await Promise.all(files.map(async (file) => (await fetch(new URL(file, root))).text()));
  globalThis.begun = Object.fromEntries(files.map((file, n) => [file, texts[n]]));
  if (room !== "pelajaran") return;
  const english = localStorage.getItem("rumah-dataku.lang") === "en";
  const [lesson, words] = [texts[1], texts[english ? 3 : 2]].map((text) => JSON.parse(text));
  html.lang = english ? "en" : "id";
  const [first, wait] = [document.querySelector(".first"), document.getElementById("wait")];
  wait.textContent = english ? "Preparing the lesson…" : "Menyiapkan pelajaran…";
  wait.className = "soft lesson-wait";
  first.querySelector(".top-above").textContent = `${english ? "Lesson" : "Pelajaran"} ${lesson.order}`;
  first.querySelector("h1").textContent = words.title;
  const story = node("div", "", { className: "lesson-text stack-s" });
  for (const block of words[lesson.steps[0].key].split("\n\n")) {
    const line = node("p", "");
    line.append(...block.split("**").map((part, n) => (n % 2 ? node("b", part) : part)));
    story.append(line);
  }
  const [stack, step] = ["stack lesson", "card stack lesson-step"].map((className) => node("div", "", { className }));
  step.append(node("h2", english ? "Story" : "Cerita"), story);
  stack.append(node("p", words.lead, { className: "measure lesson-lead" }), wait, step);
  first.querySelector("main").replaceChildren(stack);
  await new Promise((drawn) => (requestAnimationFrame(() => setTimeout(drawn)), setTimeout(drawn, 200)));
}

async function start() {
  if (typeof WebAssembly !== "object") return paint("wasm");
  if (!globalThis.indexedDB) return paint("storage");
  try {
    const name = other(path());
    if (name === "desk") beginEngine();
    if (name === "learn") await beginLesson(path()).catch((error) => console.warn("lesson not begun:", error.message));
    if (name) return await run(...program(name));
    if (firstVisit()) {
      await run(...door);
      return requestAnimationFrame(() => setTimeout(fetchAhead)); // drawn by then
    }
    if (navigator.serviceWorker?.controller) beginEngine(); // what comes over a network comes one after another
    else fetchAhead();
    await run(started.app, started.wasm);
  } catch (error) {
    console.error("start failed:", error);
    if (!document.querySelector("main.crash")) paint("load");
  }
}

let waiting = null;
/** Loads the page anew, with the newer version where one waits. */
function takeUpdate() {
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  waiting.postMessage("update");
}
addEventListener("rdk-update", takeUpdate);

/** The offline copy. Registered after the first screen is there, so that it never competes with it. */
async function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const found = (worker) => {
    if (!workers.controller) return; // the very first one is no update
    waiting = worker;
    html.dataset.update = "ready";
    dispatchEvent(new Event("rdk-update-ready"));
  };
  let ruled = !!workers.controller;
  workers.addEventListener("controllerchange", () => {
    // Another tab has taken the new version: this one follows as soon as nobody looks at it.
    const follow = () => document.hidden && location.reload();
    if (ruled) document.addEventListener("visibilitychange", follow), follow();
    ruled = true;
  });
  workers.addEventListener("message", ({ data }) => {
    if (data?.kind !== "offline") return;
    html.dataset.offline = `${data.ready}/${data.total}`;
    dispatchEvent(new CustomEvent("rdk-offline", { detail: data }));
  });
  try {
    const registration = await workers.register(new URL("sw.js", root), { updateViaCache: "none" });
    if (registration.waiting) found(registration.waiting);
    const follow = (worker) => worker?.addEventListener("statechange", () => worker.state === "installed" && found(worker));
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    const { active } = await workers.ready;
    const fill = () => (workers.controller ?? active).postMessage("fill");
    fill();
    addEventListener("online", fill);
  } catch (error) {
    console.warn("no offline copy:", error.message); // the site still works with a network
  }
}

start();
document.readyState === "complete" ? keepOffline() : addEventListener("load", () => setTimeout(keepOffline, 1));
