/** A report number that an agency uses again: equal content is the same referral, other content is refused. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileDetails } from '../../domain/exchange/cybertipline/file-details.ts';
import { testDesk } from '../../support/desk.ts';
import { timeSkippingEngine } from '../../support/engine.ts';
import { aSubmission } from '../../support/factories.ts';
import { multipartForm, type Part } from '../../support/multipart.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

const REPORT = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');

let quinn: Caller;

beforeAll(async () => {
  const desk = await testDesk(await timeSkippingEngine());
  quinn = await callerOf(desk, 'quinn.quartz');
});

function send(reportId: string, report: string, details: readonly string[]) {
  const files: Part[] = [report, ...details].map((content, n) => ({ name: 'file', filename: `${n}.xml`, content }));
  const { payload, type } = multipartForm([...files, { name: 'reportId', content: reportId }]);
  return quinn.post('/referrals', payload, { 'content-type': type });
}

const three = (reportId: string) => [1, 2, 3].map((n) => fileDetails(n, reportId));

describe('equal content under the same report number', () => {
  test.each([
    ['with other spacing', (id: string) => [REPORT.replaceAll('\n', '\r\n   '), ...three(id)]],
    ['with files in another order', (id: string) => [REPORT, ...three(id).toReversed()]],
    ['with another declaration', (id: string) => [REPORT.replace(/<\?xml.*?>\s*/, ''), ...three(id)]],
  ])('%s is answered with the receipt of the earlier referral', async (name, again) => {
    const id = String(name.length * 1_000);
    const first = await send(id, REPORT, three(id));
    const [report = '', ...details] = again(id);
    const second = await send(id, report, details);
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    const { loss: _, ...receipt } = first.json();
    expect(second.json()).toMatchObject({ ...receipt, same: true });
  });

  test('is also recognised in JSON', async () => {
    const submission = aSubmission({ originReferences: [{ system: 'case-register', id: 'S-1' }] });
    const first = (await quinn.post('/referrals', submission)).json();
    const again = { ...submission, originReferences: [{ system: 'Case-Register', id: ' s-1' }] };
    const second = await quinn.post('/referrals', again);
    expect([second.statusCode, second.json()]).toEqual([200, { ...first, same: true }]);
  });

  test('sent twice at once is one referral', async () => {
    const answers = await Promise.all([send('71', REPORT, three('71')), send('71', REPORT, three('71'))]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    expect(new Set(answers.map((answer) => answer.json().reference)).size).toBe(1);
  });
});

test('other content is refused, names what differs but no content, and uses up no reference number', async () => {
  const first = (await send('81', REPORT, three('81'))).json();
  const refused = await send('81', REPORT, [...three('81'), fileDetails(4, '81')]);
  expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'DUPLICATE_ORIGIN']);
  expect(refused.json().detail).toBe(
    `An origin reference was used already, in ${first.reference}, with other content in: indicators, materials, ` +
      `particulars, summary. To add to that referral, supplement it (liaise supplement ${first.reference} --file FILE). ` +
      'For another case, correct the origin reference.',
  );
  const next = (await send('82', REPORT, three('82'))).json();
  const [one, two] = [first, next].map(({ reference }) => Number(reference.slice(-6)));
  expect(two).toBe(Number(one) + 1);
});
