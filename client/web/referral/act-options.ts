/** The codes that the forms of acts offer, each with its label. */

import type { REVERSIBLE_ACTS } from '../../../domain/acts.ts';
import {
  type CAPABILITIES,
  type DECLINE_GROUNDS,
  type GIVEN_LINK_KINDS,
  MATTER_ENDING_GROUNDS,
  type NOT_ACTIONABLE_REASONS,
  type OUTCOMES,
  type URGENCIES,
  type URGENCY_GROUNDS,
} from '../../../domain/vocabulary.ts';
import type { ActOption } from './act-form-fields.ts';

export function actOption(value: (typeof REVERSIBLE_ACTS)[number]) {
  return { value, label: `codes:act.${value}` } as const;
}

export function urgencyOption(value: (typeof URGENCIES)[number]) {
  return { value, label: `codes:urgency.${value}` } as const;
}

export function groundOption(value: (typeof URGENCY_GROUNDS)[number]) {
  return { value, label: `codes:urgencyGround.${value}` } as const;
}

export function capabilityOption(value: (typeof CAPABILITIES)[number]) {
  return { value, label: `codes:capability.${value}` } as const;
}

export function declineOption(value: (typeof DECLINE_GROUNDS)[number]): ActOption {
  const endsMatter = MATTER_ENDING_GROUNDS.includes(value);
  return {
    ...{ value, label: `codes:declineGround.${value}` },
    ...(endsMatter && { hint: 'referral:field.ends-matter' }),
  };
}

export function outcomeOption(value: (typeof OUTCOMES)[number]) {
  return { value, label: `codes:outcome.${value}` } as const;
}

export function linkOption(value: (typeof GIVEN_LINK_KINDS)[number]) {
  return { value, label: `codes:linkKind.${value}` } as const;
}

export function notActionableOption(value: (typeof NOT_ACTIONABLE_REASONS)[number]) {
  return { value, label: `codes:notActionableReason.${value}` } as const;
}
