/**
 * Canaries of a whole scenario, searched for in every file and row of a real stack, its logs, letters, metrics and
 * processes. With LIAISE_TEST_CLUSTER=1, the stack is the topology of production, with TLS.
 */

import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { readDraft, saveDraft } from '../../client/workspace/drafts.ts';
import { startClusterOnOwnPorts } from '../../dev/cluster/start-cluster.ts';
import { openDemoContext } from '../../dev/demo-context.ts';
import { runReferral } from '../../dev/demo-steps.ts';
import { urlAs } from '../../dev/postgres.ts';
import { type Stack, startStackOnOwnPorts } from '../../dev/stack.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';
import { personOf } from '../support/people.ts';
import { ENTERED, enterCanaries } from './enter-canaries.ts';

const isCluster = process.env['LIAISE_TEST_CLUSTER'] === '1';

/** Particulars of dev/demo-report.xml, and texts that people and systems enter. */
const CANARIES = [
  ...['evening-room-7', 'midnight_otter', '192.0.2.44', 'lantern-user-48213', 'trust@lantern.example', 'Rowena'],
  ...['would meet the child', 'went on for eleven days', 'Which time zone are the log entries in'],
  ...['All entries are in UTC', 'Deciding on acceptance', 'Another recipient handles the case'],
  'the blue lantern of a draft',
  ...Object.values(ENTERED),
];

/** Each canary as it is, in base64 at each of three offsets, and in hexadecimal. */
function formsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      // Without the characters that also depend on what stands before and after.
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
  return [canary, bytes.toString('hex'), ...base64];
}

function canariesIn(content: Buffer | string): string[] {
  const bytes = Buffer.from(content);
  return CANARIES.filter((canary) => formsOf(canary).some((form) => bytes.includes(form)));
}

test('the search finds a canary in each form', () => {
  for (const canary of CANARIES) {
    for (const padding of ['', 'x', 'xy']) {
      const text = `${padding}${canary}, and more.`;
      expect(canariesIn(text), canary).toEqual([canary]);
      expect(canariesIn(Buffer.from(text).toString('base64')), canary).toEqual([canary]);
      expect(canariesIn(Buffer.from(text).toString('hex')), canary).toEqual([canary]);
    }
  }
});

test('none is in a file, row, log line, letter, metric or process argument', async () => {
  const folder = await testFolder();
  const output = vi.spyOn(console, 'log').mockImplementation(() => {});
  const lines: string[] = [];
  const commands = watchCommands();
  const start = isCluster ? startClusterOnOwnPorts : startStackOnOwnPorts;
  const stack = await start({ folder, progress: () => {}, log: (line) => void lines.push(line) });
  atEnd(stack.stop);
  const reference = await runReferral(stack, 'dev/demo-report.xml', join(folder, 'proofs'));
  await saveOneDraft(stack);
  const owner = new Client({ connectionString: urlAs(stack.environment['LIAISE_DATABASE_URL'] ?? '', 'liaise_owner') });
  await owner.connect();
  await enterCanaries(stack, reference, () => owner.query('DELETE FROM session'));
  output.mockRestore();
  const [metrics, pagesMetrics] = await Promise.all(
    [stack.worker.observe, stack.pagesObserve].map(async (url) => (await fetch(`${url}/metrics`)).text()),
  );
  const processes = commands.stop();
  const tables = await rowsOf(owner);
  await owner.end();
  const letters = stack.mail.letters().map(({ subject, text, html }) => `${subject}\n${text}\n${html}`);
  // Everything is on disk when the servers have stopped.
  await stack.stop();
  const files = globSync(join(folder, '**/*')).filter((path) => statSync(path).isFile());
  const found = files.flatMap((path) => canariesIn(readFileSync(path)).map((canary) => `${path}: ${canary}`));
  expect(found).toEqual([]);
  // PostgreSQL compresses long values, so that a search in its files does not find them.
  const inRows = Object.entries(tables).flatMap(([table, rows]) => canariesIn(rows).map((each) => `${table}: ${each}`));
  expect(inRows).toEqual([]);
  expect(canariesIn(processes.join('\n'))).toEqual([]);
  expect(canariesIn([...lines, metrics, pagesMetrics, ...letters].join('\n'))).toEqual([]);

  // The search reads the right places: what may be there is found.
  const holds = (part: string, text: string) =>
    files.some((path) => path.includes(part) && readFileSync(path).includes(text));
  expect(holds('/postgres/', reference)).toBe(true);
  expect(holds(isCluster ? '/postgres/' : '/temporal.db', 'referral/')).toBe(true);
  expect(holds('/letters/', reference)).toBe(true);
  expect(holds('/proofs/', reference)).toBe(true);
  expect(tables['referral']).toContain(reference);
  expect(tables['kept_form']).toContain('quinn.quartz');
  for (const ready of ['Worker', 'Server', 'Sealer', 'Witness']) expect(lines.join('\n')).toContain(`${ready} ready`);
  expect(letters.length).toBeGreaterThan(5);
  expect(processes.filter((command) => command.includes(folder)).length).toBeGreaterThan(1);
  expect(metrics).toContain('liaise_');
  expect(pagesMetrics).toContain('liaise_');
}, 240_000);

/** Collects the arguments of all processes of this machine until `stop`. */
function watchCommands(): { stop(): string[] } {
  const seen = new Set<string>();
  const look = () => {
    for (const path of globSync('/proc/[0-9]*/cmdline')) seen.add(readable(path));
  };
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return [...seen];
    },
  };
}

/** All rows of each table, as JSON. */
async function rowsOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const tables: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} AS t`);
    tables[name] = found.map(({ row }) => JSON.stringify(row)).join('\n');
  }
  return tables;
}

/** As the form of a new referral saves it. */
async function saveOneDraft(stack: Stack): Promise<void> {
  const { pages, config, close } = openDemoContext(stack);
  const deps = { db: pages, keyring: config.keyring };
  const person = await personOf(pages, 'quinn.quartz');
  const { id } = await saveDraft(deps, person, { step: 'what', content: { summary: 'the blue lantern of a draft' } });
  expect(await readDraft(deps, person, id)).toMatchObject({ content: { summary: 'the blue lantern of a draft' } });
  await close();
}

/** A process may end while it is read. */
function readable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
