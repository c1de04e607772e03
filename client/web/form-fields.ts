/** Checks a sent form against its schema: returns its values, or the entered texts with their errors. */

import type { z } from 'zod';
import { readFormValues } from './page.tsx';
import type { FormFault, FormValues } from './viewer.ts';

/** A valid form with its value, or the submitted values with their errors. */
export type ParsedForm<T> = { value: T; faults?: undefined } | { formValues: FormValues; faults: readonly FormFault[] };

/** Fields that the schema does not name are dropped: the token, the button that was pressed. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): ParsedForm<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { formValues: readFormValues(body), faults };
}
