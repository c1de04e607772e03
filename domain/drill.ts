/** Drills: test referrals to one contact point, which end with the acknowledgement or when its deadline has passed. */

import type { ActOf, ActType } from './acts.ts';
import { ReferralError } from './errors.ts';
import type { ReferralEvent } from './events.ts';
import type { Actor, Role } from './people.ts';
import type { Referral } from './referral.ts';
import type { ContactPoint } from './routing/directory.ts';
import type { Choice } from './routing/route.ts';
import type { Facts } from './submission.ts';
import type { Instant } from './vocabulary.ts';

/** Who starts a drill, at the coordinating agency. The engine starts those of the schedule. */
const DRILL_STARTERS: readonly Role[] = ['supervisor', 'administrator'];

/** The text of a drill is the same for all, so that none is stored. */
const NO_TEXT = '00000000-0000-0000-0000-000000000000';

/** The submission of a drill. */
export function drillOf(choice: Choice, coordinatorAgencyId: string): ActOf<'submit'> {
  return { type: 'submit', facts: DRILL_FACTS, origins: [], text: NO_TEXT, coordinatorAgencyId, drill: choice };
}

const DRILL_FACTS: Facts = {
  ...{
    kind: 'case-referral',
    urgency: 'standard',
    urgencyGrounds: [],
    crimeAreas: ['other'],
    capability: 'investigation',
  },
  ...{ evaluation: { source: 'X', information: '4' }, tlp: 'amber', legalInstrument: 'none', languages: ['en'] },
  ...{ handlingCode: 'H0', indicators: [], materialCount: 0, drill: true },
};

/** Decides the submission of a drill: it is triaged at once, for the contact point. @throws ReferralError */
export function submitDrill(act: ActOf<'submit'>, choice: Choice, actor: Actor): ReferralEvent[] {
  const { facts, text, coordinatorAgencyId } = act;
  const isStarter =
    actor.kind === 'engine' ||
    (actor.agencyId === coordinatorAgencyId && DRILL_STARTERS.some((role) => actor.roles.includes(role)));
  if (!isStarter) {
    throw new ReferralError('ROLE_REQUIRED', 'Supervisors and administrators of the coordinating agency start drills.');
  }
  if (choice.agencyId === coordinatorAgencyId) {
    const message = 'The coordinating agency sends the drills. Select a contact point of another agency.';
    throw new ReferralError('INVALID_INPUT', message, 'contactPoint');
  }
  const { urgency, urgencyGrounds, capability } = facts;
  const decision = { urgency, urgencyGrounds, countries: [], capability, wanted: [choice] };
  return [
    {
      ...{ type: 'submitted', senderAgencyId: coordinatorAgencyId, coordinatorAgencyId },
      ...{ facts: { ...facts, drill: true }, origins: [], particulars: text },
    },
    { type: 'triaged', decision, byRule: true },
  ];
}

/** The acts that are possible on a drill. */
const POSSIBLE: readonly ActType[] = [
  ...(['route', 'acknowledge', 'take', 'assign', 'warn-clock', 'expire-clock', 'resume-clock'] as const),
  ...(['settle-letters', 'ask-retention-review', 'retain', 'place-legal-hold', 'lift-legal-hold', 'erase'] as const),
];

/** @throws ReferralError WRONG_STATUS for an act that a drill does not ask for. */
export function refuseBeyondDrill({ facts }: Referral, act: ActType): void {
  if (!facts.drill || POSSIBLE.includes(act)) return;
  throw new ReferralError('WRONG_STATUS', 'This is a drill. It asks for an acknowledgement only.');
}

/**
 * The events of an act on a drill. The recipient is not replaced. The drill ends with an answer, or when its time is over.
 */
export function withEndOfDrill(events: readonly ReferralEvent[]): ReferralEvent[] {
  const kept = events.filter(({ type }) => !LEFT_OUT.has(type));
  const has = (wanted: ReferralEvent['type']) => events.some(({ type }) => type === wanted);
  if (has('acknowledged')) return [...kept, { type: 'closed', closure: { kind: 'completed' } }];
  if (has('went-unresponsive')) return [...kept, { type: 'closed', closure: { kind: 'no-recipient' } }];
  return kept;
}

const LEFT_OUT = new Set<ReferralEvent['type']>(['replacement-due', 'replacement-awaits-supervisor']);

const DAY_MS = 24 * 3_600_000;

/** A drill, as far as the schedule needs it. */
type EarlierDrill = { startedAt: Instant; result: 'running' | 'acknowledged' | 'unanswered' };

/** From when on the schedule starts the next drill; `due` without an earlier one; undefined without a schedule. */
export function nextDrillAt(
  { drillDays }: Pick<ContactPoint, 'drillDays'>,
  last: EarlierDrill | undefined,
): Instant | 'due' | undefined {
  if (drillDays === undefined) return undefined;
  return last === undefined ? 'due' : new Date(Date.parse(last.startedAt) + drillDays * DAY_MS).toISOString();
}

/** Whether the schedule starts a drill now. A drill that is still running comes first. */
export function isDrillDue(
  point: Pick<ContactPoint, 'drillDays'>,
  last: EarlierDrill | undefined,
  now: Instant,
): boolean {
  const next = nextDrillAt(point, last);
  return next !== undefined && last?.result !== 'running' && (next === 'due' || next <= now);
}
