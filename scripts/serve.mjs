// A small static server for dist/: compression, MIME types, validators, 404.html, as a plain static host has them.
// Used by scripts/start, the browser tests, the benchmarks and Lighthouse.
//   node scripts/serve.mjs [--dir dist] [--port 8080] [--base /any/sub/path/] [--host 127.0.0.1]
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import zlib from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8", ".zip": "application/zip", ".bin": "application/octet-stream",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const SQUEEZED = /text|json|javascript|wasm|svg|octet-stream/;
const HASHED = /-[0-9a-f]{12,}(_bg)?\.\w+$/;
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const squeeze = {
  br: (body) => brotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => gzip(body, { level: 9 }),
};

/** Files that were served, for all servers of this process: path → { stamp, type, tag, body, br?, gzip? }. */
const kept = new Map();

/** Starts the server; resolves to its address (with the base path) and a way to stop it. Port 0 takes a free one. */
export async function serve({ dir = "dist", port = 0, base = "/", host = "127.0.0.1" } = {}) {
  const root = resolve(dir);
  base = `/${base}/`.replace(/\/+/g, "/");
  async function load(path) {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs}-${size}`;
    let file = kept.get(path);
    if (file?.stamp !== stamp) {
      const body = await readFile(path);
      const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
      file = { stamp, body, tag, type: TYPES[extname(path)] ?? "application/octet-stream" };
      kept.set(path, file);
    }
    return file;
  }

  /** The file for an address, or null: never outside of the folder, never a hidden file. */
  async function find(pathname) {
    const inside = decodeURIComponent(pathname.slice(base.length));
    if (inside.includes("\0") || inside.split(/[/\\]/).some((part) => part.startsWith("."))) return null;
    let path = resolve(root, inside);
    if (path !== root && !path.startsWith(root + sep)) return null;
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) path = join(path, "index.html");
    return load(path).catch(() => null);
  }

  const server = createServer(async (request, response) => {
    const send = (status, headers, body) => {
      response.writeHead(status, { "x-content-type-options": "nosniff", ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    try {
      if (request.method !== "GET" && request.method !== "HEAD") return send(405, { allow: "GET, HEAD" });
      const pathname = request.url.split(/[?#]/)[0];
      if (`${pathname}/` === base) return send(301, { location: base });
      let file = pathname.startsWith(base) ? await find(pathname) : null;
      const status = file ? 200 : 404;
      file ??= pathname.startsWith(base) ? await load(join(root, "404.html")).catch(() => null) : null;
      if (!file) return send(404, { "content-type": "text/plain; charset=utf-8" }, "Tidak ada (not found)\n");
      const headers = {
        "content-type": file.type,
        "cache-control": HASHED.test(pathname) && status === 200 ? "public, max-age=31536000, immutable" : "no-cache",
        etag: file.tag,
        vary: "accept-encoding",
      };
      if (status === 200 && request.headers["if-none-match"] === file.tag) return send(304, headers);
      let body = file.body;
      const accepted = String(request.headers["accept-encoding"] ?? "");
      const how = ["br", "gzip"].find((name) => accepted.includes(name));
      if (how && SQUEEZED.test(file.type) && body.length > 512) {
        body = await (file[how] ??= squeeze[how](file.body));
        headers["content-encoding"] = how;
      }
      send(status, { ...headers, "content-length": body.length }, body);
    } catch (error) {
      send(error instanceof URIError ? 400 : 500, { "content-type": "text/plain; charset=utf-8" }, "Permintaan tidak terbaca (bad request)\n");
    }
  });

  await new Promise((done, failed) => server.once("error", failed).listen(port, host, done));
  return {
    url: `http://${host}:${server.address().port}${base}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: { dir: { type: "string" }, port: { type: "string", default: "8080" }, base: { type: "string" }, host: { type: "string" } },
  });
  try {
    const { url } = await serve({ ...values, port: Number(values.port) });
    console.log(`Rumah DataKu: ${url} (Ctrl+C untuk berhenti; Ctrl+C to stop)`);
  } catch (error) {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${values.port} is taken by another program. Use --port with another number.` : error.message);
    process.exit(1);
  }
}
