// Draws the PNG icons from public/icons/icon.svg with the tests' browser. Run by hand after the drawing changed:
//   node scripts/icons.mjs
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { browserOptions } from "../tests/e2e/browser.mjs";

const svg = readFileSync("public/icons/icon.svg", "utf8");
// A maskable icon fills its square, with the drawing inside the safe circle of 80 %.
const maskable = svg
  .replace(' rx="112"', "")
  .replace('fill="#0a4338"/>', 'fill="#0a4338"/><g transform="translate(256 262) scale(.72) translate(-256 -262)">')
  .replace("</svg>", "</g></svg>");

const browser = await chromium.launch(browserOptions());
for (const [name, drawing, size] of [["icon-192", svg, 192], ["icon-512", svg, 512], ["maskable-512", maskable, 512]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block;width:100vw}</style>${drawing}`);
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
