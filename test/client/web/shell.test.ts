/** What all pages share: header, help links, print view, sign-in, and a strict content security policy. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { PAGES, SIGNED_OUT } from '../who-opens.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('a person of two agencies switches between them in the header', async () => {
  const browser = await desk.browser('jens.heather', 'dk-heather');
  const { body } = await browser.get('/settings');
  const [, action = ''] =
    /action="([^"]+)" method="post">(?:(?!<\/form>)[\s\S])*<select id="agency-switch"/.exec(body) ?? [];
  expect(body).toContain('href="/now"');
  const { statusCode } = await browser.post(action, { agency: 'no-spruce' });
  expect(statusCode).toBe(303);
  const after = await browser.get('/settings');
  expect(after.body).toContain('href="/agency"');
  expect(after.body).not.toContain('href="/now"');
});

test('if a page is not for this agency, a person of another agency can open it there', async () => {
  const browser = await desk.browser('jens.heather', 'dk-heather');
  const [path, named] = ['/referrals/XR-2026-000001', 'name="to" value="/referrals/XR-2026-000001"'];
  const { statusCode, body } = await browser.get(path);
  expect([statusCode, body.includes(named)]).toEqual([404, true]);
  const { headers } = await browser.post('/agency', { agency: 'no-spruce', to: path });
  expect(headers.location).toBe(path);
  const away = await browser.post('/agency', { agency: 'dk-heather', to: 'https://evil.example/' });
  expect(away.headers.location).toBe('/');
  expect((await (await desk.browser('noor.rowan')).get(path)).body).not.toContain(named);
});

test('entered values are printed, and buttons are not', async () => {
  const { body } = await (await desk.browser('sana.quartz')).get('/public/desk.css');
  const printed = [...body.matchAll(/@media print\{((?:[^{}]*\{[^{}]*\})*)\}/g)].map(([, rules]) => rules).join('');
  const hidden = [...printed.matchAll(/([^{}]*)\{display:none\}/g)].flatMap(([, names = '']) => names.split(','));
  expect(hidden).toContain('button');
  for (const name of hidden) expect(name).not.toMatch(/^(form|fieldset|input|select|textarea)$/);
});

test('the current page is marked for screen readers', async () => {
  const { body } = await (await desk.browser('sana.quartz')).get('/now');
  expect(body).toMatch(/<a href="\/now" aria-current="page">/);
  const { reference } = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read();
  const one = await (await desk.browser('quinn.quartz')).get(`/referrals/${reference}`);
  expect(one.body).toContain('<a href="/referrals" aria-current="true">');
});

const MOST_SCRIPT_BYTES = 15_000;

/** The pages that the person may open, of those without a parameter, and one referral with one of its forms. */
async function pagesOf(personId: string): Promise<[path: string, body: string][]> {
  const browser = await desk.browser(personId);
  const { reference } = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read();
  const ofReferral = [`/referrals/${reference}`, `/referrals/${reference}/acts/ask-information`];
  const pages: [string, string][] = [];
  for (const path of [...Object.keys(PAGES), ...ofReferral]) {
    const { statusCode, body } = await browser.get(path);
    if (statusCode === 200) pages.push([path, body]);
  }
  return pages;
}

test.each([
  ['noor.rowan', true],
  ['aino.alder', true],
  ['ines.rowan', true],
  ['karl.rowan', false],
])('each page of %s announces emergencies if the person sees referrals: %s', async (personId, isAnnounced) => {
  const pages = await pagesOf(personId);
  expect(pages.length).toBeGreaterThan(5);
  for (const [path, body] of pages) expect([path, body.includes('id="emergencies"')]).toEqual([path, isAnnounced]);
});

test('the scripts that a page links have at most 15 KB in total, and no page has others', async () => {
  const signedOut = await Promise.all(
    SIGNED_OUT.map(async (path): Promise<[string, string]> => [path, (await desk.app.inject({ url: path })).body]),
  );
  const sizes = new Map<string, number>();
  let withScripts = 0;
  for (const [path, body] of [...(await pagesOf('noor.rowan')), ...(await pagesOf('karl.rowan')), ...signedOut]) {
    let total = 0;
    for (const [, head = '', inside = ''] of body.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      const [, source] = /src="([^"]+)"/.exec(head) ?? [];
      if (source && !sizes.has(source)) {
        const { statusCode, rawPayload } = await desk.app.inject({ url: source });
        expect(statusCode).toBe(200);
        sizes.set(source, rawPayload.byteLength);
      }
      total += Buffer.byteLength(inside) + (sizes.get(source ?? '') ?? 0);
    }
    if (total > 0) withScripts += 1;
    expect([path, total > MOST_SCRIPT_BYTES]).toEqual([path, false]);
  }
  expect(withScripts).toBeGreaterThan(10);
});

test('each page links its help and the glossary, which need no sign-in and have the language of the reader', async () => {
  const browser = await desk.browser('noor.rowan');
  const { body } = await browser.get('/triage');
  expect(body).toContain('href="/help/triage" target="_blank"');
  expect(body).toContain('href="/glossary"');
  const get = (url: string) => desk.app.inject({ url, headers: { 'accept-language': 'fr' } });
  expect((await get('/sign-in')).body).toContain('href="/glossary"');
  const help = await get('/help/triage');
  expect(help.body).toContain('Aide\u202f: File de tri');
  expect(help.body).toContain('<dt>doublon</dt>');
  const glossary = await get('/glossary');
  expect(glossary.body).toContain('<span lang="de">Kontaktstelle</span>');
  expect((await get('/help/nothing')).statusCode).toBe(404);
  const index = await browser.get('/help');
  const topics = [...index.body.matchAll(/href="(\/help\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(topics).toContain('/help/held');
  // Pages that are not in the navigation have help too, if the person reaches them.
  for (const topic of ['referral', 'act', 'deadline', 'compare']) expect(topics).toContain(`/help/${topic}`);
  expect(index.body).toContain('ask an administrator of your agency.');
  expect((await (await desk.browser('aino.alder')).get('/help')).body).not.toContain('/help/compare');
  // As the navigation of the coordinating agency names it.
  expect(index.body).toContain('<a href="/help/referrals">All referrals</a>');
  expect((await browser.get('/help/referrals')).body).toContain('<h1 class="govuk-heading-l">Help: All referrals</h1>');
  for (const path of topics) expect((await browser.get(path)).statusCode, path).toBe(200);
});
