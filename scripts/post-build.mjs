// Trunk's post-build hook, on the staged site:
//   1. gives the worker's files and boot.js names that carry their content's hash, and tells index.html;
//   2. in a release build, writes the build id, the Content-Security-Policy and the precache lists of sw.js.
// Deterministic: the same files give the same build id.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const site = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
/** Fetched in the background after the first visit, instead of before it: these folders, and programs that load later. */
const LAZY = ["regions/", "lessons/", "items/", "samples/", "glossary/", "terms-", "learn-", "learn_bg-", "desk-", "desk_bg-", "study-", "study_bg-"];
/** Never part of the offline copy: the service worker itself and what only a host needs. */
const NOT_KEPT = ["sw.js", "404.html", "build.json"];

const at = (path) => join(site, path);
const read = (path) => readFileSync(at(path), "utf8");
const sha = (body, encoding = "hex") => createHash("sha256").update(body).digest(encoding);
const short = (body) => sha(body).slice(0, 16);

/** Renames `name.ext` to `name-<hash>.ext` and returns the new name. */
function version(path) {
  const dot = path.lastIndexOf(".");
  const named = `${path.slice(0, dot)}-${short(readFileSync(at(path)))}${path.slice(dot)}`;
  renameSync(at(path), at(named));
  return named;
}

// What lessons, words and topics there are: a static site cannot list its folders.
function list(folder, entry) {
  const names = existsSync(at(folder)) ? readdirSync(at(folder), { withFileTypes: true }) : [];
  const all = names.filter((name) => name.isDirectory()).map((name) => entry(`${folder}/${name.name}`, name.name));
  writeFileSync(at(`${folder}/index.json`), JSON.stringify(all.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))));
}
for (const folder of ["lessons", "items"]) mkdirSync(at(folder), { recursive: true });
list("lessons", (path, id) => {
  const [lesson, indonesian, english] = ["lesson", "id", "en"].map((file) => JSON.parse(read(`${path}/${file}.json`)));
  const named = (texts) => ({ title: texts.title, lead: texts.lead });
  return { id, order: lesson.order, minutes: lesson.minutes, topics: lesson.topics, indonesian: named(indonesian), english: named(english) };
});
list("items", (path, id) => ({ id }));

// The glossary holds the words of the lessons too, each with the lesson that explains it.
const lessons = JSON.parse(read("lessons/index.json")).map(({ id }) => id);
for (const language of ["id", "en"]) {
  const glossary = JSON.parse(read(`glossary/${language}.json`));
  for (const lesson of lessons) {
    const texts = JSON.parse(read(`lessons/${lesson}/${language}.json`));
    for (const word of JSON.parse(read(`lessons/${lesson}/lesson.json`)).words) {
      if (glossary.terms[word]) throw new Error(`the glossary explains "${word}" twice, once in lesson ${lesson}`);
      const parts = ["find", "meaning", "example", "official", "source"].map((part) => [part, texts[`word.${word}.${part}`]]);
      glossary.terms[word] = { lesson, term: texts[`word.${word}`], ...Object.fromEntries(parts) };
    }
  }
  writeFileSync(at(`glossary/${language}.json`), JSON.stringify(glossary));
}

let html = read("index.html");
const setMeta = (name, content) => {
  const tag = new RegExp(`<meta\\b[^>]*\\bname="?${name}"?[^>]*>`);
  if (!tag.test(html)) throw new Error(`index.html has no <meta name="${name}">`);
  html = html.replace(tag, `<meta name="${name}" content="${content}">`);
};

// A worker: its program, its bindings, and a first file that starts the one with the other. What the page says before
// the program listens is kept and said again; a program that does not arrive is told as a panic is.
function worker(name) {
  const wasm = version(`${name}_bg.wasm`);
  const bindings = version(`${name}.js`);
  writeFileSync(
    at(`${name}-start.js`),
    `import init from "./${bindings}";
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);
try {
  await init({ module_or_path: new URL("./${wasm}", import.meta.url) });
} catch {
  postMessage("dead");
}
removeEventListener("message", keep);
for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports }));
`,
  );
  const start = version(`${name}-start.js`);
  setMeta(name, `./${start}`);
  return [start, bindings, wasm];
}
const engine = worker("engine");
worker("study"); // begun when something is first asked of it

// The door, the first screen's program, comes first; boot.js fetches the engine and the page's program ahead once it stands.
const doorWasm = version("door_bg.wasm");
const door = version("door.js");
setMeta("door", `./${door} ./${doorWasm}`);
// Programs that load where the address leads there.
for (const name of ["desk", "learn"]) {
  const wasm = version(`${name}_bg.wasm`);
  setMeta(name, `./${version(`${name}.js`)} ./${wasm}`);
}
const files = readdirSync(site);
const page = files.filter((path) => /^app-.*\.(js|wasm)$/.test(path));
html = html.replace(/<link\b[^>]*\brel="?(?:modulepreload|preload)\b[^>]*>/g, ""); // Trunk's, for the page's program
setMeta("lessons", lessons.join(" "));
setMeta("ahead", [...engine, ...page].map((path) => `./${path}`).join(" "));
const hints = [
  `<link rel="modulepreload" href="./${door}">`,
  `<link rel="preload" href="./${doorWasm}" as="fetch" type="application/wasm" crossorigin>`,
].join("");
html = html.replace("</head>", () => `${hints}</head>`);

writeFileSync(at("boot.js"), read("boot.js").replace("./terms.js", `./${version("terms.js")}`));
const boot = version("boot.js");
html = html.replace("./boot.js", `./${boot}`);

if (release) {
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/g)];
  if (inline.length || /<style\b|\sstyle=/.test(html)) throw new Error("index.html holds an inline script or style: the policy forbids both");
  const policy = (script) =>
    [
      "default-src 'none'", `script-src ${script}`, "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
      "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
    ].join("; ");
  const withPolicy = (page, script) =>
    page.replace(/<meta charset=[^>]*>/, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`);

  html = withPolicy(html, "'self' 'wasm-unsafe-eval'");
  const lost = read("404.html");
  const script = lost.match(/<script[^>]*>([\s\S]*?)<\/script>/)[1];
  writeFileSync(at("404.html"), withPolicy(lost, `'sha256-${sha(script, "base64")}'`));

  const all = readdirSync(site, { recursive: true })
    .map((path) => path.split("\\").join("/"))
    .filter((path) => statSync(at(path)).isFile() && !NOT_KEPT.includes(path))
    .sort();
  const hashes = all.filter((path) => path !== "index.html").map((path) => [path, sha(readFileSync(at(path)))]);
  const build = short(JSON.stringify([hashes, html, read("sw.js")]));
  setMeta("build", build);
  const kept = [["index.html", sha(html)], ...hashes];
  const lazy = ([path]) => LAZY.some((start) => path.startsWith(start));
  const lists = [
    `const BUILD = ${JSON.stringify(build)};`,
    `const FILES = ${JSON.stringify(kept.filter((file) => !lazy(file)))};`,
    `const LAZY = ${JSON.stringify(kept.filter(lazy))};`,
  ];
  writeFileSync(at("sw.js"), `${lists.join("\n")}\n${read("sw.js")}`);
  writeFileSync(at("build.json"), `${JSON.stringify({ app: "rumah-dataku", build })}\n`);
  console.log(`build ${build}: ${kept.length} files kept offline`);
} else {
  // While developing nothing is kept: a worker left from a release build on this address gives way.
  writeFileSync(
    at("sw.js"),
    `addEventListener("install", () => skipWaiting());\naddEventListener("activate", (event) => event.waitUntil(registration.unregister()));\n`,
  );
}
writeFileSync(at("index.html"), html);
