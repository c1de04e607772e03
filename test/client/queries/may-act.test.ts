/** The buttons of a referral are exactly the acts that the engine would accept from this person now. */

import { expect, test } from 'vitest';
import { possibleActs } from '../../../client/queries/may-act.ts';
import type { Act } from '../../../domain/acts.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { Person } from '../../../domain/people.ts';
import { EVERY_ACT, EXAMPLES } from '../../support/acts.ts';
import { Case } from '../../support/case.ts';
import { CAST, officerAt } from '../../support/factories.ts';

const FINLAND = officerAt('fi-1');
const PEOPLE: readonly Person[] = [
  ...[CAST.sender, CAST.sendersSupervisor, CAST.coordinator, CAST.supervisor, CAST.otherSupervisor],
  ...[CAST.auditor, FINLAND],
];

/** A referral's story, looked at after every act. */
function* story(): Generator<Case> {
  const it = new Case();
  it.settle();
  yield it;
  const steps: [Act, Person][] = [
    [{ type: 'ask-information', text: 'text-2' }, CAST.coordinator],
    [{ type: 'answer-information', questionId: 'q1', text: 'text-3' }, CAST.sender],
    [EXAMPLES['complete-triage'], CAST.coordinator],
    [{ type: 'acknowledge', recipientId: 'r1' }, FINLAND],
    [{ type: 'ask-information', recipientId: 'r1', text: 'text-4' }, FINLAND],
    [EXAMPLES['ask-translation'], FINLAND],
    [{ type: 'accept', recipientId: 'r1' }, FINLAND],
    [{ type: 'withdraw', text: 'text-5' }, CAST.sender],
    [{ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, FINLAND],
    [{ type: 'propose-closure' }, CAST.coordinator],
    [{ type: 'approve-closure' }, CAST.supervisor],
    [{ type: 'erase' }, CAST.supervisor],
  ];
  for (const [act, person] of steps) {
    it.act(act, person);
    it.settle();
    yield it;
  }
}

test('a button is shown exactly if the act would be accepted, for every person at each step of a referral', () => {
  let buttons = 0;
  for (const it of story()) {
    for (const person of PEOPLE) {
      const listed = possibleActs(seenBy(it, person), person, it.now);
      buttons += listed.length;
      for (const act of ACTS_OF_PEOPLE) {
        const isListed = listed.some((each) => JSON.stringify(each) === JSON.stringify(about(act)));
        const wouldBeTaken = variantsOf(act).some((each) => it.refusalOf(each, person) === undefined);
        const seen = [it.referral.status, person.personId, act.type];
        expect([...seen, isListed]).toEqual([...seen, wouldBeTaken]);
      }
    }
  }
  expect(buttons).toBeGreaterThan(50);
});

/** Every act of people, with answers to both questions. */
const ACTS_OF_PEOPLE = [
  ...EVERY_ACT.filter(({ type }) => type !== 'submit'),
  { type: 'answer-information', questionId: 'q2', text: 'text' } as const,
];

function about(act: Act) {
  return {
    type: act.type,
    ...('recipientId' in act && { recipientId: act.recipientId }),
    ...('questionId' in act && { questionId: act.questionId }),
    ...('translationId' in act && { translationId: act.translationId }),
  };
}

function variantsOf(act: Act): Act[] {
  if (act.type === 'extend') return [act, { ...act, clock: 'outcome' }];
  if (act.type !== 'ask-translation') return [act];
  return (['sender', 'coordinator', 'recipient'] as const).map((of) => ({ ...act, of }));
}

/** As they see it: what others have is not theirs to act on. */
function seenBy(it: Case, person: Person) {
  return disclosed(it, person) ?? it.referral;
}

function disclosed({ referral }: Case, person: Person) {
  try {
    return disclose(referral, person).referral;
  } catch {
    return undefined;
  }
}
