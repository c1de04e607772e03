/** Each letter asks its reader for what that reader can do: a reader of a request may perform an act that answers it. */

import { expect, test } from 'vitest';
import type { LetterFacts } from '../../../activities/letters/facts.ts';
import { factsOf } from '../../../activities/letters/gather.ts';
import { summarise } from '../../../activities/letters/write-letter.ts';
import { type PossibleAct, possibleActs } from '../../../client/queries/may-act.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { lettersOfEntry } from '../../../domain/consequences.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { LetterKind } from '../../../domain/letter-kinds.ts';
import type { Audience, LetterNotice } from '../../../domain/letter-notice.ts';
import type { Person, Role } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import type { Case } from '../../support/case.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { aPerson, CAST, DIRECTORY, SENDER } from '../../support/factories.ts';
import { forRandomCases } from '../../support/random-cases.ts';
import { rareCases } from '../../support/rare-cases.ts';

type ActType = PossibleAct['type'];

/** Permitted nearly always, and never what a letter asks for. */
const ANNOTATIONS: readonly ActType[] = ['add-note', 'link', 'set-own-reference', 'take', 'assign'];

/** The acts that stop a clock, for letters about deadlines to the party that must meet them. */
const ACTS_OF_CLOCK: Partial<Record<ClockName, readonly ActType[]>> = {
  triage: ['complete-triage'],
  acknowledge: ['acknowledge', 'accept', 'decline'],
  decide: ['accept', 'decline'],
  outcome: ['report-outcome'],
  clarification: ['answer-information'],
  'consent-onward': ['consent-onward', 'refuse-onward'],
  'find-recipient': ['assign-recipient', 'add-country', 'propose-closure'],
  'closure-approval': ['approve-closure', 'return-closure', 'withdraw'],
  'written-confirmation': ['confirm-oral-request'],
  translation: ['deliver-translation'],
  preservation: ['confirm-production'],
};

/** The acts that a letter asks for. */
const ACTS_OF_LETTER: Partial<Record<LetterKind, readonly ActType[]>> = {
  'emergency-arrived': ['complete-triage'],
  'new-referral': ['acknowledge'],
  'question-asked': ['answer-information'],
  'translation-asked': ['deliver-translation'],
  'consent-asked': ['consent-onward', 'refuse-onward'],
  'oral-request-recorded': ['confirm-oral-request'],
  'preservation-reported': ['confirm-production'],
  recalled: ['confirm-recall'],
  'erasure-asked': ['confirm-erasure'],
  held: ['assign-recipient', 'propose-closure', 'add-country'],
  'approval-asked': ['approve-closure', 'return-closure', 'withdraw'],
  'retention-review': ['retain', 'erase'],
};

interface Reading {
  notice: LetterNotice;
  facts: LetterFacts;
  readers: Person[];
  /** After the act that caused the letter. */
  referral: Referral;
  at: string;
}

function readersOf(to: Audience, { senderDisabled, recipients }: Referral): Person[] {
  const agencyOf = (id: string) => recipients.find((each) => each.id === id)?.agencyId ?? '';
  const [coordinators, supervisors] = [
    [CAST.coordinator, CAST.otherCoordinator],
    [CAST.supervisor, CAST.otherSupervisor],
  ];
  switch (to.who) {
    case 'sender':
      return senderDisabled ? coordinators : [CAST.sender, CAST.otherSender];
    case 'senders-of-twins':
      return [];
    case 'coordinator':
      return coordinators;
    case 'recipient':
      return [aPerson('partner-officer', agencyOf(to.recipientId))];
    case 'supervisors':
      if (typeof to.of === 'object') return [aPerson('supervisor', agencyOf(to.of.recipientId))];
      return to.of === 'coordinator' || senderDisabled ? supervisors : [CAST.sendersSupervisor];
  }
}

/** The letters of a case, as they are written: the facts are those of the entry. */
function readingsOf({ journal, performed, referral: last }: Case): Reading[] {
  const states = [...performed.map(({ before }) => before), last];
  return [...Map.groupBy(journal, ({ actId }) => actId).values()].flatMap((act) => {
    const seq = act.at(-1)?.seq ?? 0;
    const referral = states.find((each) => each.seq === seq);
    if (referral === undefined) return [];
    return act.flatMap((entry) =>
      lettersOfEntry(entry, referral).map((notice): Reading => {
        const { letter, to, recipientId, clockId } = notice;
        const readers = readersOf(to, referral);
        const { personId = '', agencyId = SENDER, roles = [] } = readers[0] ?? {};
        const order: OutboxLetter = {
          ...{ letterId: 'l1', referralId: referral.id, seq: entry.seq, letter, status: 'waiting', code: null },
          ...{ addressee: { kind: 'person', personId, agencyId }, decidedAt: entry.at, settledAt: null },
          ...(recipientId && { recipientId }),
          ...(clockId && { clockId }),
        };
        const address = { name: 'Reader', email: 'reader@x.example', zone: 'UTC', language: 'en', roles };
        const facts = factsOf({ referral, act }, DIRECTORY, order, address, 'https://liaise.example');
        return { notice, facts, readers, referral, at: entry.at };
      }),
    );
  });
}

/** Undefined if the reader may do what the letter asks for. */
function faultOf({ notice: { letter, clockId, to }, facts, readers, referral, at }: Reading): string | undefined {
  const { isAsked, lead } = summarise(letter, facts);
  if (readers.length === 0 || !isAsked) return undefined;
  // They are asked to have colleagues act.
  if (facts.part === 'follows-up') return undefined;
  const asksToCheck = lead.includes('check what the rules decided');
  const clock = clockId && facts.part === 'debtor' && !asksToCheck ? facts.clock?.name : undefined;
  const wanted = clock ? ACTS_OF_CLOCK[clock] : ACTS_OF_LETTER[letter];
  const permitted = readers.flatMap((reader) => possibleActs(disclose(referral, reader).referral, reader, at));
  const types = permitted.map(({ type }) => type).filter((type) => !ANNOTATIONS.includes(type));
  if (types.some((type) => !wanted || wanted.includes(type))) return undefined;
  const whom = to.who === 'supervisors' ? `supervisors of ${JSON.stringify(to.of)}` : to.who;
  return `${letter} to ${whom} (${facts.clock?.name}, ${facts.part}) in ${referral.status}: ${[...new Set(types)].join()}`;
}

test('everyone who is asked for something may do it', () => {
  const faults = new Set<string>();
  const kinds = new Set<LetterKind>();
  const check = (it: Case) => {
    for (const reading of readingsOf(it)) {
      kinds.add(reading.notice.letter);
      const fault = faultOf(reading);
      if (fault) faults.add(fault);
    }
  };
  forRandomCases(check);
  rareCases().forEach(check);
  expect([...faults]).toEqual([]);
  expect(Object.keys(ACTS_OF_LETTER).filter((kind) => !kinds.has(kind as LetterKind))).toEqual([]);
});

test('a supervisor who cannot act is asked to follow up a deadline, and an officer who can is asked to act', () => {
  const it = RECIPIENT_IN.delivered();
  it.pass(4 * 24);
  const overdue = readingsOf(it).filter(({ notice }) => notice.letter === 'overdue');
  const requestTo = (who: Audience['who'], role: Role) => {
    const requests = overdue.flatMap(({ notice, facts, readers }) =>
      notice.to.who === who && readers[0]?.agencyId === 'fi-birch' && readers[0]?.roles.includes(role)
        ? [summarise('overdue', facts).lead]
        : [],
    );
    return [...new Set(requests)];
  };
  expect(requestTo('recipient', 'partner-officer')).toEqual([expect.stringContaining('Please do it now.')]);
  expect(requestTo('supervisors', 'supervisor')).toEqual([
    expect.stringContaining('Please make sure that this is done'),
  ]);
});
