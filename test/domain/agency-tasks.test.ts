/** The tasks of each party to a referral, and their agreement with the columns of its list. */

import { describe, expect, test } from 'vitest';
import { TASKS, tasksOf, tasksOfRoles } from '../../domain/agency-tasks.ts';
import { agencyViewOf, partiesOf } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Referral } from '../../domain/referral.ts';
import { EXAMPLES } from '../support/acts.ts';
import {
  aReceivedCase,
  aReferredCase,
  closed,
  RECIPIENT_IN,
  REFERRAL_IN,
  withOpenQuestion,
} from '../support/cases-by-status.ts';
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

  test('include an overdue triage, also while the sender must answer', () => {
    const it = aReceivedCase({ urgency: 'standard' });
    it.pass(20 * 24);
    const { referral } = withOpenQuestion(it);
    expect(tasksOf(referral, COORDINATOR)).toMatchObject([
      { task: 'triage', answer: 'awaited', dueAt: referral.clocks.find(({ name }) => name === 'triage')?.dueAt },
    ]);
  });

  test('are the approval of a closure and the search for a recipient, with their clocks', () => {
    const of = (referral: Referral) => tasksOf(referral, COORDINATOR);
    expect(of(REFERRAL_IN['closure-proposed']().referral)).toMatchObject([{ task: 'closure' }]);
    expect(of(REFERRAL_IN.held().referral)).toMatchObject([{ task: 'assignment' }]);
    expect(kindsOf(closed(RECIPIENT_IN.declined()).referral, COORDINATOR)).toEqual([]);
  });
});

describe('further tasks', () => {
  const of = (referral: Referral, agencyId: string) => tasksOf(seen(referral, agencyId), agencyId);

  test('are the translations that a party was asked for, until they are delivered', () => {
    const it = RECIPIENT_IN.acknowledged();
    it.act(EXAMPLES['ask-translation'], officerAt('fi-1'));
    const { dueAt } = it.referral.clocks.find(({ name }) => name === 'translation') ?? {};
    expect(of(it.referral, SENDER)).toMatchObject([{ task: 'translate', translationId: 't1', dueAt }]);
    expect(kindsOf(it.referral, FINLAND)).toEqual(['decide']);
    it.pass(14 * 24);
    expect(kindsOf(it.referral, SENDER)).toEqual(['translate']);
    it.act(EXAMPLES['deliver-translation'], CAST.sender);
    expect(kindsOf(it.referral, SENDER)).toEqual([]);
  });

  test('of a recipient include its translations', () => {
    const it = RECIPIENT_IN.accepted();
    it.act({ ...EXAMPLES['ask-translation'], of: 'recipient' }, CAST.coordinator);
    expect(kindsOf(it.referral, FINLAND)).toEqual(['report', 'translate']);
  });

  test('of the sender are the confirmations of an oral request and of a production request', () => {
    const it = aReferredCase({ urgency: 'emergency', legalInstrument: 'national-law' });
    it.act(EXAMPLES['record-oral-request'], CAST.coordinator);
    it.act(EXAMPLES.accept, officerAt('fi-1'));
    it.act(EXAMPLES['report-preservation'], officerAt('fi-1'));
    const due = (clock: string) => it.referral.clocks.find(({ name }) => name === clock)?.dueAt;
    expect(of(it.referral, SENDER)).toMatchObject([
      { task: 'confirm-request', dueAt: due('written-confirmation') },
      { task: 'confirm-request', recipientId: 'r1', dueAt: due('preservation') },
    ]);
    it.act(EXAMPLES['confirm-oral-request'], CAST.sender);
    it.act(EXAMPLES['confirm-production'], CAST.sender);
    expect(kindsOf(it.referral, SENDER)).toEqual([]);
  });

  test('of the coordinator include a closure to propose, once every recipient has finished', () => {
    expect(kindsOf(RECIPIENT_IN.accepted().referral, COORDINATOR)).toEqual([]);
    expect(kindsOf(RECIPIENT_IN['outcome-reported']().referral, COORDINATOR)).toEqual(['propose-closure']);
    expect(kindsOf(REFERRAL_IN.held().referral, COORDINATOR)).toEqual(['assignment']);
    expect(kindsOf(REFERRAL_IN['closure-proposed']().referral, COORDINATOR)).toEqual(['closure']);
  });
});

test('officers get the tasks of their roles, and supervisors those of the whole agency', () => {
  expect(tasksOfRoles(['partner-officer'])).toEqual(['acknowledge', 'decide', 'report', 'confirm', 'translate']);
  expect(tasksOfRoles(['liaison-officer'])).toEqual([
    ...['triage', 'reply', 'translate', 'confirm-request', 'propose-closure', 'assignment'],
  ]);
  expect(tasksOfRoles(['supervisor'])).toEqual([...TASKS]);
  expect(tasksOfRoles(['auditor', 'administrator', 'data-protection-officer', 'service'])).toEqual([]);
});

/** The conditions by which prisma/store/party-filter.ts selects the list. */
test('a referral is on the list of an agency exactly if the agency has a task', () => {
  forRandomCases(({ referral }) => {
    for (const agencyId of partiesOf(referral)) {
      const { inHand, questioned, approvals, furtherTasks, coordinator } = agencyViewOf(referral, agencyId);
      const isDecided = approvals.length > 0 || furtherTasks.length > 0;
      const isListed = inHand || questioned || isDecided || (coordinator && referral.status === 'received');
      expect([agencyId, kindsOf(referral, agencyId).length > 0]).toEqual([agencyId, isListed]);
    }
  });
});
