/** A form as it was sent, held against its schema: either its values, or what was typed and what is wrong with it. */

import type { z } from 'zod';
import { typedIn } from './page.tsx';
import type { Fault, Typed } from './viewer.ts';

export type FormRead<T> = { value: T; faults?: undefined } | { typed: Typed; faults: readonly Fault[] };

/** Fields that the schema does not name are dropped: the token, the button that was pressed. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormRead<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { typed: typedIn(body), faults };
}
