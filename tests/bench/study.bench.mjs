// The study in its worker: the whole catalogue, a three-way table, the pyramid, a table of 20 by 15 with its small counts
// hidden. Beside it hand-written loops (page/tables.mjs, page/figures.mjs) and arquero (page/frames.mjs) on the same village.
// Where those do less than the study, the line says what: the loops have 61 of the catalogue's 97 entries, arquero about
// thirty figures of it, the loops hide by rule of thumb, arquero hides nothing, neither draws. Medians, unthrottled.
import { benchPage, median, stage } from "./stage.mjs";

export const name = "study";

/** Another date at each run, so that no answer is a kept one. */
const dateOf = (run) => [2026, 1 + (run % 9), 1 + run];

export async function run({ sizes, runs, tell }) {
  for (const families of sizes.filter((size) => size >= 1000)) {
    console.error(`  ${families} families…`);
    const theatre = await stage();
    const context = await theatre.browser();
    try {
      await one({ theatre, context, families, runs: runs * 3, tell });
    } finally {
      await context.close();
      await theatre.close();
    }
  }
}

/** What each side is asked for, in the page: `us` (the study) or `home` (the engine) at a date, loops and frames at the same date as a number. */
const WORK = {
  catalogue: {
    ours: (at) => us.catalogue(at),
    loops: (at) => figures.indicators(them.families, null, at),
    arquero: (at) => frames.shares(framed, at),
    note: "97 entries; loops 61, arquero about 30 figures",
  },
  "three-way table": {
    ours: async (at) => {
      for (let layer = 0; layer < 3; layer++) await us.made({ at, rows: "pendidikan", columns: "jenis_kelamin", layer: ["umur_3", layer] });
    },
    loops: (at) => tables.threeWay(them.families, at),
    arquero: (at) => frames.threeWay(framed, at),
    note: "education by sex by three ages; ours is three tables with their words",
  },
  pyramid: {
    ours: (at) => home.pyramid(at),
    loops: (at) => tables.pyramid(them.families, at),
    arquero: (at) => frames.pyramid(framed, at),
    note: "ours, the engine's, is drawn on screen and paper, with its table; the others count",
  },
  "suppression of a table of 20 by 15": {
    ours: (at) => us.made({ at, ...grid, hideBelow: 5 }),
    loops: (at) => tables.hidden(them.families, at, places),
    arquero: (at) => frames.counted(framed, at, places),
    note: "loops hide by a rule of thumb, arquero counts alone",
  },
};

async function one({ theatre, context, families, runs, tell }) {
  const page = await benchPage(context, theatre.url);
  await page.evaluate(async (families) => {
    globalThis.home = house();
    await home.open();
    await home.sample(families);
    const { file } = await home.ask("ExportPackage");
    globalThis.us = study();
    await us.open();
    globalThis.them = village(file);
    globalThis.framed = frames.frames(them.families);
    // Twenty ages and fifteen groups of RT, in the order of names, for all three.
    const rts = [...new Set(them.families.map(({ dusun, rw, rt }) => `${dusun}/${rw}/${rt}`))].sort();
    const { reader } = await us.made({ rows: "rt", columns: "" });
    const n = reader.table().length - 1;
    if (n !== rts.length) throw new Error(`${n} RT in the table, ${rts.length} in the village`);
    globalThis.places = new Map(rts.map((rt, at) => [rt, at % 15]));
    const columnGroups = Array.from({ length: 15 }, (_, group) => rts.map((_, at) => at).filter((at) => at % 15 === group));
    const rowGroups = Array.from({ length: 20 }, (_, age) => (age < 19 ? [age] : [19, 20]));
    globalThis.grid = { rows: "umur_5", columns: "rt", rowGroups, columnGroups };
  }, families);
  for (const [what, { ours, loops, arquero, note }] of Object.entries(WORK)) {
    const [a, b, c] = [[], [], []];
    const time = (work, at) => page.evaluate(([work, at]) => took(() => (0, eval)(work)(at)), [String(work), at]);
    for (let run = 0; run <= runs; run++) {
      const [year, month, day] = dateOf(run);
      const number = year * 10_000 + month * 100 + day;
      const all = [await time(ours, dateOf(run)), await time(loops, number), await time(arquero, number)];
      if (run > 0) [a, b, c].forEach((side, at) => side.push(all[at])); // the first warms all three
    }
    const [ours_ms, loops_ms, arquero_ms] = [a, b, c].map((side) => Number(median(side).toFixed(2)));
    const over = (ms) => Number((ms / ours_ms).toFixed(2));
    tell({ what, families, ours_ms, loops_ms, arquero_ms, loops_over_ours: over(loops_ms), arquero_over_ours: over(arquero_ms), note });
  }
  // That all count the same: the sums of the three-way table, and every indicator that both have.
  const differ = await page.evaluate(async () => {
    const at = [2026, 6, 30], number = 20260630;
    let ours = 0;
    for (let layer = 0; layer < 3; layer++) ours += (await us.made({ at, rows: "pendidikan", columns: "jenis_kelamin", layer: ["umur_3", layer] })).reader.table().at(-1).at(-1);
    const known = ([, ...row]) => row.slice(0, 12).reduce((sum, n) => sum + n, 0);
    const loops = tables.threeWay(them.families, number).reduce((sum, row) => sum + known(row), 0);
    const arquero = frames.threeWay(framed, number).filter(({ broad }) => broad < 3).reduce((sum, { n }) => sum + n, 0);
    const out = ours === loops && ours === arquero ? [] : [`three-way: ${ours}, ${loops}, ${arquero}`];
    const [mine, theirs] = [await us.numbers(at), figures.indicators(them.families, null, number)];
    for (const [id, value] of Object.entries(mine)) {
      if (value !== null && theirs[id] != null && Math.abs(value - theirs[id]) > 1e-9 * Math.max(1, Math.abs(value))) out.push(`${id}: ${value}, ${theirs[id]}`);
    }
    const grid_ours = (await us.made({ at, ...grid })).reader.table().slice(0, 20).flatMap((row) => row.slice(1, 16)).reduce((sum, n) => sum + n, 0);
    const grid_loops = tables.hidden(them.families, number, places).flat().filter((n) => n !== "*").reduce((sum, n) => sum + n, 0);
    if (grid_ours < grid_loops) out.push(`20 by 15: ${grid_ours}, ${grid_loops}`);
    return out;
  });
  tell({ what: "figures that differ between ours, loops and arquero", families, differ });
}
