/** From what was said to where it goes: the rules propose, a person decides, or the clock does. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent, TriageDecision } from '../events.ts';
import type { Referral } from '../referral.ts';
import { URGENCIES, type Urgency } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { refuseSender } from './routing.ts';

export function proposeTriage(act: ActOf<'propose-triage'>, { referral }: DecisionContext): ReferralEvent[] {
  if (referral.triage.state !== 'open') throw new ReferralError('WRONG_STATUS', 'No proposal is owed any more.');
  return [{ type: 'triage-proposed', proposal: act.proposal }];
}

export function completeTriage(act: ActOf<'complete-triage'>, { referral, actor }: DecisionContext): ReferralEvent[] {
  const { type: _, ...decision } = act;
  if (decision.countries.length === 0 && decision.wanted.length === 0) {
    throw new ReferralError('NO_COUNTRY', 'Name the country or the contact point it goes to.', 'countries');
  }
  for (const choice of decision.wanted) refuseSender(referral, choice);
  const isSupervisor = actor.kind === 'person' && actor.roles.includes('supervisor');
  const least = minimumUrgency(referral);
  if (isLower(decision.urgency, least) && !isSupervisor) {
    throw new ReferralError('SUPERVISOR_REQUIRED', `Lowering the urgency from ${least} needs a supervisor.`, 'urgency');
  }
  return [{ type: 'triaged', decision, byRule: false }];
}

export function reopenTriage(_act: ActOf<'reopen-triage'>, { referral }: DecisionContext): ReferralEvent[] {
  if (!referral.supplementedSinceTriage) {
    throw new ReferralError('NOTHING_SUPPLEMENTED', 'Nothing was added since triage; there is nothing new to weigh.');
  }
  return [{ type: 'triage-reopened' }];
}

/** What the rules decide when nobody did in time: the proposal as it stands, a tie going to nobody. */
export function decisionByRule(referral: Referral): TriageDecision {
  const { facts, triage } = referral;
  const urgency = minimumUrgency(referral);
  if (triage.state !== 'proposed') {
    const { urgencyGrounds, capability } = facts;
    return { urgency, urgencyGrounds, countries: [], capability, wanted: [] };
  }
  const { proposal } = triage;
  return {
    urgency,
    urgencyGrounds: proposal.urgencyGrounds,
    countries: proposal.verdict === 'clear' ? proposal.countries.slice(0, 1).map(({ country }) => country) : [],
    capability: proposal.capability,
    wanted: [],
  };
}

/** The rules' urgency where they spoke, else what was asked for; what an earlier triage raised stays raised. */
function minimumUrgency({ triage, urgency, facts }: Referral): Urgency {
  const ruled = triage.state === 'proposed' ? triage.proposal.urgency : facts.urgency;
  const wasDecided = urgency !== facts.urgency;
  return wasDecided && isLower(ruled, urgency) ? urgency : ruled;
}

function isLower(urgency: Urgency, than: Urgency): boolean {
  return URGENCIES.indexOf(urgency) > URGENCIES.indexOf(than);
}
