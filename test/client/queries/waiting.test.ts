/** Every clock that an agency owes is one of its tasks, with an act that does it. */

import { expect, test } from 'vitest';
import { actsOf } from '../../../client/queries/waiting.ts';
import { type Task, tasksOf, tasksOfRoles } from '../../../domain/agency-tasks.ts';
import { unansweredClocks } from '../../../domain/agency-view.ts';
import { clockDebtor } from '../../../domain/clocks/clock-debtor.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { disclose } from '../../../domain/disclosure.ts';
import { ROLES } from '../../../domain/people.ts';
import type { Clock, Referral } from '../../../domain/referral.ts';
import type { Case } from '../../support/case.ts';
import { aPerson } from '../../support/factories.ts';
import { forRandomCases } from '../../support/random-cases.ts';
import { rareCases } from '../../support/rare-cases.ts';

/** The task that a clock limits. */
const TASK_OF: Record<ClockName, readonly Task[]> = {
  triage: ['triage'],
  acknowledge: ['acknowledge'],
  'first-answer': ['acknowledge', 'decide', 'report'],
  decide: ['decide'],
  removal: ['acknowledge', 'decide', 'report'],
  outcome: ['report'],
  measure: ['report'],
  clarification: ['reply'],
  'consent-onward': ['reply'],
  'find-recipient': ['assignment'],
  'closure-approval': ['closure'],
  'written-confirmation': ['confirm-request'],
  translation: ['translate'],
  'retention-review': ['retention'],
  preservation: ['confirm-request'],
};

function tasksWithActs(referral: Referral, agencyId: string, { name, subject }: Clock, now: string): Task[] {
  const people = ROLES.map((role) => aPerson(role, agencyId, `other-${role}`));
  return people.flatMap((person) => {
    const { referral: seen } = disclose(referral, { ...person, roles: ['supervisor'] });
    return tasksOf(seen, agencyId)
      .filter(({ task }) => TASK_OF[name].includes(task) && tasksOfRoles(person.roles).includes(task))
      .filter(({ recipientId }) => subject.of !== 'recipient' || !recipientId || recipientId === subject.recipientId)
      .filter((task) => actsOf(task, seen, person, now).length > 0)
      .map(({ task }) => task);
  });
}

function check({ referral, now }: Case): void {
  for (const clock of unansweredClocks(referral)) {
    const { agencyId } = clockDebtor(clock, referral);
    const tasks = tasksWithActs(referral, agencyId, clock, now);
    expect([agencyId, clock.name, tasks.length > 0]).toEqual([agencyId, clock.name, true]);
  }
}

test('a clock that an agency must answer is a task of it, with an act for one of its roles', () => {
  forRandomCases(check, 200);
  for (const it of rareCases()) check(it);
});
