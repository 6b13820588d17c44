// Lighthouse 13, mobile, on dist/ served by scripts/serve.mjs. Prints one JSON line with the scores (0 to 100), the main
// timings in milliseconds and what was found wanting:
//   node scripts/lighthouse.mjs [path below the root] [--runs 3]     (the median run by performance is told)
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import lighthouse from "lighthouse";
import { browserPath, quietArgs } from "../tests/e2e/browser.mjs";
import { serve } from "./serve.mjs";

/** Starts a Chromium with a fresh profile and a debugging port of its own choice. */
async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "rumah-dataku-lighthouse-"));
  const child = spawn(browserPath(), ["--headless", ...quietArgs, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  let port = 0;
  child.stderr.on("data", (chunk) => (port ||= Number(/ws:\/\/127\.0\.0\.1:(\d+)/.exec(chunk)?.[1] ?? 0)));
  for (let waited = 0; !port && waited < 20_000; waited += 100) await sleep(100);
  if (!port) throw new Error("Chromium did not open its debugging port");
  const close = async () => {
    child.kill();
    await new Promise((done) => child.once("exit", done));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port, close };
}

export async function measure(path = "", runs = 1) {
  const site = await serve({ dir: "dist" });
  const results = [];
  for (let run = 0; run < runs; run++) {
    const { port, close } = await browser();
    try {
      const { lhr } = await lighthouse(site.url + path, { port, logLevel: "silent", output: "json", onlyCategories: ["performance", "accessibility", "best-practices"] });
      results.push(lhr);
    } finally {
      await close();
    }
  }
  await site.close();
  const score = (lhr, name) => Math.round(lhr.categories[name].score * 100);
  results.sort((a, b) => score(a, "performance") - score(b, "performance"));
  const lhr = results[Math.floor(results.length / 2)];
  const millis = (id) => Math.round(lhr.audits[id]?.numericValue ?? NaN);
  const wanting = Object.values(lhr.categories)
    .flatMap((category) => category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id]))
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => {
      const where = (audit.details?.items ?? []).flatMap(({ node }) => node?.selector ?? []).slice(0, 3);
      return [`${audit.id}: ${audit.displayValue ?? audit.title}`, ...where].join(" | ");
    });
  return {
    bench: "lighthouse-mobile",
    version: lhr.lighthouseVersion,
    path: `/${path}`,
    performance: score(lhr, "performance"),
    accessibility: score(lhr, "accessibility"),
    best_practices: score(lhr, "best-practices"),
    first_contentful_paint_ms: millis("first-contentful-paint"),
    largest_contentful_paint_ms: millis("largest-contentful-paint"),
    total_blocking_ms: millis("total-blocking-time"),
    speed_index_ms: millis("speed-index"),
    layout_shift: Number((lhr.audits["cumulative-layout-shift"].numericValue ?? 0).toFixed(4)),
    wanting: [...new Set(wanting)],
  };
}

if (import.meta.filename === process.argv[1] || process.argv[1]?.endsWith("scripts/lighthouse.mjs")) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: "string", default: "1" } } });
  console.log(JSON.stringify(await measure(positionals[0] ?? "", Number(values.runs))));
}
