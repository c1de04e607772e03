/** A folder of reports: a result for each file, stopped in the middle and run again without duplicates. */

import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processIo } from '../../../client/cli/io.ts';
import { openReader } from '../../../client/queries/read.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { parseKeyring } from '../../../domain/keyring.ts';
import { fileDetails } from '../../domain/exchange/cybertipline/file-details.ts';
import { type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { runCommand } from './run-command.ts';

const REPORT = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');
/** Referrals of the folder. One of its reports is there twice. */
const REPORTS = 20;

let liaise: TestEngine;
let root: string;
let folder: string;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  root = mkdtempSync(join(tmpdir(), 'liaise-folder-'));
  folder = join(root, 'reports');
  mkdirSync(join(folder, 'details'), { recursive: true });
  const utf16 = Buffer.from(`\uFEFF${REPORT.replace(/^<\?xml.*?\?>/, '')}`, 'utf16le');
  for (const copy of ['a', 'b']) writeFileSync(join(folder, `copy-${copy}.xml`), utf16);
  for (let n = 1; n < REPORTS; n++) {
    writeFileSync(join(folder, `${9_000 + n}.xml`), REPORT.replace('after-school', `room ${n}`));
    writeFileSync(join(folder, 'details', `${n}.xml`), fileDetails(n, String(9_000 + n)));
  }
  writeFileSync(join(folder, 'damaged.xml'), '<report><reporter/></report>');
  writeFileSync(join(folder, 'notes.txt'), 'Not a report.');
});
afterAll(() => rmSync(root, { recursive: true }));

const keyring = () => parseKeyring(JSON.stringify(liaise.keys));

function services(engine = liaise.engine) {
  const { db, pages, temporal } = liaise;
  const reader = openReader({ db: pages, keyring: keyring() });
  const databases = { db: pages, engineDb: db, readerDb: db };
  return {
    ...{ engine, reader, ...databases, keyring: keyring(), temporal, policies: defaultPolicies, localIdentity: true },
  };
}

function run(engine = liaise.engine, interrupt?: AbortSignal) {
  const line = `submit --folder ${folder} --report-id-from-name --as quinn.quartz --json`;
  return runCommand(line, { services: services(engine), ...(interrupt && { interrupt }) });
}

interface Result {
  file: string;
  result: string;
  reference?: string;
  code?: string;
  reason?: string;
}

test('a run that is stopped in the middle is continued by the same command, and nothing is submitted twice', async () => {
  let sent = 0;
  const interrupt = new AbortController();
  const stopping: typeof liaise.engine = {
    ...liaise.engine,
    submit: (...given) => {
      sent += 1;
      if (sent === 7) interrupt.abort();
      return liaise.engine.submit(...given);
    },
  };
  const first = await run(stopping, interrupt.signal);
  expect(first.status).toBe(2);
  const stopped = await liaise.db.referral.count();
  expect([stopped > 0, stopped < REPORTS]).toEqual([true, true]);
  const { accepted = 0, same = 0, 'not-sent': notSent } = JSON.parse(first.out).counts;
  expect(notSent).toBeGreaterThan(0);
  expect(first.err).toMatch(new RegExp(`The submission was stopped\\. Files .*not sent: ${notSent}\\. `));
  expect(first.err).toContain('Run the command again to continue: nothing is submitted twice.');
  // Files that were not sent are no progress.
  expect(accepted + same).toBeLessThan(2 * REPORTS);
  expect(first.err).not.toContain(`${REPORTS + 2} of ${REPORTS + 2} referrals`);

  let attempts = 0;
  const unavailableOnce: typeof liaise.engine = {
    ...liaise.engine,
    submit: async (...given) => {
      attempts += 1;
      if (attempts === 1) throw new ReferralError('ENGINE_UNAVAILABLE', 'No answer.');
      return liaise.engine.submit(...given);
    },
  };
  const { status, out, err } = await run(unavailableOnce);
  expect(await liaise.db.referral.count()).toBe(REPORTS);
  const { results, counts }: { results: Result[]; counts: unknown } = JSON.parse(out);
  expect([status, counts]).toEqual([2, { accepted: 2 * REPORTS - 1, same: 1, refused: 1, 'left-out': 1 }]);
  const of = (name: string) => results.find(({ file }) => file === name);
  expect(of('notes.txt')).toMatchObject({ result: 'left-out', reason: expect.stringContaining('neither') });
  expect(of('damaged.xml')).toMatchObject({ result: 'refused', code: 'INVALID_REPORT' });
  const pair = [of('copy-a.xml'), of('copy-b.xml')];
  expect(pair.map((each) => each?.result).sort()).toEqual(['accepted', 'same']);
  expect(pair[0]?.reference).toBe(pair[1]?.reference);
  expect(of(join('details', '7.xml'))?.reference).toBe(of('9007.xml')?.reference);
  expect(err).toContain(`${REPORTS + 2} of ${REPORTS + 2} referrals`);
  expect(err).toContain('Files refused: 1. The results are in ');
  expect(err).toContain('Correct the refused files and run the command again: nothing is submitted twice.');
  const written = readFileSync(`${folder}.results.jsonl`, 'utf8').trim().split('\n');
  expect(written).toHaveLength(results.length);
});

test('if the engine does not answer, the remaining files are not sent', async () => {
  const unavailable: typeof liaise.engine = {
    ...liaise.engine,
    submit: async () => {
      throw new ReferralError('ENGINE_UNAVAILABLE', 'No answer.');
    },
  };
  const { out, status } = await run(unavailable);
  expect([status, JSON.parse(out).counts]).toEqual([6, { 'not-sent': 2 * REPORTS + 1, 'left-out': 1 }]);
});

test.each([
  ['--folder D --file report.xml', 'cannot be used with'],
  ['--folder D --mapping M', 'cannot be used with'],
  ['', 'Name the files with --file, or a folder with --folder.'],
  ['--folder missing', 'There is no readable folder'],
])('submit %s is refused', async (options, message) => {
  const { status, err } = await runCommand(`submit ${options} --as quinn.quartz`, { services: services() });
  expect([status, err]).toEqual([2, expect.stringContaining(message)]);
});

test('Ctrl+C is passed to the command, and a second one ends the process', () => {
  const own = Object.assign(new EventEmitter(), { stdin: {}, stdout: {}, stderr: {} }) as unknown as NodeJS.Process;
  let stops = 0;
  const undo = processIo(own).onInterrupt(() => {
    stops += 1;
  });
  own.emit('SIGINT');
  expect([stops, own.listenerCount('SIGINT')]).toEqual([1, 0]);
  undo();
});
