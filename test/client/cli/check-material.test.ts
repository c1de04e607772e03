/** `liaise check material`: finds stored content that the guard would refuse today, and repeats none of it. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../../../client/workspace/drafts.ts';
import type { Proposal } from '../../../domain/administration/proposal.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import { destroyStored } from '../../../prisma/store/erasure.ts';
import { saveParticulars } from '../../../prisma/store/particulars.ts';
import { insertProposal } from '../../../prisma/store/proposals.ts';
import { jpegOf } from '../../domain/guard/files.ts';
import { aSubmission } from '../../support/factories.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

const CANARY = 'Marsilio';
const PICTURE = `${jpegOf().toString('base64')} ${CANARY}`;
const [WHOLE, NOT_WHOLE] = [0, 5];

let liaise: RecordingEngine;
let referral: RecordedReferral;
let reference: string;

const check = (line = '', circumstances = {}) =>
  runCommand(`check material${line}`, { services: liaise.services, ...circumstances });

beforeAll(async () => {
  liaise = await recordingEngine();
  referral = await RecordedReferral.submit(liaise, 'quinn.quartz');
  ({ reference } = await referral.read());
});

test('finds nothing in what the guard has accepted, and shows progress on a terminal', async () => {
  const person = await personOf(liaise.db, 'quinn.quartz');
  await saveDraft({ ...liaise, db: liaise.pages }, person, {
    step: 'what',
    content: { fields: { summary: ['She saw the account again. '.repeat(1_000)] }, loss: [] },
  });
  const { status, out, err } = await check('', { isTerminal: true });
  expect([status, out]).toEqual([WHOLE, 'The guard would accept everything that is stored.\n']);
  expect(err).toMatch(/\r(\d+) of \1\n$/);
  expect(await check(' --json')).toMatchObject({ status: WHOLE, out: '[]\n', err: '' });
});

test('names referral, text and field of what it would refuse, and never the content', async () => {
  const { db, keyring } = liaise;
  const person = await personOf(db, 'quinn.quartz');
  const [purpose, supplement, erased] = [randomUUID(), randomUUID(), randomUUID()];
  const gone = randomUUID();
  const split = PICTURE.match(/.{1,400}/gs)?.map((value) => ({ label: 'line', value })) ?? [];
  await saveParticulars(db, keyring, { id: purpose, referralId: referral.id, content: PICTURE });
  const content = { submission: aSubmission({ particulars: split }), loss: [] };
  await saveParticulars(db, keyring, { id: supplement, referralId: referral.id, content });
  await saveParticulars(db, keyring, { id: erased, referralId: gone, content: PICTURE });
  await destroyStored(db, gone);
  await saveDraft({ ...liaise, db: liaise.pages }, person, {
    step: 'what',
    content: { fields: { 'particulars.0.value': [PICTURE] }, loss: [] },
  });
  await db.agency.update({ where: { id: 'fi-alder' }, data: { name: PICTURE } });
  const proposal = randomUUID();
  const made: Proposal = {
    ...{ id: proposal, proposer: { personId: 'karl.rowan', agencyId: 'xr-desk' }, channel: 'page' },
    edit: { type: 'change-agency', agency: { id: 'se-juniper', name: PICTURE, type: 'government', excludes: [] } },
    plan: {
      part: 'agency',
      id: 'se-juniper',
      change: 'changed',
      before: {},
      after: {},
      agencies: [],
      agreement: 'second-administrator',
    },
    ...{ proposedAt: new Date().toISOString(), expiresAt: new Date().toISOString() },
  };
  await asAgency('xr-desk', () => insertProposal(liaise.pages, keyring, made));
  await db.person.create({ data: { id: PICTURE, name: 'A', email: 'a@b.example', language: 'en', zone: 'UTC' } });

  const { status, out, err } = await check(' --json');
  expect(status).toBe(NOT_WHOLE);
  const findings = JSON.parse(out);
  const found = (part: object) => expect(findings).toContainEqual(expect.objectContaining(part));
  const reason = 'looks-like-file';
  found({ where: reference, id: purpose, field: '', reason, bytes: PICTURE.length });
  found({ where: reference, id: supplement, field: 'particulars.0.value', reason });
  found({ where: 'draft', reason });
  found({ where: 'proposal', id: proposal, field: 'agency.name', reason });
  found({ where: 'agency', id: 'fi-alder', field: 'name', reason });
  found({ where: 'person', id: '*', field: 'id', reason });
  expect(findings.map(({ id }: { id: string }) => id)).not.toContain(erased);
  const table = await check();
  expect(table.out).toContain(reference);
  for (const text of [out, err, table.out, table.err]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(PICTURE.slice(40, 60));
  }
});
