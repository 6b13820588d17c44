// Charts as a browser draws them: the kept SVGs of tests/charts (a native test keeps them as the engine draws), in light and
// dark and on paper, made small and compared with kept pictures. `UPDATE_PICTURES=1` keeps what is drawn now.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { check, OUT, test } from "./harness.mjs";

const FOLDER = "tests/charts";
/** Mean difference of a channel, of 255, that fonts of machines may make: in all, and in the worst of many bands. */
const MEAN_LIMIT = 3;
const PART_LIMIT = 12;
const BANDS = 64;

/** The picture's tokens in a theme, as style/tokens.css tells them. */
function tokens(theme) {
  const css = readFileSync("style/tokens.css", "utf8");
  const block = theme === "dark" ? css.slice(css.indexOf(':root[data-theme="dark"]')) : css;
  return Object.fromEntries(Array.from(block.slice(0, block.indexOf("}")).matchAll(/(--[\w-]+):\s*(#[0-9a-f]+)/gi), ([, name, value]) => [name, value]));
}

const kinds = () => [...new Set(readdirSync(FOLDER).filter((name) => name.endsWith(".svg")).map((name) => name.split("-")[0]))].sort();

/** Every kind below the others, each a fifth as wide as on a phone, or less of what is wider. */
async function sheet(page, view, theme, change = (svg) => svg) {
  const colours = tokens(theme);
  const pictures = kinds().map((kind) => change(readFileSync(`${FOLDER}/${kind}-${view}.svg`, "utf8"), kind).replace(/var\((--[\w-]+)\)/g, (_, name) => colours[name] ?? "red"));
  return page.evaluate(
    async ({ pictures, ground, wide }) => {
      const drawn = [];
      for (const svg of pictures) {
        const image = new Image();
        const [, , width, height] = svg.match(/viewBox="([^"]+)"/)[1].split(" ").map(Number);
        const sized = svg.includes(' width="') && /^<svg[^>]* width="/.test(svg) ? svg : svg.replace("<svg", `<svg width="${width}" height="${height}" font-family="DejaVu Sans, sans-serif"`);
        image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
        await image.decode();
        drawn.push({ image, high: Math.round((height * wide) / width) });
      }
      const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: drawn.reduce((sum, { high }) => sum + high + 4, 0) });
      const context = canvas.getContext("2d");
      context.fillStyle = ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.imageSmoothingQuality = "high";
      let y = 0;
      for (const { image, high } of drawn) {
        context.drawImage(image, 0, y, wide, high);
        y += high + 4;
      }
      // Few steps of each channel: the kept files stay small.
      const seen = context.getImageData(0, 0, canvas.width, canvas.height);
      seen.data.forEach((value, at) => (seen.data[at] = at % 4 === 3 ? 255 : Math.round(value / 24) * 24));
      context.putImageData(seen, 0, 0);
      return canvas.toDataURL("image/png");
    },
    { pictures, ground: colours["--surface"], wide: view.endsWith("360") ? 72 : 96 },
  );
}

/** Mean difference of all channels, and of the worst band. */
const difference = (page, a, b) =>
  page.evaluate(
    async ([a, b, n]) => {
      const [one, two] = await Promise.all([a, b].map(async (src) => {
        const image = Object.assign(new Image(), { src });
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height);
      }));
      if (one.width !== two.width || one.height !== two.height) return { size: `${one.width}×${one.height}, kept ${two.width}×${two.height}` };
      const bands = Array.from({ length: n }, () => [0, 0]);
      one.data.forEach((value, at) => {
        const band = bands[Math.floor((at / one.data.length) * n)];
        band[0] += Math.abs(value - two.data[at]);
        band[1] += 1;
      });
      const all = bands.reduce(([sum, n], [more, of]) => [sum + more, n + of], [0, 0]);
      return { mean: all[0] / all[1], part: Math.max(...bands.map(([sum, n]) => sum / n)) };
    },
    [a, b, BANDS],
  );

const keptPicture = (name) => `data:image/png;base64,${readFileSync(`${FOLDER}/${name}.png`).toString("base64")}`;

test("every kind of chart looks as it was kept, in light and dark, on phone, projector and paper", async (t) => {
  const page = await t.open({ viewport: "laptop", wait: false });
  mkdirSync(OUT, { recursive: true });
  check(kinds().length >= 11, `${kinds()}`);
  for (const [view, theme] of [["screen-360", "light"], ["screen-360", "dark"], ["screen-1280", "light"], ["screen-1280", "dark"], ["paper-720", "light"]]) {
    const now = await sheet(page, view, theme);
    const kept = `${FOLDER}/${view}-${theme}.png`;
    const bytes = Buffer.from(now.split(",")[1], "base64");
    writeFileSync(`${OUT}/charts-${view}-${theme}.png`, bytes);
    if (process.env.UPDATE_PICTURES) writeFileSync(kept, bytes);
    check(existsSync(kept), `${kept} is not kept: run with UPDATE_PICTURES=1 and look at it`);
    const { size, mean, part } = await difference(page, now, keptPicture(`${view}-${theme}`));
    check(!size, `${kept}: ${size}`);
    check(mean <= MEAN_LIMIT && part <= PART_LIMIT, `${kept} differs by ${mean.toFixed(2)}, ${part.toFixed(2)} in its worst part`);
  }
});

test("a picture that lacks a bar, and one of another theme, are noticed", async (t) => {
  const page = await t.open({ viewport: "laptop", wait: false });
  const lacking = await sheet(page, "screen-360", "light", (svg, kind) => (kind === "bars" ? svg.replace(/<rect[^>]*data-1[^>]*>/, "") : svg));
  const { mean, part } = await difference(page, lacking, keptPicture("screen-360-light"));
  check(part > PART_LIMIT, `without a bar it differs by ${mean} alone, ${part} in its worst part`);
  const theme = await difference(page, keptPicture("screen-360-light"), keptPicture("screen-360-dark"));
  check(theme.mean > MEAN_LIMIT, `light and dark differ by ${theme.mean} alone`);
});
