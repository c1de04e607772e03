/** The document on mapping files describes every part of the format. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingFile, parseMapping } from '../../../../domain/exchange/mapping/mapping-file.ts';
import { LIST_FIELDS } from '../../../../domain/submission.ts';

const document = readFileSync('docs/mapping-files.md', 'utf8');
const mapping = parseMapping(JSON.parse(readFileSync('docs/mappings/cases-csv.mapping.json', 'utf8')));

test('every property of a mapping file, and every list', () => {
  for (const name of Object.keys(mappingFile.shape)) expect(document).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
  for (const list of Object.keys(LIST_FIELDS)) expect(document).toContain(`\`${list}\``);
});

test('every column of the CSV of many cases', () => {
  const fields = [...Object.values(mapping.fields), ...mapping.lists.flatMap(({ fields }) => Object.values(fields))];
  const columns = fields.flatMap((field) => [field?.from ?? []].flat()).map((path) => path.replace('[*]', ''));
  const section = document.slice(document.indexOf('## Columns'));
  for (const column of columns) expect(section).toContain(`\`${column}\``);
  for (const column of Object.keys(mapping.split)) expect(section).toContain(`\`${column}\` \`;\``);
});
