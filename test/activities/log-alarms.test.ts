/** Letters about alarms of the audit log, over real SMTP: to every supervisor of the coordinating agency, once. */

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { sendLogAlarms } from '../../activities/log-alarms.ts';
import { createMailer, type Mailer, MailUnavailable } from '../../activities/mail.ts';
import { LOG_ALARM_KINDS } from '../../domain/audit/log-alarms.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { acknowledgeAlarms } from '../../prisma/store/log-alarms.ts';
import { connectAs, type TestDatabase, testDatabase } from '../support/database.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let database: TestDatabase;
let db: Database;
let server: MailServer;
let mailer: Mailer;

beforeEach(async () => {
  database = await testDatabase();
  db = connectAs(database.url, 'liaise_engine');
  server = await startMailServer();
  mailer = createMailer({
    ...{ host: '127.0.0.1', port: server.port, secure: false, timeout: 2_000 },
    ...{ from: 'Liaise <liaise@hub.example>', messageIdDomain: 'hub.example' },
  });
  onTestFinished(async () => {
    mailer.close();
    await server.close();
  });
  for (const [id, coordinating] of [
    ['desk', true],
    ['unit', false],
  ] as const) {
    await database.owner.agency.create({
      data: { id, name: id, country: 'FI', type: 'law-enforcement', coordinating },
    });
  }
  await person('ines', 'desk', 'supervisor', 'fr');
  await person('otto', 'desk', 'supervisor', 'de');
  await person('noor', 'desk', 'liaison-officer', 'en');
  await person('eero', 'unit', 'supervisor', 'en');
});

async function person(id: string, agencyId: string, role: string, language: string) {
  const memberships = { create: { agencyId, role } };
  const data = { id, name: id, email: `${id}@desk.example`, language, zone: 'Europe/Helsinki', memberships };
  await database.owner.person.create({ data });
}

const alarm = (kind: string) => database.owner.logAlarm.create({ data: { kind, detail: 'The log has 3 leaves.' } });
const send = () => sendLogAlarms({ db, mailer, publicUrl: 'https://hub.example', alive: () => {} });
const received = () => server.mails.map(({ envelope }) => envelope.to[0]).sort();

test('each supervisor of the coordinating agency gets one letter in the own language', async () => {
  await alarm('rolled-back');
  expect(await send()).toEqual({ sent: 2 });
  expect(received()).toEqual(['ines@desk.example', 'otto@desk.example']);
  const [french, german] = ['ines', 'otto'].map(
    (id) => server.mails.find(({ envelope }) => envelope.to[0] === `${id}@desk.example`)?.parsed,
  );
  expect(french?.subject).toBe('[Liaise] Alerte du journal d’audit');
  expect(german?.subject).toBe('[Liaise] Alarm des Protokolls');
  expect(german?.text).toContain('weniger Einträge als ein signierter Prüfpunkt');
  expect(german?.text).toContain('https://hub.example/log-alarms');
  expect(await send()).toEqual({ sent: 0 });
});

test('an alarm that repeats causes no further letter until it is acknowledged', async () => {
  const first = await alarm('not-witnessed');
  await send();
  const second = await alarm('not-witnessed');
  expect(await send()).toEqual({ sent: 0 });
  await acknowledgeAlarms(database.owner, first.id, 'ines');
  expect(await send()).toEqual({ sent: 2 });
  await acknowledgeAlarms(database.owner, second.id, 'ines');
  await alarm('forked');
  expect(await send()).toEqual({ sent: 2 });
});

test('a letter that could not be sent is sent by the next run', async () => {
  await alarm('forked');
  server.refuse('RCPT', 451);
  await expect(send()).rejects.toThrow(MailUnavailable);
  server.refuse('RCPT', undefined);
  expect(await send()).toEqual({ sent: 2 });
});

test('every kind has a letter', async () => {
  for (const kind of LOG_ALARM_KINDS) await alarm(kind);
  expect(await send()).toEqual({ sent: 2 * LOG_ALARM_KINDS.length });
});
