/** Preserved data: reports by the recipient, the sender's duty to confirm, and every end of its clock. */

import { describe, expect, test } from 'vitest';
import { agencyViewOf } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { LegalInstrument } from '../../domain/vocabulary.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { aReferredCase } from '../support/cases-by-status.ts';
import { CAST, officerAt, SENDER } from '../support/factories.ts';

const birch = officerAt('fi-1');
const report = EXAMPLES['report-preservation'];
const confirm = EXAMPLES['confirm-production'];
const extend = { type: 'extend', recipientId: 'r1', clock: 'preservation', amount: 30 } as const;

/** Accepted by the recipient, which has reported preserved data. */
function preserved(legalInstrument: LegalInstrument = 'e-evidence-regulation-2023-1543'): Case {
  const it = aReferredCase({ urgency: 'standard', legalInstrument }, ['FI', 'NL']);
  it.act(EXAMPLES.accept, birch);
  it.act(report, birch);
  return it;
}

const clock = (it: Case) => it.clock('preservation', 'r1');
const daysOf = (it: Case) =>
  Math.round((Date.parse(clock(it)?.dueAt ?? '') - Date.parse(clock(it)?.startedAt ?? '')) / 86_400_000);
const letters = (it: Case) =>
  it.notices
    .filter(({ letter }) => /^(?:preservation|production)/.test(letter))
    .map(({ letter, to }) => `${letter}: ${to.who}`);
/** Letters about the clock of the preservation. */
const clockLetters = (it: Case) => {
  const { id } = clock(it) ?? { id: '' };
  return it.notices.flatMap(({ letter, to, clockId }) => (clockId === id ? [`${letter}: ${to.who}`] : []));
};

describe('the recipient reports preserved data', () => {
  test('the sender must confirm a production request, and both sides are notified', () => {
    const it = preserved();
    expect(clock(it)).toMatchObject({ debtor: 'sender', amount: 60, unit: 'calendar-days', onExpiry: 'duty-lapses' });
    expect(letters(it)).toEqual(['preservation-reported: sender', 'preservation-reported: coordinator']);
    expect(agencyViewOf(it.referral, SENDER).owes?.clock).toBe('preservation');
    expect(it.refusalOf(report, birch)).toBe('PRESERVATION_REPORTED');
  });

  test.each([
    ['e-evidence-regulation-2023-1543', 'duty-lapses', 'STATUTORY', 1],
    ['budapest-convention', 'escalate', 'STATUTORY', 0],
    ['national-law', 'escalate', 'TARGET', 1],
  ] as const)('%s: then %s, %s, extended %i times at most', (instrument, onExpiry, level, count) => {
    const started = preserved(instrument).journal.find(
      ({ event }) => event.type === 'clock-started' && event.name === 'preservation',
    );
    expect(started?.event).toMatchObject({ onExpiry, extension: { count }, counting: { basis: { level } } });
  });

  test('what is preserved is read by the parties, and by no other recipient', () => {
    const it = preserved();
    const entry = it.journal.find(({ event }) => event.type === 'preservation-reported');
    if (entry === undefined) throw new Error('The report is missing.');
    const mayRead = [CAST.sender, birch, officerAt('nl-1')].map((who) => disclose(it.referral, who).mayRead(entry));
    expect(mayRead).toEqual([true, true, false]);
  });
});

describe('the sender confirms a production request', () => {
  test('the data stays preserved, the clock ends and the recipient is notified', () => {
    const it = preserved();
    it.pass(10 * 24);
    it.act(confirm, CAST.sender);
    expect(it.recipient('r1').preserved).toBe('confirmed');
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: false });
    expect(letters(it).at(-1)).toBe('production-confirmed: recipient');
    expect(it.refusalOf(confirm, CAST.sender)).toBe('PRESERVATION_NOT_OPEN');
    expect(it.refusalOf(report, birch)).toBe('PRESERVATION_REPORTED');
  });

  test('late, if the period is a minimum and has passed', () => {
    const it = preserved('budapest-convention');
    it.pass(61 * 24);
    it.act(confirm, CAST.sender);
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: true });
    expect(it.journal.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'production-confirmed', late: true }),
    );
  });
});

describe('the period', () => {
  test('warns the sender 30 and 7 days before its end', () => {
    const it = preserved();
    const due = Date.parse(clock(it)?.dueAt ?? '');
    const before = clock(it)?.warnings.map(({ at }) => Math.round((due - Date.parse(at)) / 86_400_000));
    expect(before).toEqual([30, 7]);
    it.pass(55 * 24);
    expect(clockLetters(it)).toEqual([
      ...['reminder: sender', 'escalation: sender', 'escalation: supervisors', 'escalation: supervisors'],
    ]);
  });

  test('is extended once by 30 days, by the sender only', () => {
    const it = preserved('national-law');
    const days = daysOf(it);
    expect(it.refusalOf({ ...extend, amount: 31 }, CAST.sender)).toBe('EXTENSION_EXHAUSTED');
    expect(it.refusalOf(extend, birch)).toBe('NOT_SENDER');
    expect(it.refusalOf({ ...extend, clock: 'outcome', text: 'text' }, CAST.sender)).toBe('NOT_RECIPIENT');
    it.act(extend, CAST.sender);
    expect(daysOf(it)).toBe(days + 30);
    expect(it.refusalOf(extend, CAST.sender)).toBe('EXTENSION_EXHAUSTED');
  });

  test('ends the preservation under Regulation (EU) 2023/1543: nobody is late, and data can be preserved again', () => {
    const it = preserved();
    it.pass(65 * 24);
    expect(it.recipient('r1').preserved).toBe('ended');
    expect(agencyViewOf(it.referral, SENDER).owes).toBeUndefined();
    expect(letters(it).slice(2)).toEqual(['preservation-ended: sender', 'preservation-ended: recipient']);
    expect(clockLetters(it).filter((letter) => letter.startsWith('overdue'))).toEqual([]);
    expect(it.refusalOf(confirm, CAST.sender)).toBe('PRESERVATION_NOT_OPEN');
    it.act(report, birch);
    expect(clock(it)?.state.status).toBe('running');
  });

  test('is a minimum under CETS 185: the sender is asked for the request, and the data is still preserved', () => {
    const it = preserved('budapest-convention');
    it.pass(61 * 24);
    expect(it.recipient('r1').preserved).toBe('reported');
    expect(clockLetters(it).filter((letter) => letter.startsWith('overdue'))).toEqual([
      ...['overdue: sender', 'overdue: sender', 'overdue: supervisors', 'overdue: supervisors'],
    ]);
  });

  test('stops when the referral is recalled from the recipient', () => {
    const it = preserved();
    it.act(EXAMPLES.recall, CAST.sender);
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: false });
  });
});
