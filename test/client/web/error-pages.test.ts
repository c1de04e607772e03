/** Error pages: in the language of the person, with what to do next, and without internal details. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ReferralError } from '../../../domain/errors.ts';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';

let desk: TestDesk;
let browser: Browser;

beforeAll(async () => {
  desk = await testDesk();
  desk.app.get('/test-bug', () => {
    throw new TypeError('the secret of a case');
  });
  desk.app.post('/test-bug', () => {
    throw new TypeError('after the act was recorded');
  });
  desk.app.get('/test-refusal', () => {
    throw new ReferralError('SAME_PERSON', 'Whoever proposed it may not approve it.');
  });
  desk.app.get('/test-refused-field', () => {
    throw new ReferralError('QUESTION_CAP', '5 questions were asked.', 'filter.kind', { max: 5 });
  });
  browser = await desk.browser('noor.rowan');
});

test('an unknown page and one that is not permitted look the same', async () => {
  const [none, hidden] = [await browser.get('/nothing'), await browser.get('/referrals/XR-2026-999999')];
  const bare = (body: string) => body.replaceAll(/<form[\s\S]*?<\/form>|<code>.*?<\/code>|data-since="[^"]*"/g, '');
  expect([none.statusCode, hidden.statusCode]).toEqual([404, 404]);
  expect(bare(hidden.body)).toBe(bare(none.body));
});

test('the page of a bug shows a number and no details', async () => {
  const { statusCode, body } = await browser.get('/test-bug');
  expect(statusCode).toBe(500);
  expect(body).toMatch(/Try again. If it happens again, report this number to the operator of Liaise: [0-9a-f-]{36}/);
  expect(body).not.toMatch(/secret|TypeError|\.ts/);
});

test.each([
  ['noor.rowan', 'What you sent may have been recorded.', 'Nothing was changed'],
  ['ines.rowan', 'Votre envoi a peut-être été enregistré.', 'Rien n’a été modifié'],
  ['otto.rowan', 'Was Sie gesendet haben, wurde möglicherweise erfasst.', 'Es wurde nichts geändert'],
])('a bug after a form was sent does not claim that nothing was changed: %s', async (personId, text, untrue) => {
  const { statusCode, body } = await (await desk.browser(personId)).post('/test-bug');
  expect([statusCode, body.includes(text), body.includes(untrue)]).toEqual([500, true, false]);
});

test("a refusal states what, why and what to do, in the person's language", async () => {
  const english = await browser.get('/test-refusal');
  expect(english.statusCode).toBe(403);
  expect(english.body).toContain('Another person must decide this');
  expect(english.body).toContain('Whoever proposed it may not approve it.');
  const german = await (await desk.browser('otto.rowan')).get('/test-refusal');
  expect(german.body).not.toContain('Whoever proposed it');
  expect(german.body).toContain('<code>SAME_PERSON</code>');
});

test('the subject of a refusal is named in every language', async () => {
  const { body } = await (await desk.browser('ines.rowan')).get('/test-refused-field');
  expect(body).toMatch(/Maximum\s: 5\. Champ\s: filter\.kind\./);
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const form = (bytes: number) => `text=${'x'.repeat(bytes - 5)}`;
const KIB = 1024;

describe('a body that is too large', () => {
  test.each([
    ['noor.rowan', 'This form may have at most 64 KiB. Shorten your text'],
    ['ines.rowan', 'Ce formulaire ne doit pas faire plus de 64 Kio.'],
    ['otto.rowan', 'Dieses Formular darf höchstens 64 KiB groß sein.'],
  ])('is refused with the limit of the form, in the language of %s', async (person, text) => {
    const own = await desk.browser(person);
    const payload = form(65 * KIB);
    const { statusCode, body } = await own.inject({ method: 'POST', url: '/settings', payload, headers: FORM });
    expect(statusCode).toBe(413);
    expect(body).toContain(text);
    expect(body).not.toContain('FST_');
  });

  test.each([
    ['/settings', 64 * KIB],
    ['/admin/agencies/fi-alder', 64 * KIB],
    ['/referrals/XR-2026-000001/acts/decline', 416 * KIB],
    ['/referrals/XR-2026-000001/acts/supplement', 4096 * KIB],
    ['/referrals/new/0f2b5c1e-5a44-4c39-9a1b-6d1f0a7c2e11/what', 4096 * KIB],
    ['/sign-out', 64 * KIB],
  ])('is refused beyond the limit of %s', async (url, limit) => {
    const post = (bytes: number) => browser.inject({ method: 'POST', url, payload: form(bytes), headers: FORM });
    expect((await post(limit + KIB)).statusCode).toBe(413);
    // Refused for the missing form token instead.
    expect((await post(limit - KIB)).statusCode).toBe(403);
  });

  test('is refused as a report with the limit of reports', async () => {
    const payload = form(13 * KIB * KIB);
    const { statusCode, body } = await browser.inject({
      ...{ method: 'POST', url: '/referrals/new/file', payload, headers: FORM },
    });
    expect(statusCode).toBe(413);
    expect(body).toContain('A report file may be at most 2 MiB');
  });
});

test('a form from another site changes nothing', async () => {
  const { statusCode } = await browser.inject({
    ...{ method: 'POST', url: '/settings', payload: 'language=fr&zone=UTC&digestHour=' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  });
  expect(statusCode).toBe(403);
});
