/** An oral request in an emergency: its record, its clock, and the confirmation in writing. */

import { describe, expect, test } from 'vitest';
import { disclose } from '../../domain/disclosure.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { aReceivedCase, aReferredCase } from '../support/cases-by-status.ts';
import { CAST, officerAt, START } from '../support/factories.ts';

const record = EXAMPLES['record-oral-request'];
const confirm = EXAMPLES['confirm-oral-request'];
const emergency = { urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] } as const;
const referred = () => aReferredCase({ ...emergency, urgencyGrounds: [...emergency.urgencyGrounds] });

const clock = (it: Case) => it.referral.clocks.find(({ name }) => name === 'written-confirmation');
const letters = (it: Case) =>
  it.notices.filter(({ letter }) => letter.startsWith('oral-request')).map(({ letter, to }) => `${letter}: ${to.who}`);

describe('the record of an oral request', () => {
  test.each([
    ['the sender', CAST.sender],
    ['the coordinator', CAST.coordinator],
  ])('by %s starts four hours in which the sender must confirm it', (_, officer) => {
    const it = referred();
    it.act(record, officer);
    expect(it.referral.oralRequest).toEqual({ requestedAt: START, confirmed: false });
    expect(clock(it)).toMatchObject({ debtor: 'sender', amount: 4, unit: 'hours', subject: { of: 'referral' } });
    expect(letters(it)).toEqual(['oral-request-recorded: sender', 'oral-request-recorded: coordinator']);
  });

  test('is refused unless the referral is an emergency, and if its time is still to come', () => {
    expect(aReceivedCase({ urgency: 'urgent' }).refusalOf(record, CAST.coordinator)).toBe('NOT_EMERGENCY');
    const requestedAt = '2099-01-01T00:00:00.000Z';
    expect(referred().refusalOf({ ...record, requestedAt }, CAST.coordinator)).toBe('INVALID_INPUT');
  });

  test('is not shown to a recipient, but its confirmation is', () => {
    const it = referred();
    it.act(record, CAST.coordinator);
    it.act(confirm, CAST.sender);
    const { maySee, mayRead, referral } = disclose(it.referral, officerAt('fi-1'));
    const entries = it.journal.filter(({ event }) => event.type.startsWith('oral-request'));
    expect(entries.map((entry) => [maySee(entry), mayRead(entry)])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(referral.oralRequest).toBeUndefined();
    expect(referral.clocks.map(({ name }) => name)).not.toContain('written-confirmation');
  });
});

test('a second request after the first was not confirmed in time starts its own clock, and one confirmation ends both', () => {
  const it = referred();
  it.act(record, CAST.coordinator);
  it.pass(5);
  it.act(record, CAST.coordinator);
  const states = () =>
    it.referral.clocks.filter(({ name }) => name === 'written-confirmation').map(({ state }) => state);
  expect(states()).toMatchObject([{ status: 'expired' }, { status: 'running' }]);
  it.act(record, CAST.coordinator);
  expect(states()).toHaveLength(2);
  it.act(confirm, CAST.sender);
  expect(states()).toMatchObject([{ late: true }, { late: false }]);
});

describe('the clock of the written confirmation ends', () => {
  test('on time by the confirmation, which is added to the particulars', () => {
    const it = referred();
    it.act(record, CAST.coordinator);
    it.act(confirm, CAST.sender);
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: false });
    expect(it.referral.particulars).toContain(confirm.text);
    expect(letters(it).slice(2)).toEqual(['oral-request-confirmed: coordinator', 'oral-request-confirmed: recipient']);
    expect(it.refusalOf(confirm, CAST.sender)).toBe('ORAL_REQUEST_NOT_OPEN');
  });

  test('overdue after four hours: the sender, its supervisors and those of the coordinator are notified', () => {
    const it = referred();
    it.act(EXAMPLES.accept, officerAt('fi-1'));
    it.act(record, CAST.coordinator);
    it.settle();
    const before = it.notices.length;
    it.pass(4);
    it.settle();
    expect(clock(it)?.state.status).toBe('expired');
    const id = clock(it)?.id;
    const about = it.notices.slice(before).filter(({ clockId }) => clockId === id);
    expect(about.map(({ letter, to }) => `${letter}: ${to.who === 'supervisors' ? to.of : to.who}`)).toEqual([
      ...['reminder: sender', 'escalation: sender', 'escalation: sender', 'escalation: coordinator'],
      ...['overdue: sender', 'overdue: sender', 'overdue: sender', 'overdue: coordinator'],
    ]);
    const events = it.act(confirm, CAST.sender);
    expect(events).toContainEqual(expect.objectContaining({ type: 'oral-request-confirmed', late: true }));
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: true });
  });

  test('when the referral is closed', () => {
    const it = aReceivedCase({ ...emergency, urgencyGrounds: [...emergency.urgencyGrounds] });
    it.act(record, CAST.sender);
    it.act(EXAMPLES['reject-at-intake'], CAST.coordinator);
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: false });
  });
});

test('two oral requests are confirmed together, by the deadline of the first', () => {
  const it = referred();
  it.act(record, CAST.coordinator);
  const dueAt = clock(it)?.dueAt;
  it.now = new Date(Date.parse(it.now) + 1000).toISOString();
  it.act(record, CAST.sender);
  expect(it.referral.clocks.filter(({ name }) => name === 'written-confirmation').map((each) => each.dueAt)).toEqual([
    dueAt,
  ]);
  it.act(confirm, CAST.sender);
  expect(it.referral.oralRequest?.confirmed).toBe(true);
});
