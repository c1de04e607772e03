/** The sets of weights and their validation. In a file of its own, because ranking must not import a library. */

import { z } from 'zod';
import { INDICATOR_BASES, type IndicatorBasis } from '../vocabulary.ts';
import type { Weights } from './jurisdiction.ts';
import weights from './weights.json' with { type: 'json' };

const GEOLOCATION_BASES: IndicatorBasis[] = ['ip-geolocation', 'estimated-location'];

const fraction = z.number().gt(0).lt(1);

const weightsSchema = z
  .strictObject({
    version: z.string().min(1),
    points: z.record(z.enum(INDICATOR_BASES), z.number().positive()),
    verified: z.number().min(1),
    proxySuspected: fraction,
    repeated: fraction,
    enough: z.number().positive(),
    margin: fraction,
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
 * Validates weights. Throws a `ZodError` that names each faulty field. Legal process and verified addresses must
 * outrank geolocation, however often an address was seen.
 */
export function checkedWeights(value: unknown): Weights {
  return weightsSchema.parse(value);
}

function strength(basis: IndicatorBasis, weights: Weights, factor: number): number {
  return weights.points[basis] * factor;
}

/** The upper limit of the score of verified geolocation: repetition is a geometric series. */
function maximumFromGeolocation(weights: Weights): number {
  const once = GEOLOCATION_BASES.reduce((sum, basis) => sum + strength(basis, weights, weights.verified), 0);
  return once / (1 - weights.repeated);
}

/** For the location of people. Both sets are at the end, because they are validated when this module loads. */
export const DEFAULT_WEIGHTS: Weights = checkedWeights(weights.people);

/** For removing or preserving data: the location of the data counts. */
export const HOSTING_WEIGHTS: Weights = checkedWeights(weights.data);
