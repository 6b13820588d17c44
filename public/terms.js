// The words of a page, explained: finds the glossary's terms in what the page says and lists them in a dialog.
// boot.js loads it when the "?" of the header is first pressed. It reads no field, keeps nothing and sends nothing.
const SAID = {
  id: {
    title: "Istilah di halaman ini",
    lead: "Ketuk satu istilah untuk contoh dan pengertian resminya.",
    none: "Tidak ada istilah dari daftar di halaman ini.",
    lost: "Daftar istilah tidak sampai. Periksa jaringan, lalu coba lagi.",
    example: "Contoh",
    official: "Pengertian resmi",
    open: "Buka di daftar istilah",
    whole: "Semua istilah",
    close: "Tutup",
  },
  en: {
    title: "Terms on this page",
    lead: "Tap a term for an example and its official definition.",
    none: "No term of the glossary stands on this page.",
    lost: "The glossary did not arrive. Check the network, then try again.",
    example: "Example",
    official: "Official definition",
    open: "Open in the glossary",
    whole: "All terms",
    close: "Close",
  },
};

/** The terms of a language by name: those of the site, and those of lessons brought to this device. */
async function termsOf(language, root) {
  const answer = await fetch(new URL(`glossary/${language}.json`, root));
  if (!answer.ok) throw new Error(`glossary: ${answer.status}`);
  const { terms } = await answer.json();
  const kept = (name) => localStorage.getItem(`rumah-dataku.learn.${name}`) ?? "";
  for (const lesson of kept("brought").split(/\s+/).filter(Boolean)) {
    try {
      const bundle = JSON.parse(kept(`lesson.${lesson}`));
      for (const word of bundle.lesson.words) {
        const part = (name) => bundle[language][`word.${word}${name}`];
        terms[word] ??= { term: part(""), find: part(".find"), meaning: part(".meaning"), example: part(".example"), official: part(".official"), source: part(".source") };
      }
    } catch {
      // a lesson that cannot be read explains nothing
    }
  }
  return terms;
}

/** How a term may stand in a text: as its `find` says, else the term itself and what stands in brackets behind it. */
const forms = ({ term, find }) => (find?.split(";") ?? term.replace(")", "").split("(")).map((form) => form.trim()).filter(Boolean);

/** What the page says, piece by piece, choices of a list among it: nothing that was typed, nothing hidden. */
function textOf(parts) {
  let text = "";
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let last = null; walker.nextNode(); ) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest("script, style, textarea, [hidden], .print-only")) continue;
      text += (parentElement === last ? "" : "\n") + data.replace(/\s+/g, " ");
      last = parentElement;
    }
  }
  return text;
}

/** Names of the terms that stand in a text, in order; the longest that fits. Capitals alone must be capitals (KIA, not kia). */
export function termsIn(text, terms) {
  const owners = new Map();
  for (const [name, term] of Object.entries(terms)) for (const form of forms(term)) owners.set(form.toLowerCase(), [name, form]);
  const any = [...owners.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const edge = "[^\\p{L}\\p{N}]";
  const found = new Set();
  for (const [, , said] of text.matchAll(new RegExp(`(^|${edge})(${any.join("|")})(?=(?:nya)?(?:$|${edge}))`, "giu"))) {
    const [name, form] = owners.get(said.toLowerCase()) ?? [];
    if (name && (form !== form.toUpperCase() || form === said)) found.add(name);
  }
  return [...found];
}

function node(tag, more, ...inside) {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...inside.filter(Boolean));
  return made;
}

/** A term: its meaning at once, the rest when it is opened. */
function entry(name, { term, meaning, example, official, source }, said, page) {
  const more = (label, text) => text && node("p", {}, node("b", {}, `${label}: `), text);
  return node(
    "li",
    {},
    node(
      "details",
      { className: "term" },
      node("summary", {}, node("b", {}, term), node("span", {}, meaning)),
      more(said.example, example),
      more(said.official, official && `${official} (${source})`),
      node("p", {}, node("a", { href: `${page}?kata=${encodeURIComponent(name)}` }, said.open, node("span", { className: "unseen" }, `: ${term}`))),
    ),
  );
}

/** Lists the terms of the page that stands now. */
export async function show(root) {
  if (document.querySelector("dialog.terms")) return;
  const language = document.documentElement.lang === "en" ? "en" : "id";
  const said = SAID[language];
  const page = `${root}#/belajar/istilah`;
  const parts = document.querySelectorAll("#judul, #isi");
  const list = await termsOf(language, root).then(
    (terms) => {
      const found = termsIn(textOf(parts), terms);
      const entries = found.map((name) => entry(name, terms[name], said, page));
      return found.length ? [node("p", { className: "soft" }, said.lead), node("ul", { className: "plain" }, ...entries)] : [node("p", {}, said.none)];
    },
    () => [node("p", { role: "alert" }, said.lost)],
  );
  const close = node("button", { type: "button", className: "button button-quiet button-square", ariaLabel: said.close, onclick: () => dialog.close() }, "✕");
  const head = node("div", { className: "dialog-head" }, node("h2", { id: "istilah-judul" }, said.title), close);
  const whole = node("p", {}, node("a", { href: page }, said.whole));
  const dialog = node("dialog", { className: "dialog terms", onclose: () => dialog.remove() }, node("div", { className: "dialog-inside stack" }, head, ...list, whole));
  dialog.setAttribute("aria-labelledby", "istilah-judul");
  dialog.addEventListener("mousedown", ({ target }) => target === dialog && dialog.close()); // the dark ground around it
  document.body.append(dialog);
  dialog.showModal();
}
