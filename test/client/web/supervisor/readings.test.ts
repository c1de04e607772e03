/** The page of readings, and the forms that ask for a purpose: once in a visit, twice beyond the allowance, in an emergency. */

import { beforeAll, describe, expect, test } from 'vitest';
import { defaultReadingPolicy } from '../../../../domain/reading-policy.ts';
import { consultationsOf } from '../../../../prisma/store/consultations.ts';
import { type Browser, NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { formsIn, mainOf } from '../../../support/forms.ts';
import { personOf } from '../../../support/people.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

const ONE = { hour: 1, day: 5 };
const readingPolicy = {
  ...defaultReadingPolicy,
  allowances: { 'liaison-officer': ONE, 'partner-officer': ONE, supervisor: ONE },
  unusual: { ...defaultReadingPolicy.unusual, cases: 2 },
};

let desk: TestDesk;
let aino: Browser;

beforeAll(async () => {
  desk = await testDesk(undefined, { ...NO_ADDRESSES, readingPolicy });
  aino = await desk.browser('aino.alder');
});

async function submitted(): Promise<RecordedReferral> {
  return RecordedReferral.submit(desk, 'aino.alder', { summary: 'Copperfield' });
}

const read = (kept: RecordedReferral, fields: Record<string, string>) =>
  aino.post(`/referrals/${kept.id}/particulars`, fields);

describe('the form that asks for a purpose', () => {
  test('offers the purpose of the visit, and asks for a second one beyond the allowance', async () => {
    const [first, second] = [await submitted(), await submitted()];
    expect((await read(first, { purposeCode: 'act-on-case', purpose: '' })).statusCode).toBe(200);
    const page = mainOf((await aino.get(`/referrals/${first.id}`)).body);
    expect(page).toContain('As before in this visit: Act on the case');
    expect(mainOf((await read(first, { purposeCode: 'visit', purpose: '' })).body)).toContain('Copperfield');
    const refused = await read(second, { purposeCode: 'act-on-case', purpose: '' });
    expect(refused.statusCode).toBe(403);
    expect(mainOf(refused.body)).not.toContain('Copperfield');
    const [form] = formsIn(refused.body).filter(({ action }) => action.endsWith('/particulars'));
    expect(form?.fields.map(({ name }) => name)).toContain('further');
    const again = await read(second, { purposeCode: 'act-on-case', purpose: '', further: 'Alone tonight' });
    expect(mainOf(again.body)).toContain('Copperfield');
  });

  test('of a visit that has ended asks again', async () => {
    const { statusCode, body } = await read(await submitted(), { purposeCode: 'visit', purpose: '' });
    expect(statusCode).toBe(422);
    expect(mainOf(body)).toContain('Enter the purpose');
  });
});

describe('the page of readings', () => {
  let kept: RecordedReferral;

  beforeAll(async () => {
    kept = await submitted();
    await read(kept, { purposeCode: 'emergency', purpose: 'A child is missing' });
  });

  async function supervisorAt(agencyId: string): Promise<Browser> {
    await desk.db.membership.create({ data: { personId: 'noor.rowan', agencyId, role: 'supervisor' } });
    return desk.browser('noor.rowan', agencyId);
  }

  test('lists emergencies and readings beyond the allowance, unusual days, and the rule', async () => {
    const noor = await supervisorAt('fi-alder');
    const page = mainOf((await noor.get('/readings')).body);
    const { reference } = await kept.read();
    expect(page).toContain(reference);
    for (const text of ['Aino Alder', 'Emergency', 'More than the allowance of an hour', '3 referrals read']) {
      expect(page).toContain(text);
    }
    expect(page).toContain(
      'referrals read: 2 or more, and at least the average of the person in the 28 days before × 3',
    );
    expect(page).toContain('Partner officer: 1 in an hour, 5 in 24 hours');
    expect(page).not.toContain('A child is missing');
    expect(page).toContain('Auditors and data protection officers see the details of the purpose in the audit log.');
    expect(page).toContain('>Mark as not justified</button>');
    const [form] = formsIn(page).filter(({ action }) => action === '/readings');
    const purpose = form?.fields.find(({ name }) => name === 'purpose')?.value ?? '';
    expect((await noor.post('/readings', { purpose, verdict: 'maybe' })).statusCode).toBe(422);
    expect((await noor.post('/readings', { purpose, verdict: 'not-justified' })).statusCode).toBe(303);
    expect(mainOf((await noor.get('/readings')).body)).toContain('Not justified, says Noor Rowan');
    expect((await noor.post('/readings', { purpose, verdict: 'justified' })).statusCode).toBe(409);
    const file = (await noor.get('/readings?format=csv')).body.replaceAll('"', '');
    expect(file).toMatch(/Aino Alder,XR-\d+-\d+,1,Emergency; More than the allowance of an hour,Not justified/);
    expect(file).toMatch(/Aino Alder,,,3 referrals read,/);
    const audit = (await noor.get(`/audit?referral=${reference}`)).body;
    expect(audit).toContain('Reviewed a reading in an emergency: Not justified');
  });

  test('leads data protection officers to what the reader stated', async () => {
    const { agencyId } = await personOf(desk.db, 'aino.alder');
    await desk.db.membership.create({ data: { personId: 'vera.rowan', agencyId, role: 'data-protection-officer' } });
    const vera = await desk.browser('vera.rowan', agencyId);
    const page = mainOf((await vera.get('/readings')).body);
    expect(page).not.toContain('A child is missing');
    expect(page).not.toContain('officers see the details');
    const [, path = ''] = /href="([^"]*)">Details of the purpose, in the audit log/.exec(page) ?? [];
    expect((await vera.get(path.replaceAll('&amp;', '&'))).body).toContain('A child is missing');
  });

  test('is not for officers, and lists nothing of other agencies', async () => {
    expect((await aino.get('/readings')).statusCode).toBe(403);
    expect((await aino.post('/readings', { purpose: crypto.randomUUID(), verdict: 'justified' })).statusCode).toBe(403);
    const ines = await desk.browser('ines.rowan', 'xr-desk');
    expect(mainOf((await ines.get('/readings')).body)).not.toContain('Aino Alder');
  });

  test('a reader who also supervises cannot review the own reading', async () => {
    const { personId, agencyId } = await personOf(desk.db, 'aino.alder');
    await desk.db.membership.create({ data: { personId, agencyId, role: 'supervisor' } });
    const other = await submitted();
    await read(other, { purposeCode: 'emergency', purpose: 'Another child is missing' });
    const page = mainOf((await aino.get('/readings')).body);
    expect(page).toContain('Waits for the review of a second person');
    expect(formsIn(page).filter(({ action }) => action === '/readings')).toEqual([]);
    const purpose = (await consultationsOf(desk.db, other.id)).at(-1)?.about.purpose ?? '';
    expect((await aino.post('/readings', { purpose, verdict: 'justified' })).statusCode).toBe(403);
  });
});
