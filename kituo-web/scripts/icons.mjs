// Lays the pictures of the Health Icons project beside the built application, with a list of their keys,
// titles and tags. DHIS2 names its icons after them; a tag tells where the name differs.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const source = join(dirname(createRequire(import.meta.url).resolve("healthicons/package.json")), "public", "icons");
const target = join(import.meta.dirname, "..", "dist", "icons");
const icons = JSON.parse(readFileSync(join(source, "meta-data.json"), "utf8")).map(({ id, path, tags, title }) => ({
  key: tags.find((tag) => tag.startsWith("dhis2:"))?.slice("dhis2:".length) ?? id,
  title,
  tags: tags.filter((tag) => !tag.includes(":")),
  path,
}));

mkdirSync(target, { recursive: true });
for (const look of ["filled", "outline"]) {
  for (const { path } of icons) cpSync(join(source, "svg", look, `${path}.svg`), join(target, look, `${path}.svg`));
}
icons.sort((a, b) => (a.key < b.key ? -1 : 1));
writeFileSync(join(target, "icons.json"), JSON.stringify(icons));
