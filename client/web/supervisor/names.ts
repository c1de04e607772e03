/** Agencies and contact points by name; where the directory has none any more, the id. */

import type { Directory } from '../../../domain/routing/directory.ts';

export interface Names {
  agency(id: string): string;
}

export function namesIn({ agencies }: Directory): Names {
  const byId = new Map(agencies.map(({ id, name }) => [id, name]));
  return { agency: (id) => byId.get(id) ?? id };
}
