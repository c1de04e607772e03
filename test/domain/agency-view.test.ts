/** A referral as each agency has it on its list. */

import { describe, expect, test } from 'vitest';
import { agencyViewOf, partiesOf, repliesOwed } from '../../domain/agency-view.ts';
import { fold } from '../../domain/apply.ts';
import { SEEN_BY_EVERY_PARTY } from '../../domain/disclosure.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Clock, Recipient, Referral } from '../../domain/referral.ts';
import type { RecipientStatus } from '../../domain/statuses.ts';
import { isShared, translationsOf } from '../../domain/translation.ts';
import { partyRows } from '../../prisma/store/party-rows.ts';
import { recipientRows } from '../../prisma/store/recipient-rows.ts';
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

describe('open duties', () => {
  test('before triage is triage, by the coordinator alone; the sender sees the clock all the same', () => {
    const { referral } = aReceivedCase();
    expect(agencyViewOf(referral, COORDINATOR).owes?.clock).toBe('triage');
    const sender = agencyViewOf(referral, SENDER);
    expect(sender).toMatchObject({ sender: true, coordinator: false, next: { clock: 'triage' } });
    expect(sender.owes).toBeUndefined();
  });

  test('a question makes it a duty of the sender until it is answered', () => {
    const it = withOpenQuestion(aReceivedCase());
    expect(agencyViewOf(it.referral, SENDER)).toMatchObject({ questioned: true, owes: { clock: 'clarification' } });
    expect(agencyViewOf(it.referral, COORDINATOR).owes).toBeUndefined();
    it.act({ type: 'answer-information', questionId: 'q1', text: 'text-answer' }, CAST.sender);
    expect(agencyViewOf(it.referral, SENDER)).toMatchObject({ questioned: false });
    expect(agencyViewOf(it.referral, COORDINATOR).owes?.clock).toBe('triage');
  });

  test('a question that expired at intake waits no more once it was triaged', () => {
    const it = withOpenQuestion(aReceivedCase());
    it.pass(6 * 24);
    expect(agencyViewOf(it.referral, SENDER)).toMatchObject({ questioned: true, breached: true });
    it.act(
      {
        ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
        countries: ['FI'],
        capability: 'investigation',
        wanted: [],
      },
      CAST.coordinator,
    );
    it.settle();
    expect(agencyViewOf(it.referral, SENDER)).toMatchObject({ questioned: false, breached: false });
  });

  test('a recipient must answer by its own clock, and is late after it', () => {
    const it = aReferredCase(undefined, ['FI', 'NL']);
    expect(agencyViewOf(it.referral, FINLAND)).toMatchObject({
      ...{ recipient: true, recipientStatus: 'delivered', inHand: true, breached: false },
      owes: { clock: 'acknowledge' },
    });
    it.act({ type: 'acknowledge', recipientId: 'r2' }, officerAt('nl-1'));
    it.pass(4 * 24);
    const late = agencyViewOf(it.referral, FINLAND);
    expect(late).toMatchObject({ breached: true, silent: true, recipientStatus: 'unresponsive' });
    expect(late.owes && late.owes.by < it.now).toBe(true);
    expect(agencyViewOf(it.referral, choice('nl-1').agencyId)).toMatchObject({ breached: false, silent: false });
    expect(agencyViewOf(it.referral, SENDER)).toMatchObject({ breached: true, silent: true });
  });

  test('a question is due by its own clock, even if another clock of the sender ends earlier', () => {
    const { referral } = withOpenQuestion(aReceivedCase());
    const clock = referral.clocks.find(({ name }) => name === 'clarification') as Clock;
    const consent: Clock = {
      ...{ ...clock, id: 'c9', name: 'consent-onward', dueAt: clock.startedAt },
      subject: { of: 'recipient', recipientId: 'r1' },
    };
    const both = { ...referral, clocks: [consent, ...referral.clocks] };
    expect(agencyViewOf(both, SENDER).owes?.clock).toBe('consent-onward');
    expect(repliesOwed(both)[0]?.dueAt).toBe(clock.dueAt);
    expect(repliesOwed(aReceivedCase().referral)).toEqual([]);
  });

  test('a request for consent waits for the sender like a question, until it is answered or the recipient is done', () => {
    const { referral } = aReferredCase();
    const [part] = referral.recipients as [Recipient];
    const onward = { state: 'consent-asked', choice: choice('nl-1'), text: 'text-9' } as const;
    const withPart = (more: Partial<Recipient>) => ({ ...referral, recipients: [{ ...part, onward, ...more }] });
    expect(agencyViewOf(withPart({}), SENDER).questioned).toBe(true);
    expect(agencyViewOf(withPart({}), COORDINATOR).questioned).toBe(false);
    expect(repliesOwed(withPart({}))).toEqual([{ to: 'consent', recipientId: 'r1', askerAgencyId: FINLAND }]);
    for (const more of [{ status: 'recalled' }, { onward: { state: 'consented' } }] as const) {
      expect(agencyViewOf(withPart(more), SENDER).questioned).toBe(false);
    }
    expect(repliesOwed({ ...withPart({}), status: 'closed' })).toEqual([]);
  });

  test('of several parts of one agency the one that is not answered is shown', () => {
    const { referral } = aReferredCase();
    const [part] = referral.recipients as [Recipient];
    const with2nd = (status: RecipientStatus) => ({ ...referral, recipients: [part, { ...part, id: 'r2', status }] });
    for (const status of ['acknowledged', 'accepted', 'declined'] as const) {
      expect(agencyViewOf(with2nd(status), FINLAND).recipientStatus).toBe('delivered');
    }
    expect(agencyViewOf(with2nd('unresponsive'), FINLAND).recipientStatus).toBe('unresponsive');
  });

  test('a recall is listed until it is confirmed', () => {
    const it = RECIPIENT_IN.recalled();
    expect(agencyViewOf(it.referral, FINLAND)).toMatchObject({ inHand: true, recipientStatus: 'recalled' });
    it.act({ type: 'confirm-recall', recipientId: 'r1' }, officerAt('fi-1'));
    expect(agencyViewOf(it.referral, FINLAND).inHand).toBe(false);
  });
});

describe('a clock is at risk', () => {
  test('from its last warning on', () => {
    const it = aReferredCase();
    const [clock] = it.referral.clocks.filter(({ state }) => state.status === 'running');
    expect(agencyViewOf(it.referral, FINLAND).riskAt).toBe(clock?.warnings.at(-1)?.at);
    it.pass(3 * 24 - 1);
    expect(agencyViewOf(it.referral, FINLAND).riskAt).toBe(clock?.startedAt);
  });
});

describe('what a supervisor decides', () => {
  test('is a proposed closure, a requested withdrawal, or a recipient without a replacement', () => {
    const of = ({ referral }: { referral: Referral }, agencyId = COORDINATOR) =>
      agencyViewOf(referral, agencyId).approvals;
    expect(of(REFERRAL_IN['closure-proposed']())).toEqual(['closure']);
    expect(of(REFERRAL_IN['closure-proposed'](), SENDER)).toEqual([]);
    expect(of(REFERRAL_IN.held())).toEqual(['assignment']);
    expect(of(RECIPIENT_IN.unresponsive())).toEqual(['assignment']);
    expect(of(aReferredCase({}, ['FI', 'NO']))).toEqual(['assignment']);
    const it = aReferredCase();
    expect(of(it)).toEqual([]);
    it.act({ type: 'withdraw', text: 'text-why' }, CAST.sender);
    expect(of(it)).toEqual(['withdrawal']);
    // It may stand for long: what else is to be decided is not hidden by it.
    const unserved = aReferredCase({}, ['FI', 'NO']);
    unserved.act({ type: 'withdraw', text: 'text-why' }, CAST.sender);
    expect(of(unserved)).toEqual(['withdrawal', 'assignment']);
  });

  test('is an urgency that was asked for without a ground, once the rules have proposed theirs', () => {
    const of = (more: Parameters<typeof aReceivedCase>[0]) => agencyViewOf(aReceivedCase(more).referral, COORDINATOR);
    expect(of({ urgency: 'urgent', urgencyGrounds: [] }).approvals).toEqual(['reduction']);
    expect(of({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] }).approvals).toEqual([]);
    expect(of({ urgency: 'standard', urgencyGrounds: [] }).approvals).toEqual([]);
  });
});

test('nothing is owed, late or silent once it is closed', () => {
  const { referral } = closed(RECIPIENT_IN['outcome-reported']());
  for (const agencyId of partiesOf(referral)) {
    const standing = agencyViewOf(referral, agencyId);
    expect(standing).toMatchObject({ inHand: false, questioned: false, breached: false, silent: false });
    expect(standing).not.toHaveProperty('owes');
    expect(standing).not.toHaveProperty('next');
  }
});

test('what changed last is what the agency sees, and no letter', () => {
  const it = aReferredCase(undefined, ['FI', 'NL']);
  it.act({ type: 'acknowledge', recipientId: 'r2' }, officerAt('nl-1'));
  const typeOf = (agencyId: string) => {
    const seq = agencyViewOf(it.referral, agencyId, it.journal).changed?.seq;
    return it.journal.find((entry) => entry.seq === seq)?.event.type;
  };
  expect(typeOf(choice('nl-1').agencyId)).toBe('clock-started');
  expect(typeOf(FINLAND)).toBe('delivered');
  expect(typeOf(SENDER)).toBe('clock-started');
});

test('an agency that is not a party has no row', () => {
  expect(() => agencyViewOf(aReferredCase().referral, 'pt-ivy')).toThrow('no such referral');
});

/** Each act written as it comes: rows that are there take what is new, and keep what they know. */
test('rows that were kept act by act are those of the whole journal, whatever happens', () => {
  forRandomCases(({ journal }) => {
    const kept = actByAct(journal);
    const referral = fold('referral-1', journal);
    expect(referral && partyRows(referral, journal)).toEqual(kept.parties);
    expect(referral && recipientRows(referral, journal)).toEqual(kept.recipients);
  });
});

function actByAct(journal: readonly JournalEntry[]) {
  const parties = new Map<string, ReturnType<typeof partyRows>[number]>();
  const recipients = new Map<string, ReturnType<typeof recipientRows>[number]>();
  for (const entries of Map.groupBy(journal, ({ actId }) => actId).values()) {
    const [first = 0, seq = 0] = [entries[0]?.seq, entries.at(-1)?.seq];
    const referral = fold('referral-1', journal.slice(0, seq)) as Referral;
    // A new party also sees some of the entries before it was opened.
    const seen = journal.filter(({ seq, event }) => seq < first && SEEN_BY_EVERY_PARTY.includes(event.type));
    const shared = seen.length + translationsOf(referral).filter(isShared).length;
    for (const row of partyRows(referral, entries)) {
      const known = parties.get(row.agencyId);
      const { changedAt, changedSeq } = (row.changedSeq === 0 && known) || row;
      parties.set(row.agencyId, { ...row, changedAt, changedSeq, entries: (known?.entries ?? shared) + row.entries });
    }
    for (const row of recipientRows(referral, entries)) {
      recipients.set(row.id, { ...row, ground: row.ground ?? recipients.get(row.id)?.ground ?? null });
    }
  }
  return { parties: [...parties.values()], recipients: [...recipients.values()] };
}

test('what an agency records for itself changes the view of that agency alone', () => {
  const it = aReferredCase();
  const viewOf = (agencyId: string) => agencyViewOf(it.referral, agencyId, it.journal);
  const [before, ownBefore] = [[SENDER, COORDINATOR].map(viewOf), viewOf(FINLAND)];
  it.act({ type: 'set-own-reference', text: 'text-number' }, officerAt('fi-1'));
  it.act({ type: 'add-note', text: 'text-note' }, officerAt('fi-1'));
  expect([SENDER, COORDINATOR].map(viewOf)).toEqual(before);
  expect(viewOf(FINLAND).entries).toBe(ownBefore.entries + 2);
});
