/** Canaries of a whole scenario, searched for in every file of a real stack, its logs, letters, metrics and processes. */

import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readDraft, saveDraft } from '../../client/workspace/drafts.ts';
import { openDemoContext } from '../../dev/demo-context.ts';
import { runReferral } from '../../dev/demo-steps.ts';
import { type Stack, startStackOnOwnPorts } from '../../dev/stack.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';
import { personOf } from '../support/people.ts';

/** Particulars of dev/demo-report.xml, and texts that the people of the demo enter. */
const CANARIES = [
  ...['evening-room-7', 'midnight_otter', '192.0.2.44', 'lantern-user-48213', 'trust@lantern.example', 'Rowena'],
  ...['would meet the child', 'went on for eleven days', 'Which time zone are the log entries in'],
  ...['All entries are in UTC', 'Deciding on acceptance', 'Another recipient handles the case'],
  'the blue lantern of a draft',
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

test('none is in a file, log line, letter, metric or process argument', async () => {
  const folder = await testFolder();
  const output = vi.spyOn(console, 'log').mockImplementation(() => {});
  const lines: string[] = [];
  const stack = await startStackOnOwnPorts({ folder, progress: () => {}, workerLog: (line) => void lines.push(line) });
  atEnd(stack.stop);
  const reference = await runReferral(stack, 'dev/demo-report.xml', join(folder, 'proofs'));
  await saveOneDraft(stack);
  output.mockRestore();
  const metrics = await (await fetch(`${stack.worker.observe}/metrics`)).text();
  const processes = globSync('/proc/[0-9]*/cmdline').map((path) => ({ path, content: readable(path) }));
  expect(processes.some(({ content }) => content.includes(folder))).toBe(true);
  const letters = stack.mail.letters().map(({ subject, text, html }) => `${subject}\n${text}\n${html}`);
  // Everything is on disk when the servers have stopped.
  await stack.stop();
  const files = globSync(join(folder, '**/*')).filter((path) => statSync(path).isFile());
  const found = files.flatMap((path) => canariesIn(readFileSync(path)).map((canary) => `${path}: ${canary}`));
  expect(found).toEqual([]);
  for (const { path, content } of processes) expect(canariesIn(content), path).toEqual([]);
  expect(canariesIn([...lines, metrics, ...letters].join('\n'))).toEqual([]);

  // The search reads the right places: what may be there is found.
  const holds = (part: string, text: string) =>
    files.some((path) => path.includes(part) && readFileSync(path).includes(text));
  expect(holds('/postgres/', reference)).toBe(true);
  expect(holds('/temporal.db', 'referral/')).toBe(true);
  expect(holds('/letters/', reference)).toBe(true);
  expect(holds('/proofs/', reference)).toBe(true);
  expect(lines.join('\n')).toContain('Worker ready');
  expect(letters.length).toBeGreaterThan(5);
  expect(metrics).toContain('liaise_');
}, 240_000);

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
