/** An operator announces maintenance or an outage of mail, and every page and the API show it until it ends. */

import { DateTime } from 'luxon';
import { beforeAll, expect, test, vi } from 'vitest';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { callerOf, codeOf } from '../api/api-client.ts';
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

test('a supervisor announces on the page, every person sees it at once, and an administrator ends it', async () => {
  await desk.db.announcement.deleteMany({});
  await desk.db.person.updateMany({ where: { id: { in: ['ines.rowan', 'aino.alder'] } }, data: { language: 'en' } });
  const [ines, karl] = [await desk.browser('ines.rowan'), await desk.browser('karl.rowan')];
  const local = (hours: number) => DateTime.now().setZone(ZONE).plus({ hours }).toFormat("yyyy-MM-dd'T'HH:mm");
  const { zone: ZONE } = await desk.db.person.findUniqueOrThrow({ where: { id: 'ines.rowan' } });
  const announced = await ines.post('/announcements', { kind: 'maintenance', from: local(1), to: local(2) });
  expect(announced.headers.location).toBe('/announcements?saved');
  const [row] = await desk.db.announcement.findMany();
  expect(row).toMatchObject({ kind: 'maintenance', announcedBy: 'ines.rowan' });
  expect(row?.startsAt.toISOString().slice(0, 15)).toBe(at(1).slice(0, 15));
  expect((await (await desk.browser('aino.alder')).get('/inbox')).body).toContain('Maintenance is announced');
  const id = String(row?.id);
  expect((await karl.get('/announcements')).body).toContain(`value="${id}"`);
  expect((await karl.post('/announcements/withdraw', { id })).statusCode).toBe(303);
  expect((await karl.get('/announcements')).body).toMatch(
    /Nothing is announced|Nichts ist angekündigt|Rien n’est annoncé/,
  );
  expect(await desk.db.announcement.findMany()).toMatchObject([{ withdrawnBy: 'karl.rowan' }]);
});

test.each([
  ['kind', {}],
  ['from', { kind: 'mail-outage', from: 'soon' }],
  ['to', { kind: 'maintenance' }],
  ['to', { kind: 'maintenance', to: '2026-01-01T10:00' }],
])('the page names the field %s of a wrong announcement: %j', async (field, typed) => {
  const { statusCode, body } = await (await desk.browser('ines.rowan')).post('/announcements', { ...typed });
  expect(statusCode).toBe(422);
  expect(body).toContain(`href="#f-${field}"`);
});

test('by API, an announcement is made and withdrawn under the same rules', async () => {
  await desk.db.announcement.deleteMany({});
  const [otto, other] = [await callerOf(desk, 'otto.rowan'), await callerOf(desk, 'eero.alder')];
  const outage = { kind: 'mail-outage' };
  expect(codeOf(await other.post('/announcements', outage))).toBe('ROLE_REQUIRED');
  expect(codeOf(await otto.post('/announcements', { kind: 'maintenance' }))).toBe('INVALID_INPUT');
  const { announcements } = (await otto.post('/announcements', outage)).json();
  expect(announcements).toMatchObject([outage]);
  const path = `/announcements/${announcements[0].id}/withdraw`;
  expect(codeOf(await other.post(path))).toBe('ROLE_REQUIRED');
  expect((await otto.post(path)).json()).toEqual({ announcements: [] });
  expect(codeOf(await otto.post(path))).toBe('INVALID_INPUT');
});

test('an officer, and a supervisor of another agency, may not announce', async () => {
  for (const person of ['noor.rowan', 'eero.alder']) {
    expect((await type(`announce mail-outage --as ${person}`)).err).toContain('ROLE_REQUIRED');
  }
  expect((await (await desk.browser('eero.alder')).post('/announcements', { kind: 'mail-outage' })).statusCode).toBe(
    403,
  );
});

test('the database refuses announcements of other agencies, and changes of what was announced', async () => {
  const data = { id: crypto.randomUUID(), kind: 'mail-outage', startsAt: at(0), announcedBy: 'eero.alder' };
  const add = () => desk.pages.announcement.create({ data });
  await expect(asAgency('fi-alder', async () => await add())).rejects.toThrow(/row-level security/);
  await asAgency('xr-desk', async () => await add());
  const change = () => desk.pages.announcement.updateMany({ data: { kind: 'maintenance' } });
  await expect(asAgency('xr-desk', async () => await change())).rejects.toThrow(/permission denied/);
});
