/** The figures of Directive (EU) 2023/977 art. 18(2): by country and urgency, by country and ground, on pages and in files. */

import { beforeAll, expect, test } from 'vitest';
import { mergeStatistics } from '../../../../prisma/store/statistics.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';
import { recordingEngine } from '../../cli/recording-engine.ts';
import { runCommand } from '../../cli/run-command.ts';

const YEAR = new Date().getUTCFullYear();
const LAW = 'directive-2023-977';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
  const american = await RecordedReferral.submit(desk, 'quinn.quartz');
  await american.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  await american.act('aino.alder', { type: 'decline', recipientId: 'r1', ground: 'no-jurisdiction' });
  const finnish = await RecordedReferral.submit(desk, 'lotta.birch', {
    ...{ kind: 'information-request', legalInstrument: LAW },
  });
  await finnish.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  const extend = { type: 'extend', recipientId: 'r1', clock: 'first-answer', amount: 2, text: 'text-court' } as const;
  await finnish.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await finnish.act('aino.alder', { ...extend, reason: 'judicial-authorisation' });
  await finnish.act('aino.alder', { type: 'decline', recipientId: 'r1', ground: 'duplicate' });
});

/** Of a table, its rows as the texts of their cells. */
function rowsOf(body: string, caption: string): string[][] {
  const [, table = ''] = new RegExp(`<caption[^>]*>${caption}</caption>(.*?)</table>`, 's').exec(body) ?? [];
  return table
    .split('<tr')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => text(cell)));
}

const text = (html: string) => spaced(html.replaceAll(/<[^>]*>/g, '').trim());
/** French puts a no-break space before a colon. */
const spaced = (shown: string) => shown.replaceAll(/[\u00a0\u202f]/g, ' ');

const TITLES = {
  en: ['Requests by country and urgency', 'Refusals by country and ground', 'Departures (art. 5(2))'],
  fr: ['Demandes par pays et par urgence', 'Refus par pays et par motif', 'Dérogations (art. 5, par. 2)'],
  de: ['Ersuchen nach Land und Dringlichkeit', 'Ablehnungen nach Land und Grund', 'Abweichungen (Art. 5 Abs. 2)'],
} as const;

const ROWS = {
  en: {
    urgency: ['Finland: Urgent', 'United States: Standard'],
    ground: ['Finland, Duplicate, 1', 'United States, No jurisdiction, 1'],
  },
  fr: {
    urgency: ['Finlande : Urgent', 'États-Unis : Normal'],
    ground: ['Finlande, Doublon, 1', 'États-Unis, Incompétence territoriale ou matérielle, 1'],
  },
  de: {
    urgency: ['Finnland: Dringend', 'Vereinigte Staaten: Normal'],
    ground: ['Finnland, Dublette, 1', 'Vereinigte Staaten, Keine Zuständigkeit, 1'],
  },
} as const;

test.each(['en', 'fr', 'de'] as const)('page, report and file have them in the language %s', async (language) => {
  await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language } });
  const otto = await desk.browser('otto.rowan');
  const [byUrgency, byGround, departures] = TITLES[language];
  for (const path of ['statistics', 'statistics/report']) {
    const { body } = await otto.get(`/${path}?year=${YEAR}`);
    const [head = [], ...rows] = rowsOf(body, byUrgency);
    const column = head.indexOf(departures);
    expect(rows.slice(0, 2).map((row) => [row[0], row[1], row[column]])).toEqual([
      [ROWS[language].urgency[0], '1', '1'],
      [ROWS[language].urgency[1], '2', '0'],
    ]);
    const grounds = rowsOf(body, byGround).slice(1);
    expect(grounds.map((row) => row.join(', '))).toEqual(ROWS[language].ground);
  }
  const body = spaced((await otto.get(`/statistics?year=${YEAR}&format=csv`)).body);
  expect(body).toContain(`,FI:urgent,${ROWS[language].urgency[0]},1,1,0,1,0,0,1,0,0,0,1,`);
  expect(body).toContain(`,US:standard,${ROWS[language].urgency[1]},2,1,0,1,0,0,1,0,0,0,0,`);
  expect(body).toMatch(/,FI:duplicate,[^,]+,,,,1,/);
  expect(body).toMatch(/,US:no-jurisdiction,[^,]+,,,,1,/);
});

test('the command line and the API have them too', async () => {
  const services = { ...(await recordingEngine()).services, db: desk.pages };
  const shown = async (more: string) =>
    (await runCommand(`statistics --year ${YEAR} --as otto.rowan ${more}`, { services, columns: 160 })).out;
  expect(await shown('--csv')).toMatch(
    /^countryUrgency,FI:urgent,1,1,.*\ncountryUrgency,US:standard,2,1,.*\n(.*\n)*countryGround,FI:duplicate,1,.*\ncountryGround,US:no-jurisdiction,1,/m,
  );
  expect(await shown('')).toMatch(/^FI +duplicate +1\nUS +no-jurisdiction +1$/m);
  const otto = await desk.browser('otto.rowan');
  const answer = (await otto.get(`/api/v1/statistics?year=${YEAR}`)).json();
  expect(answer.countryUrgency).toMatchObject([
    { key: 'FI:urgent', answered: 1, departures: 1, grounds: [{ ground: 'duplicate', count: 1 }] },
    { key: 'US:standard', answered: 1, departures: 0, grounds: [{ ground: 'no-jurisdiction', count: 1 }] },
  ]);
});

test('all of them can be limited to one legal instrument, also of one kind', async () => {
  await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language: 'en' } });
  const otto = await desk.browser('otto.rowan');
  const answered = async (query: string) => {
    const { body } = await otto.get(`/api/v1/statistics?year=${YEAR}&side=coordinated&${query}`);
    const { onlyInstrument, whole, countryUrgency } = JSON.parse(body);
    return [onlyInstrument, whole.requested, countryUrgency.map(({ key }: { key: string }) => key)];
  };
  expect(await answered('instrument=none')).toEqual(['none', 2, ['US:standard']]);
  expect(await answered(`instrument=${LAW}`)).toEqual([LAW, 1, ['FI:urgent']]);
  expect(await answered(`instrument=${LAW}&kind=information-request`)).toEqual([LAW, 1, ['FI:urgent']]);
  expect(await answered(`instrument=${LAW}&kind=case-referral`)).toEqual([LAW, 0, []]);
  // Counts that were added, and those that were not yet.
  await mergeStatistics(desk.db);
  expect(await answered(`instrument=${LAW}`)).toEqual([LAW, 1, ['FI:urgent']]);
  const { body } = await otto.get(`/statistics/report?year=${YEAR}&side=coordinated&instrument=${LAW}`);
  expect(body).toContain('Only requests under the legal instrument “Directive (EU) 2023/977 on information exchange”.');
  const services = { ...(await recordingEngine()).services, db: desk.pages };
  const command = `statistics --year ${YEAR} --instrument ${LAW} --as otto.rowan`;
  const { out } = await runCommand(command, { services, columns: 160 });
  expect(out).toContain(`Requests coordinated under ${LAW}, `);
});

test('all of them can be limited to one kind, which each names', async () => {
  await desk.db.person.update({ where: { id: 'otto.rowan' }, data: { language: 'en' } });
  const otto = await desk.browser('otto.rowan');
  const query = `year=${YEAR}&side=coordinated&kind=information-request`;
  for (const path of ['statistics', 'statistics/report']) {
    const { body } = await otto.get(`/${path}?${query}`);
    expect(body).toContain('Only requests of the kind “Request for information”.');
    const [, ...rows] = rowsOf(body, 'Requests by country and urgency');
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['Finland: Urgent', '1'],
      ['Total', '1'],
    ]);
  }
  expect((await otto.get(`/statistics?${query}`)).body).toMatch(/<option value="information-request" selected/);
  const { body, headers } = await otto.get(`/statistics?${query}&format=csv`);
  expect(headers['content-disposition']).toContain(`statistics-${YEAR}-coordinated-information-request`);
  expect([body.includes(',FI:urgent,'), body.includes(',US:standard,')]).toEqual([true, false]);
  const services = { ...(await recordingEngine()).services, db: desk.pages };
  const command = `statistics --year ${YEAR} --kind information-request --as otto.rowan`;
  const { out } = await runCommand(command, { services, columns: 160 });
  expect(out).toContain('Requests coordinated of the kind information-request, ');
  expect(out).not.toMatch(/^US:standard/m);
  const answer = (await otto.get(`/api/v1/statistics?${query}`)).json();
  expect(answer).toMatchObject({ onlyKind: 'information-request', whole: { answered: 1 }, country: [{ key: 'FI' }] });
  expect((await otto.get(`/api/v1/statistics?${query}x`)).statusCode).toBe(422);
});
