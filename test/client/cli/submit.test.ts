/** A file becomes one referral, and the output lists the parts that were not understood. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anH1Submission } from '../engine/recorded-acts.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

const REPORT = join(import.meta.dirname, '../../domain/exchange/files/chat.xml');

let desk: RecordingEngine;
let folder: string;

beforeAll(async () => {
  desk = await recordingEngine();
  folder = mkdtempSync(join(tmpdir(), 'liaise-submit-'));
});
beforeEach(() => void desk.calls.splice(0));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const submit = (path: string, options = '') =>
  runCommand(`submit --file ${path} --as quinn.quartz ${options}`, { services: desk.services });

describe('a report file', () => {
  test('is submitted, and its loss report is shown', async () => {
    const { status, out } = await submit(REPORT);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^XR-2026-000123 is referred; opened r2\.\n\nRead with the CyberTipline schema 2025-11\.\nElements without a place of their own:\n/,
    );
    const [call] = desk.calls;
    expect(call?.request).toMatchObject({ kind: 'case-referral' });
    expect(call?.loss).toContainEqual(expect.objectContaining({ path: expect.stringContaining('report/') }));
  });

  test('has its content as key, so that the same file twice is one referral', async () => {
    await submit(REPORT);
    await submit(file('copy.dat', readFileSync(REPORT)));
    const key = createHash('sha256').update(readFileSync(REPORT)).digest('hex');
    expect(desk.calls.map((call) => call.key)).toEqual([key, key]);
  });

  test('may have another key', async () => {
    const { out } = await submit(REPORT, '--key mine --json');
    expect(JSON.parse(out)).toMatchObject({ reference: 'XR-2026-000123', key: 'mine' });
    expect(desk.calls).toMatchObject([{ key: 'mine' }]);
  });

  test('with an element that the schema lacks is submitted, and the loss report lists it', async () => {
    const newer = file('newer.xml', readFileSync(REPORT, 'utf8').replace('</report>', '<other>x</other></report>'));
    const { status, out } = await submit(newer);
    expect(status).toBe(0);
    expect(out).toMatch(/report\/other +not in the schema of 2025-11; kept as/);
    expect((await submit(newer, '--strict')).err).toContain('this element is not known here');
  });

  test('that its schema refuses is refused with line and reason, every fault on a line', async () => {
    const damaged = readFileSync(REPORT, 'utf8').replace(/<incidentType>[^<]*/, '<incidentType>Nothing known');
    const { status, err } = await submit(
      file('damaged.xml', damaged.replace('</report>', '<other/></report>')),
      '--strict',
    );
    expect(status).toBe(2);
    expect(err).toMatch(/^liaise: INVALID_REPORT: The report was refused at line \d+, column \d+, report/);
    expect(err.match(/\n {2}line \d+/g)).toHaveLength(2);
    expect(err).not.toContain('Nothing known');
    expect(desk.calls).toEqual([]);
  });
});

describe('a referral in our own form', () => {
  test('is submitted as it is', async () => {
    const { status, out } = await submit(file('referral.json', JSON.stringify(anH1Submission())));
    expect([status, out]).toEqual([0, expect.stringContaining('Everything in the file has a place in the referral.')]);
    expect(desk.calls).toMatchObject([{ request: anH1Submission(), loss: [] }]);
  });

  test('is refused by field, and never repeated', async () => {
    const { status, err } = await submit(file('wrong.json', '{"kind":"secret-word","crimeAreas":["other"]}'), '--json');
    expect(status).toBe(2);
    expect(JSON.parse(err).error).toMatchObject({ code: 'INVALID_INPUT', field: 'kind' });
    expect(err).not.toContain('secret-word');
  });
});

describe('anything else', () => {
  test('an image is refused by kind', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const { status, err } = await submit(file('report.xml', png));
    expect(status).toBe(2);
    expect(err).toContain('liaise: MATERIAL_REFUSED: ');
  });

  test('a file that is not there', async () => {
    const { status, err } = await submit('nowhere.xml');
    expect([status, err]).toEqual([2, 'liaise: INVALID_INPUT: There is no readable file at nowhere.xml.\n']);
  });

  test('a country database that is none', async () => {
    const { status, err } = await submit(REPORT, `--ip-database ${REPORT}`);
    expect([status, err]).toEqual([
      2,
      'liaise: INVALID_INPUT: The country database cannot be read as MMDB. Check the path in --ip-database.\n',
    ]);
  });
});

describe('a rehearsal', () => {
  test('shows what was read, what was not, and the proposal of the rules, without an installation', async () => {
    const { status, out } = await runCommand(`submit --file ${REPORT} --as quinn.quartz --dry-run`);
    expect(status).toBe(0);
    expect(out).toMatch(/^kind +case-referral$/m);
    expect(out).toMatch(/^rules propose +\S+, investigation/m);
    expect(out).toContain('Elements without a place of their own:');
    expect(out.endsWith('\nNothing was submitted.\n')).toBe(true);
  });

  test('says that most reports name no country if no country database is named', async () => {
    const addressed = file(
      'addressed.xml',
      readFileSync(REPORT, 'utf8').replace(/192\.0\.2\.\d+|<ipAddress>[^<]*/, '<ipAddress>8.8.8.8'),
    );
    const { out } = await runCommand(`submit --file ${addressed} --as quinn.quartz --dry-run`);
    expect(out).toContain('no country database for IP addresses is installed');
    expect(out).toContain('--ip-database');
  });

  test('for programs is the submission itself', async () => {
    const { out } = await runCommand(`submit --file ${REPORT} --as quinn.quartz --dry-run --json`);
    expect(JSON.parse(out)).toMatchObject({
      submission: { kind: 'case-referral', crimeAreas: expect.any(Array) },
      proposal: { capability: 'investigation' },
      loss: expect.arrayContaining([{ line: 7, path: expect.stringContaining('report/'), reason: expect.any(String) }]),
    });
  });
});
