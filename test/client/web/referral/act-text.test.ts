/** The form of an act shows the text that the act answers, after a purpose. Entered values are kept. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leavesOf } from '../../../../prisma/store/audit.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { formsIn, mainOf } from '../../../support/forms.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let kept: RecordedReferral;
let quinn: Browser;

beforeAll(async () => {
  desk = await testDesk();
  quinn = await desk.browser('quinn.quartz');
});

beforeEach(async () => {
  kept = await RecordedReferral.submit(desk, 'quinn.quartz', { summary: 'Copperfield', handling: { code: 'H2' } });
});

/** The hidden fields of the act's form, and what was typed into it. */
function fieldsOf(body: string, typed: Record<string, string>): Record<string, string> {
  const [form] = formsIn(body).filter(({ action }) => action.includes('/acts/'));
  const hidden = form?.fields.filter(({ kind, name }) => kind === 'hidden' && name !== '_csrf') ?? [];
  return { ...Object.fromEntries(hidden.map(({ name, value }) => [name, value])), ...typed };
}

/** What was consulted, by text. */
async function consulted(): Promise<unknown[]> {
  const leaves = await leavesOf(desk.db, kept.id);
  return leaves.flatMap(({ operation, about }) => (operation === 'consultation' ? [about] : []));
}

describe('the form of an answer', () => {
  let path: string;
  let text: string;

  beforeEach(async () => {
    text = await kept.storeText('Which <b>time zone</b>?');
    await kept.act('noor.rowan', { type: 'ask-information', text });
    path = `/referrals/${kept.id}/acts/answer-information`;
  });

  test('shows the question for a purpose, keeps what was typed, and records that this text alone was read', async () => {
    const first = await quinn.get(path);
    expect(mainOf(first.body)).not.toContain('time zone');
    const typed = { purpose: 'to answer it', text: 'An answer begun' };
    const { statusCode, body } = await quinn.post(path, fieldsOf(first.body, { ...typed, read: 'yes' }));
    expect(statusCode).toBe(200);
    expect(mainOf(body)).toContain('Which &lt;b>time zone&lt;/b>?');
    expect(mainOf(body)).toContain('An answer begun');
    expect(mainOf(body)).not.toContain('Copperfield');
    expect(fieldsOf(body, {})).toEqual({ ...fieldsOf(first.body, {}), purpose: 'to answer it' });
    expect(await consulted()).toMatchObject([{ consulted: [text] }]);
  });

  test('shows all other particulars on request, for the purpose of the visit, and keeps what was typed', async () => {
    const first = await quinn.get(path);
    const read = await quinn.post(path, fieldsOf(first.body, { purpose: 'to answer it', text: '', read: 'yes' }));
    const { body } = await quinn.post(path, fieldsOf(read.body, { text: 'An answer begun', read: 'all' }));
    for (const shown of ['Copperfield', 'time zone', 'An answer begun']) expect(mainOf(body)).toContain(shown);
    // The question is not shown twice.
    expect(mainOf(body).split('time zone')).toHaveLength(2);
    // A later form of the same visit shows the question at once, and the particulars without a purpose.
    const later = await quinn.get(path);
    expect(mainOf(later.body)).toContain('time zone');
    expect(mainOf(later.body)).not.toContain('Copperfield');
    const all = await quinn.post(path, fieldsOf(later.body, { text: '', read: 'all' }));
    expect(mainOf(all.body)).toContain('Copperfield');
  });

  test('shows it again beside a fault, and asks for a purpose where there is none', async () => {
    const first = await quinn.get(path);
    const refused = await quinn.post(path, fieldsOf(first.body, { purpose: '', text: 'Begun', read: 'yes' }));
    expect([refused.statusCode, refused.body.includes('href="#f-purpose"')]).toEqual([422, true]);
    expect(mainOf(refused.body)).toContain('Begun');
    expect(await consulted()).toEqual([]);
    const read = await quinn.post(path, fieldsOf(first.body, { purpose: 'to answer it', text: '', read: 'yes' }));
    const empty = await quinn.post(path, fieldsOf(read.body, { text: '' }));
    expect([empty.statusCode, mainOf(empty.body).includes('time zone')]).toEqual([422, true]);
  });

  test('is as stale after the question was read as it was before', async () => {
    const first = await quinn.get(path);
    await kept.act('noor.rowan', { type: 'take' });
    const read = await quinn.post(path, fieldsOf(first.body, { purpose: 'to answer it', text: '', read: 'yes' }));
    const answer = await quinn.post(path, fieldsOf(read.body, { text: 'It is UTC.' }));
    expect([answer.statusCode, answer.body.includes('Somebody else acted first')]).toEqual([409, true]);
    expect(mainOf(answer.body)).toContain('It is UTC.');
  });
});

describe('the form of a consent', () => {
  let path: string;

  beforeEach(async () => {
    await kept.act('noor.rowan', {
      ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
      ...{ capability: 'investigation', wanted: [] },
    });
    const choice = { contactPointId: 'se-juniper-ncp', agencyId: 'se-juniper', country: 'SE', type: 'spoc' } as const;
    const text = await kept.storeText('The suspect lives in Uppsala.');
    await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
    await kept.act('aino.alder', { type: 'refer-onward', recipientId: 'r1', choice, text });
    path = `/referrals/${kept.id}/acts/consent-onward`;
  });

  test('is not one click on the referral, and says who asks and who would receive it', async () => {
    const { body } = await quinn.get(`/referrals/${kept.id}`);
    expect(body).not.toContain(`/acts/consent-onward"`);
    expect(body).toMatch(/href="[^"]*\/acts\/consent-onward\?recipient=r1"/);
    for (const act of ['consent-onward', 'refuse-onward']) {
      const main = mainOf((await quinn.get(path.replace('consent-onward', act))).body);
      expect(main).toMatch(/Asked by.*Model Unit Alder, national contact point.*Finland/s);
      expect(main).toMatch(/Would receive the referral.*Juniper.*Sweden/s);
      expect(main).toMatch(/Why consent is needed.*H2: not to be passed on/s);
      expect(main).toMatch(/Legal instrument.*Transfer basis.*Sweden is in the EU: no transfer basis is needed/s);
      expect(main).toMatch(/If missed.*recorded as a missed deadline/s);
      expect(main).not.toContain('Uppsala');
    }
  });

  test('shows the reason for a purpose', async () => {
    const first = await quinn.get(path);
    const { body } = await quinn.post(path, fieldsOf(first.body, { purpose: 'to decide', read: 'yes' }));
    expect(mainOf(body)).toContain('The suspect lives in Uppsala.');
    expect(await consulted()).toHaveLength(1);
  });

  test('needs no checkbox once the reason was read on the form', async () => {
    const first = await quinn.get(path);
    expect(mainOf(first.body)).toMatch(/<input[^>]*name="confirmed"[^>]*type="checkbox"/);
    const { body } = await quinn.post(path, fieldsOf(first.body, { purpose: 'to decide', read: 'yes' }));
    expect(mainOf(body)).not.toContain('type="checkbox"');
    expect(mainOf(body)).toContain('Consent cannot be taken back.');
    // The engine is not there: what comes as far as that was confirmed.
    expect((await quinn.post(path, fieldsOf(body, {}))).statusCode).toBe(503);
  });

  test('is carried out only once it was confirmed; a refusal takes a reason', async () => {
    const first = await quinn.get(path);
    const unconfirmed = await quinn.post(path, fieldsOf(first.body, {}));
    expect([unconfirmed.statusCode, unconfirmed.body.includes('href="#f-confirmed"')]).toEqual([422, true]);
    // The engine is not there: what comes as far as that was confirmed.
    expect((await quinn.post(path, fieldsOf(first.body, { confirmed: 'yes' }))).statusCode).toBe(503);
    const refusal = path.replace('consent-onward', 'refuse-onward');
    const bare = await quinn.post(refusal, fieldsOf((await quinn.get(refusal)).body, { text: '' }));
    expect([bare.statusCode, bare.body.includes('href="#f-text"')]).toEqual([422, true]);
  });
});

describe('the form that decides a request', () => {
  const reason = 'The account belongs to a test.';

  beforeEach(async () => {
    await kept.act('noor.rowan', {
      ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
      ...{ capability: 'investigation', wanted: [] },
    });
  });

  /** The forms of the acts show the reason to this person for a purpose, and record that it was read. */
  async function expectReason(personId: string, acts: readonly string[], label: string): Promise<void> {
    const browser = await desk.browser(personId);
    for (const act of acts) {
      const path = `/referrals/${kept.id}/acts/${act}`;
      const first = await browser.get(path);
      expect(mainOf(first.body)).toContain(label);
      if (act === acts[0]) expect(mainOf(first.body)).not.toContain(reason);
      const { body } = await browser.post(path, fieldsOf(first.body, { purpose: 'to decide', read: 'yes' }));
      expect(mainOf(body)).toContain(reason);
      expect(mainOf(body)).not.toContain('Copperfield');
    }
    expect(await consulted()).not.toEqual([]);
  }

  test('shows why the sender wants to withdraw the referral', async () => {
    const before = await (await desk.browser('quinn.quartz')).get(`/referrals/${kept.id}/acts/withdraw`);
    expect(mainOf(before.body)).not.toContain('Reason for the withdrawal');
    await kept.act('quinn.quartz', { type: 'withdraw', text: await kept.storeText(reason) });
    await expectReason('ines.rowan', ['withdraw'], 'Motif du retrait');
  });

  test('shows the reason that was given with the proposal of a closure', async () => {
    await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
    await kept.act('aino.alder', {
      ...{ type: 'report-outcome', recipientId: 'r1', outcome: 'no-further-action', final: true },
    });
    await kept.act('noor.rowan', { type: 'propose-closure', text: await kept.storeText(reason) });
    await expectReason('ines.rowan', ['approve-closure', 'return-closure'], 'Motif joint à la proposition');
  });
});
