// The indicators of domain.md §6.3 in hand-written loops over plain objects: one pass over families and persons. Ids and
// meanings are those of src/analyse/indicators; a bench compares the values with the engine's.
const NOT_WORKING = new Set(["belum_tidak_bekerja", "mengurus_rumah_tangga", "pelajar_mahasiswa", "pensiunan"]);
const NOT_ATTENDING = new Set(["belum_masuk_tk", "tidak_pernah_sekolah", "tidak_tamat_sd", "tidak_baca_tulis", "tidak_sedang_sekolah"]);
const ABSENT = new Set(["tidak_tahu", "menolak", "tidak_berlaku"]);
const SECONDARY = new Set(["slta", "d1_d2", "d3", "d4_s1", "s2", "s3", "perguruan_tinggi"]);
const MODERN = new Set(["mow", "mop", "iud", "implan", "suntik", "pil", "kondom", "mal"]);
const LONG = new Set(["mow", "mop", "iud", "implan"]);
const PROPER_WATER = { ledeng: true, sumur_bor_pompa: true, sumur_terlindung: true, mata_air_terlindung: true, air_hujan: true, sumur_tak_terlindung: false, mata_air_tak_terlindung: false, air_permukaan: false };
const KRS_WATER = { ...PROPER_WATER, kemasan: true, isi_ulang: true, air_hujan: undefined };
const PROPER_TOILET = { sendiri_tangki_septik: true, sendiri_tanpa_septik: false, tidak_ada: false };
const STURDY = {
  atap: { beton: true, genteng: true, kayu_sirap: true, seng: true, asbes: false, bambu: false, jerami_ijuk_rumbia: false },
  dinding: { tembok: true, plesteran_anyaman: true, kayu_papan: true, batang_kayu: true, seng: false, bambu: false, anyaman_bambu: false },
  lantai: { bambu: false, tanah: false, keramik: true, marmer_granit: true, ubin_tegel_teraso: true, parket_vinil_karpet: true, semen: true, kayu_papan: true },
};
const PERSON_ITEMS = [
  ["nama", 0], ["nik", 0], ["jenis_kelamin", 0], ["tanggal_lahir", 0], ["hubungan", 0], ["agama", 0], ["jaminan_kesehatan", 0],
  ["akta_lahir", 0], ["disabilitas", 0], ["sedang_sekolah", 3], ["pendidikan_ditamatkan", 5], ["status_kawin", 10], ["pekerjaan", 10],
];
const FAMILY_ITEMS = ["no_kk", "rt", "kepemilikan_rumah", "atap", "dinding", "lantai", "luas_bangunan", "penerangan", "air_minum", "tempat_bab", "bahan_bakar"];
const REASON = { nik: "alasan_tanpa_nik", no_kk: "alasan_tanpa_kk" };

const answer = (value) => (value === undefined || ABSENT.has(value) ? undefined : value);
const yes = (value) => (value === "ya" ? true : value === "tidak" ? false : undefined);
const sixteen = (text) => /^\d{16}$/.test(text ?? "") && text !== "0000000000000000";

export function resident(person, at) {
  if (person.dikeluarkan === "ya" || person.status_dasar === "tidak_valid") return false;
  if (person.tanggal_lahir > at || person.tanggal_masuk > at) return false;
  const status = answer(person.status_dasar);
  return status === undefined || status === "hidup" || person.tanggal_keluar > at;
}

/** Cases of yes and of known answers. */
class Share {
  yes = 0;
  known = 0;
  add(judged) {
    if (judged === undefined) return;
    this.known += 1;
    if (judged) this.yes += 1;
  }
  of = (factor = 100) => (this.known ? (this.yes * factor) / this.known : null);
}

const ratio = (n, of, factor = 100) => (of > 0 ? (n * factor) / of : null);

function median(counts) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (!n) return null;
  let below = 0;
  for (let year = 0; ; year++) {
    const here = counts[year] ?? 0;
    if (below + here >= (n + 1) / 2 || (below + here) * 2 >= n) return (2 * year * here + n - 2 * below) / (2 * here);
    below += here;
  }
}

/** All indicators at a date (20261124) by id. */
export function indicators(families, km2, at) {
  const before = at - 10_000;
  const inYear = (day) => day > before && day <= at;
  const ages = new Array(200).fill(0);
  const marriageAges = new Array(100).fill(0);
  const shares = {};
  for (const name of [
    "female-head-share", "members-away", "aps-7-12", "aps-13-15", "aps-16-18", "aps-19-24", "apm-sd", "apm-smp", "apm-sm",
    "education-attainment-sma", "working-share", "disability-share", "ever-married-share", "first-marriage-threshold-women",
    "first-marriage-threshold-men", "cpr-modern", "mkjp-share", "unmet-need-register", "bkb-participation", "bkr-participation",
    "bkl-participation", "uppka-participation", "nik-coverage", "kk-coverage", "birth-cert-coverage", "birth-cert-coverage-0-17",
    "marriage-doc-coverage", "jkn-coverage", "bansos-coverage", "desil-1-4-share", "water-layak", "water-krs", "sanitation-layak",
    "floor-area-7-2", "rlh-share", "item-completeness", "update-coverage",
  ]) shares[name] = new Share();
  let here = 0, earlier = 0, homes = 0, men = 0, women = 0, fertile = 0, wives = 0, pregnant = 0;
  let births = 0, deaths = 0, arrivals = 0, departures = 0;

  for (const family of families) {
    if (family.dikeluarkan === "ya") continue;
    let members = 0, head, married = false, toddler = false, young = false, old = false;
    for (const person of family.members) {
      if (person.dikeluarkan !== "ya" && resident(person, before)) earlier += 1;
      const { tanggal_lahir: born, tanggal_masuk: entered, tanggal_keluar: left } = person;
      const status = answer(person.status_dasar);
      const active = status === undefined || status === "hidup";
      if (person.dikeluarkan !== "ya" && status !== "tidak_valid" && (active || left)) {
        const came = entered !== undefined && (born === undefined || entered > born);
        if (!came && inYear(born)) births += 1;
        if (came && inYear(entered)) arrivals += 1;
        if (!active && inYear(left)) status === "mati" ? (deaths += 1) : (departures += 1);
      }
      if (!resident(person, at)) continue;
      members += 1;
      const age = born === undefined ? undefined : Math.floor((at - born) / 10_000);
      const female = person.jenis_kelamin === "perempuan";
      const marital = answer(person.status_kawin);
      if (age !== undefined) ages[age] += 1;
      if (female) women += 1;
      else if (person.jenis_kelamin === "laki_laki") men += 1;
      if (person.hubungan === "kepala_keluarga" && head === undefined) head = answer(person.jenis_kelamin) ?? null;
      married ||= marital === "kawin";
      toddler ||= age >= 0 && age <= 6;
      young ||= age >= 10 && age <= 24;
      old ||= age >= 60;
      const presence = answer(person.keberadaan);
      shares["members-away"].add(presence && presence !== "di_dalam_rumah");
      const attending = answer(person.sedang_sekolah);
      const attends = attending === undefined ? undefined : !NOT_ATTENDING.has(attending);
      if (age >= 7 && age <= 24) {
        const [aps, apm, level] = age <= 12 ? ["aps-7-12", "apm-sd", "sd"] : age <= 15 ? ["aps-13-15", "apm-smp", "sltp"] : age <= 18 ? ["aps-16-18", "apm-sm", "slta"] : ["aps-19-24"];
        shares[aps].add(attends);
        if (apm) shares[apm].add(attends ? (attending.startsWith("slb") ? undefined : attending === level) : attends);
      }
      const ever = marital === undefined ? undefined : marital !== "belum_kawin";
      if (age >= 15) {
        const completed = answer(person.pendidikan_ditamatkan), work = answer(person.pekerjaan);
        shares["education-attainment-sma"].add(completed && SECONDARY.has(completed));
        shares["working-share"].add(work && !NOT_WORKING.has(work));
        shares["ever-married-share"].add(ever);
      }
      const disability = answer(person.disabilitas);
      shares["disability-share"].add(disability && disability !== "tidak_ada");
      if (ever && (female || person.jenis_kelamin === "laki_laki")) {
        const first = Number(person.usia_kawin_pertama);
        const known = first >= 1 && first <= 99;
        shares[female ? "first-marriage-threshold-women" : "first-marriage-threshold-men"].add(known ? first >= (female ? 19 : 25) : undefined);
        if (female && known) marriageAges[first] += 1;
      }
      if (female && age >= 15 && age <= 49) {
        fertile += 1;
        if (marital === "kawin") {
          wives += 1;
          const method = answer(person.metode_kb), using = answer(person.memakai_kb), wish = answer(person.keinginan_anak);
          const hasMethod = method !== undefined && method !== "tidak_memakai";
          const no = person.hamil === "ya" || using === "tidak" || (using === undefined && method === "tidak_memakai");
          const some = !no && hasMethod, unsure = !no && !hasMethod && using === "ya";
          if (person.hamil === "ya") pregnant += 1;
          shares["cpr-modern"].add(no ? false : some ? MODERN.has(method) : undefined);
          if (some && MODERN.has(method)) shares["mkjp-share"].add(LONG.has(method));
          const unmet = some || unsure ? false : !no ? undefined : person.hamil === "ya" || wish === "ias" ? false : wish && person.hamil === "tidak" ? true : undefined;
          shares["unmet-need-register"].add(unmet);
        }
      }
      shares["nik-coverage"].add(sixteen(person.nik));
      const certificate = yes(person.akta_lahir);
      shares["birth-cert-coverage"].add(certificate);
      if (age >= 0 && age <= 17) shares["birth-cert-coverage-0-17"].add(certificate);
      const cover = answer(person.jaminan_kesehatan);
      shares["jkn-coverage"].add(cover && cover !== "tidak_ada");
      for (const [item, from] of PERSON_ITEMS) {
        if (age !== undefined && age < from) continue;
        const known = answer(person[item]) !== undefined || answer(person[REASON[item]]) !== undefined;
        if (known || person[item] !== "tidak_berlaku") shares["item-completeness"].add(known);
      }
    }
    here += members;
    if (!members) continue;
    homes += 1;
    shares["female-head-share"].add(head == null ? undefined : head === "perempuan");
    if (toddler) shares["bkb-participation"].add(yes(family.ikut_bkb));
    if (young) shares["bkr-participation"].add(yes(family.ikut_bkr));
    if (old) shares["bkl-participation"].add(yes(family.ikut_bkl));
    shares["uppka-participation"].add(yes(family.ikut_uppka));
    shares["kk-coverage"].add(sixteen(family.no_kk));
    if (married) shares["marriage-doc-coverage"].add(yes(family.punya_buku_nikah));
    const aids = [family.bansos_pkh, family.bansos_bpnt, family.bansos_blt_dd, family.bansos_lain].map(yes);
    shares["bansos-coverage"].add(aids.includes(true) ? true : aids.includes(undefined) ? undefined : false);
    const decile = Number(answer(family.desil));
    shares["desil-1-4-share"].add(decile >= 1 && decile <= 10 ? decile <= 4 : undefined);
    const water = PROPER_WATER[family.air_minum], toilet = PROPER_TOILET[family.tempat_bab];
    shares["water-layak"].add(water);
    shares["water-krs"].add(KRS_WATER[family.air_minum]);
    shares["sanitation-layak"].add(toilet);
    const area = Number(answer(family.luas_bangunan)), people = Number(answer(family.orang_menetap)) > 0 ? Number(family.orang_menetap) : members;
    const roomy = area > 0 ? Math.round(area * 100) >= 720 * people : undefined;
    shares["floor-area-7-2"].add(roomy);
    const parts = [STURDY.atap[family.atap], STURDY.dinding[family.dinding], STURDY.lantai[family.lantai], roomy, water, toilet];
    shares["rlh-share"].add(parts.includes(false) ? false : parts.includes(undefined) ? undefined : true);
    shares["update-coverage"].add(inYear(family.tanggal_kunjungan));
    for (const item of FAMILY_ITEMS) {
      const known = answer(family[item]) !== undefined || answer(family[REASON[item]]) !== undefined;
      if (known || family[item] !== "tidak_berlaku") shares["item-completeness"].add(known);
    }
  }

  const aged = (from, to) => {
    let n = 0;
    for (let age = from; age <= to; age++) n += ages[age];
    return n;
  };
  let round = 0;
  for (let age = 25; age <= 60; age += 5) round += ages[age];
  const [known, work, mid] = [aged(0, 199), aged(15, 64), (here + earlier) / 2];
  const out = {
    "pop-total": here, "family-total": homes, "family-size": ratio(here, homes, 1), "median-age": median(ages),
    "broad-age-share-0-14": ratio(aged(0, 14), known), "broad-age-share-15-64": ratio(work, known), "broad-age-share-65": ratio(aged(65, 199), known),
    "elderly-share": ratio(aged(60, 199), known), "sex-ratio": ratio(men, women), density: km2 ? here / km2 : null,
    "dependency-total": ratio(aged(0, 14) + aged(65, 199), work), "dependency-young": ratio(aged(0, 14), work), "dependency-old": ratio(aged(65, 199), work),
    "child-woman-ratio": ratio(aged(0, 4), fertile, 1000), "wus-count": fertile, "pus-count": wives, "pus-pregnant": pregnant,
    cbr: ratio(births, mid, 1000), cdr: ratio(deaths, mid, 1000), "in-migration": ratio(arrivals, mid, 1000), "out-migration": ratio(departures, mid, 1000),
    "net-migration": ratio(arrivals - departures, mid, 1000), "first-marriage-median": median(marriageAges), whipple: ratio(round, aged(23, 62), 500),
  };
  for (const [name, share] of Object.entries(shares)) out[name] = share.of();
  return out;
}

/** A dozen rules over the whole village, as a plain application would check it: families with what was found. */
export function findings(families, at) {
  const niks = new Map(), cards = new Map(), found = [];
  for (const family of families) {
    if (family.no_kk) cards.set(family.no_kk, (cards.get(family.no_kk) ?? 0) + 1);
    for (const person of family.members) if (person.nik) niks.set(person.nik, (niks.get(person.nik) ?? 0) + 1);
  }
  for (const family of families) {
    const say = (code, person) => found.push({ family: family.id, person: person?.id, code });
    if (!sixteen(family.no_kk)) say("kk-format");
    else if (cards.get(family.no_kk) > 1) say("kk-duplicate");
    const heads = family.members.filter((person) => person.hubungan === "kepala_keluarga");
    if (heads.length !== 1) say("head");
    for (const person of family.members) {
      const { nik, tanggal_lahir: born } = person;
      const age = born === undefined ? undefined : Math.floor((at - born) / 10_000);
      if (!person.nama || born === undefined || !person.jenis_kelamin) say("required", person);
      if (born > at) say("born-later", person);
      if (nik && !sixteen(nik)) say("nik-format", person);
      if (niks.get(nik) > 1) say("nik-duplicate", person);
      if (sixteen(nik) && born !== undefined) {
        const day = Number(nik.slice(6, 8)) % 40;
        if (day !== born % 100 || Number(nik.slice(8, 10)) !== Math.floor(born / 100) % 100) say("nik-date", person);
        if ((Number(nik.slice(6, 8)) > 40) !== (person.jenis_kelamin === "perempuan")) say("nik-sex", person);
      }
      if (age < 15 && person.status_kawin === "kawin") say("married-young", person);
      if (age > 110) say("very-old", person);
      if (person.hubungan === "anak" && heads[0]?.tanggal_lahir > born - 120_000) say("child-older", person);
    }
  }
  return found;
}
