/** Mapping files on the command line: a trial run, and the submission of each case of a file. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ReferralError } from '../../../domain/errors.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

const MAPPING = 'docs/mappings/cases-csv.mapping.json';
const FILE = 'docs/mappings/cases.csv';
const UNUSABLE = 'case_number,summary\nEXAMPLE-1,\nEXAMPLE-2,An account.\n';

let desk: RecordingEngine;
let folder: string;

beforeAll(async () => {
  desk = await recordingEngine();
  folder = mkdtempSync(join(tmpdir(), 'liaise-mapping-'));
});
beforeEach(() => void desk.calls.splice(0));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('mapping try', () => {
  test('shows each case, the proposal of the rules and the loss report, without an installation', async () => {
    const { status, out } = await runCommand(`mapping try ${MAPPING} ${FILE}`);
    expect(status).toBe(0);
    expect(out).toMatch(/^Case 1 of 3, line 2:$/m);
    expect(out).toMatch(/^rules propose +urgent, investigation, FI/m);
    expect(out).toMatch(/^2 +remarks +kept as particulars only$/m);
    expect(out.endsWith('\nNothing was submitted.\n')).toBe(true);
  });

  test('prints JSON for programs', async () => {
    const { out } = await runCommand(
      'mapping try docs/mappings/clearing-house.mapping.json docs/mappings/clearing-house.json --json',
    );
    expect(JSON.parse(out)).toMatchObject({
      cases: [
        { line: 5, submission: { urgency: 'urgent' }, proposal: { verdict: 'clear' }, loss: expect.any(Array) },
        { line: 24, submission: { urgency: 'standard' } },
      ],
    });
  });

  test('shows a refused case beside the others, and fails', async () => {
    const { status, out, err } = await runCommand(`mapping try ${MAPPING} ${file('unusable.csv', UNUSABLE)}`);
    expect(status).toBe(2);
    expect(out).toContain('Case 1 of 2, line 2: refused: INVALID_INPUT: summary: is missing; it must be a text');
    expect(out).toContain('Case 2 of 2, line 3:\n');
    expect(err).toMatch(
      /^liaise: INVALID_INPUT: 1 of 2 cases were refused\. The first is at line 2: summary: is missing/,
    );
  });

  test('names the faults of a mapping file by their path', async () => {
    const wrong = file('wrong.json', '{"mapping": 1, "name": "x", "input": "csv", "fields": {"kind": {}}}');
    const { status, err } = await runCommand(`mapping try ${wrong} ${FILE}`);
    expect([status, err]).toEqual([
      2,
      'liaise: INVALID_INPUT: The mapping file is not valid: fields.kind: must have either "constant" or "from"\n',
    ]);
  });

  test('the format of mapping files is printed as a JSON Schema', async () => {
    const { out } = await runCommand('schema mapping');
    expect(JSON.parse(out)).toMatchObject({ required: ['mapping', 'name', 'input', 'fields'] });
  });
});

describe('submit --mapping', () => {
  const submit = (path: string, options = '') =>
    runCommand(`submit --file ${path} --mapping ${MAPPING} --as quinn.quartz ${options}`, { services: desk.services });

  test('submits each case with its loss report, and prints a result for each', async () => {
    const { status, out } = await submit(FILE);
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      'line 2: XR-2026-000123 is referred; opened r2. Values without a place of their own: 1.',
      'line 3: XR-2026-000123 is referred; opened r2. Values without a place of their own: 0.',
      'line 4: XR-2026-000123 is referred; opened r2. Values without a place of their own: 2.',
      '',
    ]);
    expect(desk.calls).toMatchObject([
      {
        request: { originReferences: [{ id: 'EXAMPLE-1' }] },
        loss: [{ path: 'remarks', line: 2, reason: 'kept-as-particulars-only' }],
      },
      { request: { originReferences: [{ id: 'EXAMPLE-2' }] } },
      { request: { originReferences: [{ id: 'EXAMPLE-3' }] } },
    ]);
  });

  test('the content of a case is its key, wherever it is: the same case twice is one referral', async () => {
    await submit(file('one.csv', 'case_number,summary\nEXAMPLE-1,An account.\nEXAMPLE-2,Another.\n'));
    await submit(file('two.csv', 'case_number,summary\nEXAMPLE-2,Another.\n'));
    const [one, two, again] = desk.calls.map(({ key }) => key);
    expect(again).toBe(two);
    expect(one).not.toBe(two);
  });

  test('a given key is numbered if there are several cases', async () => {
    await submit(FILE, '--key mine');
    expect(desk.calls.map(({ key }) => key)).toEqual(['mine-1', 'mine-2', 'mine-3']);
  });

  test('a refused case does not stop those after it', async () => {
    const { status, out, err } = await submit(file('unusable.csv', UNUSABLE), '--json');
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      cases: [
        { line: 2, result: 'refused', error: { code: 'INVALID_INPUT', field: 'summary' } },
        { line: 3, result: 'accepted', reference: 'XR-2026-000123', loss: [] },
      ],
      notSent: 0,
    });
    expect(JSON.parse(err).error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(desk.calls).toHaveLength(1);
  });

  test('without an answer of the engine, the rest is not sent', async () => {
    desk.refuse(new ReferralError('ENGINE_UNAVAILABLE', 'The engine did not answer in time.'));
    const { status, out } = await submit(FILE);
    expect(status).toBe(6);
    expect(out).toContain('2 cases were not sent. Run the command again: no case is submitted twice.');
    expect(desk.calls).toHaveLength(1);
  });

  test('a single case is shown with its loss report, and refused with its own message', async () => {
    const { out } = await submit(file('one.csv', 'summary,remarks\nAn account.,More.\n'));
    expect(out).toMatch(/^XR-2026-000123 is referred; opened r2\.\n\nElements without a place of their own:\n/);
    const { err } = await submit(file('none.csv', 'case_number,remarks\n7,More.\n'));
    expect(err).toMatch(/^liaise: INVALID_INPUT: summary: is missing; it must be a text\n/);
  });

  test('a rehearsal submits nothing', async () => {
    const { out } = await submit(FILE, '--dry-run');
    expect([out.endsWith('Nothing was submitted.\n'), desk.calls]).toEqual([true, []]);
  });

  test('takes one file, and no report number', async () => {
    expect((await submit(`${FILE} ${FILE}`)).err).toContain('Give one file with --mapping.');
    expect((await submit(FILE, '--report-id 7')).err).toContain('--report-id');
  });
});
