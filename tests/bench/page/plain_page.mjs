// The list of families as a plain page: everything in memory, filtered at each keystroke, thirty rows drawn.
import { PlainHouse, show } from "./plain.mjs";

const list = document.querySelector("#keluarga");
const field = document.querySelector("#search");
const house = new PlainHouse();

await house.load();
show(list, house.search(""));
field.addEventListener("input", () => show(list, house.search(field.value)));
