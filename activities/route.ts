/** Asks the directory who receives a referral. */

import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import { routeRequestOf } from '../domain/routing/request.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import type { Country, Instant } from '../domain/vocabulary.ts';

export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

export function findRoute(directory: Directory, question: RouteQuestion): RouteDecision {
  return findInDirectory(routeRequestOf(question), directory);
}
