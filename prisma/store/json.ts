/** The one place where our own types cross into JSON columns. */

import type { Prisma } from '../generated/client.ts';

export function asJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
