/** What a form may show again after a refusal: the entered values without texts that the material guard refuses. */

import { ReferralError } from '../../domain/errors.ts';
import { GUARD_LIMITS } from '../../domain/material-guard.ts';
import type { Guard } from '../platform/guard/guard.ts';
import type { FormValues } from './viewer.ts';

/** Texts that are left out one after the other. If more are refused, nothing is repeated. */
const MOST_LEFT_OUT = 10;

/** @param refusal why the form was refused. Its field is left out if the guard refused it. */
export async function valuesToRepeat(
  guard: Pick<Guard, 'material'>,
  typed: FormValues,
  refusal?: ReferralError,
): Promise<FormValues> {
  let values = refusal ? withoutRefused(typed, refusal) : typed;
  for (let left = 0; left < MOST_LEFT_OUT; left++) {
    const refused = await refusalOf(guard, values);
    if (refused === undefined) return values;
    values = withoutRefused(values, refused);
  }
  return {};
}

/** Without the field of a refusal by the guard. If no field is known, nothing is left. */
export function withoutRefused(values: FormValues, { code, field }: ReferralError): FormValues {
  if (code !== 'MATERIAL_REFUSED') return values;
  const others = Object.entries(values).filter(
    ([name]) => !isWithin(field ?? '', name) && !isWithin(name, field ?? ''),
  );
  return others.length < Object.keys(values).length ? Object.fromEntries(others) : {};
}

/** The refusal by the guard, with the name of a field. A text that cannot be checked in time is refused as well. */
async function refusalOf(guard: Pick<Guard, 'material'>, values: FormValues): Promise<ReferralError | undefined> {
  const names = new Map(Object.keys(values).map((name) => [name.replaceAll('.', '-'), name]));
  const document = Object.entries(values).map(([name, texts]) => [name.replaceAll('.', '-'), texts.flatMap(parts)]);
  try {
    await guard.material(Object.fromEntries(document));
    return undefined;
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    const name = names.get(error.field?.split('.')[0] ?? '');
    return new ReferralError('MATERIAL_REFUSED', error.message, name);
  }
}

/** A text that is only too long is repeated, so that its writer can shorten it. */
function parts(text: string): string[] {
  const count = Math.ceil(text.length / GUARD_LIMITS.text);
  return Array.from({ length: count }, (_, n) => text.slice(n * GUARD_LIMITS.text, (n + 1) * GUARD_LIMITS.text));
}

function isWithin(outer: string, name: string): boolean {
  return name === outer || (outer !== '' && name.startsWith(`${outer}.`));
}
