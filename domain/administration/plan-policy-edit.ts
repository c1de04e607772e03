/** Plans the adoption of a new version of the clock policies, which two administrators of the coordinating agency agree to. */

import { digestOf } from '../audit/version.ts';
import { defaultPolicies, parsePolicies } from '../clocks/clock-policy.ts';
import type { ClockPolicies } from '../clocks/policy-schema.ts';
import { ReferralError } from '../errors.ts';
import type { EditFacts, EditOf, EntryFields } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import type { Editor } from './editor.ts';

/** The audit log holds the version and the digest of the policies; the proposal holds the policies. */
export function planPolicyEdit(
  { directory, policies = [] }: EditFacts,
  { person, everywhere }: Editor,
  edit: EditOf<'adopt-policies'>,
): EditPlan {
  const coordinator = directory.agencies.find(({ coordinating }) => coordinating);
  if (!everywhere || !person.roles.includes('administrator') || coordinator === undefined) {
    throw new ReferralError(
      'ROLE_REQUIRED',
      'Only administrators of the coordinating agency change the policies of deadlines. Ask one of them.',
    );
  }
  const { version } = parsePolicies(edit.policies);
  if ([defaultPolicies, ...policies].some((known) => known.version === version)) {
    throw new ReferralError('INVALID_INPUT', 'was used before; each deadline records its version', 'version');
  }
  const inForce = policies.at(-1);
  return {
    ...{ part: 'policies', id: version, change: 'changed', agencies: [coordinator.id] },
    ...{ before: inForce ? fieldsOf(inForce) : {}, after: fieldsOf(edit.policies) },
    agreement: 'second-administrator',
  };
}

function fieldsOf(policies: ClockPolicies): EntryFields {
  return { version: policies.version, digest: digestOf(policies) };
}
