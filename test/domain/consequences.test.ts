/** Which letters follow from each event, and to whom. None contains particulars of the case. */

import { describe, expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { LETTER_KINDS } from '../../domain/letter-kinds.ts';
import type { LetterNotice, SupervisedParty } from '../../domain/letter-notice.ts';
import type { Actor } from '../../domain/people.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import { aReceivedCase, aReferredCase, RECIPIENT_IN, REFERRAL_IN } from '../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../support/factories.ts';
import { forRandomCases, sampleCases } from '../support/random-cases.ts';
import { rareCases } from '../support/rare-cases.ts';

/** `letter to whom [about which recipient]`, one a line. */
function textOf({ letter, to, recipientId }: LetterNotice): string {
  const whom = to.who === 'supervisors' ? `supervisors of ${sideOf(to.of)}` : to.who;
  const line = 'line' in to ? ` ${to.line}` : '';
  const which = to.who === 'recipient' ? ` ${to.recipientId}${line}` : line;
  const about = recipientId && !which.includes(recipientId) ? ` about ${recipientId}` : '';
  return `${letter} to ${whom}${which}${about}`;
}

function sideOf(of: SupervisedParty): string {
  return typeof of === 'string' ? `the ${of}` : of.recipientId;
}

/** The letters that follow from the act. */
function lettersAfter(it: Case, act: Act, actor: Actor): string[] {
  const before = it.notices.length;
  it.act(act, actor);
  return it.notices.slice(before).map(textOf);
}

/** The letters that follow from clocks within these hours. */
function lettersWithin(it: Case, hours: number): string[] {
  it.settle();
  const before = it.notices.length;
  it.pass(hours);
  it.settle();
  return it.notices.slice(before).map(textOf);
}

const birch = officerAt('fi-1');

test('a submission: a receipt to the sender; the coordinating desk gets a letter at once if it is an emergency', () => {
  expect(new Case().notices.map(textOf)).toEqual(['receipt to sender']);
  expect(new Case({ urgency: 'emergency' }).notices.map(textOf)).toEqual([
    'receipt to sender',
    'emergency-arrived to coordinator desk-at-any-hour',
  ]);
});

describe('the sender is asked', () => {
  test('a question goes to the sender, and the answer to the party that asked', () => {
    const it = aReceivedCase();
    expect(lettersAfter(it, EXAMPLES['ask-information'], CAST.coordinator)).toEqual(['question-asked to sender']);
    expect(lettersAfter(it, EXAMPLES['answer-information'], CAST.sender)).toEqual([
      'question-answered to coordinator desk',
    ]);
  });

  test('a question by a recipient', () => {
    const it = aReferredCase();
    expect(lettersAfter(it, { ...EXAMPLES['ask-information'], recipientId: 'r1' }, birch)).toEqual([
      'question-asked to sender',
    ]);
    expect(lettersAfter(it, EXAMPLES['answer-information'], CAST.sender)).toEqual([
      'question-answered to recipient r1 desk',
    ]);
  });

  test('a request for consent goes to the sender, and the decision to the recipient that asked', () => {
    const it = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    expect(lettersAfter(it, EXAMPLES['refer-onward'], birch)).toEqual(['consent-asked to sender about r1']);
    const other = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    other.act(EXAMPLES['refer-onward'], birch);
    expect(lettersAfter(other, EXAMPLES['refuse-onward'], CAST.sender)).toEqual([
      'consent-refused to recipient r1 desk',
    ]);
    expect(lettersAfter(it, EXAMPLES['consent-onward'], CAST.sender)).toEqual([
      'consent-given to recipient r1 desk',
      'new-referral to recipient r2 desk-at-any-hour',
    ]);
  });
});

test('a route: each recipient gets the new referral', () => {
  const it = aReferredCase({}, ['FI', 'NL']);
  expect(it.notices.map(textOf)).toEqual([
    'receipt to sender',
    'new-referral to recipient r1 desk-at-any-hour',
    'new-referral to recipient r2 desk-at-any-hour',
  ]);
});

test('no recipient found: the supervisors must decide', () => {
  expect(REFERRAL_IN.held().notices.map(textOf)).toEqual([
    'receipt to sender',
    'held to supervisors of the coordinator',
  ]);
});

test('a letter that comes back: the desk and its supervisors', () => {
  expect(RECIPIENT_IN['delivery-failed']().notices.map(textOf).slice(2)).toEqual([
    'delivery-failed to coordinator desk about r1',
    'delivery-failed to supervisors of the coordinator about r1',
  ]);
});

describe('what a recipient answers', () => {
  test('acknowledged: no letter; accepted: to the sender', () => {
    expect(lettersAfter(aReferredCase(), EXAMPLES.acknowledge, birch)).toEqual([]);
    expect(lettersAfter(aReferredCase(), EXAMPLES.accept, birch)).toEqual(['accepted to sender about r1']);
  });

  test('declined: to the sender, the coordinator and the next recipient', () => {
    const it = aReferredCase();
    expect(lettersAfter(it, EXAMPLES.decline, birch)).toEqual([
      'declined to sender about r1',
      'declined to coordinator desk about r1',
    ]);
    it.settle();
    expect(it.notices.map(textOf).at(-1)).toBe('new-referral to recipient r2 desk-at-any-hour');
  });

  test('an outcome, for good or so far: sender, coordinator, and whose referrals were duplicates of it', () => {
    const all = [
      'outcome to sender about r1',
      'outcome to coordinator desk about r1',
      'twin-outcome to senders-of-twins',
    ];
    expect(lettersAfter(RECIPIENT_IN.accepted(), EXAMPLES['report-outcome'], birch)).toEqual(all);
    expect(lettersAfter(RECIPIENT_IN.accepted(), { ...EXAMPLES['report-outcome'], final: false }, birch)).toEqual(all);
  });

  test('referred onward: to the new recipient', () => {
    const sent = lettersAfter(RECIPIENT_IN.accepted(), EXAMPLES['refer-onward'], birch);
    expect(sent).toEqual(['new-referral to recipient r2 desk-at-any-hour']);
  });
});

describe('a clock of a recipient', () => {
  test('at half its time reminds its handler; at 80% those on call and the supervisors; overdue, also the coordinator', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    const escalation = [
      'escalation to recipient r1 on-call',
      'escalation to supervisors of r1',
      'escalation to supervisors of the coordinator',
    ];
    const overdue = [
      'overdue to recipient r1 officer',
      'overdue to supervisors of r1',
      'overdue to supervisors of the coordinator',
    ];
    expect(lettersWithin(it, 4)).toEqual(['reminder to recipient r1 officer']);
    expect(lettersWithin(it, 2.4)).toEqual(escalation);
    expect(lettersWithin(it, 1.6)).toEqual(overdue);
    expect(lettersWithin(it, 8)).toEqual([
      'new-referral to recipient r2 desk-at-any-hour',
      'replaced to sender about r1',
      'replaced to coordinator desk about r1',
      'replaced to recipient r1 desk',
    ]);
  });

  test('of an emergency escalates only to those who can act, since the rules replace the recipient at once', () => {
    const it = aReferredCase({ urgency: 'emergency' });
    expect(lettersWithin(it, 0.5)).toEqual(['reminder to recipient r1 officer-or-duty']);
    expect(lettersWithin(it, 0.3)).toEqual([
      'escalation to recipient r1 duty-alone',
      'escalation to supervisors of r1',
    ]);
    it.act(EXAMPLES.acknowledge, birch);
    expect(lettersWithin(it, 6.5)).toContain('escalation to supervisors of the coordinator');
  });

  test('that expires at standard urgency asks supervisors for the next contact point and names the replaced one', () => {
    const it = aReferredCase();
    expect(lettersWithin(it, 4 * 24)).toContain('replaced to supervisors of the coordinator about r1');
    const assign = { ...EXAMPLES['assign-recipient'], choice: choice('fi-2'), replaces: 'r1' };
    expect(lettersAfter(it, assign, CAST.supervisor)).toEqual([
      'new-referral to recipient r2 desk-at-any-hour',
      'replaced to sender about r1',
      'replaced to coordinator desk about r1',
      'replaced to recipient r1 desk',
    ]);
  });
});

test('a clock of the coordinator reminds its handler; later those on call there, and the supervisors', () => {
  const it = aReceivedCase({ urgency: 'urgent' });
  expect(lettersWithin(it, 2)).toEqual(['reminder to coordinator officer']);
  expect(lettersWithin(it, 1.2)).toEqual([
    'escalation to coordinator on-call',
    'escalation to supervisors of the coordinator',
  ]);
});

test('a clock of the sender reminds its handler; later those on call there, and the supervisors of both sides', () => {
  const it = REFERRAL_IN['awaiting-information']();
  expect(lettersWithin(it, 3 * 24)).toEqual(['reminder to sender']);
  expect(lettersWithin(it, 1.9 * 24)).toEqual([
    'escalation to sender on-call',
    'escalation to supervisors of the sender',
    'escalation to supervisors of the coordinator',
  ]);
});

test('an expired question notifies the party that asked, once', () => {
  const it = REFERRAL_IN['awaiting-information']();
  const letters = lettersWithin(it, 6 * 24);
  expect(letters.filter((letter) => letter.startsWith('question-expired'))).toEqual([
    'question-expired to coordinator desk',
  ]);
  expect(letters.filter((letter) => letter.startsWith('reminder'))).toEqual(['reminder to sender']);
});

test('a supplement notifies the coordinator and every recipient that has the case or finished with success', () => {
  const it = aReferredCase({}, ['FI', 'NL', 'SE']);
  it.act(EXAMPLES.recall, CAST.sender);
  it.act({ type: 'accept', recipientId: 'r2' }, officerAt('nl-1'));
  it.act({ ...EXAMPLES['report-outcome'], recipientId: 'r2' }, officerAt('nl-1'));
  expect(lettersAfter(it, EXAMPLES.supplement, CAST.sender)).toEqual([
    'supplemented to coordinator desk',
    'supplemented to recipient r2 desk',
    'supplemented to recipient r3 desk',
  ]);
});

describe('the end', () => {
  test('a recall notifies its recipient; if no recipient is left, the supervisors must decide', () => {
    expect(lettersAfter(aReferredCase(), EXAMPLES.recall, CAST.sender)).toEqual([
      'recalled to recipient r1 desk',
      'held to supervisors of the coordinator',
    ]);
  });

  test('a closure is proposed to the supervisors, returned to the desk, and notified to the sender and the recipients that succeeded', () => {
    const it = RECIPIENT_IN['outcome-reported']();
    const asked = ['approval-asked to supervisors of the coordinator'];
    expect(lettersAfter(it, EXAMPLES['propose-closure'], CAST.coordinator)).toEqual(asked);
    expect(lettersAfter(it, EXAMPLES['return-closure'], CAST.supervisor)).toEqual([
      'closure-returned to coordinator desk',
    ]);
    it.act(EXAMPLES['propose-closure'], CAST.coordinator);
    expect(lettersAfter(it, EXAMPLES['approve-closure'], CAST.supervisor)).toEqual([
      'closed to sender',
      'closed to recipient r1 desk',
    ]);
    expect(lettersAfter(it, EXAMPLES.reopen, CAST.supervisor)).toEqual([
      'reopened to sender',
      'reopened to coordinator desk',
    ]);
  });

  test('a withdrawal is asked of the supervisors, and recalls what is out', () => {
    const it = aReferredCase();
    expect(lettersAfter(it, EXAMPLES.withdraw, CAST.sender)).toEqual([
      'approval-asked to supervisors of the coordinator',
    ]);
    expect(lettersAfter(it, EXAMPLES.withdraw, CAST.supervisor)).toEqual([
      'recalled to recipient r1 desk',
      'closed to sender',
    ]);
  });

  test('at intake it notifies the sender', () => {
    expect(lettersAfter(aReceivedCase(), EXAMPLES['reject-at-intake'], CAST.coordinator)).toEqual(['closed to sender']);
  });
});

test('a letter has its kind, its addressee and ids, never texts or their authors', () => {
  forRandomCases(({ notices, journal }) => {
    const parts = new Set(notices.flatMap((notice) => Object.keys(notice)));
    expect(['letter', 'to', 'recipientId', 'clockId']).toEqual(expect.arrayContaining([...parts]));
    expect(JSON.stringify(notices)).not.toMatch(/text-|\.one|\.two/);
    const decided = journal.filter(({ event }) => event.type === 'letters-decided');
    expect(JSON.stringify(decided.map(({ event }) => event))).not.toContain('text-');
  }, 40);
});

test('every kind of letter is written for at least one random referral', () => {
  // The same cases in each run, since a rare letter is no fault.
  const cases = [...rareCases(), ...sampleCases()];
  const written = new Set(cases.flatMap(({ notices }) => notices.map(({ letter }) => letter)));
  expect(LETTER_KINDS.filter((letter) => !written.has(letter))).toEqual([]);
});
