// The interactive pieces of the lessons on a phone's screen: frames a second while a piece runs by itself and while a finger
// moves on it, by the timestamps of animation frames, with and without 4× CPU throttling of the page's thread.
import { readdirSync, readFileSync } from "node:fs";
import { median, stage } from "./stage.mjs";

export const name = "pieces";

/** Frames a second that a piece must reach, by throttling: usually 60 (the browser draws no more), and at 4× in no second below 20. */
const BUDGET = { 1: ["median_fps", 58], 4: ["worst_second_fps", 20] };
const SECONDS = 4;

/** Pieces by the lesson that holds them. */
const pieces = readdirSync("public/lessons", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => JSON.parse(readFileSync(`public/lessons/${name}/lesson.json`, "utf8")).steps.filter(({ kind }) => kind === "piece").map(({ piece }) => [piece, name]));

/** Notes every animation frame of the page for so many seconds; gives their timestamps. */
const frames = (page, seconds) =>
  page.evaluate(
    (ms) =>
      new Promise((done) => {
        const seen = [];
        const note = (at) => {
          seen.push(at);
          at - seen[0] < ms ? requestAnimationFrame(note) : done(seen);
        };
        requestAnimationFrame(note);
      }),
    seconds * 1000,
  );

/** Frames of each whole second, and the longest time between two. */
function rate(stamps) {
  const gaps = stamps.slice(1).map((at, n) => at - stamps[n]);
  const seconds = Array(Math.floor((stamps.at(-1) - stamps[0] + 20) / 1000)).fill(0);
  for (const at of stamps.slice(1)) {
    const second = Math.floor((at - stamps[0] - 1) / 1000);
    if (second < seconds.length) seconds[second] += 1;
  }
  return { median_fps: Math.round(median(gaps.map((gap) => 1000 / gap))), worst_second_fps: Math.min(...seconds), longest_frame_ms: Math.round(Math.max(...gaps)) };
}

export async function run({ tell }) {
  const theatre = await stage();
  const context = await theatre.browser({ hasTouch: true });
  const missed = [];
  try {
    for (const [piece, lesson] of pieces) {
      const page = await context.newPage();
      await page.bringToFront(); // a page behind another one draws no frames
      const client = await context.newCDPSession(page);
      await page.goto(`${theatre.url}#/belajar/pelajaran/${lesson}`);
      await page.locator(".lesson-step").first().waitFor({ timeout: 60_000 });
      const village = () => page.waitForFunction(() => !document.querySelector(".first, .skeleton"), null, { timeout: 60_000 }); // a lesson's words come before it
      for (await village(); !(await page.locator(".piece").count()); await village()) await page.getByRole("button", { name: "Lanjut", exact: true }).click();
      for (const throttled of [1, 4]) {
        await client.send("Emulation.setCPUThrottlingRate", { rate: throttled });
        for (const [what, move] of Object.entries(MOVES)) {
          const going = { on: true };
          const moving = await move(page, going);
          if (!moving) continue; // nothing of this kind to move
          const late = page.waitForTimeout(SECONDS * 10_000).then(() => null);
          const stamps = await Promise.race([frames(page, SECONDS), late]);
          going.on = false;
          if (!stamps) throw new Error(`${piece}, ${what}: no frames are drawn`);
          await moving[0];
          const seen = rate(stamps);
          const [figure, least] = BUDGET[throttled];
          const held = seen[figure] >= least;
          if (!held) missed.push(`${piece}, ${what}, ${throttled}×: ${figure} ${seen[figure]}`);
          tell({ what, piece, throttled, ...seen, least: `${figure} ${least}`, held });
          await page.waitForTimeout(300);
        }
      }
      await page.close();
    }
  } finally {
    await context.close();
    await theatre.close();
  }
  if (missed.length) throw new Error(`below their frames a second: ${missed.join("; ")}`);
}

/** Buttons that set a piece going, by what stands on them. */
const GO = /Ambil 500|Kocok 400|Sepuluh tahun|Tanyai 40/;

const MOVES = {
  /** Its longest run, begun anew as soon as it is over. */
  "runs by itself": async (page, going) => {
    const button = page.locator(".piece button", { hasText: GO }).first();
    if (!(await button.count())) return null;
    const again = page.getByRole("button", { name: "Ulangi dari awal" });
    return [
      (async () => {
        for (let turn = 0; going.on; turn++) {
          if (turn % 8 === 0) await again.evaluate((element) => element.click());
          await button.evaluate((element) => element.click());
          await page.waitForTimeout(200);
        }
      })(),
    ];
  },
  /** A finger goes to and fro on the drawing. */
  "a finger on the drawing": async (page, going) => [drag(page, page.locator(".piece-drawing"), going)],
  /** A finger moves the first slider. */
  "a finger on the slider": async (page, going) => {
    const slider = page.locator(".piece input[type=range]").first();
    return (await slider.count()) ? [drag(page, slider, going)] : null;
  },
};

/** Drags to and fro over the middle of an element until it is told to stop, a little with every frame. */
async function drag(page, element, going) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const y = Math.min(box.y + box.height / 2, 600);
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let turn = 0; going.on; turn++) {
    await page.mouse.move(box.x + box.width * (0.5 + 0.45 * Math.sin(turn / 9)), y);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}
