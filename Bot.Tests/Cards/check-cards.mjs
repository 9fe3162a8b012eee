// node check-cards.mjs FOLDER: reads every card (*.json) with Microsoft's parser and fails on whatever it warns of.
// Where its templating package is installed too, each template in ../../Bot/Teams/Cards is filled by it with NAME.data,
// and must come to the same card as ours.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const found = name => { try { return require(name); } catch (fault) { if (fault.code === 'MODULE_NOT_FOUND') return null; throw fault; } };
const read = file => JSON.parse(readFileSync(file, 'utf8'));

const official = found('adaptivecards/dist/adaptivecards.js');
if (!official) process.exit(3);
const templating = found('adaptivecards-templating');

const folder = process.argv[2];
const templates = join(import.meta.dirname, '../../Bot/Teams/Cards');
const names = readdirSync(folder).filter(file => file.endsWith('.json')).map(file => file.slice(0, -'.json'.length));
const faults = names.length ? [] : [`There is no card in ${folder}.`];

for (const name of names) {
  const card = read(join(folder, `${name}.json`));
  const context = new official.SerializationContext();
  new official.AdaptiveCard().parse(card, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { message } = context.getEventAt(i);
    // Charts are Teams' own; whoever does not know them shows what stands in their place.
    if (!/^Unknown element type "Chart\.\w+"\. Fallback will be used if present\.$/.test(message)) faults.push(`${name}: ${message}`);
  }

  const data = join(folder, `${name}.data`), template = join(templates, `${name.replace(/-[^-]+$/, '')}.json`);
  if (templating && existsSync(data) && existsSync(template)
    && !isDeepStrictEqual(new templating.Template(read(template)).expand({ $root: read(data) }), card))
    faults.push(`${name}: the official templating makes another card of it.`);
}

console.error(faults.join('\n'));
process.exit(faults.length ? 1 : 0);
