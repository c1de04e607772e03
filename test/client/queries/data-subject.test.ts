/** Data about a data subject: by agency, without particulars, and recorded without the identifier. */

import { beforeAll, expect, test } from 'vitest';
import { searchDataSubject } from '../../../client/queries/data-subject.ts';
import type { Person } from '../../../domain/people.ts';
import { defaultReadingPolicy } from '../../../domain/reading-policy.ts';
import { notableReadings } from '../../../prisma/store/readings.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { mainOf } from '../../support/forms.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { runCommand } from '../cli/run-command.ts';

const EMAIL = 'sam.fox@mail.example';

let desk: TestDesk;
let shared: RecordedReferral;
let notSent: RecordedReferral;
let references: string[];

beforeAll(async () => {
  desk = await testDesk();
  const particulars = [{ label: 'personOrUserReported/email', value: EMAIL }];
  const subjects = [{ category: 'suspect' as const, reference: 'S-1' }];
  shared = await RecordedReferral.submit(desk, 'quinn.quartz', { particulars, subjects, summary: 'A secret story.' });
  await shared.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI', 'SE'], capability: 'investigation', wanted: [] },
  });
  notSent = await RecordedReferral.submit(desk, 'quinn.quartz', { summary: `He is ${EMAIL}.` });
  await RecordedReferral.submit(desk, 'quinn.quartz', { summary: 'Another person.' });
  const erased = await RecordedReferral.submit(desk, 'quinn.quartz', { particulars });
  await erased.act('noor.rowan', { type: 'file-informational' });
  await erased.act('ines.rowan', { type: 'erase' });
  references = await Promise.all([shared, notSent].map(async (each) => (await each.read()).reference));
});

async function officerAt(agencyId: string): Promise<Person> {
  return { kind: 'person', personId: `dpo.${agencyId}`, agencyId, roles: ['data-protection-officer'] };
}

const search = async (viewer: Person, identifier = EMAIL, more = {}) =>
  searchDataSubject({ db: desk.pages, keyring: desk.keyring }, viewer, { identifier, ...more });

test('it names categories, sender, recipients, dates and basis, as far as the agency has them', async () => {
  const { findings, searched, next } = await search(await officerAt('xr-desk'));
  expect({ searched, next }).toEqual({ searched: 3, next: undefined });
  expect(findings.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
  const [reference] = references;
  const whole = findings.find((each) => each.reference === reference);
  const { submittedAt } = await shared.read();
  expect(whole).toMatchObject({
    ...{ status: 'referred', relations: ['coordinator'], receivedFrom: 'us-quartz', receivedAt: submittedAt },
    ...{ found: ['contact'], people: ['suspect'], legalHold: false },
    disclosedTo: [{ agencyId: 'fi-alder' }, { agencyId: 'se-juniper' }],
    legalInstrument: (await shared.read()).facts.legalInstrument,
  });
  expect(whole?.held).toContain('free-text');
  expect(whole?.reviewAt.slice(0, 4)).toBe(String(new Date(submittedAt).getUTCFullYear() + 3));
  expect(JSON.stringify(findings)).not.toMatch(/sam\.fox|secret story/i);
});

test('a recipient learns of no other recipient, and an agency of no case of others', async () => {
  const { findings, searched } = await search(await officerAt('fi-alder'));
  expect(searched).toBe(1);
  expect(findings).toMatchObject([{ reference: references[0], relations: ['recipient'], disclosedTo: [] }]);
  expect(await search(await officerAt('lv-linden'))).toEqual({ findings: [], searched: 0 });
});

test('officers, auditors and administrators cannot search, and a short text is refused', async () => {
  for (const id of ['noor.rowan', 'vera.rowan', 'karl.rowan']) {
    await expect(search(await personOf(desk.db, id))).rejects.toMatchObject({ code: 'ROLE_REQUIRED' });
  }
  await expect(search(await officerAt('xr-desk'), 'a@b')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('search and readings are recorded with their purpose, without the identifier', async () => {
  const dpo = { ...(await officerAt('xr-desk')), personId: 'dpo.recorded' };
  await search(dpo);
  await search(dpo, 'nobody@mail.example');
  const rows = await desk.db.auditLeaf.findMany({
    where: { leaf: { path: ['by', 'personId'], equals: dpo.personId } },
    orderBy: { id: 'asc' },
  });
  const abouts = rows.map(({ leaf, referralId }) => ({ referralId, about: Object(leaf).about }));
  const searched = { referralId: null, about: { searched: 'data-subject', code: 'answer-data-subject' } };
  expect(abouts).toHaveLength(4);
  expect([abouts[0], abouts[3]]).toEqual([searched, searched]);
  for (const { about } of abouts.slice(1, 3)) {
    expect(about).toMatchObject({ code: 'answer-data-subject', consulted: [expect.any(String)] });
  }
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('fox');
});

test('referrals beyond the reading allowance are marked, for the supervisors', async () => {
  const dpo = { ...(await officerAt('xr-desk')), personId: 'dpo.curious' };
  const readingPolicy = structuredClone(defaultReadingPolicy);
  readingPolicy.allowances.supervisor = { hour: 1, day: 10 };
  await searchDataSubject({ db: desk.pages, keyring: desk.keyring, readingPolicy }, dpo, { identifier: EMAIL });
  const notable = await notableReadings(desk.db, { agencyId: 'xr-desk', from: '2026-01-01T00:00:00.000Z', limit: 9 });
  expect(notable.filter(({ personId }) => personId === dpo.personId)).toMatchObject([{ beyond: 'hour' }]);
});

test('the page shows it after a form, never in an address or the log; the command reads standard input', async () => {
  const ines = await desk.browser('ines.rowan');
  const posted = await ines.post('/data-subjects', { identifier: ` ${EMAIL.toUpperCase()}` });
  const page = mainOf(posted.body);
  for (const text of [...references, 'Coordonnées', 'Texte libre', '2 sur 3 examinées']) expect(page).toContain(text);
  expect(page).not.toContain('secret story');
  expect(desk.log.join('')).not.toMatch(/sam\.fox/i);
  const refused = await ines.post('/data-subjects', { identifier: 'abc' });
  expect(refused.statusCode).toBe(422);
  expect((await ines.get('/audit')).body).toContain('Recherche pour répondre à une personne concernée');

  const services = { ...desk, db: desk.pages, localIdentity: true } as never;
  const { out, status } = await runCommand('data-subject --as ines.rowan', { services, input: `${EMAIL}\n` });
  expect([status, out]).toEqual([0, expect.stringContaining('Referrals that hold this identifier: 2 of 3 searched.')]);
  expect(out).not.toContain('sam.fox');
  const json = await runCommand('data-subject --as ines.rowan --json', { services, input: EMAIL });
  expect(JSON.parse(json.out)).toMatchObject({ searched: 3, findings: [{}, {}] });
});

test('a long search ends in parts, which together have every referral once', async () => {
  // Not the row of the erased referral: erased referrals are not searched.
  const row = await desk.db.party.findFirstOrThrow({ where: { agencyId: 'xr-desk', referralId: shared.id } });
  await desk.db.party.createMany({
    data: Array.from({ length: 120 }, () => ({ ...row, referralId: crypto.randomUUID() })),
  });
  const dpo = await officerAt('xr-desk');
  const found: string[] = [];
  let parts = 0;
  let after: string | undefined;
  do {
    const part = await search(dpo, EMAIL, { withinMs: 0, after });
    found.push(...part.findings.map(({ reference }) => reference));
    after = part.next;
    parts += 1;
  } while (after !== undefined);
  expect(found.toSorted()).toEqual(references.toSorted());
  expect(parts).toBe(2);
});
