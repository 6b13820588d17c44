// How the tests' browser is found and started: an installed Chromium or Chrome, never a downloaded one.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

function onPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
    }
  }
  throw new Error("No Chromium found: install it (Debian: apt install chromium) or set CHROMIUM to its program");
}

export const browserPath = () =>
  process.env.CHROMIUM || onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);

/** Quiet, offline by nature: no first-run pages, no updates, no sync. */
export const quietArgs = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** Options for playwright-core's `chromium.launch` and `launchPersistentContext`. */
export const browserOptions = (more = {}) => ({
  executablePath: browserPath(),
  headless: true,
  ...more,
  args: [...quietArgs, ...(more.args ?? [])],
});
