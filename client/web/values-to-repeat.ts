/** What a form may show again after a refusal: the entered values without texts that the material guard refuses. */

import type { ReferralError } from '../../domain/errors.ts';
import type { Guard } from '../platform/guard/guard.ts';
import { refusalOfFields } from '../platform/guard/guard-fields.ts';
import type { FormValues } from './viewer.ts';

/** Texts that are left out one after the other. If more are refused, nothing is repeated. */
const MOST_LEFT_OUT = 10;

/** @param refusal why the form was refused. Its field is left out if the guard refused it. */
export async function valuesToRepeat(
  guard: Pick<Guard, 'material'>,
  formValues: FormValues,
  refusal?: ReferralError,
): Promise<FormValues> {
  let values = refusal ? withoutRefused(formValues, refusal) : formValues;
  for (let left = 0; left < MOST_LEFT_OUT; left++) {
    const refused = await refusalOfFields(guard, values);
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

function isWithin(outer: string, name: string): boolean {
  return name === outer || (outer !== '' && name.startsWith(`${outer}.`));
}
