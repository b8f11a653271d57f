// Bundles the scripts and styles into wwwroot/assets. Fonts carry a hash in their names, because a style sheet
// refers to them by name; everything else is fingerprinted by the static asset endpoints.
import { cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { context, build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../wwwroot/assets");

/** @type {import("esbuild").BuildOptions} */
const options = {
  entryPoints: [here("scripts/app.ts"), here("styles/app.css")],
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox121", "safari17.5"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  entryNames: "[name]",
  logLevel: "warning",
};

await rm(target, { recursive: true, force: true });
await cp(here("images"), target, { recursive: true });

if (process.argv.includes("--watch")) await (await context(options)).watch();
else await build(options);
