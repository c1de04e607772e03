/** Decides triage: the rules propose; a person decides, or the rules do when the clock expires. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent, TriageDecision } from '../events.ts';
import type { Referral } from '../referral.ts';
import { URGENCIES, type Urgency } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { refuseSender } from './routing.ts';
import { reversible } from './take-back.ts';

export function recordProposal(act: ActOf<'propose-triage'>, { referral }: DecisionContext): ReferralEvent[] {
  if (referral.triage.state !== 'open') throw new ReferralError('WRONG_STATUS', 'A triage proposal is no longer due.');
  return [{ type: 'triage-proposed', proposal: act.proposal }];
}

export function completeTriage(
  act: ActOf<'complete-triage'>,
  { referral, actor, now }: DecisionContext,
): ReferralEvent[] {
  const { type: _, ...decision } = act;
  if (decision.countries.length === 0 && decision.wanted.length === 0) {
    throw new ReferralError('NO_COUNTRY', 'Select a country or a contact point.', 'countries');
  }
  for (const choice of decision.wanted) refuseSender(referral, choice);
  const isSupervisor = actor.kind === 'person' && actor.roles.includes('supervisor');
  const least = minimumUrgency(referral);
  if (isLower(decision.urgency, least) && !isSupervisor) {
    throw new ReferralError('SUPERVISOR_REQUIRED', `Only a supervisor can lower the urgency from ${least}.`, 'urgency');
  }
  return [{ type: 'triaged', decision, byRule: false, ...reversible(now) }];
}

export function reopenTriage(_act: ActOf<'reopen-triage'>, { referral }: DecisionContext): ReferralEvent[] {
  if (!referral.supplementedSinceTriage) {
    throw new ReferralError('NOTHING_SUPPLEMENTED', 'Nothing was added since triage, so triage cannot be reopened.');
  }
  return [{ type: 'triage-reopened' }];
}

/** The decision by the rules when the triage clock expires: the proposal, without a country if there is a tie. */
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

/** The proposed urgency, or the requested one if there is no proposal; never lower than an earlier triage decided. */
function minimumUrgency({ triage, urgency, facts }: Referral): Urgency {
  const proposed = triage.state === 'proposed' ? triage.proposal.urgency : facts.urgency;
  const wasDecided = urgency !== facts.urgency;
  return wasDecided && isLower(proposed, urgency) ? urgency : proposed;
}

function isLower(urgency: Urgency, than: Urgency): boolean {
  return URGENCIES.indexOf(urgency) > URGENCIES.indexOf(than);
}
