/** `liaise guard`: what the guard would do with files of every kind, and that no content of them is shown. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { jpegOf } from '../../domain/guard/files.ts';
import { testFolder } from '../../support/folder.ts';
import { runCommand } from './run-command.ts';

/** In every file of these tests. No output may have it. */
const CANARY = 'Marsilio';
const PICTURE = jpegOf().toString('base64');
const PROSE = `The account belongs to ${CANARY}, who wrote about it on Tuesday.`;
const REPORT = `<fileDetails><reportId>1</reportId><fileId>${CANARY}</fileId></fileDetails>`;

let folder: string;
const at = (name: string) => join(folder, name);

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(at(name), content);
  return at(name);
}

async function guarded(name: string, content: string | Uint8Array) {
  const { status, out, err } = await runCommand(`guard ${await write(name, content)} --json`);
  expect(out + err).not.toContain(CANARY);
  expect(out + err).not.toContain(PICTURE.slice(40, 60));
  const [examined] = JSON.parse(out);
  return { status, ...examined };
}

beforeAll(async () => {
  folder = await testFolder();
});

describe('a file is accepted', () => {
  test.each([
    ['prose.txt', PROSE, 'text'],
    ['referral.json', JSON.stringify({ summary: PROSE, particulars: [{ label: 'a', value: PROSE }] }), 'referral'],
    ['report.xml', REPORT, 'report'],
    ['utf-16.xml', Buffer.from(`\uFEFF${REPORT}`, 'utf16le'), 'report'],
    ['latin-1.xml', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${REPORT}`, 'latin1'), 'report'],
    ['page.html', `<p>${PROSE}</p>`, 'text'],
  ])('%s', async (name, content, form) => {
    expect(await guarded(name, content)).toMatchObject({ status: 0, form, verdict: 'accepted', file: at(name) });
  });
});

describe('a file that begins like another format is read as one text, and the result says that it cannot be submitted', () => {
  test.each([
    ['cut.xml', REPORT.slice(0, -20), 'report'],
    ['page.html', `<p>${PROSE}</p>`, 'report'],
    ['doctype.xml', `<!DOCTYPE fileDetails>${REPORT}`, 'report'],
    ['cut.json', `{"summary": "${PROSE}"`, 'referral'],
  ])('%s', async (name, content, unreadableAs) => {
    expect(await guarded(name, content)).toMatchObject({ form: 'text', unreadableAs });
    expect((await runCommand(`guard ${at(name)}`)).out).toMatch(/It begins like .* A submission of it is refused\./);
  });

  test('unlike a file that can be read, and plain text', async () => {
    for (const [name, content] of [
      ['report.xml', REPORT],
      ['referral.json', '{}'],
      ['prose.txt', PROSE],
    ] as const) {
      expect(await guarded(name, content)).not.toHaveProperty('unreadableAs');
    }
  });
});

describe('a file is refused, with field, reason and bytes', () => {
  test.each([
    ['picture.txt', jpegOf(), { path: 'file', reason: 'looks-like-file', format: 'an image', bytes: jpegOf().length }],
    ['archive.bin', gzipSync(PROSE), { path: 'file', reason: 'looks-like-file', bytes: gzipSync(PROSE).length }],
    ['zero.txt', `${PROSE}\0`, { path: 'file', reason: 'looks-like-file', bytes: PROSE.length + 1 }],
    ['latin.txt', Buffer.from(`${PROSE} é`, 'latin1'), { path: 'file', reason: 'not-utf-8', bytes: PROSE.length + 2 }],
    ['long.txt', `${PROSE} `.repeat(500), { path: 'text', reason: 'too-long' }],
    ['large.txt', `${PROSE} `.repeat(40_000), { path: 'file', reason: 'too-large' }],
    ['bell.txt', `${PROSE}\u0007`, { path: 'text', reason: 'control-characters', bytes: PROSE.length + 1 }],
    ['encoded.txt', `${PROSE} ${PICTURE}`, { path: 'text', reason: 'looks-like-file', format: 'an image' }],
    ['deep.json', `{"a":${'['.repeat(40)}"${CANARY}"${']'.repeat(40)}}`, { path: '', reason: 'too-deep' }],
    [
      'split.json',
      JSON.stringify({ summary: PROSE, list: PICTURE.match(/.{1,300}/g)?.map((value) => ({ value })) }),
      { path: 'list.0.value', reason: 'looks-like-file' },
    ],
    ['field.json', JSON.stringify({ [`${CANARY} ${CANARY}`]: PICTURE }), { path: '*', reason: 'looks-like-file' }],
    ['twice.json', `{"note":"${PICTURE}","note":"${CANARY}"}`, { path: 'text', reason: 'looks-like-file' }],
  ])('%s', async (name, content, finding) => {
    const { status, verdict, findings } = await guarded(name, content);
    expect([status, verdict]).toEqual([2, 'refused']);
    expect(findings).toContainEqual(expect.objectContaining({ outcome: 'refused', ...finding }));
  });

  test('for more encoded text or identifiers than an agency may send', async () => {
    const random = Array.from({ length: 60 }, (_, n) => `Zq${'xKvWjQzX'.repeat(3)}${n}Qk`);
    const { findings, counted, limits } = await guarded('random.json', JSON.stringify({ random }));
    expect(counted.opaque).toBeGreaterThan(limits.opaque);
    expect(findings[0]).toMatchObject({ outcome: 'refused', reason: 'too-much-encoded-text', bytes: counted.opaque });
  });
});

test('of a report, the element that holds a file is left out, with its line', async () => {
  const xml = `<fileDetails>\n<reportId>1</reportId><fileId>1</fileId>\n<additionalInfo>${PICTURE}</additionalInfo></fileDetails>`;
  const { status, form, verdict, findings } = await guarded('details.xml', xml);
  expect([status, form, verdict]).toEqual([2, 'report', 'left-out']);
  expect(findings[0]).toEqual({
    ...{ path: 'fileDetails/additionalInfo', line: 3, outcome: 'left-out', reason: 'looks-like-file' },
    bytes: PICTURE.length,
  });
});

test('identifiers are counted by field, and the total is the sum', async () => {
  const value = { summary: PROSE, indicators: [{ value: '198.51.100.7' }, { value: '00:00:5E:00:53:AF' }] };
  const { status, counted, findings } = await guarded('identifiers.json', JSON.stringify(value));
  expect(status).toBe(0);
  expect(findings).toEqual(
    ['indicators.1.value', 'indicators.0.value'].map((path) => ({
      ...{ path, outcome: 'counted', reason: 'identifiers', bytes: expect.any(Number) },
    })),
  );
  expect(counted.identifiers).toBe(findings[0].bytes + findings[1].bytes);
});

test('several files are listed for people, and one refused file decides the exit status', async () => {
  const [good, bad] = [await write('good.txt', PROSE), await write('bad.txt', PICTURE)];
  const { status, out, err } = await runCommand(`guard ${good} ${bad}`);
  expect(status).toBe(2);
  expect(out).toContain(`${good}: accepted (read as one text, ${PROSE.length} bytes)`);
  expect(out).toContain(`${bad}: refused (read as one text, ${PICTURE.length} bytes)`);
  expect(out).toMatch(/refused +text +\d+ +looks like an image/);
  expect(err).toContain('Files that would be refused or imported in part: 1 of 2.');
  expect(out + err).not.toContain(CANARY);
});

test('a folder and a missing file are refused before any file is read', async () => {
  await mkdir(at('inbox'));
  const good = await write('good.txt', PROSE);
  const folderGiven = await runCommand(`guard ${good} ${at('inbox')}/`);
  expect([folderGiven.status, folderGiven.out]).toEqual([2, '']);
  expect(folderGiven.err).toContain(`is a folder. Name its files instead, for example ${at('inbox')}/*.`);
  expect((await runCommand(`guard ${at('none')}`)).err).toContain(`There is no readable file at ${at('none')}.`);
});
