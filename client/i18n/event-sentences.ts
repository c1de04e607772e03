/** The sentence of the timeline for each event. */

import type { EventOf, EventType } from '../../domain/events.ts';
import { type Choice, overCapacity } from '../../domain/routing/route.ts';
import type { CaseParty } from '../../domain/translation.ts';
import type { Capability, Country, Instant, Urgency } from '../../domain/vocabulary.ts';
import { type Sentence, type SentenceValue, type StartedClock, sentence } from './sentence.ts';

type FindClock = (clockId: string) => StartedClock | undefined;

/** `start` finds what a clock is about; letters speak for themselves. */
export function sentenceOf<T extends EventType>(type: T, event: EventOf<T>, start: FindClock): Sentence | undefined {
  return sentences[type](event, start);
}

type Sentences = { [T in EventType]: (event: EventOf<T>, start: FindClock) => Sentence | undefined };

const sentences: Sentences = {
  submitted: ({ senderAgencyId, facts }) =>
    sentence('timeline:event.submitted', {
      agency: { agency: senderAgencyId },
      kind: { code: `codes:kind.${facts.kind}` },
      urgency: { code: `codes:urgency.${facts.urgency}` },
    }),
  'reference-allotted': ({ reference }) => sentence('timeline:event.reference-allotted', { reference }),
  'possible-duplicate-found': ({ referralIds }) =>
    sentence('timeline:event.possible-duplicate-found', {
      referrals: { list: referralIds.map((referral) => ({ referral })), none: 'timeline:nothing' },
    }),
  supplemented: ({ indicators: { length: count } }) =>
    count > 0 ? sentence('timeline:event.supplemented-with', { count }) : sentence('timeline:event.supplemented'),
  'handler-assigned': ({ agencyId: agency, personId: person }) =>
    sentence('timeline:event.handler-assigned', { person: { person }, agency: { agency } }),
  'own-reference-set': ({ agencyId: agency }) => sentence('timeline:event.own-reference-set', { agency: { agency } }),
  'note-added': ({ agencyId: agency }) => sentence('timeline:event.note-added', { agency: { agency } }),
  'assignment-taken-back': ({ agencyId: agency }) =>
    sentence('timeline:event.assignment-taken-back', { agency: { agency } }),
  'triage-taken-back': () => sentence('timeline:event.triage-taken-back'),
  'closure-proposal-taken-back': () => sentence('timeline:event.closure-proposal-taken-back'),
  'duplicate-taken-back': () => sentence('timeline:event.duplicate-taken-back'),
  'question-asked': ({ questionId: question, asker }) =>
    asker.kind === 'recipient'
      ? sentence('timeline:event.question-asked', { question, recipient: { recipient: asker.recipientId } })
      : sentence('timeline:event.question-asked-by-coordinator', { question }),
  'question-answered': ({ questionId: question, late }) =>
    sentence(late ? 'timeline:event.question-answered-late' : 'timeline:event.question-answered', { question }),
  'question-expired': ({ questionId: question }) => sentence('timeline:event.question-expired', { question }),
  'translation-asked': ({ translationId: translation, asker, of, languages, ofQuestion: question }) => {
    const asked = { translation, party: party(of), languages: { list: languages, none: 'timeline:nothing' as const } };
    return question
      ? sentence('timeline:event.translation-of-answer', { ...asked, question })
      : sentence('timeline:event.translation-asked', { ...asked, asker: party(asker) });
  },
  'translation-delivered': ({ translationId: translation, language, late }) =>
    sentence(late ? 'timeline:event.translation-delivered-late' : 'timeline:event.translation-delivered', {
      ...{ translation, language },
    }),
  'translation-expired': ({ translationId: id }) => sentence('timeline:event.translation-expired', { translation: id }),
  'oral-request-recorded': ({ requestedAt }) =>
    sentence('timeline:event.oral-request-recorded', { at: `${requestedAt.slice(0, 16).replace('T', ' ')} UTC` }),
  'oral-request-confirmed': ({ late }) =>
    sentence(late ? 'timeline:event.oral-request-confirmed-late' : 'timeline:event.oral-request-confirmed'),
  'information-awaited': () => sentence('timeline:event.information-awaited'),
  'intake-resumed': () => sentence('timeline:event.intake-resumed'),
  'triage-proposed': ({ proposal: { urgency, capability, countries } }) =>
    sentence(
      'timeline:event.triage-proposed',
      triage(
        urgency,
        capability,
        countries.map(({ country }) => country),
      ),
    ),
  triaged: ({ decision: { urgency, capability, countries }, byRule }) =>
    sentence(
      byRule ? 'timeline:event.triaged-by-rule' : 'timeline:event.triaged',
      triage(urgency, capability, countries),
    ),
  'triage-reopened': () => sentence('timeline:event.triage-reopened'),
  routed: ({ decision, replaces }) => {
    const listed = (choices: readonly Choice[]): SentenceValue => ({
      list: choices.map(({ contactPointId: point }) => ({ point })),
      none: 'timeline:nobody',
    });
    const points = listed(decision.taken);
    const full = overCapacity(decision);
    if (full.length > 0) return sentence('timeline:event.routed-over-capacity', { points, full: listed(full) });
    return replaces
      ? sentence('timeline:event.routed-in-place', { points, replaced: { recipient: replaces } })
      : sentence('timeline:event.routed', { points });
  },
  'country-added': ({ country }) => sentence('timeline:event.country-added', { country: { country } }),
  'hash-limit-raised': ({ max }) => sentence('timeline:event.hash-limit-raised', { max: String(max) }),
  'sender-disabled': () => sentence('timeline:event.sender-disabled'),
  'sender-enabled': () => sentence('timeline:event.sender-enabled'),
  'recipient-assigned': ({ choice: { contactPointId: point }, replaces }) =>
    replaces
      ? sentence('timeline:event.recipient-assigned-in-place', { point: { point }, replaced: { recipient: replaces } })
      : sentence('timeline:event.recipient-assigned', { point: { point } }),
  'recipient-opened': ({ recipientId, choice: { contactPointId: point }, opened }) => ({
    key: 'timeline:event.recipient-opened',
    named: 'timeline:event.recipient-opened-named',
    values: { ...recipient({ recipientId }), point: { point }, opened: { code: `codes:openedBy.${opened}` } },
  }),
  referred: () => sentence('timeline:event.referred'),
  held: ({ cause }) => sentence('timeline:event.held', { cause: { code: `codes:heldCause.${cause}` } }),
  delivered: (event) => sentence('timeline:event.delivered', recipient(event)),
  'delivery-failed': (event) => sentence('timeline:event.delivery-failed', recipient(event)),
  acknowledged: (event) =>
    sentence(event.late ? 'timeline:event.acknowledged-late' : 'timeline:event.acknowledged', recipient(event)),
  accepted: (event) => sentence('timeline:event.accepted', recipient(event)),
  declined: (event) =>
    sentence('timeline:event.declined', {
      ...recipient(event),
      ground: { code: `codes:declineGround.${event.ground}` },
    }),
  'went-unresponsive': (event) => sentence('timeline:event.went-unresponsive', recipient(event)),
  'replacement-due': (event) => sentence('timeline:event.replacement-due', recipient(event)),
  'replacement-awaits-supervisor': (event) =>
    sentence('timeline:event.replacement-awaits-supervisor', recipient(event)),
  'extension-granted': (event, start) => {
    const extended = { ...recipient(event), amount: amountOf(event, start) };
    if (start(event.clockId)?.name === 'preservation')
      return sentence('timeline:event.preservation-extended', extended);
    if (event.reason === undefined) return sentence('timeline:event.extension-granted', extended);
    const reason = { code: `codes:extensionReason.${event.reason}` } as const;
    return sentence('timeline:event.extension-granted-because', { ...extended, reason });
  },
  'interim-outcome-reported': (event) =>
    sentence('timeline:event.interim-outcome-reported', {
      ...recipient(event),
      outcome: { code: `codes:outcome.${event.outcome}` },
    }),
  'outcome-reported': (event) => outcome(event, 'timeline:event.outcome-reported'),
  'outcome-corrected': (event) => outcome(event, 'timeline:event.outcome-corrected'),
  recalled: (event) => sentence('timeline:event.recalled', recipient(event)),
  'preservation-reported': (event) => sentence('timeline:event.preservation-reported', recipient(event)),
  'production-confirmed': ({ late, ...event }) =>
    sentence(`timeline:event.production-confirmed${late ? '-late' : ''}`, recipient(event)),
  'preservation-ended': (event) => sentence('timeline:event.preservation-ended', recipient(event)),
  'lead-set': (event) => sentence('timeline:event.lead-set', recipient(event)),
  'recall-confirmed': (event) => sentence('timeline:event.recall-confirmed', recipient(event)),
  'onward-consent-asked': (event) =>
    sentence('timeline:event.onward-consent-asked', {
      ...recipient(event),
      point: { point: event.choice.contactPointId },
    }),
  'onward-consented': (event) => sentence('timeline:event.onward-consented', recipient(event)),
  'onward-refused': (event) => sentence('timeline:event.onward-refused', recipient(event)),
  'onward-lapsed': (event) => sentence('timeline:event.onward-lapsed', recipient(event)),
  'referred-onward': (event) =>
    sentence('timeline:event.referred-onward', { ...recipient(event), to: { recipient: event.toRecipientId } }),
  'withdrawal-requested': () => sentence('timeline:event.withdrawal-requested'),
  'closure-proposed': ({ kind }) =>
    sentence('timeline:event.closure-proposed', { closure: { code: `codes:closureKind.${kind}` } }),
  'closure-returned': () => sentence('timeline:event.closure-returned'),
  closed: ({ closure, ground }) => {
    const kind = { closure: { code: `codes:closureKind.${closure.kind}` } } as const;
    if (closure.kind === 'duplicate')
      return sentence('timeline:event.closed-as-duplicate', { ...kind, of: { referral: closure.of } });
    if (ground === undefined) return sentence('timeline:event.closed', kind);
    return sentence('timeline:event.closed-because', {
      ...kind,
      ground: { code: `codes:notActionableReason.${ground}` },
    });
  },
  reopened: () => sentence('timeline:event.reopened'),
  linked: ({ otherId, kind }) =>
    sentence('timeline:event.linked', { kind: { code: `codes:linkKind.${kind}` }, other: { referral: otherId } }),
  'erasure-ordered': () => sentence('timeline:event.erasure-ordered'),
  'retention-review-asked': ({ dueAt }) => sentence('timeline:event.retention-review-asked', { until: dayOf(dueAt) }),
  retained: ({ until }) => sentence('timeline:event.retained', { until: dayOf(until) }),
  'legal-hold-placed': () => sentence('timeline:event.legal-hold-placed'),
  'legal-hold-lifted': () => sentence('timeline:event.legal-hold-lifted'),
  erased: ({ ground }) =>
    ground === undefined
      ? sentence('timeline:event.erased')
      : sentence('timeline:event.erased-because', { ground: { code: `codes:erasureGround.${ground}` } }),
  'erasure-confirmed': (event) => sentence('timeline:event.erasure-confirmed', recipient(event)),
  'clock-started': ({ clockId, name, subject, amount, unit }) =>
    sentence('timeline:event.clock-started', {
      ...clock({ clockId }, () => ({ name, subject, unit })),
      span: { span: amount, unit },
    }),
  'clock-warned': (event, start) =>
    sentence('timeline:event.clock-warned', { ...clock(event, start), percent: Math.round(event.fraction * 100) }),
  'clock-paused': (event, start) =>
    sentence('timeline:event.clock-paused', {
      ...clock(event, start),
      reason: { code: `codes:pauseReason.${event.reason}` },
    }),
  'clock-resumed': (event, start) => sentence('timeline:event.clock-resumed', clock(event, start)),
  'clock-extended': (event, start) =>
    sentence('timeline:event.clock-extended', { ...clock(event, start), amount: amountOf(event, start) }),
  'clock-restored': (event, start) => sentence('timeline:event.clock-restored', clock(event, start)),
  'clock-stopped': (event, start) =>
    sentence(event.late ? 'timeline:event.clock-stopped-late' : 'timeline:event.clock-stopped', clock(event, start)),
  'clock-expired': (event, start) =>
    sentence('timeline:event.clock-expired', {
      ...clock(event, start),
      action: { code: `codes:expiryAction.${event.action}` },
    }),
  'letters-decided': () => undefined,
  'letters-settled': () => undefined,
};

/** The date in UTC, ISO 8601: the list shows no time zone beside it. */
function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

function recipient({ recipientId }: { recipientId: string }) {
  return { recipient: { recipient: recipientId } };
}

function outcome(
  event: EventOf<'outcome-reported' | 'outcome-corrected'>,
  key: 'timeline:event.outcome-reported' | 'timeline:event.outcome-corrected',
): Sentence {
  const reported = { ...recipient(event), outcome: { code: `codes:outcome.${event.outcome}` } } as const;
  if (event.because === undefined) return sentence(key, reported);
  const because = { code: `codes:notActionableReason.${event.because}` } as const;
  return sentence(`${key}-because`, { ...reported, because });
}

function party(each: CaseParty): SentenceValue {
  return each.kind === 'recipient' ? { recipient: each.recipientId } : { code: `codes:relation.${each.kind}` };
}

function clock({ clockId }: { clockId: string }, start: FindClock) {
  const known = start(clockId);
  return {
    clock: { clock: clockId, ...(known && { start: { name: known.name, subject: known.subject, unit: known.unit } }) },
  };
}

/** In the clock's own unit, where its start was seen. */
function amountOf({ clockId, amount }: { clockId: string; amount: number }, start: FindClock): SentenceValue {
  const known = start(clockId);
  return known ? { span: amount, unit: known.unit } : amount;
}

function triage(urgency: Urgency, capability: Capability, countries: readonly Country[]): Sentence['values'] {
  const list: SentenceValue = { list: countries.map((country) => ({ country })), none: 'timeline:no-country' };
  return {
    urgency: { code: `codes:urgency.${urgency}` },
    capability: { code: `codes:capability.${capability}` },
    countries: list,
  };
}
