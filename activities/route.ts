/** Determines the recipients of a referral from the directory. */

import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import { routeRequestOf } from '../domain/routing/request.ts';
import { findRoute as findInDirectory, type RouteDecision } from '../domain/routing/route.ts';
import type { Country, Instant } from '../domain/vocabulary.ts';

/** The input of the activity `findRoute`: the referral, the countries and the time. */
export interface RouteQuestion {
  referral: Referral;
  countries: Country[];
  asOf: Instant;
}

/** Returns the routing decision. */
export function routeReferral(directory: Directory, question: RouteQuestion): RouteDecision {
  return findInDirectory(routeRequestOf(question), directory);
}
