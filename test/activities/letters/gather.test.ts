/** Why a letter asks a supervisor to replace a recipient: it follows from the act that caused the letter. */

import { expect, test } from 'vitest';
import { causeOf, factsOf } from '../../../activities/letters/gather.ts';
import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import { EXAMPLES } from '../../support/acts.ts';
import type { Case } from '../../support/case.ts';
import { aReferredCase, RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { CAST, DIRECTORY, officerAt } from '../../support/factories.ts';

const ADDRESS = { name: 'Otto', email: 'otto@hub.example', zone: 'UTC', language: 'en' };

/** What the last letter of the kind says about the recipient and the deadline. */
function replacedIn(it: Case) {
  const entry = it.journal.findLast(
    ({ event }) => event.type === 'letters-decided' && event.letters.some(({ letter }) => letter === 'replaced'),
  );
  const orders = entry?.event.type === 'letters-decided' ? entry.event.letters : [];
  const order = orders.find(({ letter }) => letter === 'replaced');
  const letter = { ...order, referralId: it.referral.id, seq: entry?.seq } as OutboxLetter;
  const { recipient, clock } = factsOf(causeOf(it.journal, letter), DIRECTORY, letter, ADDRESS, 'https://hub.example');
  return { of: order?.recipientId, why: recipient?.replacement, clock: clock?.name };
}

function anEmergency(): Case {
  return aReferredCase({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] });
}

test('at standard urgency, a supervisor decides', () => {
  const expected = { of: 'r1', why: 'supervisor-decides', clock: 'find-recipient' };
  expect(replacedIn(RECIPIENT_IN.unresponsive())).toEqual(expected);
});

test('the rules found nobody after the last one that did not acknowledge', () => {
  const it = anEmergency();
  it.pass(3);
  expect(replacedIn(it)).toEqual({ of: 'r3', why: 'nobody-found', clock: 'find-recipient' });
});

test('the rules found nobody for one that declined', () => {
  const it = aReferredCase({}, ['FI', 'SE']);
  it.act({ ...EXAMPLES.decline, recipientId: 'r2' }, officerAt('se-1'));
  it.settle();
  expect(replacedIn(it)).toEqual({ of: 'r2', why: 'gave-back', clock: 'find-recipient' });
});

test('nobody else is left when the one that replaced it is recalled', () => {
  const it = anEmergency();
  it.pass(1);
  expect(replacedIn(it)).toEqual({ of: 'r1', why: undefined, clock: undefined });
  it.act({ ...EXAMPLES.recall, recipientId: 'r2' }, CAST.supervisor);
  expect(replacedIn(it)).toEqual({ of: 'r1', why: 'nobody-left', clock: 'find-recipient' });
});
