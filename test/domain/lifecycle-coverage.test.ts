/** Each row of the lifecycle table is possible: for each of its parties, from each of its statuses. */

import { expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { decide } from '../../domain/decide.ts';
import type { Party, Row } from '../../domain/lifecycle/row.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import { FINAL_RECIPIENT_STATUSES, type RecipientStatus, type ReferralStatus } from '../../domain/statuses.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  closed,
  everyReachableCase,
  proposed,
  RECIPIENT_IN,
  REFERRAL_IN,
  reopened,
  retriaged,
  triage,
  withOpenQuestion,
} from '../support/cases-by-status.ts';
import { aPerson, CAST, COORDINATOR, officerAt, SENDER } from '../support/factories.ts';

interface Place {
  from: ReferralStatus;
  recipient: RecipientStatus | undefined;
}

const rows = LIFECYCLE.filter(({ act }) => act !== 'submit');

test.each(rows.map((row) => [`${row.act} (${row.who.map(nameOf).join(', ')})`, row] as const))('%s', (_, row) => {
  for (const place of placesOf(row)) {
    for (const party of row.who) {
      for (const role of party === 'engine' ? ['engine' as const] : party.roles) {
        const actor: Actor = party === 'engine' || role === 'engine' ? ENGINE : aPerson(role, AGENCIES[party.relation]);
        const makers = waysTo(row, party, place);
        const where = `${nameOf(party)} from ${place.from} / ${place.recipient}`;
        if (makers.length === 0) expect(isReachable(row, place), where).toBe(false);
        for (const make of makers) {
          const it = make();
          BEFORE[row.act]?.(it, row, party, actor);
          const events = decide(it.referral, actOf(row, it, party), actor, it.now).map(({ type }) => type);
          expect(row.events, where).toEqual(expect.arrayContaining(events));
          expect(events, where).not.toEqual([]);
        }
      }
    }
  }
});

test('a referral is submitted by a liaison officer of any agency', () => {
  expect(new Case().referral).toMatchObject({ status: 'received', senderAgencyId: SENDER, round: 1, seq: 4 });
});

const STANDINGS = everyReachableCase();
const UNDER_H2 = everyReachableCase({ handlingCode: 'H2' });
const EMERGENCY = { urgency: 'emergency' } as const;
const EMERGENCIES = everyReachableCase(EMERGENCY);

const AGENCIES = { sender: SENDER, coordinator: COORDINATOR, recipient: officerAt('fi-1').agencyId, none: 'pt-ivy' };

function nameOf(party: Party): string {
  return party === 'engine' ? 'engine' : `${party.relation} ${party.roles.join('/')}`;
}

function placesOf({ from, recipient }: Row): Place[] {
  return from.flatMap((status) => (recipient ?? [undefined]).map((each) => ({ from: status, recipient: each })));
}

/** A referral is held or about to be closed only if no recipient has it. Then nothing is paused. */
function isReachable({ act }: Row, { from, recipient }: Place): boolean {
  const isOver = from === 'held' || from === 'closure-proposed' || from === 'closed';
  if (act === 'resume-clock') return !isOver;
  if (act === 'deliver-translation') return from !== 'held';
  return !(isOver && recipient !== undefined && !FINAL_RECIPIENT_STATUSES.includes(recipient));
}

/** Standings in that place, as far as there are special ones for the act; r1 there where a recipient acts. */
function waysTo({ act }: Row, party: Party, { from, recipient }: Place): (() => Case)[] {
  const special = from === 'held' && recipient === 'outcome-reported' ? heldInSecondRound : FROM[act]?.[from];
  if (special) return [special];
  if (act === 'resume-clock') return [];
  const needsRecipient = party !== 'engine' && party.relation === 'recipient';
  // The recipients of a held referral do not have the case any more.
  if (act === 'deliver-translation' && needsRecipient && from === 'held') return [];
  const isH2 = act === 'consent-onward' || act === 'refuse-onward';
  const isOral = act === 'record-oral-request' || act === 'confirm-oral-request';
  const standings = isOral ? EMERGENCIES : isH2 ? UNDER_H2 : STANDINGS;
  const fitting = standings.filter(([name]) => {
    const [status, r1] = name.split(' / ');
    return status === from && (recipient === undefined || r1 === `r1 ${recipient}`) && (r1 || !needsRecipient);
  });
  return fitting.slice(0, 1).map(([, make]) => make);
}

const partner = officerAt('fi-1');
const LATER = '2027-01-01T00:00:00.000Z';

/** What has to have happened before, beside being in the right place. */
const BEFORE: Partial<Record<Row['act'], (it: Case, row: Row, party: Party, actor: Actor) => void>> = {
  'take-back': (it, row, _, actor) => toBeTakenBack(it, row, actor),
  'deliver-translation': (it, _, party) => {
    const of = party === 'engine' || party.relation === 'none' ? 'sender' : party.relation;
    const asker = of === 'sender' ? CAST.coordinator : CAST.sender;
    it.act({ type: 'ask-translation', of, languages: ['fi'], ...(of === 'recipient' && { recipientId: 'r1' }) }, asker);
  },
  'reopen-triage': (it) => it.act(EXAMPLES.supplement, CAST.sender),
  'confirm-production': (it) => it.act(EXAMPLES['report-preservation'], partner),
  extend: (it, _, party) => {
    if (party !== 'engine' && party.relation === 'sender') it.act(EXAMPLES['report-preservation'], partner);
  },
  'confirm-oral-request': (it) => {
    if (it.referral.oralRequest === undefined) it.act(EXAMPLES['record-oral-request'], CAST.coordinator);
  },
  'consent-onward': (it) => it.act(EXAMPLES['refer-onward'], partner),
  'refuse-onward': (it) => it.act(EXAMPLES['refer-onward'], partner),
  'lift-legal-hold': (it) => it.act(EXAMPLES['place-legal-hold'], CAST.supervisor),
  erase: (it) => {
    it.act(EXAMPLES['ask-retention-review'], ENGINE);
    it.now = LATER;
  },
  withdraw: (it, { who: [party], from }) => {
    if (party !== 'engine' && party?.relation === 'coordinator') it.act(EXAMPLES.withdraw, CAST.sender);
    expect(from).toContain(it.referral.status);
  },
  route: (it) => {
    if (it.referral.status !== 'triaged') it.act(EXAMPLES['add-country'], CAST.supervisor);
  },
  'warn-clock': (it) => {
    it.now = LATER;
  },
  'expire-clock': (it) => {
    it.now = LATER;
  },
  'resume-clock': (it) => {
    it.now = LATER;
  },
};

/** With a question that expired without an answer, which stays in every later status. */
function withQuestion(): Case {
  const it = withOpenQuestion(aReceivedCase());
  it.pass(6 * 24);
  return it;
}

function withQuestionTo(country: string): Case {
  const it = withQuestion();
  triage(it, [country]);
  it.settle();
  return it;
}

function outcomeReported(): Case {
  return RECIPIENT_IN['outcome-reported']();
}

/** The last act is one of the actor, which the row is about. The status is the same as before. */
function toBeTakenBack(it: Case, { events: [event] }: Row, actor: Actor): void {
  const { status } = it.referral;
  switch (event) {
    case 'assignment-taken-back':
      return void it.act(EXAMPLES.assign, actor);
    case 'triage-taken-back': {
      if (status === 'triaged') it.settle();
      retriaged(it);
      it.act({ ...EXAMPLES['complete-triage'], countries: [status === 'held' ? 'DK' : 'FI'] }, actor);
      if (status !== 'triaged') it.settle();
      return;
    }
    default:
      it.act(EXAMPLES.reopen, CAST.supervisor);
      return void it.act(EXAMPLES['mark-duplicate'], actor);
  }
}

/** The outcome is of the first round, and the second found no recipient. */
function heldInSecondRound(): Case {
  const it = reopened(closed(outcomeReported()));
  triage(it, ['DK']);
  it.settle();
  return it;
}

function erasedOnOrder(): Case {
  const it = proposed(outcomeReported());
  it.act(EXAMPLES['approve-closure'], { ...CAST.supervisor, personId: 'another' });
  it.act(EXAMPLES.erase, CAST.supervisor);
  return it;
}

const heldWithQuestion = () => withQuestionTo('DK');

/** Places of the right kind for acts that need more than the status. */
const FROM: Partial<Record<Row['act'], Partial<Record<ReferralStatus, () => Case>>>> = {
  'answer-information': {
    received: withQuestion,
    'awaiting-information': REFERRAL_IN['awaiting-information'],
    triaged: () => {
      const it = withQuestion();
      triage(it, ['FI']);
      return it;
    },
    referred: () => withQuestionTo('FI'),
    held: heldWithQuestion,
    'closure-proposed': () => proposed(heldWithQuestion()),
  },
  'propose-triage': {
    received: () => new Case(),
    'awaiting-information': () => {
      const it = new Case();
      it.act(EXAMPLES['ask-information'], CAST.coordinator);
      return it;
    },
  },
  'propose-closure': { referred: outcomeReported },
  'confirm-oral-request': {
    'closure-proposed': () => {
      const it = RECIPIENT_IN['outcome-reported'](EMERGENCY);
      it.act(EXAMPLES['record-oral-request'], CAST.sender);
      return proposed(it);
    },
  },
  'confirm-erasure': { erased: erasedOnOrder },
  'warn-clock': {
    'awaiting-information': REFERRAL_IN['awaiting-information'],
    triaged: () => {
      const it = retriaged(aReferredCase());
      triage(it, ['FI']);
      return it;
    },
    referred: () => aReferredCase(),
  },
};
FROM['expire-clock'] = FROM['warn-clock'] ?? {};
FROM['resume-clock'] = {
  'awaiting-information': () => withOpenQuestion(aReceivedCase({ urgency: 'standard' })),
  received: () => retriaged(askedByRecipient()),
  triaged: () => {
    const it = retriaged(askedByRecipient());
    triage(it, ['FI']);
    return it;
  },
  referred: askedByRecipient,
};

/** Its decision is paused by its own question. */
function askedByRecipient(): Case {
  const it = aReferredCase({ urgency: 'standard' });
  it.act({ type: 'acknowledge', recipientId: 'r1' }, partner);
  it.act({ ...EXAMPLES['ask-information'], recipientId: 'r1' }, partner);
  return it;
}

/** The example of the act, fitted to the case. */
function actOf({ act, recipient }: Row, it: Case, party: Party): Act {
  const relation = party === 'engine' ? 'none' : party.relation;
  switch (act) {
    case 'ask-translation':
      if (recipient) return { ...EXAMPLES[act], of: relation === 'recipient' ? 'sender' : 'recipient' };
      return { type: act, of: relation === 'sender' ? 'coordinator' : 'sender', languages: ['fi'] };
    case 'take-back':
      return { type: act, act: it.referral.undo?.act ?? 'assign' };
    case 'ask-information':
      return { ...EXAMPLES[act], ...(recipient && { recipientId: 'r1' }) };
    case 'extend':
      if (relation === 'sender') return { ...EXAMPLES[act], clock: 'preservation' };
      return { ...EXAMPLES[act], clock: it.recipient('r1').status === 'accepted' ? 'outcome' : 'decide' };
    case 'route':
      return { type: act, decision: it.route(it.referral.unrouted) };
    case 'resume-clock':
      return { type: act, clockId: it.referral.clocks.find(({ state }) => state.status === 'paused')?.id ?? '' };
    case 'warn-clock':
    case 'expire-clock':
      return { type: act, clockId: it.referral.clocks.find(({ state }) => state.status === 'running')?.id ?? '' };
    default:
      return EXAMPLES[act as keyof typeof EXAMPLES];
  }
}
