/** Converts our own types to Prisma's JSON input; the only place that does. */

import type { Prisma } from '../generated/client.ts';

/** Types an object as JSON input for Prisma. */
export function asJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
