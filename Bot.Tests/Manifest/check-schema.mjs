// Holds each manifest of a folder against Microsoft's schema with ajv, as draft 7, and prints "valid NAME" or "invalid NAME".
// Usage: node check-schema.mjs SCHEMA FOLDER. Exits with 3 where ajv is not installed ("npm install ajv", and NODE_PATH says where).
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

let Ajv;
try {
  Ajv = createRequire(import.meta.url)("ajv");
} catch {
  process.exit(3);
}

const [schema, folder] = process.argv.slice(2);
// The schema says draft 4 and uses what came with draft 6 and 7.
const validate = new (Ajv.default ?? Ajv)({ strict: false, validateFormats: false }).compile({ ...JSON.parse(readFileSync(schema, "utf8")), $schema: undefined });
for (const name of readdirSync(folder).sort()) console.log(validate(JSON.parse(readFileSync(join(folder, name), "utf8"))) ? "valid" : "invalid", name);
