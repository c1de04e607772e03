/** A report and the details of its files are one referral, with the CyberTipline number as its origin reference. */

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileDetails } from '../../domain/exchange/cybertipline/file-details.ts';
import { anH1Submission } from '../engine/recorded-acts.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

const CHAT = join(import.meta.dirname, '../../domain/exchange/files/chat.xml');

let desk: RecordingEngine;
let folder: string;

beforeAll(async () => {
  desk = await recordingEngine();
  folder = mkdtempSync(join(tmpdir(), 'liaise-submit-files-'));
  copyFileSync(CHAT, join(folder, '12345678.xml'));
  for (let n = 1; n <= 12; n++) writeFileSync(join(folder, `details-${n}.xml`), fileDetails(n, '12345678'));
  writeFileSync(join(folder, 'other.xml'), fileDetails(1, '999'));
  writeFileSync(join(folder, 'damaged.xml'), fileDetails(1, '12345678').replace(/<fileId>.*<\/fileId>/, ''));
  writeFileSync(join(folder, 'referral.json'), JSON.stringify(anH1Submission()));
});
beforeEach(() => void desk.calls.splice(0));
afterAll(() => rmSync(folder, { recursive: true }));

function submit(names: readonly string[], options = '') {
  const files = names.map((name) => join(folder, name)).join(' ');
  return runCommand(`submit --file ${files} --as quinn.quartz ${options}`, { services: desk.services });
}

const twelve = Array.from({ length: 12 }, (_, n) => `details-${n + 1}.xml`);

describe('a report with twelve file details', () => {
  test('is one referral with one loss report, which names the files', async () => {
    const { status, out } = await submit(['12345678.xml', ...twelve]);
    expect(status).toBe(0);
    expect(desk.calls).toHaveLength(1);
    expect(desk.calls[0]?.request).toMatchObject({
      originReferences: [{ system: 'cybertipline', id: '12345678' }],
      materials: { length: 12 },
    });
    expect(out).toMatch(/^details-12\.xml +\d+ +fileDetails\[12\]\/fileName/m);
    expect(JSON.stringify(desk.calls[0]?.loss)).not.toContain('details-12.xml');
  });

  test('has the same key in any order, and another key with another report number', async () => {
    await submit(['12345678.xml', 'details-1.xml', 'details-2.xml']);
    await submit(['details-2.xml', 'details-1.xml', '12345678.xml']);
    await submit(['12345678.xml', 'details-1.xml', 'details-2.xml'], '--report-id 12345678');
    const [first, second, third] = desk.calls.map(({ key }) => key);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('the report number', () => {
  test('is given', async () => {
    await submit(['12345678.xml'], '--report-id 4711');
    expect(desk.calls[0]?.request).toMatchObject({ originReferences: [{ system: 'cybertipline', id: '4711' }] });
  });

  test('is the name of the file', async () => {
    await submit(['12345678.xml'], '--report-id-from-name');
    expect(desk.calls[0]?.request).toMatchObject({ originReferences: [{ system: 'cybertipline', id: '12345678' }] });
  });

  test('is not taken from the name unless that is asked for', async () => {
    await submit(['12345678.xml']);
    expect(desk.calls[0]?.request).toMatchObject({ originReferences: [] });
  });

  test.each([
    [['12345678.xml'], '--report-id 47a', 'The report number must be 1 to 19 digits.'],
    [['details-1.xml'], '--report-id 9', 'details-1.xml is about a file of another report'],
    [['other.xml'], '--report-id-from-name', 'other.xml has no report number as its name.'],
    [['referral.json'], '--report-id 12', 'A report number cannot be given with a referral in JSON'],
    [['12345678.xml'], '--report-id 12 --report-id-from-name', 'cannot be used with'],
  ])('%s with %s is refused', async (names, options, message) => {
    const { status, err } = await submit(names, options);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    expect(desk.calls).toEqual([]);
  });
});

describe('files that cannot be one referral are refused by name', () => {
  test.each([
    [['12345678.xml', 'details-1.xml', 'other.xml'], /other\.xml is about a file of another report/],
    [['12345678.xml', 'damaged.xml'], /at line \d+, column \d+, damaged\.xml: fileDetails: expected fileId/],
    [['12345678.xml', 'referral.json'], /referral\.json is a referral in JSON\. Submit it without other files/],
    [['details-1.xml', 'missing.xml'], /There is no readable file at .*missing\.xml/],
  ])('%s', async (names, message) => {
    const { status, err } = await submit(names);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
    expect(desk.calls).toEqual([]);
  });
});
