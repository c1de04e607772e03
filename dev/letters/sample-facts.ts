/** The facts of one invented referral for every kind of letter. */

import type { LetterFacts } from '../../activities/letters/facts.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { ExpiryAction } from '../../domain/events.ts';
import type { LetterKind } from '../../domain/letter-kinds.ts';

const SENDER = 'Aurelia Coast Child Protection Unit';
const COORDINATOR = 'Meridian Clearing Desk';
const RECIPIENT = 'Borealis National Contact Point';

/** The facts that every letter has: Wednesday 25 November 2026, to a desk in the time zone of Berlin. */
export const FACTS: LetterFacts = {
  reference: 'XR-2026-000123',
  urgency: 'standard',
  handlingCode: 'H2',
  capability: 'victim-identification',
  sendingAgency: SENDER,
  addressee: { name: RECIPIENT, zone: 'Europe/Berlin', language: 'en' },
  link: 'https://hub.example/referrals/XR-2026-000123',
};

const recipient = { name: RECIPIENT };
const toSender: Partial<LetterFacts> = { addressee: { name: SENDER, zone: 'Europe/Lisbon', language: 'en' } };
const toCoordinator: Partial<LetterFacts> = { addressee: { name: COORDINATOR, zone: 'Europe/Kyiv', language: 'en' } };

function clock(
  name: ClockName,
  owedBy: string,
  passed?: number,
  onExpiry: ExpiryAction = name === 'triage' ? 'proceed-by-rule' : 'breach',
): Pick<LetterFacts, 'clock'> {
  return { clock: { name, owedBy, onExpiry, dueAt: '2026-11-25T13:00:00.000Z', ...(passed && { passed }) } };
}

const SPECIFIC: Record<LetterKind, Partial<LetterFacts>> = {
  receipt: { ...toSender, ...clock('triage', COORDINATOR) },
  'emergency-arrived': { ...toCoordinator, urgency: 'emergency', part: 'debtor', ...clock('triage', COORDINATOR) },
  'new-referral': { recipient, ...clock('acknowledge', RECIPIENT) },
  reminder: { recipient, ...clock('decide', RECIPIENT, 0.5) },
  escalation: { recipient, part: 'debtor', ...clock('acknowledge', RECIPIENT, 0.8) },
  overdue: { recipient, part: 'debtor', ...clock('decide', RECIPIENT, 1) },
  'question-asked': { ...toSender, ...clock('clarification', SENDER) },
  'question-answered': { recipient, ...clock('decide', RECIPIENT) },
  'question-expired': { recipient, ...clock('decide', RECIPIENT) },
  supplemented: { recipient },
  'translation-asked': { ...toSender, ...clock('translation', SENDER) },
  'translation-delivered': { recipient },
  'translation-expired': { recipient },
  'preservation-reported': { ...toSender, recipient, part: 'debtor', ...clock('preservation', SENDER) },
  'production-confirmed': { recipient },
  'preservation-ended': { ...toSender, recipient },
  'oral-request-recorded': {
    ...toSender,
    urgency: 'emergency',
    part: 'debtor',
    ...clock('written-confirmation', SENDER),
  },
  'oral-request-confirmed': { recipient, urgency: 'emergency' },
  accepted: { ...toSender, recipient, ...clock('outcome', RECIPIENT) },
  declined: { ...toSender, recipient },
  outcome: { ...toSender, recipient, outcome: { final: true } },
  'twin-outcome': toSender,
  'outcome-corrected': { ...toSender, recipient },
  'twin-outcome-corrected': toSender,
  'consent-asked': { ...toSender, recipient, ...clock('consent-onward', SENDER) },
  'consent-given': { recipient },
  'consent-refused': { recipient, ...clock('decide', RECIPIENT) },
  'onward-lapsed': { recipient },
  recalled: { recipient },
  'lead-set': { recipient },
  replaced: { ...toSender, recipient },
  'at-capacity': toSender,
  held: { ...toCoordinator, part: 'debtor', ...clock('find-recipient', COORDINATOR) },
  'delivery-failed': { ...toCoordinator, recipient },
  'approval-asked': { ...toCoordinator, closure: { kind: 'completed' }, ...clock('closure-approval', COORDINATOR) },
  'closure-returned': { ...toCoordinator, closure: { kind: 'no-recipient' } },
  closed: { ...toSender, closure: { kind: 'rejected-at-intake' } },
  'taken-back': toSender,
  reopened: { ...toSender, ...clock('triage', COORDINATOR) },
  'retention-review': toCoordinator,
  'erasure-asked': { recipient },
  erased: toSender,
};

/** The facts of one kind of letter, with some of them replaced. */
export function factsOf(letter: LetterKind, changed: Partial<LetterFacts> = {}): LetterFacts {
  return { ...FACTS, ...SPECIFIC[letter], ...changed };
}

/** Letters whose text depends on the situation, by situation. */
export const VARIANTS: Record<string, [LetterKind, Partial<LetterFacts>]> = {
  'new-referral, emergency': ['new-referral', { urgency: 'emergency', handlingCode: 'H1' }],
  'escalation, to the coordinator': ['escalation', { ...toCoordinator, part: 'coordinator' }],
  'overdue, to the coordinator': [
    'overdue',
    { ...toCoordinator, part: 'coordinator', urgency: 'urgent', ...clock('acknowledge', RECIPIENT, 1) },
  ],
  'overdue, escalated': [
    'overdue',
    { ...toCoordinator, part: 'coordinator', ...clock('acknowledge', RECIPIENT, 1, 'escalate') },
  ],
  'escalation, to a supervisor who cannot act': ['escalation', { part: 'follows-up' }],
  'overdue, to a supervisor who cannot act': [
    'overdue',
    { part: 'follows-up', ...clock('acknowledge', RECIPIENT, 1, 'escalate') },
  ],
  'overdue, to the sender': ['overdue', { ...toSender, part: 'informed', ...clock('acknowledge', RECIPIENT, 1) }],
  'overdue, done by rule': [
    'overdue',
    { ...toCoordinator, part: 'debtor', urgency: 'urgent', ...clock('triage', COORDINATOR, 1) },
  ],
  'oral-request-recorded, to the coordinator': [
    'oral-request-recorded',
    { ...toCoordinator, part: 'coordinator', urgency: 'emergency', ...clock('written-confirmation', SENDER) },
  ],
  'preservation-reported, to the coordinator': [
    'preservation-reported',
    { ...toCoordinator, part: 'coordinator', ...clock('preservation', SENDER) },
  ],
  'outcome, interim': ['outcome', { outcome: { final: false } }],
  'replaced, awaiting a supervisor': [
    'replaced',
    {
      ...toCoordinator,
      part: 'debtor',
      recipient: { ...recipient, replacement: 'supervisor-decides' },
      ...clock('find-recipient', COORDINATOR),
    },
  ],
  'replaced, nobody found': [
    'replaced',
    {
      ...toCoordinator,
      part: 'debtor',
      recipient: { ...recipient, replacement: 'nobody-found' },
      ...clock('find-recipient', COORDINATOR),
    },
  ],
  'replaced, nobody left': [
    'replaced',
    {
      ...toCoordinator,
      part: 'debtor',
      recipient: { ...recipient, replacement: 'nobody-left' },
      ...clock('find-recipient', COORDINATOR),
    },
  ],
  'replaced, gave back': [
    'replaced',
    {
      ...toCoordinator,
      part: 'debtor',
      recipient: { ...recipient, replacement: 'gave-back' },
      ...clock('find-recipient', COORDINATOR),
    },
  ],
  'approval-asked, withdrawal': ['approval-asked', { closure: { kind: 'withdrawn' } }],
};
