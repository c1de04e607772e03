/** The page of log alarms: raised on the overview, listed and acknowledged by supervisors of the coordinating agency. */

import { beforeAll, expect, test } from 'vitest';
import { replaceDirectory } from '../../../../prisma/store/directory.ts';
import { testDatabase } from '../../../support/database.ts';
import { NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { alwaysOpenSeed } from '../../../support/seed.ts';

let desk: TestDesk;
const ids: bigint[] = [];

beforeAll(async () => {
  const database = await testDatabase();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  desk = await testDesk(undefined, { ...NO_ADDRESSES, database });
  for (const [kind, detail] of [
    ['not-witnessed', 'Detail 1'],
    ['not-witnessed', 'Detail 2'],
    ['forked', 'Detail 3'],
  ] as const) {
    ids.push((await database.owner.logAlarm.create({ data: { kind, detail } })).id);
  }
});

test('the overview of the coordinating agency leads to them, and no other', async () => {
  const { body } = await (await desk.browser('ines.rowan')).get('/now');
  expect(body).toContain('3 alertes du journal d’audit ne sont pas acquittées');
  expect(body).toContain('href="/log-alarms"');
  const other = await desk.browser('eero.alder');
  expect((await other.get('/now')).body).not.toContain('/log-alarms');
  expect((await other.get('/log-alarms')).statusCode).toBe(403);
  expect((await other.post('/log-alarms/1/acknowledge')).statusCode).toBe(403);
});

test('the overview has the line of alarms also if there is none, so that a new one moves no row', async () => {
  const { body } = await (await (await testDesk()).browser('ines.rowan')).get('/now');
  expect(body).toMatch(/<p class="govuk-body"><strong[^>]*>0<\/strong> <a href="\/log-alarms">/);
});

test('acknowledging one acknowledges the earlier ones of its kind, with person and time', async () => {
  const ines = await desk.browser('ines.rowan');
  const { body } = await ines.get('/log-alarms');
  expect(body).toContain('Des entrées du journal d’audit ne sont pas celles qui ont été signées.');
  expect((await ines.post(`/log-alarms/${ids[1]}/acknowledge`)).headers.location).toBe('/log-alarms');
  const after = (await ines.get('/log-alarms')).body;
  expect(after.match(/\/acknowledge/g)).toHaveLength(1);
  expect(after.match(/Ines Rowan, <time/g)).toHaveLength(2);
  expect((await ines.get('/now')).body).toContain('Une alerte du journal d’audit n’est pas acquittée');
  expect((await ines.post('/log-alarms/x/acknowledge')).statusCode).toBe(422);
});
