/** Digests over real SMTP and a real database: their readers, their hour, their frequency and their content. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendDigests } from '../../activities/digest.ts';
import { createMailer, type Mailer, MailUnavailable } from '../../activities/mail.ts';
import { ROLES } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { saveReadMark } from '../../prisma/store/read-marks.ts';
import { aReferredCase, RECIPIENT_IN } from '../support/cases-by-status.ts';
import { testDatabase } from '../support/database.ts';
import { COORDINATOR, choice } from '../support/factories.ts';
import { storeCase } from '../support/store-case.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const FINLAND = choice('fi-1').agencyId;

/** Shortly after seven in Helsinki, five days after the referrals were submitted. */
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

interface ReaderOptions {
  agencyId?: string;
  role?: string;
  digestHour?: number | null;
  zone?: string;
}

async function person(id: string, more: ReaderOptions = {}) {
  const { agencyId = FINLAND, role = 'partner-officer', digestHour = 7, zone = 'Europe/Helsinki' } = more;
  const memberships = { create: { agencyId, role } };
  const email = `${id}@birch.example`;
  await db.person.create({ data: { id, name: id, email, language: 'en', zone, digestHour, memberships } });
}

const sendAt = (now: Date) => sendDigests({ db, mailer, publicUrl: 'https://hub.example', alive: () => {} }, now);

const received = () => server.mails.map(({ envelope }) => envelope.to[0]);

test('lists tasks of the reader and of the agency, overdue ones first, and no tasks of other agencies', async () => {
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

test('lists closures to propose, which have no deadline', async () => {
  const name = { id: COORDINATOR, name: 'Rowan Desk', country: 'NL', type: 'law-enforcement', coordinating: true };
  await db.agency.create({ data: name });
  await person('noor', { agencyId: COORDINATOR, role: 'liaison-officer' });
  const { referral } = await storeCase(db, RECIPIENT_IN['outcome-reported']());
  await sendAt(MORNING);
  expect(server.mails[0]?.parsed.text).toContain(`- ${referral.reference}: propose the closure\n`);
});

test('names in a header where it can be turned off, and belongs to no thread', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  await sendAt(MORNING);
  const parsed = server.mails[0]?.parsed;
  const line = parsed?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line;
  expect(line).toBe('List-Unsubscribe: <https://hub.example/settings>');
  expect(parsed?.inReplyTo).toBeUndefined();
  expect(parsed?.headers.has('x-liaise-reference')).toBe(false);
});

test('lists changes until the reader has seen them', async () => {
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

test('covers the whole time since the previous one', async () => {
  await person('maija', { digestHour: 20, zone: 'UTC' });
  const { referral } = await storeCase(db, RECIPIENT_IN['outcome-reported']());
  const changedAt = Date.parse(referral.submittedAt);
  await db.person.updateMany({ data: { digestSentAt: new Date(changedAt - 2 * DAY_MS) } });
  // The first is sent hours late, and the next one on time.
  const evening = (days: number, hour: number) =>
    new Date(new Date(changedAt).setUTCHours(hour, 2, 0, 0) + days * DAY_MS);
  expect(await sendAt(evening(3, 20))).toEqual({ sent: 1, refused: 0 });
  expect(server.mails[0]?.parsed.text).toContain(`${referral.reference}: Referred`);
  expect(await sendAt(evening(4, 20))).toEqual({ sent: 0, refused: 0 });
});

test('is sent at the hour of the reader, to everyone who wants it and has tasks', async () => {
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

test('is sent once a day, later if no worker ran at its hour, but not in the evening', async () => {
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

test('is not prepared again on a day on which it would have been empty', async () => {
  await person('maija');
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 0 });
  await storeCase(db, aReferredCase());
  expect(await sendAt(new Date(MORNING.getTime() + 3_600_000))).toEqual({ sent: 0, refused: 0 });
});

test('has the same Message-ID if it is sent again after a crash', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  await sendAt(MORNING);
  await db.person.updateMany({ data: { digestSentAt: null } });
  await sendAt(new Date(MORNING.getTime() + 3_600_000));
  const [first, again] = server.mails.map(({ parsed }) => parsed.messageId);
  expect(again).toBe(first);
});

test('is retried if the mail server defers it, and given up if the server rejects it', async () => {
  await person('maija');
  await storeCase(db, aReferredCase());
  server.refuse('RCPT', 451);
  await expect(sendAt(MORNING)).rejects.toThrow(MailUnavailable);
  server.refuse('RCPT', 550);
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 1 });
  server.refuse('RCPT', undefined);
  expect(await sendAt(MORNING)).toEqual({ sent: 0, refused: 0 });
});
