/** The clock of the coordinating agency while it must find a recipient: when it starts, starts again and ends. */

import { describe, expect, test } from 'vitest';
import type { Act } from '../../../domain/acts.ts';
import { recomputeAll } from '../../../domain/clocks/clock-history.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { lettersOfEntry } from '../../../domain/consequences.ts';
import type { Person } from '../../../domain/people.ts';
import { EXAMPLES } from '../../support/acts.ts';
import type { Case } from '../../support/case.ts';
import { aReferredCase, RECIPIENT_IN, REFERRAL_IN, retriaged } from '../../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../../support/factories.ts';

const EMERGENCY = { urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] } as const;

/** An emergency whose three contact points in Finland did not acknowledge. */
function exhausted(): Case {
  const it = aReferredCase({ ...EMERGENCY, urgencyGrounds: [...EMERGENCY.urgencyGrounds] });
  it.pass(3);
  return it;
}

const searches = (it: Case) => it.referral.clocks.filter(({ name }) => name === 'find-recipient');
const statuses = (it: Case) => searches(it).map(({ state }) => state.status);
const assign = (contactPoint: string, replaces?: string): Act => ({
  ...{ type: 'assign-recipient', choice: choice(contactPoint), text: 'text-why' },
  ...(replaces && { replaces }),
});

describe('it starts', () => {
  test('if the referral is held', () => {
    expect(searches(REFERRAL_IN.held())).toMatchObject([
      {
        subject: { of: 'referral' },
        debtor: 'coordinator',
        amount: 1,
        unit: 'working-days',
        state: { status: 'running' },
      },
    ]);
  });

  test('if the last recipient of the fallback chain did not acknowledge', () => {
    const it = exhausted();
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(Array(3).fill('unresponsive'));
    expect(searches(it)).toMatchObject([{ startedAt: it.now, amount: 30, unit: 'minutes', debtor: 'coordinator' }]);
  });

  test('if a supervisor must decide whether a recipient that did not acknowledge is replaced', () => {
    expect(statuses(RECIPIENT_IN.unresponsive())).toEqual(['running']);
  });

  test('if routing finds nobody in one of the countries', () => {
    expect(statuses(aReferredCase({}, ['FI', 'NO']))).toEqual(['running']);
  });

  test('if nobody can replace a recipient that declined, whether or not another one has the case', () => {
    const it = aReferredCase({}, ['FI', 'SE']);
    it.act({ ...EXAMPLES.decline, recipientId: 'r2' } as Act, officerAt('se-1'));
    it.settle();
    expect(it.recipient('r2')).toMatchObject({ status: 'declined', replacement: { state: 'awaits-supervisor' } });
    expect(statuses(it)).toEqual(['running']);
  });

  test.each<[string, Act, Person]>([
    ['declines', { type: 'decline', recipientId: 'r2', ground: 'minor-or-no-offence' }, officerAt('fi-2')],
    ['is recalled', { type: 'recall', recipientId: 'r2', text: 'text-back' }, CAST.supervisor],
  ])('if only recipients that did not acknowledge are left because the last one %s', (_, act, actor) => {
    const it = aReferredCase({ ...EMERGENCY, urgencyGrounds: [...EMERGENCY.urgencyGrounds] });
    it.pass(1);
    expect(statuses(it)).toEqual([]);
    it.act(act, actor);
    it.settle();
    expect(it.referral.status).toBe('referred');
    expect(it.recipient('r1').replacement.state).toBe('awaits-supervisor');
    expect(statuses(it)).toEqual(['running']);
  });

  test('again after triage that was repeated or a closure that was returned', () => {
    const it = retriaged(exhausted());
    expect(statuses(it)).toEqual(['stopped']);
    it.act({ ...EXAMPLES['complete-triage'], urgency: 'emergency', countries: ['FI'] } as Act, CAST.coordinator);
    it.settle();
    expect(statuses(it)).toEqual(['stopped', 'running']);

    const returned = aReferredCase({}, ['FI', 'NO']);
    returned.act({ type: 'recall', recipientId: 'r1', text: 'text-back' }, CAST.supervisor);
    returned.act({ type: 'propose-closure' }, CAST.coordinator);
    expect(statuses(returned).at(-1)).toBe('stopped');
    returned.act(EXAMPLES['return-closure'], CAST.supervisor);
    expect(statuses(returned).at(-1)).toBe('running');
  });

  test('under a policy of an earlier version only if the referral is held', () => {
    const it = aReferredCase();
    const clocks = structuredClone(defaultPolicies.clocks);
    for (const policy of clocks) if (policy.id === 'find-recipient') policy.starts = ['held'];
    it.policies = { version: 'earlier', clocks };
    it.pass(10 * 24);
    expect(it.recipient('r1').replacement.state).toBe('awaits-supervisor');
    expect(statuses(it)).toEqual([]);
  });
});

describe('it ends', () => {
  test.each<[string, Act, Person]>([
    ['the recipient is replaced', assign('se-1', 'r3'), CAST.supervisor],
    ['the recipient acknowledges late', { type: 'acknowledge', recipientId: 'r3' }, officerAt('fi-3')],
    ['triage is reopened', { type: 'reopen-triage' }, CAST.coordinator],
    ['the referral is withdrawn', { type: 'withdraw', text: 'text-why' }, CAST.supervisor],
  ])('in time if %s', (_, act, actor) => {
    const it = exhausted();
    it.act(EXAMPLES.supplement, CAST.sender);
    it.act({ type: 'withdraw', text: 'text-why' }, CAST.sender);
    it.act(act, actor);
    expect(searches(it).map(({ state }) => state)).toMatchObject([{ status: 'stopped', late: false }]);
  });

  test('late after its due instant', () => {
    const it = exhausted();
    it.now = new Date(Date.parse(it.now) + 3_600_000).toISOString();
    it.act(assign('se-1', 'r3'), CAST.supervisor);
    expect(searches(it).map(({ state }) => state)).toMatchObject([{ status: 'stopped', late: true }]);
  });

  test('with the last recipient that must be replaced', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.pass(10 * 24);
    it.act(assign('fi-2', 'r1'), CAST.supervisor);
    expect(statuses(it).at(-1)).not.toBe('stopped');
    it.act({ type: 'acknowledge', recipientId: 'r2' }, officerAt('nl-1'));
    expect(statuses(it).at(-1)).toBe('stopped');
  });

  test('and a new one starts if the recipient is recalled and the referral is then held', () => {
    const it = RECIPIENT_IN.unresponsive();
    it.act({ type: 'recall', recipientId: 'r1', text: 'text-back' }, CAST.supervisor);
    expect(it.referral.status).toBe('held');
    expect(statuses(it)).toEqual(['stopped', 'running']);
  });

  test('when a supervisor assigns a recipient in place of the country without one', () => {
    const it = aReferredCase({}, ['FI', 'NO']);
    it.act(assign('se-1'), CAST.supervisor);
    expect(statuses(it)).toEqual(['stopped']);
  });
});

describe('each time it expires', () => {
  test('it starts again, without warnings, and is escalated; the last time to the sender too', () => {
    const it = exhausted();
    expect(searches(it)[0]?.warnings).toHaveLength(1);
    it.pass(21 * 0.5);
    expect(statuses(it)).toEqual([...Array(21).fill('stopped'), 'running']);
    expect(
      searches(it)
        .slice(1)
        .flatMap(({ counted }) => counted?.planned),
    ).toEqual([]);
    const ids = new Set(searches(it).map(({ id }) => id));
    const readers = it.journal
      .filter(({ event }) => event.type === 'clock-expired' && ids.has(event.clockId))
      .map((entry) => lettersOfEntry(entry, it.referral).map(({ to }) => to.who));
    expect(readers).toHaveLength(21);
    expect(readers.every((all) => all.includes('coordinator') && all.includes('supervisors'))).toBe(true);
    expect(readers.map((all) => all.includes('sender'))).toEqual([...Array(20).fill(false), true]);
    expect(recomputeAll(it.journal).differing).toEqual([]);
    it.act(assign('se-1', 'r3'), CAST.supervisor);
    expect(searches(it).at(-1)?.state).toMatchObject({ status: 'stopped', late: false });
  });

  test('it goes on every day, without end and without another letter to the sender', () => {
    const it = exhausted();
    it.pass(21 * 0.5 + 10 * 24);
    const later = searches(it).slice(21);
    expect(later).toHaveLength(11);
    expect(later.every(({ amount, unit }) => amount === 24 && unit === 'hours')).toBe(true);
    expect(later.at(-1)?.state.status).toBe('running');
    const toSender = it.journal
      .filter(({ event }) => event.type === 'clock-expired' && searches(it).some(({ id }) => id === event.clockId))
      .filter((entry) => lettersOfEntry(entry, it.referral).some(({ to }) => to.who === 'sender'));
    expect(toSender).toHaveLength(1);
    expect(recomputeAll(it.journal).differing).toEqual([]);
  });

  test('it does not start again while another recipient works on the referral', () => {
    const it = aReferredCase({}, ['FI', 'NO']);
    it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
    it.pass(30 * 24);
    expect(statuses(it)).toEqual(['stopped', 'expired']);
  });
});
