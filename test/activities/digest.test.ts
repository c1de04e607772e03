/** Digests over real SMTP and a real database: to whom, at which hour, once a day, and about what. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendDigests } from '../../activities/digest.ts';
import { createMailer, type Mailer, MailUnavailable } from '../../activities/mail.ts';
import { ROLES } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { saveReadMark } from '../../prisma/store/read-marks.ts';
import { testDatabase } from '../support/database.ts';
import { choice } from '../support/factories.ts';
import { aReferredCase, RECIPIENT_IN } from '../support/standing.ts';
import { storeCase } from '../support/stored.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const FINLAND = choice('fi-1').agencyId;

/** Past seven in Helsinki, five days after the referrals were made. */
const MORNING = new Date('2026-06-05T04:02:00.000Z');
const DAY_MS = 86_400_000;

let db: Database;
let server: MailServer;
let mailer: Mailer;

beforeEach(async () => {
  db = (await testDatabase()).db;
  await db.agency.create({
    data: { id: FINLAND, name: 'Birch Desk', country: 'FI', type: 'law-enforcement', coordinating: false },
  });
  server = await startMailServer();
  mailer = createMailer({
    ...{ host: '127.0.0.1', port: server.port, secure: false, timeout: 2_000 },
    ...{ from: 'Liaise <liaise@hub.example>', messageIdDomain: 'hub.example' },
  });
});

afterEach(async () => {
  mailer.close();
  await server.close();
});

async function person(id: string, more: { role?: string; digestHour?: number | null; zone?: string } = {}) {
  const { role = 'partner-officer', digestHour = 7, zone = 'Europe/Helsinki' } = more;
  const memberships = { create: { agencyId: FINLAND, role } };
  const email = `${id}@birch.example`;
  await db.person.create({ data: { id, name: id, email, language: 'en', zone, digestHour, memberships } });
}

const sendAt = (now: Date) => sendDigests({ db, mailer, publicUrl: 'https://hub.example', alive: () => {} }, now);

const received = () => server.mails.map(({ envelope }) => envelope.to[0]);

test('names what waits for the person and for the agency, overdue first, and nothing of anybody else', async () => {
  await person('maija');
  const silent = await storeCase(db, RECIPIENT_IN.unresponsive());
  const taken = aReferredCase();
  taken.act({ type: 'take' }, { kind: 'person', personId: 'maija', agencyId: FINLAND, roles: ['partner-officer'] });
  const mine = await storeCase(db, taken);
  const recalled = await storeCase(db, RECIPIENT_IN.recalled());
  const elsewhere = await storeCase(db, aReferredCase({}, ['SE']));
  await sendAt(MORNING);
  const parsed = server.mails[0]?.parsed;
  const text = parsed?.text ?? '';
  expect(parsed?.subject).toBe('[Liaise] 3 referrals waiting, 2 overdue');
  expect(text).toMatch(
    new RegExp(
      [
        `Waiting for you:\n- ${mine.referral.reference}: acknowledge the referral,\\s+overdue since [^-]*`,
        `Waiting for your agency:\n- ${silent.referral.reference}: acknowledge the referral,\\s+overdue since [^-]*`,
        `- ${recalled.referral.reference}: erase the recalled referral and confirm the erasure\n`,
      ].join(''),
    ),
  );
  expect(text).not.toContain(elsewhere.referral.reference);
  expect(text.match(/https:\S+/g)).toEqual(['https://hub.example/', 'https://hub.example/settings']);
});

test('can be turned off where its header says, and is in no thread', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  await sendAt(MORNING);
  const parsed = server.mails[0]?.parsed;
  const line = parsed?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line;
  expect(line).toBe('List-Unsubscribe: <https://hub.example/settings>');
  expect(parsed?.inReplyTo).toBeUndefined();
  expect(parsed?.headers.has('x-liaise-reference')).toBe(false);
});

test('tells of changes until they were seen', async () => {
  await person('maija');
  const { referral } = await storeCase(db, RECIPIENT_IN['outcome-reported']());
  const soon = new Date(Date.parse(referral.submittedAt) + DAY_MS / 2);
  await db.person.updateMany({ data: { digestHour: 20, zone: 'UTC' } });
  await sendAt(soon);
  expect(server.mails[0]?.parsed.text).toContain(`${referral.reference}: Referred`);
  await saveReadMark(db, { personId: 'maija', agencyId: FINLAND, referralId: referral.id }, referral.seq);
  await db.person.updateMany({ data: { digestSentAt: null } });
  expect(await sendAt(soon)).toEqual({ sent: 0, refused: 0 });
});

test('begins where the last one ended, however long ago that is', async () => {
  await person('maija', { digestHour: 20, zone: 'UTC' });
  const { referral } = await storeCase(db, RECIPIENT_IN['outcome-reported']());
  const changedAt = Date.parse(referral.submittedAt);
  await db.person.updateMany({ data: { digestSentAt: new Date(changedAt - 2 * DAY_MS) } });
  // Late by hours on that day, and the next on the hour.
  const evening = (days: number, hour: number) =>
    new Date(new Date(changedAt).setUTCHours(hour, 2, 0, 0) + days * DAY_MS);
  expect(await sendAt(evening(3, 20))).toEqual({ sent: 1, refused: 0 });
  expect(server.mails[0]?.parsed.text).toContain(`${referral.reference}: Referred`);
  expect(await sendAt(evening(4, 20))).toEqual({ sent: 0, refused: 0 });
});

test('comes at the hour of its reader, to those who want it and have work', async () => {
  await storeCase(db, aReferredCase());
  await person('helsinki');
  await person('lisbon', { zone: 'Europe/Lisbon' });
  await person('late', { digestHour: 8 });
  await person('off', { digestHour: null });
  for (const role of ROLES) await person(role, { role });
  await sendAt(MORNING);
  const wanted = ['helsinki', 'liaison-officer', 'partner-officer', 'supervisor'];
  expect(received().sort()).toEqual(wanted.map((id) => `${id}@birch.example`));
  await sendAt(new Date(MORNING.getTime() + 2 * 3_600_000));
  expect(received().slice(4).sort()).toEqual(['late@birch.example', 'lisbon@birch.example']);
});

test('comes once a day, later than its hour where the worker was away, and not in the evening', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  const hours = (count: number) => new Date(MORNING.getTime() + count * 3_600_000);
  expect(await sendAt(hours(8))).toEqual({ sent: 0, refused: 0 });
  expect(await sendAt(hours(24 + 3))).toEqual({ sent: 1, refused: 0 });
  expect(await sendAt(hours(24 + 4))).toEqual({ sent: 0, refused: 0 });
  expect(await sendAt(hours(48))).toEqual({ sent: 1, refused: 0 });
  const [first, second] = server.mails.map(({ parsed }) => parsed.messageId);
  expect(first).not.toBe(second);
});

test('is not looked for again on a day on which there was nothing to say', async () => {
  await person('maija');
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 0 });
  await storeCase(db, aReferredCase());
  expect(await sendAt(new Date(MORNING.getTime() + 3_600_000))).toEqual({ sent: 0, refused: 0 });
});

test('is the same message when a crash sends it again', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  await sendAt(MORNING);
  await db.person.updateMany({ data: { digestSentAt: null } });
  await sendAt(new Date(MORNING.getTime() + 3_600_000));
  const [first, again] = server.mails.map(({ parsed }) => parsed.messageId);
  expect(again).toBe(first);
});

test('is tried again where the mail server put it off, and given up where it refused', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  server.refuse('RCPT', 451);
  await expect(sendAt(MORNING)).rejects.toThrow(MailUnavailable);
  server.refuse('RCPT', 550);
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 1 });
  server.refuse('RCPT', undefined);
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 0 });
});
