/** Acts on many referrals through the real engine: each row shows its result, and a button that takes it back. */

import { beforeAll, expect, test } from 'vitest';
import { type Browser, NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../../support/engine.ts';
import { aSubmission } from '../../../support/factories.ts';
import { formsIn, send } from '../../../support/forms.ts';
import { submitted, triagedTo } from '../../../support/submit-and-triage.ts';

let liaise: TestEngine;
let desk: TestDesk;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desk = await testDesk(liaise);
});

/** Its own origin reference, because a submission with that of another would be the same referral. */
const another = () =>
  aSubmission({ materials: [], originReferences: [{ system: 'case-register', id: crypto.randomUUID() }] });
const referenceOf = async (id: string) => (await liaise.read(id)).reference;

/** The row of the results that is about the referral. */
function rowOf(body: string, reference: string): string {
  return body.split('<tr').find((row) => row.includes(`/referrals/${reference}"`)) ?? '';
}

/** Presses the button of the row that takes the act back. Returns the page to which it leads. */
async function takeBack(browser: Browser, body: string, reference: string): Promise<string> {
  const form = formsIn(body).find(({ action }) => action === `/referrals/${reference}/acts/take-back`);
  if (form === undefined) throw new Error(`No button takes back the act on ${reference}.`);
  return (await send(browser, form, '')).body;
}

test('of several accepted proposals, one is taken back on its row, and the others stay accepted', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => submitted(liaise, another())));
  const [first = '', second = '', third = ''] = ids;
  const noor = await desk.browser('noor.rowan');
  const queue = (await noor.get('/triage?select=all')).body;
  const reference = [...queue.matchAll(/name="reference"[^>]*value="(XR-[^"]+)"/g)].map(([, value = '']) => value);
  expect(reference).toHaveLength(3);
  const key = crypto.randomUUID();
  const { body } = await noor.post('/triage/accept', { reference, key });
  expect(body).toContain('3 proposals accepted, 0 refused.');
  const name = await referenceOf(second);
  for (const id of ids) {
    const each = await referenceOf(id);
    const button = new RegExp(`Take back: Complete the triage<span class="govuk-visually-hidden">: ${each}</span>`);
    expect(rowOf(body, each)).toMatch(button);
    expect(rowOf(body, each)).toMatch(/To take it back: .*data-due="/s);
  }
  // Sent again, for example by a reload, it accepts nothing again and shows the same results.
  const again = await noor.post('/triage/accept', { reference, key });
  expect(rowOf(again.body, name)).toContain('Take back: ');
  expect(rowOf(again.body, name)).toContain('The triage of ');

  const list = await takeBack(noor, body, name);
  expect(list).toMatch(/<title>Triage queue.*Your action on .* was taken back\./s);
  expect(list).toContain(`data-row="${name}"`);
  expect((await liaise.read(second)).status).toBe('received');
  for (const id of [first, third]) expect((await liaise.read(id)).status).toBe('referred');
  // What was taken back is not accepted by the same form.
  const reloaded = await noor.post('/triage/accept', { reference, key });
  expect(reloaded.body).toContain('2 proposals accepted, 1 refused.');
  expect((await liaise.read(second)).status).toBe('received');
});

test.each([
  ['emil.rowan', 'Zurücknehmen: '],
  ['ines.rowan', 'Annuler\u202f: '],
])('the button of %s is in their language', async (personId, button) => {
  const id = await submitted(liaise, another());
  const browser = await desk.browser(personId);
  const { seq } = await liaise.read(id);
  const name = await referenceOf(id);
  const { body } = await browser.post('/triage/accept', { reference: `${name}/${seq}` });
  expect(rowOf(body, name)).toContain(button);
});

test('an assignment of several is taken back on its row; to take a case cannot be taken back', async () => {
  const ids = await Promise.all([1, 2].map(() => triagedTo(liaise, another(), ['FI'])));
  const reference = await Promise.all(ids.map(referenceOf));
  const [name = '', other = ''] = reference;
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.post('/waiting/assign', { reference, personId: 'eero.alder' });
  expect(body).toContain('2 assigned, 0 refused.');
  expect(await takeBack(aino, body, name)).toMatch(/<title>Waiting for us.*Your action on .* was taken back\./s);
  const handlers = async () => Promise.all(ids.map(async (id) => (await liaise.read(id)).handlers['fi-alder']));
  expect(await handlers()).toEqual([undefined, 'eero.alder']);
  expect(rowOf(body, other)).toContain('Take back: ');
  const taken = await aino.post('/waiting/assign', { reference: name, personId: 'me' });
  expect(taken.body).toContain('1 assigned, 0 refused.');
  expect(taken.body).not.toContain('Take back: ');
});

test('if the answer to one act of several is lost, the page says so, and the form can be sent again', async () => {
  let acts = 0;
  const failing = await testDesk(liaise, {
    ...NO_ADDRESSES,
    around: (engine) => ({
      ...engine,
      perform: async (...given) => {
        const receipt = await engine.perform(...given);
        acts += 1;
        if (acts === 3) throw new TypeError('The answer is lost.');
        return receipt;
      },
    }),
  });
  const ids = await Promise.all([1, 2, 3, 4].map(() => triagedTo(liaise, another(), ['FI'])));
  const reference = await Promise.all(ids.map(referenceOf));
  const aino = await failing.browser('aino.alder');
  const form = { reference, personId: 'me', key: crypto.randomUUID() };
  const { statusCode, body } = await aino.post('/waiting/assign', form);
  expect(statusCode).toBe(200);
  expect(body).toContain('3 assigned, 0 refused. 1 result is not known.');
  expect(body.match(/Open the referral and look before you repeat it\./g)).toHaveLength(1);
  expect(body).not.toContain('The answer is lost.');
  const isLogged = (line: string) => line.includes('TypeError') && !line.includes('The answer is lost.');
  expect(failing.log.filter(isLogged)).toHaveLength(1);
  const seqs = async () => Promise.all(ids.map(async (id) => (await liaise.read(id)).seq));
  const recorded = await seqs();
  const again = await aino.post('/waiting/assign', form);
  expect(again.body).toContain('4 assigned, 0 refused.');
  expect(await seqs()).toEqual(recorded);
});
