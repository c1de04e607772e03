/** The fold: a referral after each entry of its journal. Total: whatever `decide` allowed, it can take in. */

import type { EventOf, JournalEntry } from './events.ts';
import { STATUS_AFTER } from './lifecycle.ts';
import { type Clock, isFinal, type Question, type Recipient, type Referral } from './referral.ts';

/** The whole fold, from the first entry on. Undefined for an empty journal. */
export function fold(referralId: string, journal: readonly JournalEntry[]): Referral | undefined {
  return journal.reduce<Referral | undefined>((referral, entry) => apply(referral, entry, referralId), undefined);
}

/** The referral after `entry`. Never throws; `referralId` is needed for the first entry alone. */
export function apply(referral: Referral | undefined, entry: JournalEntry, referralId = referral?.id ?? ''): Referral {
  const { event } = entry;
  const before = referral ?? blank(referralId);
  const next = withStatus({ ...before, seq: entry.seq }, event);
  switch (event.type) {
    case 'submitted':
      return takeIn(next, entry, event);
    case 'reference-allotted':
      return { ...next, reference: event.reference };
    case 'possible-duplicate-found':
      return { ...next, links: [...next.links, ...event.referralIds.map((otherId) => duplicateLink(otherId))] };
    case 'supplemented':
      return {
        ...next,
        particulars: [...next.particulars, event.particulars],
        facts: { ...next.facts, indicators: [...next.facts.indicators, ...event.indicators] },
        supplementedSinceTriage: true,
        triage: next.triage.state === 'proposed' ? { state: 'open' } : next.triage,
      };
    case 'handler-assigned':
      return { ...next, handlers: { ...next.handlers, [event.agencyId]: event.personId } };
    case 'question-asked': {
      const { questionId: id, asker, text } = event;
      return { ...next, questions: [...next.questions, { id, asker, text, askedAt: entry.at, state: 'open' }] };
    }
    case 'question-answered':
      return withQuestion(next, event.questionId, { state: 'answered', answer: event.text });
    case 'question-expired':
      return withQuestion(next, event.questionId, { state: 'expired' });
    case 'triage-proposed':
      return { ...next, triage: { state: 'proposed', proposal: event.proposal } };
    case 'triaged':
      return triaged(next, event);
    case 'triage-reopened':
      return { ...next, triage: { state: 'open' }, unrouted: [] };
    case 'routed':
      return routed(next, event);
    case 'country-added':
      return { ...next, unrouted: [...next.unrouted, event.country] };
    case 'recipient-assigned':
      return event.replaces ? withRecipient(next, event.replaces, { replacement: { state: 'done' } }) : next;
    case 'recipient-opened':
      return { ...next, recipients: [...next.recipients, opened(entry, event)] };
    case 'acknowledged': {
      const { recipientId, late } = event;
      return withRecipient(next, recipientId, {
        acknowledged: { state: 'yes', at: entry.at, late },
        replacement: stillNeeded(next, recipientId),
      });
    }
    case 'replacement-due':
      return withRecipient(next, event.recipientId, { replacement: { state: 'due', at: event.dueAt } });
    case 'replacement-awaits-supervisor':
      return withRecipient(next, event.recipientId, { replacement: { state: 'awaits-supervisor' } });
    case 'interim-outcome-reported':
      return withOutcome(next, event.recipientId, { outcome: event.outcome, final: false, at: entry.at });
    case 'outcome-reported':
      return withOutcome(next, event.recipientId, { outcome: event.outcome, final: true, at: entry.at });
    case 'recall-confirmed':
      return withRecipient(next, event.recipientId, { recallConfirmed: true });
    case 'onward-consent-asked': {
      const { choice, text } = event;
      return withRecipient(next, event.recipientId, { onward: { state: 'consent-asked', choice, text } });
    }
    case 'onward-consented':
      return withRecipient(next, event.recipientId, { onward: { state: 'consented' } });
    case 'onward-refused':
      return withRecipient(next, event.recipientId, { onward: { state: 'none' } });
    case 'withdrawal-requested':
      return { ...next, ending: { state: 'withdrawal-requested', by: entry.by } };
    case 'closure-proposed':
      return { ...next, ending: { state: 'proposed', kind: event.kind, by: entry.by } };
    case 'closure-returned':
      return { ...next, ending: { state: 'none' } };
    case 'closed':
      return { ...next, ending: { state: 'closed', closure: event.closure, at: entry.at } };
    case 'reopened':
      return { ...next, round: next.round + 1, ending: { state: 'none' }, triage: { state: 'open' }, unrouted: [] };
    case 'linked':
      return { ...next, links: [...next.links, { otherId: event.otherId, kind: event.kind }] };
    case 'clock-started': {
      const { type: _, clockId: id, ...clock } = event;
      const started: Clock = { ...clock, id, startedAt: entry.at, extensions: 0, state: { status: 'running' } };
      return { ...next, clocks: [...next.clocks, started] };
    }
    case 'clock-warned':
      return withClock(next, event.clockId, (clock) => ({ warnings: clock.warnings.slice(1) }));
    case 'clock-paused':
      return withClock(next, event.clockId, () => ({ state: { status: 'paused', since: entry.at } }));
    case 'clock-resumed': {
      const { dueAt, warnings } = event;
      return withClock(next, event.clockId, () => ({ dueAt, warnings, state: { status: 'running' } }));
    }
    case 'clock-extended': {
      const { dueAt, warnings } = event;
      return withClock(next, event.clockId, (clock) => ({ dueAt, warnings, extensions: clock.extensions + 1 }));
    }
    case 'clock-stopped':
      return withClock(next, event.clockId, () => ({ state: { status: 'stopped', at: entry.at, late: event.late } }));
    case 'clock-expired':
      return withClock(next, event.clockId, () => ({ warnings: [], state: { status: 'expired', at: entry.at } }));
    case 'letters-decided':
      return { ...next, unsentLetters: [...next.unsentLetters, ...event.letters.map((letter) => letter.letterId)] };
    case 'letters-settled': {
      const settled = new Set(event.results.map((result) => result.letterId));
      return { ...next, unsentLetters: next.unsentLetters.filter((letterId) => !settled.has(letterId)) };
    }
    default:
      return next;
  }
}

/** Statuses move by the lifecycle table and by nothing else. */
function withStatus(referral: Referral, event: JournalEntry['event']): Referral {
  const after = STATUS_AFTER[event.type];
  if (after === undefined) return referral;
  if ('referral' in after) return { ...referral, status: after.referral };
  return 'recipientId' in event ? withRecipient(referral, event.recipientId, { status: after.recipient }) : referral;
}

function takeIn(referral: Referral, entry: JournalEntry, event: EventOf<'submitted'>): Referral {
  return {
    ...referral,
    senderAgencyId: event.senderAgencyId,
    senderPersonId: entry.by.kind === 'person' ? entry.by.personId : '',
    coordinatorAgencyId: event.coordinatorAgencyId,
    submittedAt: entry.at,
    facts: event.facts,
    urgency: event.facts.urgency,
    particulars: [event.particulars],
  };
}

function triaged(referral: Referral, event: EventOf<'triaged'>): Referral {
  const { decision } = event;
  const proposal = referral.triage.state === 'proposed' ? { proposal: referral.triage.proposal } : {};
  const served = new Set(referral.recipients.filter((recipient) => !isFinal(recipient)).map(({ country }) => country));
  return {
    ...referral,
    triage: { state: 'decided', ...proposal, decision },
    urgency: decision.urgency,
    supplementedSinceTriage: false,
    unrouted: decision.countries.filter((country) => !served.has(country)),
  };
}

function routed(referral: Referral, event: EventOf<'routed'>): Referral {
  if (event.replaces) return withRecipient(referral, event.replaces, { replacement: { state: 'done' } });
  return { ...referral, unrouted: referral.unrouted.filter((country) => !event.decision.countries.includes(country)) };
}

function opened(entry: JournalEntry, event: EventOf<'recipient-opened'>): Recipient {
  return {
    ...event.choice,
    id: event.recipientId,
    status: 'sent',
    hop: event.hop,
    ...(event.parentId && { parentId: event.parentId }),
    opened: event.opened,
    openedAt: entry.at,
    acknowledged: { state: 'no' },
    replacement: { state: 'not-needed' },
    onward: { state: 'none' },
    outcomes: [],
    recallConfirmed: false,
  };
}

/** One that answers after all needs no replacement, unless it was replaced already. */
function stillNeeded(referral: Referral, recipientId: string): Recipient['replacement'] {
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  return recipient?.replacement.state === 'done' ? { state: 'done' } : { state: 'not-needed' };
}

function withRecipient(referral: Referral, recipientId: string, change: Partial<Recipient>): Referral {
  return {
    ...referral,
    recipients: referral.recipients.map((recipient) =>
      recipient.id === recipientId ? { ...recipient, ...change } : recipient,
    ),
  };
}

function withOutcome(referral: Referral, recipientId: string, outcome: Recipient['outcomes'][number]): Referral {
  const outcomes = referral.recipients.find(({ id }) => id === recipientId)?.outcomes ?? [];
  return withRecipient(referral, recipientId, { outcomes: [...outcomes, outcome] });
}

function withQuestion(referral: Referral, questionId: string, change: Partial<Question>): Referral {
  const questions = referral.questions.map((each) => (each.id === questionId ? { ...each, ...change } : each));
  return { ...referral, questions };
}

function withClock(referral: Referral, clockId: string, change: (clock: Clock) => Partial<Clock>): Referral {
  const clocks = referral.clocks.map((clock) => (clock.id === clockId ? { ...clock, ...change(clock) } : clock));
  return { ...referral, clocks };
}

function duplicateLink(otherId: string): Referral['links'][number] {
  return { otherId, kind: 'possible-duplicate' };
}

function blank(id: string): Referral {
  return {
    id,
    reference: id,
    status: 'received',
    round: 1,
    senderAgencyId: '',
    senderPersonId: '',
    coordinatorAgencyId: '',
    submittedAt: '',
    facts: {
      kind: 'case-referral',
      urgency: 'standard',
      urgencyGrounds: [],
      crimeAreas: [],
      capability: 'investigation',
      evaluation: { source: 'X', information: '4' },
      tlp: 'amber',
      legalInstrument: 'none',
      languages: [],
      handlingCode: 'H0',
      indicators: [],
      materialCount: 0,
    },
    urgency: 'standard',
    particulars: [],
    supplementedSinceTriage: false,
    triage: { state: 'open' },
    unrouted: [],
    recipients: [],
    questions: [],
    clocks: [],
    handlers: {},
    links: [],
    ending: { state: 'none' },
    unsentLetters: [],
    seq: 0,
  };
}
