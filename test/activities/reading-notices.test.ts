/** Letters about readings that a second person should look at, over real SMTP: to each supervisor of the agency but the reader. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createMailer, MailUnavailable } from '../../activities/mail.ts';
import { sendReadingNotices } from '../../activities/reading-notices.ts';
import type { Consulted } from '../../domain/audit/leaf.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
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
async function withMail(): Promise<() => Promise<{ sent: number }>> {
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
  return () => sendReadingNotices({ db, mailer, publicUrl: 'https://hub.example', alive: () => {} });
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
  expect(server.mails.map(({ parsed }) => parsed.subject).join()).toMatch(/Fälle|referrals|affaires/);
});
