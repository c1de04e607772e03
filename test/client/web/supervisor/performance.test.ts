/** Performance and network pages: figures link to their referrals, and a table repeats what the map shows. */

import { beforeAll, expect, test } from 'vitest';
import { COUNTRY_OF_NUMBER } from '../../../../domain/country-numbers.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let otto: Browser;
/** When the referral was sent to its recipient: not always in the current month. */
let month: string;

beforeAll(async () => {
  desk = await testDesk();
  await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language: 'en' } });
  otto = await desk.browser('otto.rowan');
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await kept.act('aino.alder', { type: 'decline', recipientId: 'r1', ground: 'no-jurisdiction' });
  month = (await kept.read()).recipients[0]?.openedAt.slice(0, 7) ?? '';
});

test('performance is broken down by a dimension, each figure a link to its referrals', async () => {
  const { body } = await otto.get('/performance?by=country');
  expect(body).toContain('Finland');
  expect(body).toMatch(/href="\/referrals\?[^"]*country=FI[^"]*kept=acknowledge%3Ain-time[^"]*">100% of 1</);
  expect(body).toContain('Median to acknowledge');
  expect(body).toContain('90th percentile to decide');
  expect(body).toMatch(/>Ground<\/th>/);
  expect(body.match(/href="\/referrals\?[^"]*answered=acknowledge[^"]*">/g)?.length).toBeGreaterThanOrEqual(4);
  expect(body).toContain('(months in UTC)');
  const declined = /href="(\/referrals\?[^"]*ground=no-jurisdiction[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  expect((await otto.get(declined ?? '')).body).toMatch(/XR-\d{4}-000001/);
});

test('one row can be opened alone, and the whole table is a file', async () => {
  const { body } = await otto.get('/performance?by=agency&key=fi-alder');
  expect(body).toContain('Model Unit Alder (FI)');
  expect(body).not.toContain('Total');
  const file = await otto.get('/performance?format=csv');
  expect(file.headers['content-disposition']).toContain('performance.csv');
  const [head = '', whole = ''] = file.body.split('\r\n');
  expect(head).toContain('Acknowledgement – in time,');
  expect(head).toContain('Grounds for declining – No jurisdiction,');
  expect(whole.split(',').slice(0, 5)).toEqual(['Total', '', '', '1', '2']);
  expect(file.body).toContain('Agency,fi-alder,Model Unit Alder (FI),1,1,');
  const ines = await desk.browser('ines.rowan');
  const [french = ''] = (await ines.get('/performance?format=csv')).body.split('\r\n');
  expect(french).toContain('Motifs de refus – Doublon,');
  expect(french).not.toMatch(/median|measured|ground|outcome/);
});

test('the error of the times is stated, and the times of one month are calculated exactly', async () => {
  expect((await otto.get('/performance')).body).toContain('by at most 2%');
  const { body } = await otto.get(`/performance?from=${month}&to=${month}`);
  const [, path = ''] = /href="([^"]*exact=yes[^"]*)"/.exec(body) ?? [];
  const exact = (await otto.get(path.replaceAll('&amp;', '&'))).body;
  expect(exact).toContain('The times are exact.');
  expect(exact).not.toContain('by at most');
  expect(exact).toContain('Finland');
  for (const wrong of ['exact=yes', `exact=yes&from=2026-01&to=${month}`, 'exact=maybe']) {
    expect((await otto.get(`/performance?${wrong}`)).statusCode).toBe(422);
  }
});

test('months are chosen in order, or the choice is refused', async () => {
  expect((await otto.get('/performance?from=2020-01&to=2020-02')).body).toContain('January 2020');
  for (const wrong of ['from=2026-05&to=2026-04', 'from=May', 'from=0000-01', 'to=9999-12']) {
    expect((await otto.get(`/performance?${wrong}`)).statusCode).toBe(422);
  }
});

test('each country of the network is on the map with a title, and in the tables', async () => {
  const { body } = await otto.get('/network?capability=content-removal');
  expect(body).toContain('<title>Finland: Full</title>');
  expect(body).toContain('url(#level-partial)');
  expect(body).toContain('Capability: Content removal</h2>');
  expect(body).toContain('Countries by capability: Content removal');
  expect((await otto.get('/network?format=csv')).body).toContain('FI');
  const capabilities = (await otto.get('/network/capabilities')).body;
  expect(capabilities).toContain('Victim identification');
  // International organisations have contact points, but are in no country.
  expect(await desk.db.contactPoint.count({ where: { country: 'XR' } })).toBeGreaterThan(0);
  expect(`${capabilities}${body}`).not.toMatch(/<t[dh][^>]*>XR</);
  expect(body).toMatch(
    /Content removal, in countries of the network: full in \d+, partial in \d+, none in \d+, unverified/,
  );
});

test('the map shows load and lateness too, with a sentence, and the table is by country or agency', async () => {
  const load = (await otto.get('/network?show=load&by=agency')).body;
  expect(load).toContain('<title>Countries by number of open referrals.');
  expect(load).toContain('Open referrals: 1, in one country (Finland). Overdue: 0.');
  expect(load).toContain('Load and timeliness by agency');
  expect(load).toContain('Model Unit Alder (FI)');
  const late = (await otto.get('/network?show=late')).body;
  expect(late).toContain('<title>Finland: None late</title>');
  expect(late).toContain('url(#level-empty)');
  // This map ignores a capability: it offers none, and keeps the choice.
  expect(late).toContain('<input type="hidden" name="capability" value="investigation"');
  expect(late).not.toMatch(/<select[^>]* name="capability"|>Investigation<\/th>/);
  expect(late).toContain('No acknowledgement of the last 12 months was late.');
  const file = (await otto.get('/network?by=agency&format=csv')).body;
  expect(file).toContain('fi-alder,Model Unit Alder (FI),0,0,1,1,0');
});

test('performance has pictures of trends, times and ages, each with a sentence, a table and a file', async () => {
  const { body } = await otto.get('/performance/trends');
  expect(body.match(/<svg class="desk-(multiples|columns-chart)"/g)).toHaveLength(3);
  expect(body).toContain('100% of the deadlines shown were met (1 of 1).');
  expect(body).toContain('All charts have the same scale. Highest column: 1.');
  expect(body).toContain('One answer took');
  expect(body).toMatch(/<td[^>]*>1 \/ 1<\/td>/);
  expect(body).toContain('One referral is open. Overdue: 0. Open for 30 days or more: 0.');
  const [, path = ''] = /href="(\/referrals\?[^"]*drill=false[^"]*)"/.exec(body) ?? [];
  expect((await otto.get(path.replaceAll('&amp;', '&'))).body).toMatch(/XR-\d{4}-000001/);
  const file = async (query: string) => (await otto.get(`/performance/trends?format=csv&${query}`)).body;
  expect(await file('picture=trend')).toContain(`FI,Finland,${month},1,0`);
  expect(await file('picture=times')).toContain('under 1 h,1');
  expect(await file('picture=ages')).toContain('under 1 day,1,0');
  const ines = await desk.browser('ines.rowan');
  expect((await ines.get('/performance/trends')).body).toContain('1 transmission est ouverte. En retard');
});

test('gaps are a table and a file, with the stated level and the confirmation', async () => {
  const { body } = await otto.get('/network/gaps');
  expect(body).toMatch(/Finland.*Unverified|Finland.*None|Finland.*Partial/s);
  // In the order of names. Austria has the code that comes first.
  for (const page of [body, (await otto.get('/drills')).body]) {
    const [australia, austria] = [page.indexOf('>Australia<'), page.indexOf('>Austria<')];
    expect(australia).toBeGreaterThan(0);
    expect(austria).toBeGreaterThan(australia);
  }
  const { body: file } = await otto.get('/network/gaps?format=csv');
  expect(file).toMatch(/^.?Country,Capability,Level,Stated level,Provided by,Confirmed,Recorded by\r\n/);
  expect(file).toMatch(/\r\nFI,Legislation,/);
});

test('with every country of the world in the network, the page is still fast', async () => {
  const verifiedAt = new Date();
  const data = [...COUNTRY_OF_NUMBER.values()].map((country) => ({
    country,
    capability: 'prevention',
    level: 'partial',
  }));
  const more = data.map((each) => ({ ...each, providerIds: ['us-quartz'], verifiedAt }));
  await desk.db.countryCapability.createMany({ data: more, skipDuplicates: true });
  for (const path of [
    '/network?capability=prevention',
    '/network?capability=prevention&page=2',
    '/network?show=late&page=2',
    '/network/capabilities',
  ]) {
    expect(Buffer.byteLength((await otto.get(path)).body), path).toBeLessThan(100_000);
  }
});

test('statistics of a year have pictures, tables and sentences, a file and a report in each language', async () => {
  const year = new Date().getUTCFullYear();
  const { body } = await otto.get(`/statistics?year=${year}`);
  expect(body).toContain(`In ${year}, this agency coordinated 2 requests.`);
  expect(body).toContain('Answers: 1, of which 0 granted, 1 refused, 0 referred onward and 0 without a result.');
  expect(body).toContain('Deadlines met: 1 of 1 (100%). Deadlines that passed without an answer: 0.');
  expect(body.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
  expect(body).toContain('United States');
  expect(body).toContain('No jurisdiction');
  const file = await otto.get(`/statistics?year=${year}&format=csv`);
  expect(file.headers['content-disposition']).toContain(`statistics-${year}-coordinated.csv`);
  expect(file.body).toContain('Country,US,United States,2,1,0,1,0,0,1,0,0,0,0,');
  const ofLanguage = { en: `Yearly report ${year}`, fr: `Rapport annuel ${year}`, de: `Jahresbericht ${year}` };
  for (const [language, title] of Object.entries(ofLanguage)) {
    await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language } });
    const report = (await (await desk.browser('otto.rowan')).get(`/statistics/report?year=${year}`)).body;
    expect(report).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
    expect(report).toContain('data-print');
    expect(report).toMatch(/The year is not over\.|L’année n’est pas terminée\.|Das Jahr ist noch nicht vorbei\./);
    expect(report).not.toMatch(/statistics:|codes:/);
  }
  await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language: 'en' } });
  const past = (await otto.get(`/statistics/report?year=${year - 1}`)).body;
  expect(past).toMatch(/Made on \d+ \w+ \d{4}\./);
  expect(past).not.toContain('The year is not over');
  expect((await otto.get('/statistics?year=1066')).statusCode).toBe(422);
});

test('the API gives the same statistics of the own agency', async () => {
  const year = new Date().getUTCFullYear();
  const aino = await desk.browser('aino.alder');
  const answer = (await aino.get(`/api/v1/statistics?year=${year}`)).json();
  expect(answer).toMatchObject({ side: 'received', sides: ['received'], error: 0.02, months: { to: `${year}-12` } });
  expect(answer.whole).toMatchObject({ requested: 1, answered: 1, refused: 1, inTime: 1 });
  expect(answer.country).toMatchObject([{ key: 'US', grounds: [{ ground: 'no-jurisdiction', count: 1 }] }]);
  expect((await aino.get(`/api/v1/statistics?year=${year}&side=made`)).json().whole.requested).toBe(0);
});
