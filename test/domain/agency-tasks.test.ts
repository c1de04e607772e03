/** The tasks of each party to a referral, and their agreement with the columns of its list. */

import { describe, expect, test } from 'vitest';
import { tasksOf, tasksOfRoles } from '../../domain/agency-tasks.ts';
import { agencyViewOf, partiesOf } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Referral } from '../../domain/referral.ts';
import { aReceivedCase, closed, RECIPIENT_IN, REFERRAL_IN, withOpenQuestion } from '../support/cases-by-status.ts';
import { CAST, COORDINATOR, choice, officerAt, SENDER } from '../support/factories.ts';
import { forRandomCases } from '../support/random-cases.ts';

const FINLAND = choice('fi-1').agencyId;

const seen = (referral: Referral, agencyId: string) =>
  disclose(referral, { kind: 'person', personId: '', agencyId, roles: ['supervisor'] }).referral;
const kindsOf = (referral: Referral, agencyId: string) =>
  tasksOf(seen(referral, agencyId), agencyId).map(({ task }) => task);

describe('the tasks of a recipient', () => {
  test.each([
    ['sent', ['acknowledge']],
    ['delivered', ['acknowledge']],
    ['unresponsive', ['acknowledge']],
    ['acknowledged', ['decide']],
    ['accepted', ['report']],
    ['recalled', ['confirm']],
    ['declined', []],
    ['outcome-reported', []],
  ] as const)('if it is %s: %j', (status, tasks) => {
    const { referral } = RECIPIENT_IN[status]();
    expect(kindsOf(referral, FINLAND)).toEqual(tasks);
    const [task] = tasksOf(seen(referral, FINLAND), FINLAND);
    if (['acknowledge', 'decide', 'report'].includes(task?.task ?? '')) {
      expect(task?.dueAt).toBe(agencyViewOf(referral, FINLAND).owes?.by);
    }
  });

  test('are at risk by their own clock', () => {
    const { referral } = RECIPIENT_IN.acknowledged();
    const decide = referral.clocks.find(({ name }) => name === 'decide');
    const [task] = tasksOf(seen(referral, FINLAND), FINLAND);
    expect(task).toMatchObject({ task: 'decide', dueAt: decide?.dueAt, riskAt: decide?.warnings.at(-1)?.at });
  });

  test('without a clock are not at risk, whatever clocks of others do', () => {
    const it = RECIPIENT_IN.sent();
    it.act({ type: 'withdraw', text: 'text-withdraw' }, CAST.sender);
    const [task] = tasksOf(it.referral, COORDINATOR).filter((each) => each.task === 'withdrawal');
    expect(task).toEqual({ task: 'withdrawal' });
    expect(agencyViewOf(it.referral, COORDINATOR).riskAt).toBeDefined();
  });

  test('say whether its question was answered', () => {
    const it = RECIPIENT_IN.acknowledged();
    it.act({ type: 'ask-information', recipientId: 'r1', text: 'text-question' }, officerAt('fi-1'));
    expect(tasksOf(seen(it.referral, FINLAND), FINLAND)).toMatchObject([{ task: 'decide', answer: 'awaited' }]);
    const [reply] = tasksOf(seen(it.referral, SENDER), SENDER);
    expect(reply).toMatchObject({ task: 'reply', reply: { to: 'question', questionId: 'q1' } });
    it.act({ type: 'answer-information', questionId: 'q1', text: 'text-answer' }, CAST.sender);
    expect(tasksOf(seen(it.referral, FINLAND), FINLAND)).toMatchObject([{ task: 'decide', answer: 'came' }]);
    expect(kindsOf(it.referral, SENDER)).toEqual([]);
  });
});

describe('the tasks of the coordinator', () => {
  test('are triage, unless the sender must answer first', () => {
    const it = aReceivedCase();
    expect(tasksOf(it.referral, COORDINATOR)).toMatchObject([{ task: 'triage', dueAt: expect.any(String) }]);
    expect(kindsOf(withOpenQuestion(it).referral, COORDINATOR)).not.toContain('triage');
  });

  test('are the approval of a closure and the search for a recipient, with their clocks', () => {
    const of = (referral: Referral) => tasksOf(referral, COORDINATOR);
    expect(of(REFERRAL_IN['closure-proposed']().referral)).toMatchObject([{ task: 'closure' }]);
    expect(of(REFERRAL_IN.held().referral)).toMatchObject([{ task: 'assignment' }]);
    expect(kindsOf(closed(RECIPIENT_IN.declined()).referral, COORDINATOR)).toEqual([]);
  });
});

test('officers get the tasks of their roles, and supervisors those of the whole agency', () => {
  expect(tasksOfRoles(['partner-officer'])).toEqual(['acknowledge', 'decide', 'report', 'confirm']);
  expect(tasksOfRoles(['liaison-officer'])).toEqual(['triage', 'reply', 'assignment']);
  expect(tasksOfRoles(['supervisor'])).toHaveLength(11);
  expect(tasksOfRoles(['auditor', 'administrator', 'data-protection-officer', 'service'])).toEqual([]);
});

/** The conditions by which prisma/store/party-filter.ts selects the list. */
test('a referral is on the list of an agency exactly if the agency has a task', () => {
  forRandomCases(({ referral }) => {
    for (const agencyId of partiesOf(referral)) {
      const { inHand, questioned, approvals, coordinator } = agencyViewOf(referral, agencyId);
      const isListed = inHand || questioned || approvals.length > 0 || (coordinator && referral.status === 'received');
      expect([agencyId, kindsOf(referral, agencyId).length > 0]).toEqual([agencyId, isListed]);
    }
  });
});
