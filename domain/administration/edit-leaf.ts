/** The content of the audit log about a change of the directory, or about a step of its proposal. */

import type { LeafContent } from '../audit/leaf.ts';
import { changedCodes, changedFields, type EditPlan } from './edit-plan.ts';

type DirectoryLeaf = Extract<LeafContent, { directory: unknown }>;

/** The leaves of a step: of an import, one for each entry that it changes. */
export function leavesOfEdit(plan: Omit<EditPlan, 'entry'>, proposal?: DirectoryLeaf['proposal']): DirectoryLeaf[] {
  const parts = plan.parts?.filter((part) => changedFields(part).length > 0) ?? [plan];
  return parts.map((part) => leafOfEdit(part, proposal));
}

/** The content of the leaf: fields by name, and codes before and after. */
export function leafOfEdit(plan: Omit<EditPlan, 'entry'>, proposal?: DirectoryLeaf['proposal']): DirectoryLeaf {
  const codes = changedCodes(plan);
  const { part: directory, id, change, agencies, roles } = plan;
  const fields =
    change === 'changed' || change === 'confirmed' || directory === 'closed-day' ? changedFields(plan) : [];
  return {
    ...{ directory, id, change, fields, agencies: [...agencies], ...(roles && { roles: [...roles] }) },
    ...(Object.keys(codes).length > 0 && { codes }),
    ...(proposal && { proposal }),
  };
}
