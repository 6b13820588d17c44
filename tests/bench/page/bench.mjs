// What a bench page offers to the bench: the engine's driver, the plain house, and figures in loops, as globals.
import { House, put } from "./house.mjs";
import { PlainHouse, village } from "./plain.mjs";
import * as figures from "./figures.mjs";
import * as tables from "./tables.mjs";
import * as frames from "./frames.mjs";

const now = () => performance.now();
const get = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());

/** Milliseconds of some work, awaited. */
async function took(work) {
  const begun = now();
  await work();
  return now() - begun;
}

Object.assign(globalThis, { House, put, PlainHouse, village, figures, tables, frames, took, get });
globalThis.house = () => new House(ENGINE, NAMES);
globalThis.study = () => new House(STUDY, NAMES);
globalThis.ready = true;
