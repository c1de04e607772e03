/** Messages with several letters: what happens if one of them cannot be written, or their address is refused. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Addressee, LetterKind, LetterResult } from '../../../domain/letter-kinds.ts';
import { LETTER_PACING } from '../../../domain/letter-pacing.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { anOutbox, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

/** The tests run at any hour. */
const pacing = { ...LETTER_PACING, quiet: { from: 0, to: 0 } };
const AT_ONCE = { addressee: NOOR, letter: 'held' } as const;
const statesOf = async () =>
  Object.fromEntries(
    (await outbox.db.letter.findMany({})).map(({ id, status, code, lastError }) => [id, code ?? lastError ?? status]),
  );

test('a letter that cannot be written is deferred alone; the others of its message are sent', async () => {
  const unknown = 'no-such-letter' as LetterKind;
  const rows = [{ ...AT_ONCE, letter: unknown }, AT_ONCE, { ...AT_ONCE, letter: 'delivery-failed' as const }];
  const [bad = '', one = '', other = ''] = await outbox.queue(rows);
  outbox.start({ pacing });
  await outbox.until(async () => (await outbox.waiting()) === 1);
  expect(await statesOf()).toEqual({ [bad]: 'ERROR', [one]: 'sent', [other]: 'sent' });
  expect(outbox.sent).toHaveLength(1);
});

const DESK: Addressee = { kind: 'point', contactPointId: 'fi-alder-ncp', line: 'desk' };

/** A referral with one recipient in this status. */
async function referredWith(status: 'sent' | 'delivery-failed'): Promise<RecordedReferral> {
  const referral = await RecordedReferral.submit(outbox, 'quinn.quartz', { urgency: 'emergency' });
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'emergency', urgencyGrounds: ['threat-to-life-or-integrity'] },
    ...{ capability: 'investigation', countries: ['FI'], wanted: [] },
  });
  await outbox.db.$executeRaw`
    UPDATE referral SET state = jsonb_set(state, '{recipients,0,status}', to_jsonb(${status}::text))
    WHERE id = ${referral.id}::uuid`;
  await outbox.db.letter.deleteMany({});
  await outbox.db.letterReport.deleteMany({});
  return referral;
}

test('a refused address fails every letter of the message, is reported once, and concerns no other reader', async () => {
  const referral = await referredWith('sent');
  const rows = [
    { letter: 'new-referral', addressee: DESK, recipientId: 'r1' },
    { letter: 'held', addressee: DESK },
    { letter: 'held', addressee: INES },
  ] as const;
  const [delivering = '', held = '', other = ''] = await outbox.queue(rows, referral.id);
  const reports: LetterResult[][] = [];
  outbox.start({
    pacing,
    answer: ({ to }) => (to.startsWith('ncp@') ? { result: 'failed', code: '550' } : { result: 'sent' }),
    report: async (_, __, results) => {
      reports.push(results);
    },
  });
  await outbox.until(async () => (await outbox.waiting()) === 0 && reports.length > 0);
  expect(await statesOf()).toEqual({ [delivering]: '550', [held]: '550', [other]: 'sent' });
  expect(reports).toEqual([[{ letterId: delivering, delivers: 'r1', result: 'failed', code: '550' }]]);
  expect(outbox.sent).toHaveLength(1);
});

test('a repeated letter that arrives after the first one failed is reported', async () => {
  const referral = await referredWith('delivery-failed');
  const row = { letter: 'new-referral', addressee: DESK, recipientId: 'r1' } as const;
  const [letterId] = await outbox.queue([row], referral.id);
  const reports: LetterResult[][] = [];
  outbox.start({
    report: async (_, __, results) => {
      reports.push(results);
    },
  });
  await outbox.until(() => reports.length > 0);
  expect(reports).toEqual([[{ letterId, delivers: 'r1', result: 'sent' }]]);
});
