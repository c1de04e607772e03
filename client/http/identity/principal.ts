/** The principal of a request: a signed-in person, or the system of an agency. */

import type { FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import type { Person } from '../../../domain/people.ts';
import { isLanguage, type Language } from '../../../domain/words/languages.ts';
import type { UserAccount } from '../../../prisma/store/user-accounts.ts';
import type { Authentication } from './step-up.ts';

/** The colours of the pages. `system` is the setting of the device. */
export const COLOUR_SCHEMES = ['system', 'light', 'dark'] as const;
export type ColourScheme = (typeof COLOUR_SCHEMES)[number];

/** The authenticated person or system that makes a request, at one agency. */
export interface Principal {
  /** At the agency of the session or token, with the roles held there. */
  person: Person;
  name: string;
  language: Language;
  /** IANA time zone that times are shown in. */
  zone: string;
  colourScheme: ColourScheme;
  /** All agencies where the person works. A session can switch between them. */
  agencies: readonly { id: string; name: string }[];
  /** Whether the agency is the coordinating desk. */
  coordinating: boolean;
  via: { kind: 'session' } | { kind: 'token'; scheme: 'bearer' | 'dpop'; scopes: readonly string[] };
  /** When and how the person or system was authenticated. */
  authentication: Authentication;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined if nobody is signed in. */
    principal: Principal | undefined;
  }
}

/** @throws ReferralError NOT_SIGNED_IN if the request has no principal. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal) return request.principal;
  throw new ReferralError('NOT_SIGNED_IN', 'Sign in first.');
}

/** Undefined if the person has no role at the agency. */
export function principalAt(
  who: UserAccount,
  agencyId: string,
  via: Principal['via'],
  authentication: Authentication = {},
): Principal | undefined {
  const { personId, name, language, zone, colourScheme, agencies } = who;
  const agency = agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) return undefined;
  const person: Person = { kind: 'person', personId, agencyId, roles: agency.roles };
  const worksFor = via.kind === 'token' ? [agency] : agencies;
  return {
    ...{ person, name, zone, via, authentication, coordinating: agency.coordinating },
    language: isLanguage(language) ? language : 'en',
    colourScheme: COLOUR_SCHEMES.find((each) => each === colourScheme) ?? 'system',
    agencies: worksFor.map(({ id, name }) => ({ id, name })),
  };
}
