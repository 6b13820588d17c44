// Without a network after the first visit: every page from a cold start and by its address, and an update that waits.
import { check, equal, keptOffline, settled, started, test, until } from "./harness.mjs";
import { filled } from "./places.mjs";
import { go, openSample } from "./village.mjs";

test(
  "every page opens without a network, cold and by its own address, under a sub-path",
  async (t) => {
    await t.site({ base: "/any/sub/path/" });
    const context = await t.profile();
    const page = await t.visit(context);
    await openSample(page);
    const places = await filled(t, page);
    await keptOffline(page, 120);
    await page.close();
    await t.cutNetwork();
    for (const [path, heading] of places) {
      const cold = await t.visit(context, path);
      await settled(cold);
      equal(new URL(cold.url()).pathname + new URL(cold.url()).search, `/any/sub/path/${path}`, "address without a network");
      const title = await cold.locator("h1").innerText();
      check(heading.test(title), `${path} without a network: "${title}"`);
      check((await cold.getByRole("alert").count()) === 0, `${path} without a network shows trouble`);
      await cold.close();
    }
  },
  { timeoutSeconds: 240 },
);

test("a family typed without a network is there after a cold start", async (t) => {
  const context = await t.profile();
  const page = await t.visit(context);
  await openSample(page);
  await keptOffline(page, 120);
  await t.cutNetwork();
  await go(t, page, "kumpul/keluarga/baru");
  await page.locator("#isian-alamat-input").fill("Gang Tanpa Sinyal 7");
  await page.locator("#isian-alamat-input").press("Tab");
  await page.locator('.pill[data-state="saved"]').waitFor();
  await until(() => page.url().includes("?s=alamat"), "the family to get an address of its own");
  const address = page.url();
  await page.close();
  const cold = await context.newPage();
  await cold.goto(address);
  await started(cold);
  await until(async () => (await cold.locator("#isian-alamat-input").inputValue()) === "Gang Tanpa Sinyal 7", "the typed address");
  await cold.locator(".pill[data-state=offline]:not([hidden])").waitFor();
});
