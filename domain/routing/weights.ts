/** The weights of triage and their validation. In a file of its own, because ranking must not import a library. */

import { z } from 'zod';
import { parsePolicy } from '../input-messages.ts';
import { INDICATOR_BASES, INDICATOR_PARTIES, type IndicatorBasis } from '../vocabulary.ts';
import type { Weights } from './jurisdiction.ts';
import weights from './weights.json' with { type: 'json' };

const GEOLOCATION_BASES: IndicatorBasis[] = ['ip-geolocation', 'estimated-location'];

/**
 * What a capability needs the country for. Investigation needs the country of the suspect, protection that of the victim.
 * For removing or preserving data, the location of the data counts.
 */
export const AIMS = ['investigation', 'protection', 'data'] as const;
export type Aim = (typeof AIMS)[number];

/** The weights for each aim. */
export type TriageWeights = Record<Aim, Weights>;

const fraction = z.number().gt(0).lt(1);
const points = z.number().positive();

const aimSchema = z.strictObject({
  points: z.partialRecord(z.enum(INDICATOR_BASES), points).optional(),
  party: z.record(z.enum(INDICATOR_PARTIES), z.number().gt(0).max(1)),
});

const weightsSchema = z
  .strictObject({
    version: z.string().regex(/^[\w.-]{1,40}$/, 'must be at most 40 letters, digits, dots, hyphens and underscores'),
    points: z.record(z.enum(INDICATOR_BASES), points),
    verified: z.number().min(1),
    proxySuspected: fraction,
    repeated: fraction,
    enough: points,
    margin: fraction,
    aims: z.record(z.enum(AIMS), aimSchema),
  })
  .transform(({ version, aims, points: ofAll, ...factors }): TriageWeights => {
    const weightsOf = (aim: Aim): Weights => {
      const { points: own, party } = aims[aim];
      return { version: `${version} ${aim}`, points: { ...ofAll, ...own }, party, ...factors };
    };
    return { investigation: weightsOf('investigation'), protection: weightsOf('protection'), data: weightsOf('data') };
  })
  .superRefine((weights, context) => {
    for (const aim of AIMS) {
      const { points: ofAim, verified } = weights[aim];
      const geolocation = maximumFromGeolocation(weights[aim]);
      const fault = (basis: IndicatorBasis, message: string) =>
        context.addIssue({ code: 'custom', path: ['points', basis], message: `${message} (${aim})` });
      if (ofAim['legal-process'] <= geolocation) fault('legal-process', 'must outrank any amount of geolocation');
      if (ofAim['postal-address'] * verified < geolocation)
        fault('postal-address', 'must, once verified, outrank any amount of geolocation');
    }
  });

/**
 * Validates a file of weights. Legal process and verified addresses must outrank geolocation, however often an address
 * was seen. @throws Error that lists every fault with its field.
 */
export function parseWeights(data: unknown): TriageWeights {
  return parsePolicy(weightsSchema, 'file of weights', data);
}

/** The upper limit of the score of verified geolocation: repetition is a geometric series. */
function maximumFromGeolocation({ points: of, verified, repeated }: Weights): number {
  return GEOLOCATION_BASES.reduce((sum, basis) => sum + of[basis] * verified, 0) / (1 - repeated);
}

/** The built-in weights. At the end, because they are validated when this module loads. */
export const DEFAULT_WEIGHTS: TriageWeights = parseWeights(weights);
