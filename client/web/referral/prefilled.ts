/** Initial values of an act's fields: the proposal of the rules, or the most likely choice. */

import type { Prefilled } from './act-fields.tsx';
import type { OfferedActType } from './act-forms.ts';
import { duplicateIds, type ReferralView } from './referral-view.ts';

/** The initial values of the form of an act. */
export function prefilledOf(view: ReferralView, type: OfferedActType): Prefilled {
  const { referral, references, duplicates } = view;
  if (type === 'complete-triage') return triageOf(view);
  if (type === 'assign-recipient') return replacedIn(view);
  if (type !== 'mark-duplicate') return {};
  const [twin] = duplicateIds(referral, duplicates).flatMap((id) => references.get(id) ?? []);
  return twin && twin !== referral.reference ? { other: [twin] } : {};
}

/** The recipient for which a supervisor must find another one, if there is only one. */
function replacedIn({ referral: { recipients } }: ReferralView): Prefilled {
  const [first, ...others] = recipients.filter(({ replacement }) => replacement.state === 'awaits-supervisor');
  return first && others.length === 0 ? { replaces: [first.id] } : {};
}

/** The proposal, without a country if there is a tie. If triage is repeated, its earlier decision. */
function triageOf({ referral: { triage, facts } }: ReferralView): Prefilled {
  switch (triage.state) {
    case 'open':
      return { urgency: [facts.urgency], urgencyGrounds: facts.urgencyGrounds, capability: [facts.capability] };
    case 'proposed': {
      const { urgency, urgencyGrounds, capability, countries, verdict } = triage.proposal;
      const leading = verdict === 'clear' ? countries.slice(0, 1) : [];
      return {
        urgency: [urgency],
        urgencyGrounds,
        capability: [capability],
        countries: leading.map(({ country }) => country),
      };
    }
    case 'decided': {
      const { urgency, urgencyGrounds, capability, countries } = triage.decision;
      return { urgency: [urgency], urgencyGrounds, capability: [capability], countries };
    }
  }
}
