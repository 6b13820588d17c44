// Tables in hand-written loops over plain objects: a three-way table, a pyramid, and a table of 20 by 15 whose small counts
// are hidden as an application without a theory would hide them.
import { resident } from "./figures.mjs";

/** Age in completed years at a date like 20261124. */
const ageAt = (at, born) => (born === undefined ? undefined : Math.floor((at - born) / 10_000));
/** 0–14, 15–64, 65 and over, or not known. */
const broad = (age) => (age === undefined ? 3 : age < 15 ? 0 : age < 65 ? 1 : 2);

/** Each resident at the date, with the age and the family. */
function* people(families, at) {
  for (const family of families) {
    if (family.dikeluarkan === "ya") continue;
    for (const person of family.members) if (resident(person, at)) yield [person, ageAt(at, person.tanggal_lahir), family];
  }
}

/** Residents by education, sex and three ages: rows of counts, as a table holds them. */
export function threeWay(families, at) {
  const cells = new Map();
  for (const [person, age] of people(families, at)) {
    const key = person.pendidikan_ditamatkan ?? "-";
    const row = cells.get(key) ?? cells.set(key, new Array(16).fill(0)).get(key);
    row[4 * broad(age) + (person.jenis_kelamin === "laki_laki" ? 0 : person.jenis_kelamin === "perempuan" ? 1 : 2)] += 1;
  }
  return [...cells].map(([key, row]) => [key, ...row, row.reduce((sum, n) => sum + n, 0)]);
}

/** Residents by five years of age and sex. */
export function pyramid(families, at) {
  const groups = Array.from({ length: 21 }, () => [0, 0]);
  for (const [person, age] of people(families, at)) {
    if (age !== undefined && person.jenis_kelamin) groups[Math.min(20, Math.floor(age / 5))][person.jenis_kelamin === "laki_laki" ? 0 : 1] += 1;
  }
  return groups;
}

/** Residents by twenty ages and fifteen groups of RT, with what is hidden: small counts, and one more in each line that has one alone. */
export function hidden(families, at, places) {
  const cells = Array.from({ length: 20 }, () => new Array(15).fill(0));
  for (const [person, age, family] of people(families, at)) {
    const column = places.get(`${family.dusun}/${family.rw}/${family.rt}`);
    if (age !== undefined && column !== undefined) cells[Math.min(19, Math.floor(age / 5))][column] += 1;
  }
  const secret = cells.map((row) => row.map((n) => n > 0 && n < 5));
  const lines = [...cells.map((_, r) => cells[r].map((_, c) => [r, c])), ...cells[0].map((_, c) => cells.map((_, r) => [r, c]))];
  for (let again = true; again; ) {
    again = false;
    for (const line of lines) {
      if (line.filter(([r, c]) => secret[r][c]).length !== 1) continue;
      const free = line.filter(([r, c]) => !secret[r][c] && cells[r][c] > 0).sort(([a, b], [c, d]) => cells[a][b] - cells[c][d]);
      if (free.length) (secret[free[0][0]][free[0][1]] = true), (again = true);
    }
  }
  return cells.map((row, r) => row.map((n, c) => (secret[r][c] ? "*" : n)));
}
