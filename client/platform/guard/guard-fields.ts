/** Checks the fields of a form together, whatever their names and lengths are. */

import { ReferralError } from '../../../domain/errors.ts';
import { GUARD_LIMITS } from '../../../domain/material-guard.ts';
import type { Guard } from './guard.ts';

/**
 * The refusal by the guard, with the name of a field if it is known; undefined if there is none. A text that is only too
 * long is not refused, so that its writer can shorten it. Texts that cannot be checked in time are refused.
 */
export async function refusalOfFields(
  guard: Pick<Guard, 'material'>,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<ReferralError | undefined> {
  // A dot would end the name in the path of the refusal.
  const names = new Map(Object.keys(fields).map((name) => [name.replaceAll('.', '-'), name]));
  const texts = [...names].map(([key, name]) => [key, [fields[name] ?? ''].flat().flatMap(parts)]);
  try {
    await guard.material(Object.fromEntries(texts));
    return undefined;
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    return new ReferralError('MATERIAL_REFUSED', error.message, names.get(error.field?.split('.')[0] ?? ''));
  }
}

function parts(text: string): string[] {
  const count = Math.ceil(text.length / GUARD_LIMITS.text);
  return Array.from({ length: count }, (_, n) => text.slice(n * GUARD_LIMITS.text, (n + 1) * GUARD_LIMITS.text));
}
