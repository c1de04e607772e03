/** An operator announces maintenance or an outage of mail, and every page and the API show it until it ends. */

import { beforeAll, expect, test, vi } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { callerOf } from '../api/api-client.ts';
import { type CommandResult, runCommand } from '../cli/run-command.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

function type(line: string): Promise<CommandResult> {
  const { db, pages, keyring } = desk;
  const services = {
    db: pages,
    engineDb: db,
    readerDb: db,
    keyring,
    localIdentity: true,
  } as unknown as CliDependencies;
  return runCommand(line, { services });
}

/** Pages read announcements again after some seconds. */
function laterOn(): void {
  const now = performance.now() + 6_000;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

async function idsIn(path: string): Promise<string[]> {
  const caller = await callerOf(desk, 'quinn.quartz');
  return (await caller.get(path)).json().announcements.map(({ id }: { id: string }) => id);
}

test('they are shown on every page, in the language of the viewer, and by the API', async () => {
  const times = `--from ${at(1)} --to ${at(2)}`;
  const { out } = await type(`announce maintenance ${times} --as otto.rowan --json`);
  const [maintenance] = JSON.parse(out);
  expect(JSON.parse((await type('announce mail-outage --as otto.rowan --json')).out)).toMatchObject([
    { kind: 'mail-outage' },
    { kind: 'maintenance' },
  ]);
  const pages = [
    (await desk.browser('noor.rowan')).get('/triage'),
    (await desk.browser('noor.rowan')).get('/nowhere'),
    (await desk.browser('aino.alder')).get('/inbox'),
  ];
  for (const { body } of await Promise.all(pages)) {
    expect(body).toMatch(/Maintenance is announced|Eine Wartung|Une maintenance|Wartung angekündigt/);
  }
  const { body } = await desk.app.inject({ url: '/sign-in', headers: { 'accept-language': 'de' } });
  expect(body).toContain('eine Wartung angekündigt');
  expect(body).toContain('verspäten sich seit');
  expect(await idsIn('/status')).toHaveLength(2);

  expect((await type(`announce --withdraw ${maintenance.id} --as otto.rowan --json`)).status).toBe(0);
  expect(await type(`announce --withdraw ${maintenance.id} --as otto.rowan`)).toMatchObject({ status: 2 });
  laterOn();
  expect(await idsIn('/status')).not.toContain(maintenance.id);
  expect((await (await desk.browser('noor.rowan')).get('/triage')).body).not.toContain('Maintenance is announced');
  const rows = await desk.db.announcement.findMany({ where: { id: maintenance.id } });
  expect(rows).toMatchObject([{ announcedBy: 'otto.rowan', withdrawnBy: 'otto.rowan' }]);
});

test('what is over is shown no more', async () => {
  await desk.db.announcement.deleteMany({});
  const over = { kind: 'maintenance', startsAt: at(-2), endsAt: at(-1), announcedBy: 'otto.rowan' };
  await desk.db.announcement.create({ data: { id: crypto.randomUUID(), ...over } });
  expect((await type('announce')).out).toContain('Nothing is announced.');
});

test.each([
  ['a kind that does not exist', 'announce party --as otto.rowan', 2],
  ['maintenance without an end', 'announce maintenance --as otto.rowan', 2],
  ['an end before the beginning', `announce maintenance --from ${at(2)} --to ${at(1)} --as otto.rowan`, 2],
  ['an end in the past', `announce maintenance --from ${at(-2)} --to ${at(-1)} --as otto.rowan`, 2],
  ['a day without a time', 'announce mail-outage --from 2026-12-01 --as otto.rowan', 2],
  ['nobody who announces', 'announce mail-outage', 2],
])('%s is refused', async (_, line, status) => {
  expect(await type(line)).toMatchObject({ status });
  expect(await desk.db.announcement.count({ where: { withdrawnAt: null, endsAt: null } })).toBe(0);
});

test('an officer may not announce, and pages write no announcement', async () => {
  expect((await type('announce mail-outage --as noor.rowan')).err).toContain('ROLE_REQUIRED');
  const data = { id: crypto.randomUUID(), kind: 'mail-outage', startsAt: at(0), announcedBy: 'otto.rowan' };
  await expect(desk.pages.announcement.create({ data })).rejects.toThrow(/permission denied/);
});
