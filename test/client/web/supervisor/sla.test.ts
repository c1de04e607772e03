/** SLA timelines: of many referrals, of one referral, and with an explanation of each clock. */

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicies } from '../../../../domain/clocks/clock-policy.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let reference: string;
const SUMMARY = 'The child wrote under the name Copperfield-Lantern.';

beforeAll(async () => {
  desk = await testDesk();
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', { summary: SUMMARY });
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  const text = await kept.storeText('Which time zone?');
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await kept.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  ({ reference } = await kept.read());
});

test('of many referrals are one row each, sorted by the time left', async () => {
  const { body } = await (await desk.browser('otto.rowan')).get('/sla');
  expect(body).toContain(`href="/sla/${reference}"`);
  expect(body).toMatch(/aria-sort="ascending"/);
  expect(body).toMatch(new RegExp(`href="/sla/${reference}/c\\d+"`));
  // Each time is there once, and the deadlines are what the rows are sorted by.
  expect(body).toMatch(/aria-sort="ascending"><a [^>]*>Fristen</);
  const rows = body.slice(body.indexOf('<tbody'));
  expect(rows.match(/data-due=/g)?.length).toBe(rows.match(/class="desk-clocks"/g)?.length);
});

test('of many show no remaining time on a clock that is paused', async () => {
  const { body } = await (await desk.browser('vera.rowan')).get('/sla');
  const clocks = body.match(/<li><span><a href="\/sla\/.*?<\/li>/gs) ?? [];
  const [paused, running] = [true, false].map((isPaused) =>
    clocks.filter((clock) => clock.includes('desk-bar--paused') === isPaused),
  );
  expect(paused?.length).toBeGreaterThan(0);
  for (const clock of paused ?? []) {
    expect(clock).not.toMatch(/data-due|govuk-tag/);
    expect(clock).toContain('Paused: a question is open');
  }
  for (const clock of running ?? []) expect(clock).toContain('data-due');
});

test('of many referrals can be downloaded as a file', async () => {
  const { body, headers } = await (await desk.browser('vera.rowan')).get('/sla?format=csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(body).toContain(reference);
  expect(body).toContain('TLP:AMBER');
});

test('of one are bars with titles, the same data as a table, and times in three time zones', async () => {
  const { body } = await (await desk.browser('vera.rowan')).get(`/sla/${reference}`);
  expect(body).toContain('class="desk-handling"');
  expect(body).toContain('<desc id="sla-desc">');
  expect(body).toContain('url(#sla-pause)');
  expect(body.match(/class="desk-bar desk-bar--/g)?.length).toBeGreaterThan(3);
  expect(body).toContain('Europe/Helsinki');
  expect(body).toContain('America/New_York');
  expect(body).toContain('Paused since');
  expect(body).not.toContain('Copperfield');
  expect(body).not.toContain('style=');
});

test('of one have texts at the bars, a dated axis with its zone, and a lane of events', async () => {
  const browser = await desk.browser('vera.rowan');
  const { body } = await browser.get(`/sla/${reference}`);
  const { zone } = await desk.db.person.findUniqueOrThrow({ where: { id: 'vera.rowan' } });
  const svg = /<svg class="desk-sla".*?<\/svg>/s.exec(body)?.[0] ?? '';
  for (const text of [
    `Times in ${zone}, from `,
    'Events (numbers as below)',
    'Had to act: ',
    'Must act: ',
    ', in time',
  ]) {
    expect(svg).toContain(text);
  }
  // Each deadline ended by the act that the audit log names, not by the next one.
  expect(svg).toMatch(/>Acknowledged [^<]*, in time</);
  expect(svg).toMatch(/>Triaged [^<]*, in time</);
  expect(svg).toMatch(/Start \d+ \w+ \d{4}, \d\d:\d\d .*Due \d+ \w+ \d{4}/s);
  expect(svg).toMatch(/(warned|will warn) at \d+%/);
  expect(body).toMatch(/\d deadlines\. Ended late: 0\. Overdue: 0\./);
  expect(svg).toMatch(/href="\/sla\/XR[^"]*events=1#entry-\d+"/);
  expect(body).toMatch(/id="entry-1"/);
  expect(body).toContain('<a class="govuk-back-link" href="/sla">');
  expect(body).toContain('href="#document"');
  expect(body).toMatch(/id="document">Download the deadlines</);
});

test('of one lead from a bar to the entries of its deadline in the audit log, and to no others', async () => {
  const browser = await desk.browser('vera.rowan');
  const { body } = await browser.get(`/sla/${reference}`);
  const [, path = ''] = /href="(\/audit\?referral=[^"]*entries=[^"]*)" class="desk-bar/.exec(body) ?? [];
  const audit = await browser.get(path.replaceAll('&amp;', '&'));
  const numbers = new URLSearchParams(path.split('?')[1]?.replaceAll('&amp;', '&')).get('entries')?.split(',') ?? [];
  expect(numbers.length).toBeGreaterThan(1);
  expect(audit.body.match(/, entry \d+/g)).toHaveLength(numbers.length);
  for (const number of numbers) expect(audit.body).toContain(`, entry ${number}`);
  expect((await browser.get(`/audit?referral=${reference}&entries=1;2`)).statusCode).toBe(422);
});

test('of one can be downloaded as a file', async () => {
  const { body, headers } = await (await desk.browser('vera.rowan')).get(`/sla/${reference}?format=csv`);
  expect(headers['content-disposition']).toContain(`${reference}-sla.csv`);
  expect(body).toMatch(new RegExp(`${reference},c1,Triage,`));
});

test('of many are shown by the agency that must act, as bars, a table, a sentence and a file', async () => {
  const vera = await desk.browser('vera.rowan');
  const { body } = await vera.get('/sla/agencies?agency=us-quartz');
  expect(body).toMatch(/deadlines are open\. Overdue: 0\.|One deadline is open\. Overdue: 0\./);
  expect(body).toContain(`<title>Clarification, ${reference}: how the due time was computed</title>`);
  expect(body).toMatch(/<a href="\/sla\/agencies\?agency=us-quartz" aria-current="true">/);
  expect(body.match(/<a href="\/sla\/agencies[^>]*aria-current/g)).toHaveLength(1);
  // The legend explains what these bars can have: no journal was read.
  const legend = body.slice(
    body.indexOf('class="desk-legend"'),
    body.indexOf('</ul>', body.indexOf('class="desk-legend"')),
  );
  expect(legend).toContain('Running');
  expect(legend).not.toMatch(/Weekend|warning|Original deadline|Paused|Ended/);
  expect((await vera.get('/sla/agencies?agency=us-quartz&format=csv')).body).toContain(`,${reference},Clarification,`);
  const aino = await (await desk.browser('eero.alder')).get('/sla/agencies');
  expect(aino.body).not.toContain('us-quartz');
});

describe('the document', () => {
  const download = async (person: string, language: string, of = reference) =>
    (await desk.browser(person)).post(`/sla/${of}/pdf`, { language });

  test.each([
    ['en', 'en-GB', ['Deadlines of', 'Had to act: ', 'Start ', 'Due ', ', in time', 'Must act: ', 'warn at']],
    [
      'fr',
      'fr-FR',
      ['Délais de', 'Devait agir', 'Début ', 'Échéance ', 'dans les délais', 'Doit agir', 'avertissement'],
    ],
    ['de', 'de-DE', ['Fristen', 'Musste handeln', 'Beginn ', 'Fällig ', 'fristgerecht', 'Muss handeln', 'arnung bei']],
  ])('has labels, times and its origin as text, in %s', async (language, locale, texts) => {
    const answer = await download('vera.rowan', language);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(`${reference}-sla.pdf`);
    const { pages, title, language: stated, marked, fonts, alts } = await readPdf(answer.rawPayload);
    const shown = pages.map(({ text }) => text).join('\n');
    const { zone, name } = await desk.db.person.findUniqueOrThrow({ where: { id: 'vera.rowan' } });
    for (const text of [...texts, reference, 'TLP:AMBER', zone, name, defaultPolicies.version]) {
      expect(shown).toContain(text);
    }
    expect(shown).not.toContain('Copperfield');
    expect([title, stated, marked]).toEqual([expect.stringContaining(reference), locale, true]);
    expect(fonts).toEqual({ embedded: 2, all: 2 });
    expect(new Set(pages.flatMap(({ roles }) => roles))).toEqual(
      new Set(['Root', 'Document', 'P', 'H1', 'H2', 'Figure', 'Table', 'TR', 'TH', 'TD']),
    );
    expect(alts.join()).toContain('Model Unit Alder (FI)');
  });

  test('is recorded as a disclosure with the digest of the file', async () => {
    const { rawPayload } = await download('otto.rowan', 'en');
    const { leaf } = await desk.db.auditLeaf.findFirstOrThrow({
      where: { operation: 'disclosure' },
      orderBy: { id: 'desc' },
    });
    const sha256 = createHash('sha256').update(rawPayload).digest('hex');
    expect(leaf).toMatchObject({
      ...{ by: { personId: 'otto.rowan' }, about: { document: 'sla-timeline', format: 'pdf', sha256 } },
    });
    const { body } = await (await desk.browser('vera.rowan')).get(`/audit?referral=${reference}&operation=disclosure`);
    expect(body).toContain('Downloaded the deadlines as PDF');
  });

  test('shows what its reader sees, and is refused to those who do not see the referral', async () => {
    const { rawPayload } = await download('eero.alder', 'en');
    const shown = (await readPdf(rawPayload)).pages.map(({ text }) => text).join('\n');
    expect(shown).toContain('Acknowledgement');
    expect(shown).not.toContain('Triage (c1)');
    expect((await download('vera.rowan', 'en', 'XR-1999-000001')).statusCode).toBe(404);
    expect((await download('noor.rowan', 'en')).statusCode).toBe(403);
    expect((await download('vera.rowan', 'xx')).statusCode).toBe(422);
  });
});

test("of one clock are explained in the person's language", async () => {
  const browser = await desk.browser('vera.rowan');
  const { body } = await browser.get(`/sla/${reference}/c1`);
  expect(body).toContain('class="desk-handling"');
  expect(body).toContain('<h1 class="govuk-heading-l">Deadline: Triage, Model Coordination Desk Rowan (XR)</h1>');
  expect(body).toContain('Recalculated from start, pauses and extensions: same result.');
  expect(body).toContain('Ended in time: Triaged');
  await browser.post('/settings', { language: 'de', zone: 'Europe/Berlin', digestHour: '' });
  expect((await browser.get(`/sla/${reference}/c1`)).body).toContain('Neu berechnet aus Beginn');
});

test('of an unknown referral and of one of other agencies get the same answer', async () => {
  const stranger = await desk.browser('eero.alder');
  const mine = await stranger.get(`/sla/${reference}`);
  expect(mine.statusCode).toBe(200);
  expect(mine.body).not.toContain('/c1"');
  const none = await stranger.get('/sla/XR-1999-000001');
  const triage = await stranger.get(`/sla/${reference}/c1`);
  expect([none.statusCode, triage.statusCode]).toEqual([404, 404]);
  expect((await (await desk.browser('vera.rowan')).get(`/sla/${reference}/c99`)).statusCode).toBe(404);
});
