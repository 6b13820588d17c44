// The same tables and figures in arquero, a data frame library, over one frame of residents and one of families.
import { resident } from "./figures.mjs";

const { aq } = globalThis;
const op = aq?.op;

/** The frames of a village: every person with what the family has, every family. */
export function frames(families) {
  const persons = [];
  for (const { members, ...family } of families) {
    if (family.dikeluarkan === "ya") continue;
    for (const person of members) persons.push({ ...person, rt: `${family.dusun}/${family.rw}/${family.rt}` });
  }
  const names = [...new Set(persons.flatMap(Object.keys))];
  const column = (rows, name) => rows.map((row) => row[name]);
  const frame = (rows, names) => aq.table(Object.fromEntries(names.map((name) => [name, column(rows, name)])));
  const plain = families.map(({ members, ...family }) => ({ ...family, members: members.length }));
  return { persons: frame(persons, names), families: frame(plain, [...new Set(plain.flatMap(Object.keys))]) };
}

/** Residents at a date with their ages. */
function here(persons, at) {
  const there = aq.escape((row) => resident(row, at));
  const age = aq.escape(({ tanggal_lahir }) => (tanggal_lahir === undefined ? undefined : Math.floor((at - tanggal_lahir) / 10_000)));
  return persons.filter(there).derive({ age });
}

/** Residents by education, sex and three ages. */
export function threeWay({ persons }, at) {
  const broad = aq.escape(({ age }) => (age === undefined ? 3 : age < 15 ? 0 : age < 65 ? 1 : 2));
  return here(persons, at).derive({ broad }).groupby("pendidikan_ditamatkan", "jenis_kelamin", "broad").rollup({ n: op.count() }).objects();
}

/** Residents by five years of age and sex. */
export function pyramid({ persons }, at) {
  const group = aq.escape(({ age }) => (age === undefined ? undefined : Math.min(20, Math.floor(age / 5))));
  return here(persons, at).derive({ group }).groupby("group", "jenis_kelamin").rollup({ n: op.count() }).objects();
}

/** Residents by twenty ages and fifteen groups of RT; arquero hides nothing, so this is the counting alone. */
export function counted({ persons }, at, places) {
  const group = aq.escape(({ age }) => (age === undefined ? undefined : Math.min(19, Math.floor(age / 5))));
  const column = aq.escape(({ rt }) => places.get(rt));
  return here(persons, at).derive({ group, column }).groupby("group", "column").rollup({ n: op.count() }).objects();
}

/** Thirty indicators that need one answer each, about a third of the catalogue. */
export function shares({ persons, families }, at) {
  const all = here(persons, at);
  const judged = (frame, judge) => {
    const yes = aq.escape((row) => judge(row) === true), known = aq.escape((row) => judge(row) !== undefined);
    const { y, k } = frame.derive({ y: yes, k: known }).rollup({ y: (row) => op.sum(row.y), k: (row) => op.sum(row.k) }).object();
    return k ? (100 * y) / k : null;
  };
  const aged = (from, to) => all.filter(aq.escape(({ age }) => age >= from && age <= to));
  const yes = (value) => (value === "ya" ? true : value === "tidak" ? false : undefined);
  const attends = (value) => (value === undefined ? undefined : !["belum_masuk_tk", "tidak_pernah_sekolah", "tidak_tamat_sd", "tidak_baca_tulis", "tidak_sedang_sekolah"].includes(value));
  const out = { "pop-total": all.numRows() };
  for (const [id, from, to] of [["aps-7-12", 7, 12], ["aps-13-15", 13, 15], ["aps-16-18", 16, 18], ["aps-19-24", 19, 24]]) out[id] = judged(aged(from, to), ({ sedang_sekolah }) => attends(sedang_sekolah));
  for (const [id, from, to] of [["broad-age-share-0-14", 0, 14], ["broad-age-share-15-64", 15, 64], ["broad-age-share-65", 65, 199], ["elderly-share", 60, 199]]) out[id] = judged(all, ({ age }) => (age === undefined ? undefined : age >= from && age <= to));
  out["median-age"] = all.rollup({ m: (row) => op.median(row.age) }).object().m;
  out["birth-cert-coverage"] = judged(all, ({ akta_lahir }) => yes(akta_lahir));
  out["birth-cert-coverage-0-17"] = judged(aged(0, 17), ({ akta_lahir }) => yes(akta_lahir));
  out["jkn-coverage"] = judged(all, ({ jaminan_kesehatan: cover }) => (cover === undefined || cover === "tidak_tahu" ? undefined : cover !== "tidak_ada"));
  out["nik-coverage"] = judged(all, ({ nik }) => /^\d{16}$/.test(nik ?? ""));
  out["sex-ratio"] = Object.fromEntries(all.groupby("jenis_kelamin").count().objects().map(({ jenis_kelamin, count }) => [jenis_kelamin, count]));
  for (const group of ["status_kawin", "pekerjaan", "pendidikan_ditamatkan", "hubungan", "agama", "disabilitas"]) out[group] = all.groupby(group).count().objects();
  for (const group of ["air_minum", "tempat_bab", "atap", "dinding", "lantai", "penerangan", "bahan_bakar", "kepemilikan_rumah", "desil"]) out[group] = families.groupby(group).count().objects();
  for (const item of ["ikut_bkb", "ikut_bkr", "ikut_bkl", "ikut_uppka"]) out[item] = judged(families, (row) => yes(row[item]));
  return out;
}
