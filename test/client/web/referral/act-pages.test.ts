/** Acts on pages: entered values are never lost, and consequences that cannot be undone are shown first. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openReader } from '../../../../client/queries/read.ts';
import type { Receipt } from '../../../../domain/receipt.ts';
import { MATTER_ENDING_GROUNDS } from '../../../../domain/vocabulary.ts';
import { type Browser, NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { formsIn, mainOf } from '../../../support/forms.ts';
import { personOf } from '../../../support/people.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let kept: RecordedReferral;
let acts: string;
let alder: Browser;
/** Done between the page's own check and the act. */
let meanwhile: (() => Promise<unknown>) | undefined;
/** Records the act in place of the engine. */
let instead: (() => Promise<Receipt>) | undefined;

beforeAll(async () => {
  desk = await testDesk(undefined, {
    ...NO_ADDRESSES,
    around: (engine) => ({
      ...engine,
      perform: async (...asked) => {
        await meanwhile?.();
        return instead ? instead() : engine.perform(...asked);
      },
    }),
  });
});

beforeEach(async () => {
  kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  acts = `/referrals/${reference}/acts`;
  alder = await desk.browser('aino.alder');
});

/** The last entry as the officer of the recipient counts. */
async function ownNumber(): Promise<string> {
  const { referral } = await openReader(desk).status(await personOf(desk.db, 'aino.alder'), kept.id);
  return String(referral.seq);
}

/** The hidden fields of the form. */
function hiddenIn(body: string): Record<string, string> {
  const main = body.slice(body.indexOf('<main'));
  const fields = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.flatMap(([, name, value]) => (name && name !== '_csrf' ? [[name, value ?? '']] : [])),
  );
}

/** The fields of the form that performs an act at once. */
function hiddenForm(body: string, type: string): Record<string, string> {
  const form = formsIn(body).find(({ action }) => action.endsWith(`/acts/${type}`));
  const fields = form?.fields.filter(({ name }) => name !== '_csrf') ?? [];
  return Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']));
}

test('a consequence that cannot be undone is shown before the act', async () => {
  const { body } = await alder.get(`${acts}/decline?recipient=r1`);
  expect(body).toContain('can no longer read its particulars');
  expect(hiddenIn(body)).toMatchObject({ recipientId: 'r1', number: await ownNumber() });
});

test('the grounds that end the matter say so, and the note is not called optional', async () => {
  const { body } = await alder.get(`${acts}/decline?recipient=r1`);
  const hinted = [...body.matchAll(/name="ground" type="radio" value="([a-z-]+)"[^>]*aria-describedby/g)];
  expect(hinted.map(([, ground]) => ground).sort()).toEqual([...MATTER_ENDING_GROUNDS].sort());
  expect(body).toContain('The referral does not go to another agency.');
  expect(body).toMatch(/Note\s*<\/label>.*Required for the ground .* No material and no links to material\./s);
});

test('the warning of a withdrawal depends on who decides it', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const fresh = await RecordedReferral.submit(desk, 'quinn.quartz');
  const warning = async (browser: Browser, id: string) =>
    / class="govuk-warning-text__text">([^<]*)</.exec((await browser.get(`/referrals/${id}/acts/withdraw`)).body)?.[1];
  expect(await warning(quinn, fresh.id)).toBe('The referral is closed. It was not sent to a recipient yet.');
  expect(await warning(quinn, kept.id)).toMatch(/must approve the withdrawal\. Nothing changes before that\./);
  await kept.act('quinn.quartz', { type: 'withdraw', text: await kept.storeText('Sent twice.') });
  expect(await warning(await desk.browser('otto.rowan'), kept.id)).toBe(
    'Die Übermittlung wird abgeschlossen, und alle Empfänger verlieren den Zugriff.',
  );
});

test('a person who may not act gets a refusal instead of a form', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const { statusCode, body } = await quinn.get(`${acts}/decline?recipient=r1`);
  expect([statusCode, body.includes('NOT_RECIPIENT')]).toEqual([403, true]);
  expect((await alder.get(`${acts}/submit`)).statusCode).toBe(404);
});

test('an incomplete form is shown again with its errors and with what was entered', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const { statusCode, body } = await alder.post(`${acts}/decline`, { ...form, text: 'Lives <b>abroad</b>' });
  expect(statusCode).toBe(422);
  expect(body).toContain('href="#f-ground"');
  expect(body).toContain('Lives &lt;b>abroad&lt;/b>');
  expect(hiddenIn(body)).toEqual(form);
});

test('a refusal comes back at its field', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const text = `see data:image/png;base64,${'iVBORw0KGgo'.repeat(40)}`;
  const { statusCode, body } = await alder.post(`${acts}/decline`, { ...form, ground: 'no-jurisdiction', text });
  expect(statusCode).toBe(422);
  expect(body).toContain('href="#f-text"');
});

test('a reference that was mistyped is refused at its field, and what was typed is kept', async () => {
  const noor = await desk.browser('noor.rowan');
  const form = hiddenIn((await noor.get(`${acts}/link`)).body);
  const { statusCode, body } = await noor.post(`${acts}/link`, { ...form, other: 'XR-2026-99', kind: 'related' });
  expect(statusCode).toBe(404);
  expect(body).toContain('href="#f-other"');
  expect(body).toContain('value="XR-2026-99"');
  expect(hiddenIn(body)).toMatchObject({ number: form['number'] });
});

test('a person who acts on a changed referral sees the change, and loses nothing', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  await kept.act('eero.alder', { type: 'accept', recipientId: 'r1' });
  const stale = await alder.post(`${acts}/decline`, { ...form, ground: 'no-jurisdiction', text: 'Lives abroad' });
  expect(stale.statusCode).toBe(409);
  expect(stale.body).toContain('Somebody else acted first');
  expect(stale.body).toContain('Lives abroad');
  expect(stale.body).toMatch(/value="no-jurisdiction" checked/);
  expect(hiddenIn(stale.body)).toMatchObject({ key: form['key'], number: await ownNumber() });
});

test('if another act comes first, the act is refused and nothing is done', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const typed = { ...form, ground: 'no-jurisdiction', text: 'Lives abroad' };
  meanwhile = () => kept.act('eero.alder', { type: 'acknowledge', recipientId: 'r1' });
  const { statusCode, body } = await alder.post(`${acts}/decline`, typed);
  expect(statusCode).toBe(409);
  expect(body).toContain('Somebody else acted first');
  expect(body).toMatch(/Model Unit Alder, national contact point acknowledged/);
  expect(body).toContain('Lives abroad');
  expect(hiddenIn(body)).toMatchObject({ key: form['key'], number: await ownNumber() });
  // Entries of the engine do not make the form stale: the act reaches the workflow, which does not exist.
  meanwhile = undefined;
  const again = { ...hiddenIn(body), ground: 'no-jurisdiction', text: 'Lives abroad' };
  expect((await alder.post(`${acts}/decline`, again)).statusCode).toBe(503);
});

test('entries of the engine do not make a page stale', async () => {
  const { number: _, ...form } = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const { seq } = await kept.read();
  // A form of an earlier version, which names the entry of the journal.
  const { statusCode } = await alder.post(`${acts}/decline`, { ...form, seen: String(seq - 1), text: 'Lives abroad' });
  expect(statusCode).toBe(422);
  expect((await alder.post(`${acts}/decline`, { ...form, seen: '1', text: 'Lives abroad' })).statusCode).toBe(409);
});

test('the triage form is filled in with the proposal of the rules', async () => {
  const fresh = await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'urgent' });
  const noor = await desk.browser('noor.rowan');
  const { body } = await noor.get(`/referrals/${fresh.id}/acts/complete-triage`);
  expect(body).toMatch(
    /<option value="SE">Sweden<\/option>.*<optgroup label="No contact point can receive the referral">.*<option value="AF">/,
  );
  expect(body).toMatch(/name="urgency" type="radio" value="urgent" checked/);
  expect(body).toMatch(/name="countries" type="checkbox" value="FI" checked/);
  expect(body).toContain('Legal process, 1 verified, 150 points');
});

test('the form of an outcome does not choose whether it is the final one', async () => {
  await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  const page = `${acts}/report-outcome`;
  const { body } = await alder.get(`${page}?recipient=r1`);
  expect(body).toContain('name="final" type="radio" value="true"');
  expect(mainOf(body)).not.toContain(' checked');
  const unanswered = await alder.post(page, { ...hiddenIn(body), outcome: 'arrest' });
  expect([unanswered.statusCode, unanswered.body.includes('href="#f-final"')]).toEqual([422, true]);
});

test('the form that assigns a recipient shows each candidate with the verdict of the rules', async () => {
  const otto = await desk.browser('otto.rowan');
  const { body } = await otto.get(`${acts}/assign-recipient`);
  const main = mainOf(body);
  const [tried = ''] = /<input[^>]*value="fi-alder-ncp".*?<\/div><\/div>/s.exec(main) ?? [];
  expect(tried).toContain('type="radio"');
  expect(tried).toMatch(/Finnland: Model Unit Alder.*Hat die Übermittlung bereits erhalten/s);
  const [other = ''] = /<option value="se-juniper-ncp">[^<]*/.exec(main) ?? [];
  expect(other).toMatch(/Schweden: Model Unit Juniper.*\(Geeignet: kommt in ihrem Land zuerst; /);
  // Those that the rules would not select say why.
  expect(main).toMatch(/<option value="us-quartz[^<]*\(Ist die absendende Behörde; /);
  const both = { contactPoint: 'fi-alder-ncp', otherContactPoint: 'se-juniper-ncp', text: 'Niemand sonst.' };
  const refused = await otto.post(`${acts}/assign-recipient`, { ...hiddenIn(body), ...both });
  expect([refused.statusCode, refused.body.includes('Wählen Sie nur eine Kontaktstelle')]).toEqual([422, true]);
  expect(refused.body).toMatch(/value="se-juniper-ncp" selected/);
  // The engine is not there: what comes as far as that is complete.
  const one = await otto.post(`${acts}/assign-recipient`, { ...hiddenIn(body), ...both, contactPoint: '' });
  expect(one.statusCode).toBe(503);
});

test('a held referral names the countries without a candidate, and offers the others', async () => {
  const held = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await held.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], countries: ['IS'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  const ines = await desk.browser('ines.rowan');
  const main = mainOf((await ines.get(`/referrals/${reference}/acts/assign-recipient`)).body);
  expect(main).toMatch(/Islande\s: Aucun point de contact dans l’annuaire/);
  expect(main).not.toContain('type="radio"');
  expect(main).toMatch(
    /<select[^>]*name="contactPoint".*<option value="fi-alder-ncp">Finlande\s: [^<]*Joignable\s: Oui/s,
  );
});

test('the form that assigns a recipient names the one that did not answer', async () => {
  const day = 24 * 3_600_000;
  const silent = await RecordedReferral.submit(desk, 'quinn.quartz', {}, new Date(Date.now() - 20 * day).toISOString());
  await silent.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  silent.now = new Date().toISOString();
  const { reference, recipients } = await silent.settle();
  expect(recipients.map(({ replacement }) => replacement.state)).toEqual(['awaits-supervisor']);
  const otto = await desk.browser('otto.rowan');
  const { body } = await otto.get(`/referrals/${reference}/acts/assign-recipient`);
  expect(body).toMatch(/<option value="r1" selected>/);
});

test('each of many acts says what it did and what is due next', async () => {
  const { reference } = await kept.read();
  instead = async () => {
    const { id: referralId, status } = await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
    return { referralId, reference, status, opened: [], seq: Number(await ownNumber()) };
  };
  const { body } = await alder.post('/inbox/acknowledge', { reference });
  instead = undefined;
  expect(body).toContain('1 acknowledged, 0 refused.');
  const row = mainOf(body)
    .slice(mainOf(body).indexOf('<tbody'))
    .replaceAll(/<[^>]*>/g, '');
  expect(row).toMatch(/Done Model Unit Alder.* acknowledged XR-.* Next: Model Unit Alder.* must accept or decline/);
});

test('every act has a page in every language', async () => {
  for (const personId of ['ines.rowan', 'otto.rowan', 'noor.rowan']) {
    const browser = await desk.browser(personId);
    for (const act of ['link', 'assign', 'assign-recipient', 'add-country', 'propose-closure']) {
      const { statusCode, body } = await browser.get(`${acts}/${act}`);
      expect([200, 403]).toContain(statusCode);
      expect(body).not.toMatch(/\b(referral|codes|common|timeline|intake):[a-z]/);
    }
  }
});

test('refused material is not shown again, and the rest of the form is', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const text = 'iVBORw0KGgo'.repeat(400);
  const refused = await alder.post(`${acts}/decline`, { ...form, ground: 'duplicate', text });
  expect([refused.statusCode, refused.body.includes('iVBORw0KGgo')]).toEqual([422, false]);
  expect(refused.body).toMatch(/value="duplicate" checked/);
});

test('material is not shown again if another field is wrong, the page is stale, or a purpose is missing', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const text = 'iVBORw0KGgo'.repeat(400);
  const wrong = await alder.post(`${acts}/decline`, { ...form, ground: 'nothing', text });
  const stale = await alder.post(`${acts}/decline`, { ...form, number: '1', ground: 'duplicate', text });
  const { reference } = await kept.read();
  const purpose = await alder.post(`/referrals/${reference}/particulars`, { purpose: text });
  expect([wrong, stale, purpose].map(({ statusCode, body }) => [statusCode, body.includes('iVBORw0KGgo')])).toEqual([
    [422, false],
    [409, false],
    [422, false],
  ]);
});

test('a text that is only too long is shown again, so that it can be shortened', async () => {
  const form = hiddenIn((await alder.get(`${acts}/decline?recipient=r1`)).body);
  const text = 'The account was used from another country. '.repeat(500);
  const { statusCode, body } = await alder.post(`${acts}/decline`, { ...form, ground: 'duplicate', text });
  expect([statusCode, body.includes(text.trim())]).toEqual([422, true]);
});

test('an act whose number is too long is shown again with what was entered', async () => {
  const accept = hiddenForm((await alder.get(`/referrals/${kept.id}`)).body, 'accept');
  const { statusCode, body } = await alder.post(`${acts}/accept`, { ...accept, ownReference: 'x'.repeat(201) });
  expect([statusCode, body.includes('href="#f-ownReference"')]).toEqual([422, true]);
});
