/** The fold: the state of a referral after each journal entry. It accepts every event that `decide` returns. */

import type { EventOf, JournalEntry } from './events.ts';
import { clocksAfter } from './fold/clocks.ts';
import { withExtension } from './fold/extension.ts';
import { withLead } from './fold/lead.ts';
import { type ItemChange, withItemChanged } from './fold/list-items.ts';
import { withOutcome } from './fold/outcomes.ts';
import { afterReopening, afterRetentionEvent, withReviewDue } from './fold/retention.ts';
import { supplemented, withSenderStatus, withSubmission, withWrittenConfirmation } from './fold/sender.ts';
import { isWithoutParty, translationAsked, translationEnded, withTranslationsLapsed } from './fold/translations.ts';
import { triaged, withoutReplacement, withQuestionLapsed } from './fold/triage.ts';
import { restored, withUndo } from './fold/undo.ts';
import { withUnservedCountries } from './fold/unserved-countries.ts';
import { STATUS_AFTER } from './lifecycle.ts';
import { emptyReferral, isFinal, type Question, type Recipient, type Referral } from './referral.ts';
import type { LinkKind } from './vocabulary.ts';

/** The referral after all entries; undefined for an empty journal. */
export function fold(referralId: string, journal: readonly JournalEntry[]): Referral | undefined {
  return journal.reduce<Referral | undefined>((referral, entry) => apply(referral, entry, referralId), undefined);
}

/** A journal entry, and the referral before and after it. */
export interface Step {
  entry: JournalEntry;
  before: Referral | undefined;
  after: Referral;
}

/** Folds one entry at a time. @param before the referral before the first of `entries` */
export function* stepsOf(referralId: string, entries: Iterable<JournalEntry>, before?: Referral): Generator<Step> {
  let referral = before;
  for (const entry of entries) {
    const step: Step = { entry, before: referral, after: apply(referral, entry, referralId) };
    referral = step.after;
    yield step;
  }
}

/** The referral after `entry`. Never throws. `referralId` is required for the first entry only. */
export function apply(referral: Referral | undefined, entry: JournalEntry, referralId = referral?.id ?? ''): Referral {
  const before = referral ?? emptyReferral(referralId);
  return withUndo(before, applied(before, entry), entry);
}

function applied(before: Referral, entry: JournalEntry): Referral {
  const { event } = entry;
  const next = withUnservedCountries(withStatus({ ...before, seq: entry.seq }, event), event);
  switch (event.type) {
    case 'submitted':
      return withSubmission(next, entry, event);
    case 'reference-allotted':
      return { ...next, reference: event.reference };
    case 'possible-duplicate-found':
      return event.referralIds.reduce((linked, otherId) => withLink(linked, otherId, 'possible-duplicate'), next);
    case 'supplemented':
      return supplemented(next, event);
    case 'handler-assigned':
      return { ...next, handlers: { ...next.handlers, [event.agencyId]: event.personId } };
    case 'assignment-taken-back':
    case 'triage-taken-back':
    case 'closure-proposal-taken-back':
    case 'duplicate-taken-back':
      return restored(next);
    case 'own-reference-set':
      return { ...next, ownReferences: { ...next.ownReferences, [event.agencyId]: event.text } };
    case 'question-asked': {
      const { type: _, questionId: id, ...asked } = event;
      return { ...next, questions: [...next.questions, { id, ...asked, askedAt: entry.at, state: 'open' }] };
    }
    case 'question-answered':
      return withQuestion(next, event.questionId, { state: 'answered', answer: event.text });
    case 'question-expired':
      return withQuestion(next, event.questionId, { state: 'expired' });
    case 'translation-asked':
      return translationAsked(next, entry, event);
    case 'translation-delivered':
    case 'translation-expired':
      return translationEnded(next, event);
    case 'oral-request-recorded':
      return { ...next, oralRequest: { requestedAt: event.requestedAt, confirmed: false } };
    case 'oral-request-confirmed':
      return withWrittenConfirmation(next, event);
    case 'triage-proposed':
      return { ...next, triage: { state: 'proposed', proposal: event.proposal } };
    case 'triaged':
      return triaged(next, event);
    case 'triage-reopened':
      return { ...next, triage: { state: 'open' }, unrouted: [] };
    case 'routed':
      return routed(next, event);
    case 'country-added':
      return { ...next, unrouted: [...new Set([...next.unrouted, event.country])] };
    case 'recipient-assigned':
      return event.replaces ? withRecipient(next, event.replaces, { replacement: { state: 'done' } }) : next;
    case 'recipient-opened':
      return { ...next, recipients: [...next.recipients, opened(next, entry, event)] };
    case 'acknowledged':
      return withRecipient(next, event.recipientId, (recipient) => ({
        acknowledged: { state: 'yes', at: entry.at, late: event.late },
        ...withoutReplacement(recipient),
      }));
    case 'extension-granted':
      return withExtension(next, event);
    case 'recalled':
      return withRecipient(next, event.recipientId, withoutReplacement);
    case 'replacement-due':
      return withRecipient(next, event.recipientId, { replacement: { state: 'due', at: event.dueAt } });
    case 'replacement-awaits-supervisor':
      return withRecipient(next, event.recipientId, { replacement: { state: 'awaits-supervisor' } });
    case 'interim-outcome-reported':
    case 'outcome-reported':
    case 'outcome-corrected':
      return withOutcome(next, entry, event);
    case 'preservation-reported':
      return withRecipient(next, event.recipientId, { preserved: 'reported' });
    case 'production-confirmed':
      return withRecipient(next, event.recipientId, { preserved: 'confirmed' });
    case 'preservation-ended':
      return withRecipient(next, event.recipientId, { preserved: 'ended' });
    case 'lead-set':
      return withLead(next, event.recipientId);
    case 'recall-confirmed':
      return withRecipient(next, event.recipientId, { recallConfirmed: true });
    case 'onward-consent-asked': {
      const { choice, text } = event;
      return withRecipient(next, event.recipientId, { onward: { state: 'consent-asked', choice, text } });
    }
    case 'onward-consented':
      return withRecipient(next, event.recipientId, { onward: { state: 'consented' } });
    case 'onward-refused':
    case 'onward-lapsed':
      return withRecipient(next, event.recipientId, { onward: { state: 'none' } });
    case 'withdrawal-requested':
      return { ...next, withdrawal: { state: 'asked', by: entry.by } };
    case 'closure-proposed':
      return { ...next, ending: { state: 'proposed', kind: event.kind, by: entry.by } };
    case 'closure-returned':
      return { ...next, ending: { state: 'none' } };
    case 'closed':
      return closed(next, entry, event);
    case 'reopened':
      return afterReopening(next);
    case 'erasure-ordered':
    case 'retention-review-asked':
    case 'retained':
    case 'legal-hold-placed':
    case 'legal-hold-lifted':
    case 'erased':
    case 'erasure-confirmed':
      return afterRetentionEvent(next, entry, event);
    case 'sender-disabled':
    case 'sender-enabled':
      return withSenderStatus(next, event);
    case 'hash-limit-raised':
      return { ...next, hashLimit: event.max };
    case 'linked':
      return withLink(next, event.otherId, event.kind);
    case 'clock-started':
      return withReviewDue({ ...next, clocks: clocksAfter(next.clocks, event, entry.at) }, event);
    case 'clock-warned':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-extended':
    case 'clock-stopped':
    case 'clock-restored':
    case 'clock-expired':
      return { ...next, clocks: clocksAfter(next.clocks, event, entry.at) };
    case 'letters-decided':
      if (event.sentBy === 'dispatcher') return next;
      return { ...next, unsentLetters: [...next.unsentLetters, ...event.letters.map((letter) => letter.letterId)] };
    case 'letters-settled': {
      const settled = new Set(event.results.map((result) => result.letterId));
      return { ...next, unsentLetters: next.unsentLetters.filter((letterId) => !settled.has(letterId)) };
    }
    default:
      return next;
  }
}

/** Only the lifecycle table changes a status. */
function withStatus(referral: Referral, event: JournalEntry['event']): Referral {
  const after = STATUS_AFTER[event.type];
  if (after === undefined) return referral;
  if ('referral' in after) return { ...referral, status: after.referral };
  if (!('recipientId' in event)) return referral;
  const next = withRecipient(referral, event.recipientId, { status: after.recipient });
  return withTranslationsLapsed(withoutObsoleteQuestions(next), (each) => isWithoutParty(each, next));
}

/** Closes the open questions of recipients whose status is final. */
function withoutObsoleteQuestions(referral: Referral): Referral {
  const finished = new Set(referral.recipients.filter(isFinal).map(({ id }) => id));
  const isMoot = ({ asker, state }: Question) =>
    state === 'open' && asker.kind === 'recipient' && finished.has(asker.recipientId);
  return { ...referral, questions: referral.questions.map((each) => (isMoot(each) ? withQuestionLapsed(each) : each)) };
}

function routed(referral: Referral, event: EventOf<'routed'>): Referral {
  if (event.replaces) return withRecipient(referral, event.replaces, { replacement: { state: 'done' } });
  return { ...referral, unrouted: referral.unrouted.filter((country) => !event.decision.countries.includes(country)) };
}

/** A closed referral waits for no answer, replacement or withdrawal. */
function closed(referral: Referral, entry: JournalEntry, event: EventOf<'closed'>): Referral {
  return {
    ...withTranslationsLapsed(referral, () => true),
    recipients: referral.recipients.map((each) => ({ ...each, ...withoutReplacement(each) })),
    questions: referral.questions.map(withQuestionLapsed),
    withdrawal: { state: 'none' },
    ending: { state: 'closed', closure: event.closure, at: entry.at },
  };
}

function opened({ round }: Referral, entry: JournalEntry, event: EventOf<'recipient-opened'>): Recipient {
  return {
    ...event.choice,
    id: event.recipientId,
    status: 'sent',
    round,
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

function withRecipient(referral: Referral, recipientId: string, change: ItemChange<Recipient>): Referral {
  return { ...referral, recipients: withItemChanged(referral.recipients, recipientId, change) };
}

function withQuestion(referral: Referral, questionId: string, change: ItemChange<Question>): Referral {
  return { ...referral, questions: withItemChanged(referral.questions, questionId, change) };
}

/** Adds each link once. */
function withLink(referral: Referral, otherId: string, kind: LinkKind): Referral {
  const isKnown = referral.links.some((link) => link.otherId === otherId && link.kind === kind);
  return isKnown ? referral : { ...referral, links: [...referral.links, { otherId, kind }] };
}
