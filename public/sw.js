// The offline copy: one cache a build, every file checked by SHA-256 before it is kept.
// `BUILD`, `FILES` and `LAZY` are written above this line by scripts/post-build.mjs.
//
// A page and its worker always come from one build: the cache of an older build lives until the user takes the update,
// and files of the new one are refused where the host still mixes old and new.
const ROOT = new URL("./", self.location).href;
const CACHE = `rdk-${BUILD}`;
const SHA = "x-sha256";
const ALL = new Map([...FILES, ...LAZY].map(([path, sha]) => [ROOT + path, sha]));
const MINE = (name) => name.startsWith("rdk-");

async function sha256(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts one file into this build's cache: from an older build's where nothing changed, else from the host. */
async function keep(path, sha, options) {
  const url = ROOT + path;
  const cache = await caches.open(CACHE);
  const same = (response) => response?.headers.get(SHA) === sha;
  if (same(await cache.match(url))) return;
  for (const name of (await caches.keys()).filter(MINE)) {
    const old = await (await caches.open(name)).match(url);
    if (same(old)) return cache.put(url, old);
  }
  for (const mode of ["default", "reload"]) {
    // The start page is asked for by its folder: some hosts send /index.html elsewhere.
    const response = await fetch(path === "index.html" ? ROOT : url, { cache: mode, ...options });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const body = await response.arrayBuffer();
    if ((await sha256(body)) !== sha) continue;
    const headers = { "content-type": response.headers.get("content-type") ?? "application/octet-stream", [SHA]: sha };
    return cache.put(url, new Response(body, { headers }));
  }
  throw new Error(`${path}: the host has another version`);
}

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(FILES.map(([path, sha]) => keep(path, sha))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // Lazy files of the old build that did not change move over before it is dropped.
      const cache = await caches.open(CACHE);
      for (const name of (await caches.keys()).filter((name) => MINE(name) && name !== CACHE)) {
        const old = await caches.open(name);
        for (const [path, sha] of LAZY) {
          const kept = await old.match(ROOT + path);
          if (kept?.headers.get(SHA) === sha) await cache.put(ROOT + path, kept);
        }
        await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

let filling = null;
/** Fetches the rest one by one, out of everyone's way; called at each start of the page until all is here. */
async function fill() {
  const cache = await caches.open(CACHE);
  const have = new Set((await cache.keys()).map((request) => request.url));
  let ready = LAZY.filter(([path]) => have.has(ROOT + path)).length;
  const tell = async () => {
    const data = { kind: "offline", ready: FILES.length + ready, total: FILES.length + LAZY.length };
    for (const client of await self.clients.matchAll()) client.postMessage(data);
  };
  await tell();
  for (const [path, sha] of LAZY) {
    if (have.has(ROOT + path)) continue;
    for (let tries = 0; tries < 3; tries++) {
      try {
        await keep(path, sha, { priority: "low" });
        ready += 1;
        break;
      } catch {
        await new Promise((wake) => setTimeout(wake, 2000 * (tries + 1)));
      }
    }
    if (ready % 10 === 0) await tell();
  }
  await tell();
}

self.addEventListener("message", (event) => {
  if (event.data === "update") self.skipWaiting();
  if (event.data !== "fill") return;
  // A page that was on its way while this worker took over, or came by a forced reload, has no worker yet.
  event.waitUntil(self.clients.claim());
  event.waitUntil((filling ??= fill().finally(() => (filling = null))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.method !== "GET" || !address.startsWith(ROOT)) return;
  const path = address.slice(ROOT.length);
  if (request.mode === "navigate" && !ALL.has(address)) {
    // A page is behind '#': /kumpul/keluarga is led to ./#/kumpul/keluarga, as 404.html does on the host.
    event.respondWith(path === "" ? answer(`${ROOT}index.html`, request) : Response.redirect(`${ROOT}#/${path}${url.search}`));
  } else if (ALL.has(address)) {
    event.respondWith(answer(address, request));
  }
});

async function answer(address, request) {
  const kept = await (await caches.open(CACHE)).match(address);
  return kept ?? fetch(request);
}
