/** The ten commonest jobs by each method, from the page on which the desk opens, with the number of clicks that each needs. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findReferral } from '../../prisma/store/referrals.ts';
import { type Desks, openDesks } from '../support/browser.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission, aSubmission } from '../support/factories.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { Desk, METHODS } from './desk.ts';

let liaise: TestEngine;
let desks: Desks;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desks = await openDesks(liaise);
});

const referenceOf = async (id: string) => (await liaise.read(id)).reference;
/** A submission of its own: with the origin reference of another it would be the same referral. */
const another = (more: Parameters<typeof aSubmission>[0] = {}) =>
  aSubmission({ materials: [], originReferences: [{ system: 'case-register', id: crypto.randomUUID() }], ...more });
const toFinland = (more: Parameters<typeof aSubmission>[0] = {}) => triagedTo(liaise, another(more), ['FI']);

/** Leaves nothing at triage that the next method would accept, too. */
const file = (id: string) => liaise.act('noor.rowan', id, { type: 'file-informational' });

const received = (status: string) => liaise.db.recipient.count({ where: { agencyId: 'fi-alder', status } });

/** The lists of the next method begin with what was sent and not acknowledged. */
async function clearLists(): Promise<void> {
  const ours = { agencyId: 'fi-alder' };
  const handled = await liaise.db.recipient.findMany({ where: { ...ours, status: { not: 'delivered' } } });
  const ids = handled.map(({ referralId }) => referralId);
  await liaise.owner.party.deleteMany({ where: { ...ours, referralId: { in: ids } } });
}

describe.each(METHODS)('$method', (method) => {
  const deskOf = (personId: string) => Desk.of(desks, personId, method);

  afterAll(clearLists);

  test('15 referrals are acknowledged with at most 3 clicks', async () => {
    // Those that the previous method sent are acknowledged, too.
    for (let n = await received('delivered'); n < 15; n += 1) await toFinland();
    const aino = await deskOf('aino.alder');
    await aino.click(aino.link(/To acknowledge/));
    await aino.click(aino.link('Select all on this page'));
    await aino.click(aino.button('Acknowledge selected referrals'));
    await aino.done('15 acknowledged, 0 refused.', 3);
  });

  test('a referral is declined with a ground with at most 4 clicks', async () => {
    const reference = await referenceOf(await toFinland());
    const aino = await deskOf('aino.alder');
    await aino.click(aino.link(new RegExp(`Decline.*${reference}`)));
    await aino.click(aino.page.getByLabel('Minor offence, or no offence under national law'));
    await aino.click(aino.button('Decline'));
    await aino.done(/ declined /, 4);
  });

  test('a form that is not complete leads to the field that is missing', async () => {
    const reference = await referenceOf(await toFinland());
    const aino = await deskOf('aino.alder');
    await aino.click(aino.link(new RegExp(`Decline.*${reference}`)));
    await aino.click(aino.button('Decline'));
    await aino.page.getByRole('alert').getByRole('heading', { name: 'There is a problem' }).waitFor();
    await aino.expectUsable();
    await aino.click(aino.page.getByRole('alert').getByRole('link'));
    await aino.click(aino.page.getByLabel('No jurisdiction'));
    await aino.click(aino.button('Decline'));
    await aino.done(/ declined /, 5);
  });

  test('an outcome is reported with at most 4 clicks', async () => {
    const id = await toFinland();
    await liaise.act('aino.alder', id, { type: 'accept', recipientId: 'r1' });
    const aino = await deskOf('aino.alder');
    await aino.click(aino.link(new RegExp(`Report an outcome.*${await referenceOf(id)}`)));
    await aino.click(aino.page.getByLabel('Victim safeguarded'));
    await aino.click(aino.page.getByLabel('Yes, this is the final report'));
    await aino.click(aino.button('Report an outcome'));
    await aino.done('The final outcome of ', 4);
  });

  test('a question is answered with at most 3 clicks, beside its text', async () => {
    const id = await toFinland();
    await liaise.act('aino.alder', id, { type: 'accept', recipientId: 'r1' });
    await liaise.act('aino.alder', id, { type: 'ask-information', recipientId: 'r1', text: 'Which time zone is it?' });
    const quinn = await deskOf('quinn.quartz');
    await quinn.click(quinn.link(new RegExp(`Answer the question.*${await referenceOf(id)}`)));
    await quinn.fill(quinn.page.getByLabel('Purpose', { exact: true }), 'to answer the question');
    await quinn.click(quinn.button('Show the text'));
    await quinn.page.getByText('Which time zone is it?').waitFor();
    await quinn.expectUsable();
    await quinn.fill(quinn.page.getByLabel('Answer', { exact: true }), 'All entries are in UTC.');
    await quinn.click(quinn.button('Answer the question'));
    await quinn.done('Your answer about ', 3);
  });

  test('consent is given with at most 3 clicks, to a named receiver for a reason that is read', async () => {
    const id = await toFinland({ handling: { code: 'H2' } });
    await liaise.act('aino.alder', id, { type: 'accept', recipientId: 'r1' });
    await liaise.act('aino.alder', id, {
      ...{ type: 'refer-onward', recipientId: 'r1', contactPoint: 'se-juniper-ncp', text: 'They live there.' },
    });
    const quinn = await deskOf('quinn.quartz');
    await quinn.click(quinn.link(new RegExp(`consent.*${await referenceOf(id)}`, 'i')));
    const main = quinn.page.getByRole('main');
    await main.getByText('Sweden is in the EU: no transfer basis is needed').waitFor();
    await quinn.fill(main.getByLabel('Purpose', { exact: true }), 'to decide on the consent');
    await quinn.click(quinn.button('Show the text'));
    await main.getByText('They live there.').waitFor();
    await quinn.expectUsable();
    await quinn.click(quinn.button('Consent to onward referral'));
    await quinn.done(/ was referred onward to /, 3);
  });

  test('10 proposals that agree are accepted with at most 4 clicks', async () => {
    for (let n = 0; n < 10; n += 1) await submitted(liaise, another());
    const noor = await deskOf('noor.rowan');
    await noor.click(noor.link('Triage queue'));
    await noor.click(noor.link('Select all 10 proposals that agree'));
    await noor.click(noor.button('Accept selected proposals'));
    await noor.done('10 proposals accepted, 0 refused.', 4);
    await expect.poll(() => received('delivered')).toBe(10);
  });

  test('a duplicate is marked with at most 3 clicks, beside the other referral', async () => {
    const { materials } = aSubmission();
    const first = await submitted(liaise, another({ materials }));
    const second = await submitted(liaise, another({ materials }));
    const noor = await deskOf('noor.rowan');
    await noor.click(noor.link(new RegExp(`Complete the triage.*${await referenceOf(second)}`)));
    await noor.click(noor.link(new RegExp(`Mark as a duplicate of.*${await referenceOf(first)}`)));
    const beside = noor.page.getByRole('region', { name: `Compare ${await referenceOf(second)}` });
    await beside.getByText('In both referrals: 1 hash value.').waitFor();
    expect(await beside.getByRole('columnheader').count()).toBe(3);
    await noor.click(noor.button(/as a duplicate of/));
    await noor.done(/ is closed as a duplicate of /, 3);
    await file(first);
  });

  test('a report file is submitted with at most 4 clicks', async () => {
    const quinn = await deskOf('quinn.quartz');
    await quinn.click(quinn.page.getByRole('link', { name: 'New referral' }));
    await quinn.selectFile(quinn.page.getByLabel('File', { exact: true }), 'dev/demo-report.xml');
    await quinn.click(quinn.button('Check file'));
    await quinn.click(quinn.button('Send the referral'));
    const heading = quinn.page.getByRole('heading', { level: 1, name: /^XR-/ });
    const reference = (await heading.textContent()) ?? '';
    await quinn.done(/ was submitted to /, 4);
    await file((await findReferral(liaise.db, reference))?.id ?? '');
  });

  test('accepted triage is taken back with one more click, where it was accepted', async () => {
    const id = await submitted(liaise, anUrgentSubmission());
    const reference = await referenceOf(id);
    const noor = await deskOf('noor.rowan');
    await noor.page.goto(`${desks.url}/triage?show=${reference}`);
    await noor.click(noor.button(new RegExp(`Accept.*${reference}`)));
    await noor.click(noor.button(/^Take back: /));
    expect(new URL(noor.page.url()).pathname).toBe('/triage');
    await noor.done(`Your action on ${reference} was taken back.`, 2);
    expect((await liaise.read(id)).status).toBe('received');
    await file(id);
  });

  test('a closure is approved on its summary with at most 3 clicks', async () => {
    const id = await toFinland();
    const ground = { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' } as const;
    await liaise.act('aino.alder', id, ground);
    await liaise.act('ines.rowan', id, { type: 'propose-closure' });
    const otto = await deskOf('otto.rowan');
    await otto.click(otto.link(new RegExp(`Abschluss genehmigen.*${await referenceOf(id)}`)));
    await otto.page.getByRole('region', { name: 'Zusammenfassung' }).getByText('Model Unit Alder').waitFor();
    await otto.click(otto.button('Abschluss genehmigen'));
    await otto.done('Erledigt', 3);
  });

  test('a closure is returned where it waits, with a reason', async () => {
    const id = await toFinland();
    await liaise.act('aino.alder', id, { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' });
    await liaise.act('ines.rowan', id, { type: 'propose-closure' });
    const otto = await deskOf('otto.rowan');
    await otto.click(otto.page.getByRole('link', { name: 'Genehmigungen' }).first());
    const row = otto.page.getByRole('row').filter({ hasText: await referenceOf(id) });
    await otto.click(row.locator('summary'));
    await otto.fill(row.getByRole('textbox'), 'Das Ergebnis fehlt.');
    await otto.click(row.getByRole('button', { name: 'Abschluss zurückgeben' }));
    await otto.done('Der Abschluss wurde nicht genehmigt.', 3);
    expect((await liaise.read(id)).status).not.toBe('closure-proposed');
  });

  test('overdue recipients need no click', async () => {
    // Submitted and sent long ago.
    const longAgo = new Date(Date.now() - 20 * 24 * 3_600_000).toISOString();
    const late = await RecordedReferral.submit(desks, 'quinn.quartz', another(), longAgo);
    const { reference } = await late.act('noor.rowan', {
      ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['SE'] },
      ...{ capability: 'investigation', wanted: [] },
    });
    const otto = await deskOf('otto.rowan');
    const overdue = otto.page.getByRole('table', { name: 'Wer eine Frist versäumt hat' });
    const row = overdue.getByRole('row').filter({ hasText: reference });
    expect(await row.textContent()).toMatch(/Juniper.*den Eingang der Übermittlung bestätigen.*um .*überfällig/s);
    await otto.done('Wer eine Frist versäumt hat', 0);
  });
});
