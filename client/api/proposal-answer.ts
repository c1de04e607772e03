/** A proposal as the API shows it. */

import type { z } from 'zod';
import { fieldChanges } from '../../domain/administration/edit-plan.ts';
import type { proposalAnswer } from '../contract/answers/administration.ts';
import type { ShownProposal } from '../directory/proposals.ts';

/** The fields that differ, and what the caller may do. */
export function proposalAnswerOf(found: ShownProposal): z.input<typeof proposalAnswer> {
  const { proposal, decisions, status, isOwn, isProposerCounted, obstacle, confirmableAt } = found;
  const { id, edit, plan, proposer, proposedAt, expiresAt } = proposal;
  return {
    ...{
      id,
      status,
      change: edit.type,
      about: plan.id,
      agencies: plan.agencies,
      proposer,
      proposedAt,
      expiresAt,
      isOwn,
    },
    fields: fieldChanges(plan).map(({ entry, field, before, after }) => ({
      ...{ ...(entry !== undefined && { entry }), field, before: before ?? null, after: after ?? null },
    })),
    needsTwo: !isProposerCounted,
    decisions: decisions.map(({ step, personId, at }) => ({ step, personId, at })),
    obstacle: obstacle ?? null,
    ...(confirmableAt !== undefined && { confirmableAt }),
  };
}
