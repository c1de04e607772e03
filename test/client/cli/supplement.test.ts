/** Files of a supplement: JSON, CyberTipline reports, and lists of hash values as CSV. */

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileDetails, fileDetailsWithNotes } from '../../domain/exchange/cybertipline/file-details.ts';
import { spendBudget } from '../../support/spend-budget.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

let desk: RecordingEngine;
let folder: string;
let reference: string;

beforeAll(async () => {
  desk = await recordingEngine();
  folder = mkdtempSync(join(tmpdir(), 'liaise-supplement-'));
  reference = await desk.submitted();
});
beforeEach(() => void desk.calls.splice(0));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const supplement = (options: string) =>
  runCommand(`supplement ${reference} ${options} --as quinn.quartz`, { services: desk.services });

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

describe('a report as a supplement', () => {
  test('adds the hash values of the details of files, and prints what has no place of its own', async () => {
    const [one, two] = [1, 2].map((n) => file(`details-${n}.xml`, fileDetails(n, '4711')));
    const { status, out } = await supplement(`--file ${one} ${two}`);
    expect(status).toBe(0);
    expect(desk.calls).toMatchObject([
      {
        request: {
          type: 'supplement',
          addition: {
            summary: 'Details of 2 files of a CyberTipline report. Hash values: 2.',
            materials: [{ algorithm: 'sha1' }, { algorithm: 'sha1' }],
            originReferences: [{ system: 'cybertipline', id: '4711' }],
          },
        },
      },
    ]);
    expect(out).toMatch(/details-2\.xml +\d+ +fileDetails\[2\]\/fileName/);
  });

  test('adds what the budget of the referral has left, and prints what it leaves out', async () => {
    const id = await desk.submitted();
    await spendBudget(desk, id, { opaque: 900, hashes: 500 });
    const details = file('notes.xml', fileDetailsWithNotes('4712', [100, 400]));
    const { status, out } = await runCommand(`supplement ${id} --file ${details} --as quinn.quartz`, {
      services: desk.services,
    });
    expect(status).toBe(0);
    expect(out).toMatch(/nameValuePair\[2\]\/value +left out: /);
    expect(out).toMatch(/originalFileHash +left out: the report has more hash values/);
    const [call] = desk.calls;
    expect(call?.request).toMatchObject({ addition: { materials: [] } });
    expect(JSON.stringify(call?.request)).toMatch(/"[0-9A-Za-z]{100}"/);
    expect(JSON.stringify(call?.request)).not.toMatch(/[0-9A-Za-z]{101}/);
  });

  test('may be JSON as before', async () => {
    const json = file('addition.json', JSON.stringify({ summary: 'More.' }));
    expect((await supplement(`--file ${json}`)).status).toBe(0);
    expect(desk.calls).toMatchObject([{ request: { addition: { summary: 'More.' } } }]);
  });
});

describe('a list of hash values', () => {
  test('is read by the names of its columns', async () => {
    const list = file(
      'good.csv',
      `Value;algorithm;source;publiclyAvailable\r\n${md5('a')};MD5;"Seized; laptop";yes\r\n\r\n${md5('b')};md5;;\r\n`,
    );
    const { status } = await supplement(`--hashes ${list} --text "From the laptop."`);
    expect(status).toBe(0);
    expect(desk.calls).toMatchObject([
      {
        request: {
          addition: {
            summary: 'From the laptop.',
            materials: [
              { algorithm: 'md5', value: md5('a'), source: 'Seized; laptop', publiclyAvailable: true },
              { algorithm: 'md5', value: md5('b'), source: 'Hash list', classification: 'unclassified' },
            ],
          },
        },
      },
    ]);
  });

  const FAULTY = `algorithm,value\nmd5,${md5('a')}\nmd5,zz\nsha1,${md5('b')}\nmd5\nsecret-word,${md5('c')}\nmd5,${md5('d')}\n`;

  test('with faulty lines is not sent; each line is named with its reason, and no content is repeated', async () => {
    const { status, err } = await supplement(`--hashes ${file('faulty.csv', FAULTY)}`);
    expect(status).toBe(2);
    expect(err).toMatch(/^liaise: INVALID_REPORT: The hash list was refused at line 3, /);
    expect([...err.matchAll(/^ {2}line (\d+)/gm)].map(([, line]) => line)).toEqual(['3', '4', '5', '6']);
    expect(err).not.toMatch(/zz|secret-word/);
    expect(desk.calls).toEqual([]);
  });

  test('is sent without its faulty lines if that is asked for, and they are printed', async () => {
    const { status, err } = await supplement(`--hashes ${file('faulty.csv', FAULTY)} --skip-invalid`);
    expect(status).toBe(0);
    expect(err).toMatch(/^Left out 4 lines of the hash list:\n {2}line 3: value: /);
    expect(desk.calls).toMatchObject([{ request: { addition: { materials: { length: 2 } } } }]);
  });

  test.each([
    [
      'an unknown column',
      'algorithm,value,note\nmd5,a,b\n',
      'the first line must name the columns algorithm and value',
    ],
    ['no lines', 'algorithm,value\n', 'it has no lines after the names of the columns'],
    ['an open quote', 'algorithm,value\nmd5,"a\n', 'a field in quotes does not end'],
    ['more than 5,000 lines', `algorithm,value\n${`md5,${md5('a')}\n`.repeat(5_001)}`, 'more than 5000 lines'],
  ])('with %s is refused', async (_, content, message) => {
    const { status, err } = await supplement(`--hashes ${file('bad.csv', content)}`);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(desk.calls).toEqual([]);
  });
});
