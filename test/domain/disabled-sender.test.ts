/** A sending agency that is disabled: the coordinating agency sees, owes and answers what waited for it. */

import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../domain/acts.ts';
import { tasksOf } from '../../domain/agency-tasks.ts';
import { agencyViewOf } from '../../domain/agency-view.ts';
import { clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import { disclose } from '../../domain/disclosure.ts';
import { ENGINE } from '../../domain/people.ts';
import type { Case } from '../support/case.ts';
import { RECIPIENT_IN } from '../support/cases-by-status.ts';
import { CAST, COORDINATOR, choice, officerAt, SENDER } from '../support/factories.ts';

const set = (it: Case, disabled: boolean) => it.act({ type: 'set-sender-status', disabled }, ENGINE);

/** Its recipient has asked a question, and for consent to refer it onward. */
function withOpenReplies(): Case {
  const it = RECIPIENT_IN.acknowledged({ handlingCode: 'H2' });
  it.act({ type: 'ask-information', recipientId: 'r1', text: 'text-question' }, officerAt('fi-1'));
  it.act({ type: 'refer-onward', recipientId: 'r1', choice: choice('nl-1'), text: 'text-on' }, officerAt('fi-1'));
  return it;
}

describe('while the sending agency is disabled', () => {
  test('the coordinating agency owes the replies, with the same clocks', () => {
    const it = withOpenReplies();
    const before = tasksOf(it.referral, SENDER);
    expect(before.map(({ reply }) => reply?.to).sort()).toEqual(['consent', 'question']);
    set(it, true);
    expect(tasksOf(it.referral, SENDER)).toEqual([]);
    expect(tasksOf(it.referral, COORDINATOR)).toEqual(before);
    const view = agencyViewOf(it.referral, COORDINATOR);
    expect(view).toMatchObject({ sender: true, questioned: true, owes: { by: before[0]?.dueAt } });
    const owed = it.referral.clocks.filter(({ debtor }) => debtor === 'sender');
    expect(owed.map((clock) => clockDebtor(clock, it.referral).agencyId)).toEqual(owed.map(() => COORDINATOR));
  });

  test('the desk of the coordinating agency gets a letter about each open reply', () => {
    const it = withOpenReplies();
    const told = it.notices.length;
    set(it, true);
    expect(it.notices.slice(told)).toEqual([
      { letter: 'question-asked', to: { who: 'sender' } },
      { letter: 'consent-asked', to: { who: 'sender' }, recipientId: 'r1' },
    ]);
  });

  test('the coordinating agency answers and consents', () => {
    const it = withOpenReplies();
    const consent = { type: 'consent-onward', recipientId: 'r1' } as const;
    const answer = { type: 'answer-information', questionId: 'q1', text: 'text-answer' } as const;
    expect(it.refusalOf(answer, CAST.coordinator)).toBe('NOT_SENDER');
    set(it, true);
    it.act(answer, CAST.coordinator);
    it.act(consent, CAST.coordinator);
    expect(it.referral.questions[0]?.state).toBe('answered');
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'nl-1', opened: 'onward' });
  });

  test('the coordinating agency delivers a translation that was asked of the sender, and asks for its own as itself', () => {
    const it = RECIPIENT_IN.acknowledged();
    const asked: ActOf<'ask-translation'> = { type: 'ask-translation', of: 'sender', languages: ['fi'] };
    it.act({ ...asked, recipientId: 'r1' }, officerAt('fi-1'));
    set(it, true);
    expect(it.refusalOf(asked, CAST.coordinator)).toBe('INVALID_INPUT');
    it.act({ type: 'deliver-translation', translationId: 't1', language: 'fi', text: 'text-fi' }, CAST.coordinator);
    it.act({ type: 'ask-translation', of: 'recipient', recipientId: 'r1', languages: ['en'] }, CAST.coordinator);
    expect(it.referral.translations).toMatchObject([{ state: 'delivered' }, { asker: { kind: 'coordinator' } }]);
  });

  test('each party sees that it is, and the coordinating agency still reads the whole referral', () => {
    const it = withOpenReplies();
    set(it, true);
    for (const viewer of [CAST.coordinator, officerAt('fi-1')]) {
      const { referral, maySee } = disclose(it.referral, viewer);
      expect(referral.senderDisabled).toBe(true);
      expect(it.journal.filter(maySee).map(({ event }) => event.type)).toContain('sender-disabled');
    }
    expect(disclose(it.referral, CAST.coordinator).profile).toBe('whole');
  });
});

test('a sending agency that is enabled again owes its replies itself', () => {
  const it = withOpenReplies();
  set(it, true);
  expect(it.refusalOf({ type: 'set-sender-status', disabled: true }, ENGINE)).toBe('WRONG_STATUS');
  set(it, false);
  expect(it.referral.senderDisabled).toBeUndefined();
  expect(tasksOf(it.referral, SENDER)).toHaveLength(2);
  expect(tasksOf(it.referral, COORDINATOR)).toEqual([]);
});

test('people cannot record that an agency is disabled', () => {
  const act = { type: 'set-sender-status', disabled: true } as const;
  expect(RECIPIENT_IN.sent().refusalOf(act, CAST.supervisor)).toBe('ROLE_REQUIRED');
});
