// The stage of the benches: dist/ served with the bench's own pages beside it, a Chromium with a profile on disk (a private
// one would keep IndexedDB in memory), and the most memory that a page with its worker has held.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { browserOptions } from "../e2e/browser.mjs";

const PAGES = "tests/bench/page";

/** Names of requests in the order of the protocol, as src/engine/protocol/mod.rs lists them. */
export function requestNames() {
  const [, list] = /macro_rules! every_request[\s\S]*?\$then! \{([\s\S]*?)\n {8}\}/.exec(readFileSync("src/engine/protocol/mod.rs", "utf8"));
  return [...list.matchAll(/^\s+(\w+) -> /gm)].map(([, name]) => name);
}

/** The site with bench/ beside it, in a folder of its own. */
export async function stage() {
  const folder = mkdtempSync(join(tmpdir(), "rumah-dataku-bench-"));
  cpSync("dist", join(folder, "site"), { recursive: true });
  const bench = join(folder, "site/bench");
  cpSync(PAGES, bench, { recursive: true });
  cpSync("node_modules/dexie/dist/modern/dexie.min.mjs", join(bench, "dexie.mjs"));
  cpSync("node_modules/xlsx/dist/xlsx.full.min.js", join(bench, "xlsx.js"));
  cpSync("node_modules/arquero/dist/arquero.min.js", join(bench, "arquero.js"));
  const html = readFileSync("dist/index.html", "utf8");
  const worker = (name) => JSON.stringify(new RegExp(`<meta name="?${name}"? content="?([^">\\s]+)`).exec(html)[1]);
  const address = (name) => `globalThis.${name.toUpperCase()} = new URL(${worker(name)}, new URL("../", location)).href;`;
  const start = `${address("engine")} ${address("study")} globalThis.NAMES = ${JSON.stringify(requestNames())};`;
  writeFileSync(join(bench, "names.js"), start);
  const site = await serve({ dir: join(folder, "site") });
  return {
    url: site.url,
    /** Puts a file beside the bench's pages; gives its path. */
    put(name, bytes) {
      writeFileSync(join(bench, name), bytes);
      return join(bench, name);
    },
    /** A browser with a fresh profile on disk. */
    async browser(more = {}) {
      const profile = join(folder, `profile-${Math.random().toString(36).slice(2)}`);
      mkdirSync(profile);
      const options = browserOptions({ args: ["--js-flags=--expose-gc"], viewport: { width: 360, height: 740 }, locale: "id-ID", ...more });
      const context = await chromium.launchPersistentContext(profile, options);
      return context;
    },
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A page of the bench, with the engine's driver and the plain house loaded. */
export async function benchPage(context, url) {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error("page:", error.message));
  await page.goto(`${url}bench/index.html`);
  await page.waitForFunction(() => globalThis.ready);
  return page;
}

/** Follows the memory of the page's process (Linux): `most()` is the peak of its private memory in MB since the start. */
export async function watchMemory(page) {
  const client = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  const ids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const held = (id) => {
    try {
      return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024;
    } catch {
      return 0;
    }
  };
  let most = 0;
  const look = () => (most = Math.max(most, ...ids.map(held)));
  const timer = setInterval(look, 20);
  look();
  return {
    most: () => Math.round(most),
    end: () => clearInterval(timer),
  };
}

/** The middle one. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
