/** The weighing policies, and what makes one sound. Kept apart: checking needs a library, ranking does not. */

import { z } from 'zod';
import { INDICATOR_BASES, type IndicatorBasis } from '../vocabulary.ts';
import type { Weights } from './jurisdiction.ts';
import weights from './weights.json' with { type: 'json' };

const GUESSED_FROM_AN_ADDRESS: IndicatorBasis[] = ['ip-geolocation', 'estimated-location'];

const part = z.number().gt(0).lt(1);

const weightsSchema = z
  .strictObject({
    version: z.string().min(1),
    points: z.record(z.enum(INDICATOR_BASES), z.number().positive()),
    verified: z.number().min(1),
    proxySuspected: part,
    repeated: part,
    enough: z.number().positive(),
    margin: part,
  })
  .refine((weights) => strength('legal-process', weights, 1) > maximumFromGeolocation(weights), {
    path: ['points', 'legal-process'],
    error: 'must outrank any amount of geolocation',
  })
  .refine((weights) => strength('postal-address', weights, weights.verified) >= maximumFromGeolocation(weights), {
    path: ['points', 'postal-address'],
    error: 'must, once verified, outrank any amount of geolocation',
  });

/**
 * The policy that `value` holds. Throws a `ZodError` naming each unsound field; `domain.md` Routing 1 is held to:
 * legal process and verified addresses outrank geolocation, however often an address was seen.
 */
export function checkedWeights(value: unknown): Weights {
  return weightsSchema.parse(value);
}

function strength(basis: IndicatorBasis, weights: Weights, factor: number): number {
  return weights.points[basis] * factor;
}

/** What verified geolocation comes to at most: repeated for ever it is a geometric series. */
function maximumFromGeolocation(weights: Weights): number {
  const once = GUESSED_FROM_AN_ADDRESS.reduce((sum, basis) => sum + strength(basis, weights, weights.verified), 0);
  return once / (1 - weights.repeated);
}

/** Where people are. Both are last, since they are checked as this module loads. */
export const DEFAULT_WEIGHTS: Weights = checkedWeights(weights.people);

/** For removing or keeping data the place that counts is where the data lies, not where people are. */
export const HOSTING_WEIGHTS: Weights = checkedWeights(weights.data);
