/** What each viewer sees of one referral: sender, coordinator, recipients, auditors, and unrelated agencies. */

import { describe, expect, test } from 'vitest';
import { apply } from '../../domain/apply.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { JournalEntry, ReferralEvent } from '../../domain/events.ts';
import { ENGINE, type Person } from '../../domain/people.ts';
import type { Capability, ContactPointType } from '../../domain/vocabulary.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { aReferredCase, RECIPIENT_IN } from '../support/cases-by-status.ts';
import { aPerson, CAST, officerAt } from '../support/factories.ts';

const birch = officerAt('fi-1');
const elm = officerAt('nl-1');

/** r1 has asked and accepted, r2 has declined with words; r3 stands in for r2. The sender has added something. */
function aBusyCase(): Case {
  const it = aReferredCase({}, ['FI', 'NL']);
  it.act({ type: 'ask-information', recipientId: 'r1', text: 'text-asked' }, birch);
  it.act({ type: 'answer-information', questionId: 'q1', text: 'text-answered' }, CAST.sender);
  it.act({ type: 'accept', recipientId: 'r1' }, birch);
  it.act({ type: 'ask-information', recipientId: 'r2', text: 'text-other' }, elm);
  it.act({ type: 'decline', recipientId: 'r2', ground: 'other', text: 'text-declined' }, elm);
  it.act({ ...EXAMPLES.supplement, text: 'text-more' }, CAST.sender);
  it.act(EXAMPLES.take, birch);
  it.act(EXAMPLES.take, CAST.coordinator);
  it.act(EXAMPLES.link, CAST.coordinator);
  it.settle();
  return it;
}

/** The ids of all words, in the order in which they were said. */
const saidIn = ({ journal }: Case, mayRead: (entry: JournalEntry) => boolean) =>
  journal.filter(mayRead).flatMap(({ event }) => {
    if ('particulars' in event) return [event.particulars];
    return 'text' in event && event.text ? [event.text] : [];
  });

const EVERYTHING_SAID = ['text-1', 'text-asked', 'text-answered', 'text-other', 'text-declined', 'text-more'];

describe('the whole is seen by', () => {
  test.each([
    ['the sender', CAST.sender],
    ["the sender's supervisor", CAST.sendersSupervisor],
    ['the coordinator', CAST.coordinator],
    ['a supervisor of the coordinator', CAST.supervisor],
  ])('%s', (_, viewer) => {
    const it = aBusyCase();
    const disclosure = disclose(it.referral, viewer);
    expect(disclosure.referral).toMatchObject(it.referral);
    expect(it.journal.every(disclosure.maySee)).toBe(true);
    expect(saidIn(it, disclosure.mayRead)).toEqual(EVERYTHING_SAID);
  });
});

test('which other cases bear the same number is the coordinator’s to know', () => {
  const { referral: before } = aReferredCase();
  const event: ReferralEvent = { type: 'possible-duplicate-found', referralIds: ['twin'] };
  const entry: JournalEntry = { seq: before.seq + 1, at: before.submittedAt, actId: 'a', by: ENGINE, schema: 1, event };
  const referral = apply(before, entry, before.id);
  const [toSender, toCoordinator] = [disclose(referral, CAST.sender), disclose(referral, CAST.coordinator)];
  expect(toSender.referral.links).toEqual([]);
  expect(toSender.maySee(entry)).toBe(false);
  expect(toCoordinator.referral.links).toEqual([{ otherId: 'twin', kind: 'possible-duplicate' }]);
  expect(toCoordinator.maySee(entry)).toBe(true);
});

test('the own number and the notes of an agency are shown to that agency alone', () => {
  const it = aReferredCase();
  const parties = [CAST.sender, CAST.coordinator, birch];
  for (const [index, person] of parties.entries()) {
    it.act({ type: 'set-own-reference', text: `text-number-${index}` }, person);
    it.act({ type: 'add-note', text: `text-note-${index}` }, person);
  }
  for (const [index, person] of parties.entries()) {
    const own = [`text-number-${index}`, `text-note-${index}`];
    const { referral, maySee, mayRead } = disclose(it.referral, person);
    expect(referral.ownReferences).toEqual({ [person.agencyId]: own[0] });
    const seen = it.journal.filter(maySee).map(({ event }) => event);
    expect(seen.filter(({ type }) => type === 'own-reference-set' || type === 'note-added')).toHaveLength(2);
    expect(saidIn(it, mayRead).filter((text) => text !== 'text-1')).toEqual(own);
  }
  const auditor = disclose(it.referral, CAST.auditor);
  expect(it.journal.filter(auditor.mayRead)).toEqual([]);
});

describe('a recipient', () => {
  const it = aBusyCase();
  const { referral, maySee, mayRead, mayReadParticulars } = disclose(it.referral, birch);

  test('sees only itself among the recipients, and no other country', () => {
    expect(referral.recipients.map(({ id }) => id)).toEqual(['r1']);
    expect(referral.triage).toMatchObject({ state: 'decided', decision: { countries: ['FI'], wanted: [] } });
    expect(JSON.stringify(referral)).not.toMatch(/nl-|"NL"|proposal/);
    expect(disclose(aReferredCase({}, ['FI', 'DK']).referral, birch).referral).not.toHaveProperty('unserved');
    expect(referral).toMatchObject({ links: [], unrouted: [], handlers: { 'fi-birch': birch.personId } });
  });

  test('sees its own questions and clocks', () => {
    expect(referral.questions.map(({ id }) => id)).toEqual(['q1']);
    const subjects = referral.clocks.map(({ name, subject }) => [name, ...Object.values(subject)].join(' '));
    expect(subjects).toEqual([
      'acknowledge recipient r1',
      'clarification question q1',
      'decide recipient r1',
      'outcome recipient r1',
    ]);
  });

  test('sees the history of the case and its own, not what others answered', () => {
    const seen = it.journal.filter(maySee).map(({ event }) => event);
    expect(new Set(seen.map(({ type }) => type))).toEqual(
      new Set([
        'submitted',
        'reference-allotted',
        'recipient-opened',
        'delivered',
        'question-asked',
        'question-answered',
        'acknowledged',
        'accepted',
        'supplemented',
        'handler-assigned',
        'clock-started',
        'clock-paused',
        'clock-resumed',
        'clock-stopped',
      ]),
    );
    expect(JSON.stringify(seen)).not.toMatch(/"r2"|"r3"|"q2"|xr-desk\.liaison/);
  });

  test('reads the submission and the texts to and from itself', () => {
    expect(mayReadParticulars).toBe(true);
    expect(saidIn(it, mayRead)).toEqual(['text-1', 'text-asked', 'text-answered', 'text-more']);
  });

  test('reads why consent was refused', () => {
    const under = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    under.act(EXAMPLES['refer-onward'], birch);
    under.act({ type: 'refuse-onward', recipientId: 'r1', text: 'text-no' }, CAST.sender);
    expect(saidIn(under, disclose(under.referral, birch).mayRead)).toContain('text-no');
  });
});

describe('a former recipient', () => {
  test.each(['declined', 'referred-onward', 'recalled'] as const)(
    'sees its own history and reads nothing: %s',
    (status) => {
      const it = RECIPIENT_IN[status]();
      const disclosure = disclose(it.referral, birch);
      expect(disclosure.referral.recipients).toMatchObject([{ id: 'r1', status }]);
      expect(disclosure.mayReadParticulars).toBe(false);
      expect(saidIn(it, disclosure.mayRead)).toEqual([]);
    },
  );

  test('is not a recipient that has reported an outcome', () => {
    const it = RECIPIENT_IN['outcome-reported']();
    expect(disclose(it.referral, birch).mayReadParticulars).toBe(true);
  });

  test('is not an agency that has returned one part and works on another', () => {
    const it = RECIPIENT_IN.declined();
    it.act({ ...EXAMPLES['assign-recipient'], choice: it.recipient('r1') }, CAST.supervisor);
    const disclosure = disclose(it.referral, birch);
    expect(disclosure.referral.recipients.map(({ status }) => status)).toEqual(['declined', 'sent']);
    expect(disclosure.mayReadParticulars).toBe(true);
  });
});

describe('an auditor', () => {
  test('of the coordinator sees every event and clock, and reads no word', () => {
    const it = aBusyCase();
    const disclosure = disclose(it.referral, CAST.auditor);
    expect(disclosure.referral.clocks).toEqual(it.referral.clocks);
    expect(it.journal.every(disclosure.maySee)).toBe(true);
    expect(disclosure.mayReadParticulars).toBe(false);
    expect(saidIn(it, disclosure.mayRead)).toEqual([]);
  });

  test('of a recipient sees what its agency sees, and reads no word', () => {
    const it = aBusyCase();
    const disclosure = disclose(it.referral, aPerson('auditor', 'fi-birch'));
    expect(disclosure.referral).toEqual(disclose(it.referral, birch).referral);
    expect(saidIn(it, disclosure.mayRead)).toEqual([]);
  });
});

describe('the answer is "not found" for', () => {
  test.each<[string, Person]>([
    ['officers of other agencies', CAST.stranger],
    ['auditors of other agencies', aPerson('auditor', 'pt-ivy')],
    ['administrators', CAST.administrator],
    ['somebody without a role', { ...CAST.sender, roles: [] }],
    ['services without the role of an officer', aPerson('service', 'fi-birch')],
  ])('%s', (_, viewer) => {
    expect(() => disclose(aBusyCase().referral, viewer)).toThrow(expect.objectContaining({ code: 'UNKNOWN_REFERRAL' }));
  });
});

describe('the profile of a recipient', () => {
  const profileAt = (type: ContactPointType, capability: Capability) => {
    const { referral } = aReferredCase({ capability });
    const recipients = referral.recipients.map((each) => ({ ...each, type }));
    const triage = { state: 'open' } as const;
    return disclose({ ...referral, triage, recipients }, birch).profile;
  };

  test('contains only the content for a recipient that removes it, and everything for the others', () => {
    expect(profileAt('inhope-hotline', 'content-removal')).toBe('content');
    expect(profileAt('inhope-hotline', 'reporting-hotline')).toBe('content');
    expect(profileAt('industry-trust-and-safety', 'content-removal')).toBe('content');
    expect(profileAt('industry-trust-and-safety', 'data-preservation')).toBe('whole');
    expect(profileAt('national-contact-point', 'content-removal')).toBe('whole');
    expect(disclose(aReferredCase().referral, CAST.sender).profile).toBe('whole');
  });
});
