/** What there is to say of each event. */

import type { EventOf, EventType } from '../../domain/events.ts';
import type { Capability, Country, Urgency } from '../../domain/vocabulary.ts';
import { type ClockFacts, type Moment, say, type Value } from './moment.ts';

type Start = (clockId: string) => ClockFacts | undefined;

/** `start` finds what a clock is about; letters speak for themselves. */
export function momentOf<T extends EventType>(type: T, event: EventOf<T>, start: Start): Moment | undefined {
  return sayings[type](event, start);
}

type Sayings = { [T in EventType]: (event: EventOf<T>, start: Start) => Moment | undefined };

const sayings: Sayings = {
  submitted: ({ senderAgencyId, facts }) =>
    say('moments:said.submitted', {
      agency: { agency: senderAgencyId },
      kind: { code: `codes:kind.${facts.kind}` },
      urgency: { code: `codes:urgency.${facts.urgency}` },
    }),
  'reference-allotted': ({ reference }) => say('moments:said.reference-allotted', { reference }),
  'possible-duplicate-found': ({ referralIds }) =>
    say('moments:said.possible-duplicate-found', {
      referrals: { list: referralIds.map((referral) => ({ referral })), none: 'moments:nothing' },
    }),
  supplemented: ({ indicators: { length: count } }) =>
    count > 0 ? say('moments:said.supplemented-with', { count }) : say('moments:said.supplemented'),
  'handler-assigned': ({ agencyId: agency, personId: person }) =>
    say('moments:said.handler-assigned', { person: { person }, agency: { agency } }),
  'question-asked': ({ questionId: question, asker }) =>
    asker.kind === 'recipient'
      ? say('moments:said.question-asked', { question, recipient: { recipient: asker.recipientId } })
      : say('moments:said.question-asked-by-coordinator', { question }),
  'question-answered': ({ questionId: question, late }) =>
    say(late ? 'moments:said.question-answered-late' : 'moments:said.question-answered', { question }),
  'question-expired': ({ questionId: question }) => say('moments:said.question-expired', { question }),
  'information-awaited': () => say('moments:said.information-awaited'),
  'intake-resumed': () => say('moments:said.intake-resumed'),
  'triage-proposed': ({ proposal: { urgency, capability, countries } }) =>
    say(
      'moments:said.triage-proposed',
      triage(
        urgency,
        capability,
        countries.map(({ country }) => country),
      ),
    ),
  triaged: ({ decision: { urgency, capability, countries }, byRule }) =>
    say(byRule ? 'moments:said.triaged-by-rule' : 'moments:said.triaged', triage(urgency, capability, countries)),
  'triage-reopened': () => say('moments:said.triage-reopened'),
  routed: ({ decision: { taken }, replaces }) => {
    const points: Value = { list: taken.map(({ contactPointId: point }) => ({ point })), none: 'moments:nobody' };
    return replaces
      ? say('moments:said.routed-in-place', { points, replaced: { recipient: replaces } })
      : say('moments:said.routed', { points });
  },
  'country-added': ({ country }) => say('moments:said.country-added', { country: { country } }),
  'recipient-assigned': ({ choice: { contactPointId: point }, replaces }) =>
    replaces
      ? say('moments:said.recipient-assigned-in-place', { point: { point }, replaced: { recipient: replaces } })
      : say('moments:said.recipient-assigned', { point: { point } }),
  'recipient-opened': ({ recipientId, choice: { contactPointId: point }, opened }) => ({
    key: 'moments:said.recipient-opened',
    named: 'moments:said.recipient-opened-named',
    values: { ...recipient({ recipientId }), point: { point }, opened: { code: `codes:openedBy.${opened}` } },
  }),
  referred: () => say('moments:said.referred'),
  held: ({ cause }) => say('moments:said.held', { cause: { code: `codes:heldCause.${cause}` } }),
  delivered: (event) => say('moments:said.delivered', recipient(event)),
  'delivery-failed': (event) => say('moments:said.delivery-failed', recipient(event)),
  acknowledged: (event) =>
    say(event.late ? 'moments:said.acknowledged-late' : 'moments:said.acknowledged', recipient(event)),
  accepted: (event) => say('moments:said.accepted', recipient(event)),
  declined: (event) =>
    say('moments:said.declined', { ...recipient(event), ground: { code: `codes:declineGround.${event.ground}` } }),
  'went-unresponsive': (event) => say('moments:said.went-unresponsive', recipient(event)),
  'replacement-due': (event) => say('moments:said.replacement-due', recipient(event)),
  'replacement-awaits-supervisor': (event) => say('moments:said.replacement-awaits-supervisor', recipient(event)),
  'extension-granted': (event, start) =>
    say('moments:said.extension-granted', { ...recipient(event), amount: amountOf(event, start) }),
  'interim-outcome-reported': (event) =>
    say('moments:said.interim-outcome-reported', {
      ...recipient(event),
      outcome: { code: `codes:outcome.${event.outcome}` },
    }),
  'outcome-reported': (event) => {
    const reported = { ...recipient(event), outcome: { code: `codes:outcome.${event.outcome}` } } as const;
    if (event.because === undefined) return say('moments:said.outcome-reported', reported);
    const because = { code: `codes:notActionableReason.${event.because}` } as const;
    return say('moments:said.outcome-reported-because', { ...reported, because });
  },
  recalled: (event) => say('moments:said.recalled', recipient(event)),
  'recall-confirmed': (event) => say('moments:said.recall-confirmed', recipient(event)),
  'onward-consent-asked': (event) =>
    say('moments:said.onward-consent-asked', { ...recipient(event), point: { point: event.choice.contactPointId } }),
  'onward-consented': (event) => say('moments:said.onward-consented', recipient(event)),
  'onward-refused': (event) => say('moments:said.onward-refused', recipient(event)),
  'referred-onward': (event) =>
    say('moments:said.referred-onward', { ...recipient(event), to: { recipient: event.toRecipientId } }),
  'withdrawal-requested': () => say('moments:said.withdrawal-requested'),
  'closure-proposed': ({ kind }) =>
    say('moments:said.closure-proposed', { closure: { code: `codes:closureKind.${kind}` } }),
  'closure-returned': () => say('moments:said.closure-returned'),
  closed: ({ closure, ground }) => {
    const kind = { closure: { code: `codes:closureKind.${closure.kind}` } } as const;
    if (closure.kind === 'duplicate')
      return say('moments:said.closed-as-duplicate', { ...kind, of: { referral: closure.of } });
    if (ground === undefined) return say('moments:said.closed', kind);
    return say('moments:said.closed-because', { ...kind, ground: { code: `codes:notActionableReason.${ground}` } });
  },
  reopened: () => say('moments:said.reopened'),
  linked: ({ otherId, kind }) =>
    say('moments:said.linked', { kind: { code: `codes:linkKind.${kind}` }, other: { referral: otherId } }),
  erased: () => say('moments:said.erased'),
  'clock-started': ({ clockId, name, subject, amount, unit }) =>
    say('moments:said.clock-started', {
      ...clock({ clockId }, () => ({ name, subject, unit })),
      span: { span: amount, unit },
    }),
  'clock-warned': (event, start) =>
    say('moments:said.clock-warned', { ...clock(event, start), percent: Math.round(event.fraction * 100) }),
  'clock-paused': (event, start) =>
    say('moments:said.clock-paused', { ...clock(event, start), reason: { code: `codes:pauseReason.${event.reason}` } }),
  'clock-resumed': (event, start) => say('moments:said.clock-resumed', clock(event, start)),
  'clock-extended': (event, start) =>
    say('moments:said.clock-extended', { ...clock(event, start), amount: amountOf(event, start) }),
  'clock-stopped': (event, start) =>
    say(event.late ? 'moments:said.clock-stopped-late' : 'moments:said.clock-stopped', {
      ...clock(event, start),
      entry: String(event.bySeq),
    }),
  'clock-expired': (event, start) =>
    say('moments:said.clock-expired', {
      ...clock(event, start),
      action: { code: `codes:expiryAction.${event.action}` },
    }),
  'letters-decided': () => undefined,
  'letters-settled': () => undefined,
};

function recipient({ recipientId }: { recipientId: string }) {
  return { recipient: { recipient: recipientId } };
}

function clock({ clockId }: { clockId: string }, start: Start) {
  const known = start(clockId);
  return {
    clock: { clock: clockId, ...(known && { start: { name: known.name, subject: known.subject, unit: known.unit } }) },
  };
}

/** In the clock's own unit, where its start was seen. */
function amountOf({ clockId, amount }: { clockId: string; amount: number }, start: Start): Value {
  const known = start(clockId);
  return known ? { span: amount, unit: known.unit } : amount;
}

function triage(urgency: Urgency, capability: Capability, countries: readonly Country[]): Moment['values'] {
  const list: Value = { list: countries.map((country) => ({ country })), none: 'moments:no-country' };
  return {
    urgency: { code: `codes:urgency.${urgency}` },
    capability: { code: `codes:capability.${capability}` },
    countries: list,
  };
}
