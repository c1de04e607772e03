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

/** With a letter that each encoding writes differently, and none that ISO-8859-1 lacks. */
const NAMED = REPORT.replace('an invented group', 'un groupe inventé').replaceAll(/[\u0100-\uffff]/g, 'x');

const declared = (encoding: string) => NAMED.replace('encoding="UTF-8"', `encoding="${encoding}"`);

function send(reportId: string, report: string | Uint8Array, details: readonly string[]) {
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

  test.each([
    ['UTF-16', '9001', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first', '9002', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le').swap16()],
    ['ISO-8859-1', '9003', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['UTF-8 with a byte order mark', '9004', Buffer.from(`\uFEFF${NAMED}`)],
  ])('in %s is answered with the receipt of the earlier referral', async (_, id, report) => {
    const first = (await send(id, NAMED, three(id))).json();
    const second = await send(id, report, three(id));
    expect([second.statusCode, second.json()]).toEqual([200, { ...first, same: true }]);
  });

  test('is recognised if one of them writes the report number with leading zeros', async () => {
    const referral = (system: string, id: string) => aSubmission({ originReferences: [{ system, id }] });
    const first = (await quinn.post('/referrals', referral('cybertipline', '12'))).json();
    const second = await quinn.post('/referrals', referral('CyberTipline', '0012'));
    expect([second.statusCode, second.json()]).toEqual([200, { ...first, same: true }]);
    const [one, other] = [
      await quinn.post('/referrals', referral('case-register', '12')),
      await quinn.post('/referrals', referral('case-register', '0012')),
    ];
    expect([one.statusCode, other.statusCode]).toEqual([201, 201]);
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
      `particulars, summary. To add to that referral, supplement it: on its page, or with liaise supplement ${first.reference} --file FILE. ` +
      'For another case, correct the origin reference.',
  );
  const next = (await send('82', REPORT, three('82'))).json();
  const [one, two] = [first, next].map(({ reference }) => Number(reference.slice(-6)));
  expect(two).toBe(Number(one) + 1);
});
