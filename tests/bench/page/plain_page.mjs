// The list of families as a plain page: everything in memory, filtered at each keystroke, thirty rows drawn.
import { PlainHouse, painted, show } from "./plain.mjs";

const list = document.querySelector("#keluarga");
const field = document.querySelector("#search");
const house = new PlainHouse();
let changed = () => {};

await house.load();
show(list, house.search(""));
await painted();
globalThis.first = performance.now();

field.addEventListener("input", async () => {
  show(list, house.search(field.value));
  await painted();
  changed(performance.now());
});

/** Milliseconds from the keystroke to the paint of its result. */
globalThis.keystroke = () =>
  new Promise((done) => {
    let begun = 0;
    addEventListener("keydown", (event) => (begun = event.timeStamp), { once: true, capture: true });
    changed = (at) => done(at - begun);
  });
