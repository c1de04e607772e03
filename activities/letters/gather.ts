/** Collects the facts of a letter from the referral and from the act that caused the letter. */

import { fold } from '../../domain/apply.ts';
import { canMeet, clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { type Clock, isFinal, type Recipient, type Referral } from '../../domain/referral.ts';
import { agency, contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import type { Address } from './address.ts';
import { CLOCKS_OF, type LetterFacts, type WhyReplaced } from './facts.ts';

/** The referral after an entry, and the entries of its act until then. All letters that follow from the entry share it. */
export interface LetterCause {
  referral: Referral;
  act: readonly JournalEntry[];
}

/** The cause as of the entry, so that a delayed letter does not contain later facts. */
export function causeOf(whole: readonly JournalEntry[], { referralId, seq: last }: OutboxLetter): LetterCause {
  const journal = whole.filter(({ seq }) => seq <= last);
  const referral = fold(referralId, journal);
  if (referral === undefined) throw new Error('A letter was decided for a referral that has no journal.');
  const actId = journal.at(-1)?.actId;
  return { referral, act: journal.filter((entry) => entry.actId === actId) };
}

/** The facts of a letter for its reader. */
export function factsOf(
  { referral, act }: LetterCause,
  directory: Directory,
  order: OutboxLetter,
  { name, zone, language, roles }: Address,
  publicUrl: string,
): LetterFacts {
  const nameOf = (agencyId: string) => agency(directory, agencyId)?.name ?? agencyId;
  return {
    reference: referral.reference,
    urgency: currentUrgency(referral),
    handlingCode: referral.facts.handlingCode,
    capability: referral.triage.state === 'decided' ? referral.triage.decision.capability : referral.facts.capability,
    sendingAgency: nameOf(referral.senderAgencyId),
    addressee: { name, zone, language },
    ...recipientFacts(order, referral, act, directory),
    ...clockFacts(order, referral, act, nameOf),
    ...partFacts(order, referral, act, directory, roles),
    ...decisionFacts(order, act),
    ...closureFacts(act),
    ...(referral.facts.drill && { drill: true }),
    link: referralLink(publicUrl, referral.reference),
  };
}

function recipientFacts(
  { recipientId }: OutboxLetter,
  referral: Referral,
  act: readonly JournalEntry[],
  directory: Directory,
): Pick<LetterFacts, 'recipient'> {
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  if (recipient === undefined) return {};
  const name = contactPoint(directory, recipient.contactPointId)?.name ?? recipient.contactPointId;
  if (recipient.replacement.state !== 'awaits-supervisor') return { recipient: { name } };
  return { recipient: { name, replacement: whyReplaced(recipient, act) } };
}

function whyReplaced(recipient: Recipient, act: readonly JournalEntry[]): WhyReplaced {
  if (isFinal(recipient)) return 'gave-back';
  // The rules searched for a replacement in the same act, and found nobody.
  if (act.some(({ event }) => event.type === 'routed' && event.replaces === recipient.id)) return 'nobody-found';
  const isExpired = act.some(({ event }) => event.type === 'went-unresponsive' && event.recipientId === recipient.id);
  return isExpired ? 'supervisor-decides' : 'nobody-left';
}

function clockFacts(
  order: OutboxLetter,
  referral: Referral,
  act: readonly JournalEntry[],
  nameOf: (agencyId: string) => string,
): Pick<LetterFacts, 'clock'> {
  const clock = clockOf(order, referral, act);
  if (clock === undefined) return {};
  const passed = passedBy(clock.id, act) ?? (clock.state.status === 'expired' ? 1 : undefined);
  const owedBy = nameOf(clockDebtor(clock, referral).agencyId);
  const { name, dueAt, onExpiry } = clock;
  return { clock: { name, owedBy, dueAt, onExpiry, ...(passed && { passed }) } };
}

/** The part of the reader in the deadline. A contact point has readers of all roles. */
function partFacts(
  order: OutboxLetter,
  referral: Referral,
  act: readonly JournalEntry[],
  directory: Directory,
  roles: Address['roles'],
): Pick<LetterFacts, 'part'> {
  const clock = clockOf(order, referral, act);
  if (clock === undefined) return {};
  const { addressee } = order;
  const agencyId =
    addressee.kind === 'person' ? addressee.agencyId : contactPoint(directory, addressee.contactPointId)?.agencyId;
  if (agencyId === clockDebtor(clock, referral).agencyId) {
    return { part: roles === undefined || canMeet(clock, referral, roles) ? 'debtor' : 'follows-up' };
  }
  return { part: agencyId === referral.coordinatorAgencyId ? 'coordinator' : 'informed' };
}

/** Of several clocks with the same name, the one that the act started. */
function clockOf(
  { letter, clockId, recipientId }: OutboxLetter,
  { clocks, recipients }: Referral,
  act: readonly JournalEntry[],
): Clock | undefined {
  if (clockId !== undefined) return clocks.find(({ id }) => id === clockId);
  // If the rules replaced the recipient, the reader must not find another one.
  const recipient = recipients.find(({ id }) => id === recipientId);
  if (letter === 'replaced' && recipient?.replacement.state !== 'awaits-supervisor') return undefined;
  const running = clocks.filter(({ state }) => state.status === 'running');
  const names = CLOCKS_OF[letter] ?? [];
  const found = names.flatMap((name) => running.filter((clock) => clock.name === name && concerns(clock, recipientId)));
  const started = act.flatMap(({ event }) => (event.type === 'clock-started' ? [event.clockId] : []));
  return found.find(({ id, name }) => name === found[0]?.name && started.includes(id)) ?? found[0];
}

function concerns({ subject }: Clock, recipientId: string | undefined): boolean {
  return subject.of !== 'recipient' || subject.recipientId === recipientId;
}

function passedBy(clockId: string, act: readonly JournalEntry[]): number | undefined {
  return act
    .map(({ event }) => {
      if (event.type === 'clock-warned' && event.clockId === clockId) return event.fraction;
      return event.type === 'clock-expired' && event.clockId === clockId ? 1 : undefined;
    })
    .find((passed) => passed !== undefined);
}

/** Letters do not contain the outcome itself, nor grounds or reasons: the page shows them after sign-in. */
function decisionFacts({ recipientId }: OutboxLetter, act: readonly JournalEntry[]): Pick<LetterFacts, 'outcome'> {
  const reported = act.find(
    ({ event }) =>
      (event.type === 'outcome-reported' || event.type === 'interim-outcome-reported') &&
      event.recipientId === recipientId,
  );
  return reported ? { outcome: { final: reported.event.type === 'outcome-reported' } } : {};
}

/** What a supervisor must approve. */
function closureFacts(act: readonly JournalEntry[]): Pick<LetterFacts, 'closure'> {
  for (const { event } of act) {
    if (event.type === 'withdrawal-requested') return { closure: { kind: 'withdrawn' } };
    if (event.type === 'closure-proposed') return { closure: { kind: event.kind } };
  }
  return {};
}

/** The address of the referral's page. `base` is the public address of this installation; a path in it is kept. */
export function referralLink(base: string, reference: string): string {
  return `${base.replace(/\/+$/, '')}/referrals/${encodeURIComponent(reference)}`;
}
