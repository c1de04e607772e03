/** `npm run letters`: writes a page with every letter in every language, for translators. */

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readFlags } from '../client/platform/read-flags.ts';
import { lettersPage } from './letters/letters-page.ts';
import { writeAtomically } from './write-atomically.ts';

const HELP = `Writes a page with every letter in every language, for translators. It needs no running part of Liaise.

  npm run letters                      into .liaise/letters.html
  npm run letters -- --out FILE        into FILE`;

const { values } = readFlags('npm run letters', {
  options: { out: { type: 'string', default: '.liaise/letters.html' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) console.log(HELP);
else {
  await mkdir(dirname(values.out), { recursive: true });
  await writeAtomically(values.out, lettersPage());
  console.log(`The letters are in ${values.out}. Open it in a browser.`);
}
