/** Reads a file with clock policies, or the built-in ones. */

import { defaultPolicies, parsePolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { ReferralError } from '../../domain/errors.ts';
import { readJson } from './files.ts';

/** The name of the built-in policies where a file is expected. */
export const BUILT_IN = 'built-in';

/** @throws ReferralError INVALID_INPUT that lists every fault with its path. */
export async function readPolicies(path: string): Promise<ClockPolicies> {
  if (path === BUILT_IN) return defaultPolicies;
  const data = await readJson(path);
  try {
    return parsePolicies(data);
  } catch (error) {
    throw new ReferralError(
      'INVALID_INPUT',
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
      'file',
    );
  }
}
