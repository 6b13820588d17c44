// Two tabs of one house: one writes, the other follows and says so; when the first is closed, the second writes.
import { check, equal, settled, started, test, until } from "./harness.mjs";
import { go, openFamily, openSample, saved } from "./village.mjs";

const FOLLOWS = /Rumah DataKu terbuka di tab lain/;

test("one tab writes, the other follows and says so, and takes over when the first is closed", async (t) => {
  const context = await t.profile({ viewport: "laptop" });
  const first = await t.visit(context);
  await openSample(first);
  await go(t, first, "kumpul");
  await first.locator("#keluarga a").first().click();
  await first.locator('a.step[href*="s=alamat"]').click();
  const address = first.url();

  const second = await context.newPage();
  await second.goto(address);
  await started(second);
  await second.getByText(FOLLOWS).waitFor();
  check(await first.getByText(FOLLOWS).isHidden(), "the writing tab says that it follows");

  await first.locator("#isian-alamat-input").fill("Jalan Dua Tab 1");
  await first.locator("#isian-alamat-input").press("Tab");
  await saved(first);
  const seen = () => second.locator("#isian-alamat-input").inputValue();
  await until(async () => (await seen()) === "Jalan Dua Tab 1", "the other tab to follow");

  // What is typed in the tab that follows is refused in words, and changes nothing.
  await second.locator("#isian-alamat-input").fill("Tidak boleh");
  await second.locator("#isian-alamat-input").press("Tab");
  await second.locator(".notice[data-tone=error]").getByText("Tab lain sedang menulis").waitFor();
  await first.reload();
  await settled(first);
  equal(await first.locator("#isian-alamat-input").inputValue(), "Jalan Dua Tab 1", "address after the other tab tried");
});

test("closing the writing tab hands the pen to the other", async (t) => {
  const context = await t.profile({ viewport: "laptop" });
  const first = await t.visit(context);
  await openSample(first);
  const second = await t.visit(context);
  await second.getByText(FOLLOWS).waitFor();
  await first.close();
  await second.getByText(FOLLOWS).waitFor({ state: "hidden" });
  await openFamily(t, second, "a");
  await second.locator('a.step[href*="s=alamat"]').click();
  await second.locator("#isian-alamat-input").fill("Jalan Pewaris 2");
  await second.locator("#isian-alamat-input").press("Tab");
  await saved(second);
  check((await second.locator(".notice[data-tone=error]").count()) === 0, "the second tab may not write");
  await second.reload();
  await settled(second);
  equal(await second.locator("#isian-alamat-input").inputValue(), "Jalan Pewaris 2", "what the second tab wrote");
});

test("a village deleted in one tab is gone in the other", async (t) => {
  const context = await t.profile({ viewport: "laptop" });
  const first = await t.visit(context);
  await openSample(first);
  const second = await t.visit(context, "kumpul");
  await second.locator("#keluarga a").first().waitFor();
  await first.getByRole("link", { name: "Pengaturan" }).first().click(); // a reload would hand the pen over
  await first.getByRole("button", { name: "Hapus desa contoh" }).click();
  await first.getByRole("button", { name: "Ya, hapus semua" }).click();
  await first.getByRole("button", { name: /Coba desa contoh/ }).waitFor();
  await second.getByText("Belum ada keluarga").first().waitFor();
  await go(t, second, "");
  await second.getByRole("button", { name: /Coba desa contoh/ }).waitFor();
});
