/** Letters that belong to no act, over real SMTP: about notable readings to supervisors, and reminders to contact points. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { sendConfirmationReminders } from '../../activities/confirmation-reminders.ts';
import { createMailer, MailUnavailable } from '../../activities/mail.ts';
import type { NoticeDeps } from '../../activities/notices.ts';
import { sendReadingNotices } from '../../activities/reading-notices.ts';
import type { Consulted } from '../../domain/audit/leaf.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { openRecorder, type ReferralRecorder } from '../client/engine/recorded-acts.ts';
import { connectAs } from '../support/database.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

let written: ReferralRecorder;
let server: MailServer;
let referralId: string;

beforeAll(async () => {
  written = await openRecorder();
  referralId = await written.referred();
});

/** Starts a mail server, and returns the activity. */
async function withMail(
  activity: (deps: NoticeDeps & { db: Database }) => Promise<{ sent: number }> = sendReadingNotices,
): Promise<() => Promise<{ sent: number }>> {
  server = await startMailServer();
  const mailer = createMailer({
    ...{ host: '127.0.0.1', port: server.port, secure: false, timeout: 2_000 },
    ...{ from: 'Liaise <liaise@hub.example>', messageIdDomain: 'hub.example' },
  });
  onTestFinished(async () => {
    mailer.close();
    await server.close();
  });
  const db = connectAs(written.url, 'liaise_engine');
  return () => activity({ db, mailer, publicUrl: 'https://hub.example', alive: () => {} });
}

async function reads(personId: string, about: Partial<Consulted>): Promise<void> {
  const by = await written.person(personId);
  const consulted: Consulted = { consulted: [], purpose: randomUUID(), code: 'act-on-case', ...about };
  await addLeaf(written.db, { operation: 'consultation', by, referralId, about: consulted });
}

test('an emergency is announced to the supervisors of the agency, once for a visit, without persons and texts', async () => {
  const send = await withMail();
  const purpose = randomUUID();
  await reads('noor.rowan', { purpose, code: 'emergency' });
  await reads('noor.rowan', { purpose, code: 'emergency' });
  await reads('noor.rowan', {});
  await reads('aino.alder', { code: 'emergency' });
  server.refuse('RCPT', 451);
  await expect(send()).rejects.toThrow(MailUnavailable);
  server.refuse('RCPT', undefined);
  const supervisors = await written.db.membership.findMany({ where: { agencyId: 'xr-desk', role: 'supervisor' } });
  expect(supervisors.length).toBeGreaterThan(1);
  const { sent } = await send();
  expect(sent).toBe(supervisors.length + (await supervisorsOf('fi-alder', 'aino.alder')));
  const letters = server.mails.map(({ parsed }) => `${parsed.subject}\n${parsed.text}`).join('\n');
  expect(letters).toContain('https://hub.example/readings');
  expect(letters).toMatch(/XR-2026-\d+/);
  expect(letters).not.toMatch(/noor|aino/i);
  expect(await send()).toEqual({ sent: 0 });
});

async function supervisorsOf(agencyId: string, except: string): Promise<number> {
  return written.db.membership.count({ where: { agencyId, role: 'supervisor', NOT: { personId: except } } });
}

test('so is a reading beyond the allowance; a supervisor who reads gets no letter', async () => {
  const send = await withMail();
  await reads('ines.rowan', { beyond: 'hour' });
  expect(await send()).toEqual({ sent: await supervisorsOf('xr-desk', 'ines.rowan') });
  expect(server.mails.map(({ parsed }) => parsed.subject).join()).toMatch(/Übermittlungen|referrals|affaires/);
});

test('a contact point that was confirmed more than a year ago is reminded once after each confirmation', async () => {
  const send = await withMail(sendConfirmationReminders);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const confirmedAt = (id: string, verifiedAt: Date, more: { disabled?: boolean } = {}) =>
    written.db.contactPoint.update({ where: { id }, data: { verifiedAt, ...more } });
  await written.db.contactPoint.updateMany({ data: { verifiedAt: daysAgo(364) } });
  await confirmedAt('fi-alder-ncp', daysAgo(366));
  await confirmedAt('se-juniper-ncp', daysAgo(500), { disabled: true });
  server.refuse('RCPT', 451);
  await expect(send()).rejects.toThrow(MailUnavailable);
  server.refuse('RCPT', undefined);
  expect(await send()).toEqual({ sent: 1 });
  expect(await send()).toEqual({ sent: 0 });
  const [{ parsed } = {}] = server.mails;
  expect(parsed?.to).toMatchObject({ text: 'ncp@fi-alder.example' });
  expect(parsed?.text).toContain('https://hub.example/agency');
  await confirmedAt('fi-alder-ncp', daysAgo(0));
  expect(await send()).toEqual({ sent: 0 });
  await confirmedAt('fi-alder-ncp', daysAgo(370));
  await confirmedAt('se-juniper-ncp', daysAgo(500), { disabled: false });
  expect(await send()).toEqual({ sent: 2 });
});
