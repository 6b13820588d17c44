// The stage of the browser tests: a test is `test(name, async (t) => …)`, and `t` holds a site of its own (a free port, so
// no storage is shared), browsers with fresh profiles, a network to cut, screenshots and axe.
// Every page must stay free of errors, of policy violations and of requests to anywhere else; the runner checks it.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { browserOptions } from "./browser.mjs";

export const OUT = "tests/out";
/** The built site: dist/, or the folder that SITE_DIR names (a development build while tests are written). */
export const SITE = process.env.SITE_DIR ?? "dist";
export const VIEWPORTS = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const tests = [];

/** A static host answers a page's address with 404.html until the offline copy is there, and that page looks for its root. */
const DEEP_LINK = /status of 404.*\/([^./]*|build\.json)\)$/;

/** Registers a test. Options: `timeoutSeconds` (90). */
export function test(name, run, options = {}) {
  tests.push({ name, run, timeoutSeconds: 90, ...options });
}

/** Fails with `message` unless `holds`. */
export function check(holds, message) {
  if (!holds) throw new Error(message);
}

/** Fails unless both are equal as JSON. */
export function equal(got, wanted, what = "value") {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

/** Waits until `probe` gives something true, and returns it. */
export async function until(probe, what, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const got = await probe();
    if (got) return got;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** The stage given to one test. */
export class Stage {
  #browser;
  #closing = [];
  #contexts = [];
  problems = [];

  constructor(browser) {
    this.#browser = browser;
  }

  /** The site on a free port; `base` puts it below a sub-path, `dir` serves another folder than the built site. */
  async site(options = {}) {
    if (this.url && !options.base && !options.dir) return this.url;
    await this.server?.close();
    this.options = { dir: SITE, ...options };
    const server = await serve(this.options);
    this.server = server;
    this.url = server.url;
    return server.url;
  }

  /** The same address serves another folder from now on, as after a new version was published. */
  async publish(dir) {
    await this.server.close();
    this.options.dir = dir;
    this.server = await serve({ ...this.options, port: Number(new URL(this.url).port) });
  }

  /** No server and no network: what works now works offline. */
  async cutNetwork() {
    await this.server.close();
    for (const context of this.#contexts) await context.setOffline(true);
  }

  async restoreNetwork() {
    for (const context of this.#contexts) await context.setOffline(false);
    this.server = await serve({ ...this.options, port: Number(new URL(this.url).port) });
  }

  /**
   * A fresh profile. Options: viewport ("phone", "laptop" or a size), theme ("light", "dark"), javaScript, allow (patterns
   * of problems that this test provokes), before (a script run in every page before its own).
   */
  async profile({ viewport = "phone", theme = "light", javaScript = true, allow = [], before, ...more } = {}) {
    await this.site();
    const size = VIEWPORTS[viewport] ?? viewport;
    const context = await this.#browser.newContext({
      viewport: size,
      colorScheme: theme,
      javaScriptEnabled: javaScript,
      locale: "id-ID",
      timezoneId: "Asia/Makassar",
      hasTouch: size.width < 600,
      acceptDownloads: true,
      ...more,
    });
    context.setDefaultTimeout(20_000);
    if (before) await context.addInitScript(before);
    const note = (text) => [DEEP_LINK, ...allow].some((pattern) => pattern.test(text)) || this.problems.push(text);
    const home = new URL(this.url).origin;
    context.on("console", (message) => message.type() === "error" && note(`console: ${message.text()} (${message.location().url})`));
    context.on("weberror", (error) => note(`error: ${error.error()?.stack ?? error.error()}`));
    context.on("request", (request) => {
      const url = request.url();
      if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== home) note(`request to elsewhere: ${url}`);
    });
    this.#contexts.push(context);
    context.on("close", () => (this.#contexts = this.#contexts.filter((open) => open !== context)));
    this.#closing.push(async () => {
      // A request that is still being answered by a test's own route ends with the page, without a word.
      await context.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    });
    return context;
  }

  /** A page in a fresh profile, open at `path` below the site's root; it waits until the page's program has taken over. */
  async open({ path = "", wait = true, ...options } = {}) {
    const context = await this.profile(options);
    return this.visit(context, path, wait);
  }

  /** Another page in a profile that exists. */
  async visit(context, path = "", wait = true) {
    const page = await context.newPage();
    await page.goto(this.url + path);
    if (wait) await started(page);
    return page;
  }

  /** What every open page shows, saved as tests/out/failed-<name>-<n>.png. */
  async show(name) {
    const pages = this.#contexts.flatMap((context) => context.pages());
    for (const [n, page] of pages.entries()) {
      await screenshot(page, `failed-${name.replace(/\W+/g, "-").slice(0, 50)}-${n}`, { timeout: 5000 }).catch(() => {});
    }
  }

  async end() {
    for (const close of this.#closing) await close().catch(() => {});
    await this.server?.close().catch(() => {});
  }
}

/** Waits until the page's program has replaced the first paint. */
export const started = (page) => page.waitForFunction(() => !document.querySelector(".first"), null, { timeout: 30_000 });

/** Waits until the page shows what it has: nothing loads any more. */
export const settled = (page) =>
  page.waitForFunction(
    () =>
      !document.querySelector(".first, .skeleton, .list-wait, [aria-busy=true]") &&
      document.querySelector("h1")?.textContent.trim() &&
      document.getElementById("isi")?.innerText.trim(),
    null,
    { timeout: 30_000 },
  );

/** Waits until everything, region lists too, is kept for use without a network. */
export const keptOffline = (page, seconds = 60) =>
  until(
    () => page.evaluate(() => navigator.serviceWorker.controller && /^(\d+)\/\1$/.test(document.documentElement.dataset.offline ?? "")),
    "the offline copy to be whole",
    seconds,
  );

/** Saves what the page shows to tests/out/<name>.png. */
export async function screenshot(page, name, options = {}) {
  mkdirSync(OUT, { recursive: true });
  await page.screenshot({ path: `${OUT}/${name}.png`, animations: "disabled", ...options });
}

/** Fails where axe finds anything, in light and dark. `where` names the page in the message. */
export async function accessible(page, where = page.url(), themes = ["light", "dark"]) {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" }); // colours that fade would be measured half way
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState === "finished"));
    if (!(await page.evaluate(() => !!globalThis.axe))) await page.evaluate(axeSource);
    // Another theme is another set of colours on the same page: the rules on colours alone are asked again.
    const rules =
      theme === themes[0]
        ? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        : ["color-contrast", "link-in-text-block"];
    const told = await page.evaluate(async (rules) => {
      const { violations } = await axe.run(document, {
        runOnly: rules,
        resultTypes: ["violations"],
      });
      const told = [];
      const { scrollX, scrollY } = globalThis;
      for (const rule of violations) {
        let nodes = rule.nodes;
        if (rule.id === "target-size") {
          // What the fixed navigation covers now is measured again where a person would scroll it to.
          nodes = [];
          for (const { target } of rule.nodes) {
            document.querySelector(target[0]).scrollIntoView({ block: "center", behavior: "instant" });
            const again = await axe.run({ include: [target] }, { runOnly: ["target-size"], resultTypes: ["violations"] });
            nodes.push(...again.violations.flatMap((rule) => rule.nodes));
          }
        }
        if (nodes.length) told.push(`${rule.id}: ${rule.help}; ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
      }
      scrollTo(scrollX, scrollY);
      return told;
    }, rules);
    if (told.length) throw new Error(`axe, ${where}, ${theme}:\n    ${told.join("\n    ")}`);
  }
}

/** For pages of benchmarks and tests: the longest tasks of the page's thread so far, in milliseconds, longest first. */
export const longTasks = (page) =>
  page.evaluate(async () => {
    const found = [];
    const watch = new PerformanceObserver((list) => found.push(...list.getEntries()));
    watch.observe({ type: "longtask", buffered: true });
    await new Promise((done) => setTimeout(done, 50));
    watch.disconnect();
    return found.map((task) => ({ at: Math.round(task.startTime), ms: Math.round(task.duration) })).sort((a, b) => b.ms - a.ms);
  });

export const launch = (more) => chromium.launch(browserOptions(more));
