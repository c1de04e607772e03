/** Step-up authentication: acts that cannot be undone, and reading in bulk, require a recent sign-in (RFC 9470). */

import type { FastifyRequest } from 'fastify';

/** When and how the provider authenticated a person or a system. */
export interface Authentication {
  /** In seconds since 1970; absent if the provider did not say. */
  at?: number;
  /** The authentication context class (`acr`), as the provider names it. */
  contextClass?: string;
}

/** Reads the authentication from the claims of an ID token or access token. */
export function authenticationOf(claims: Readonly<Record<string, unknown>>): Authentication {
  const { auth_time: at, acr } = claims;
  return { ...(typeof at === 'number' && { at }), ...(typeof acr === 'string' && { contextClass: acr }) };
}

/** What a recent sign-in is. */
export interface StepUpPolicy {
  /** How long after it a sign-in is recent. */
  minutes: number;
  /** The acceptable classes (`acr`); any if empty. */
  contextClasses: readonly string[];
}

/** Fifteen minutes, by any class. */
export const DEFAULT_STEP_UP: StepUpPolicy = { minutes: 15, contextClasses: [] };

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether the route requires a recent sign-in: for each request, for none, or for those that the function selects. Default:
     * for the download of a list.
     */
    stepUp?: boolean | ((request: FastifyRequest) => boolean);
  }
}

/** Whether the route requires a recent sign-in for this request. */
export function requiresStepUp(request: FastifyRequest): boolean {
  const { stepUp = isDownload } = request.routeOptions.config;
  return typeof stepUp === 'function' ? stepUp(request) : stepUp;
}

/** Whether the sign-in is recent, and by an acceptable class. `now` is in milliseconds since 1970. */
export function isRecent(policy: StepUpPolicy, { at, contextClass }: Authentication, now: number): boolean {
  return at !== undefined && at + policy.minutes * 60 >= now / 1000 && isAcceptable(policy, contextClass);
}

/** Whether a sign-in by this class is acceptable. */
export function isAcceptable({ contextClasses }: StepUpPolicy, contextClass: string | undefined): boolean {
  return contextClasses.length === 0 || (contextClass !== undefined && contextClasses.includes(contextClass));
}

/** The challenge of RFC 9470, section 3, without its scheme. */
export function stepUpChallenge({ minutes, contextClasses }: StepUpPolicy): string {
  const parameters = [
    ['error', 'insufficient_user_authentication'],
    ['error_description', 'A more recent authentication is required'],
    ['max_age', String(minutes * 60)],
    ...(contextClasses.length > 0 ? [['acr_values', contextClasses.join(' ')]] : []),
  ];
  return parameters.map(([name, value]) => `${name}="${value}"`).join(', ');
}

/** The download of a list as a file. */
function isDownload({ query }: FastifyRequest): boolean {
  return Object(query).format === 'csv';
}

/** Reading more referrals than the reading allowance permits. */
export function readsBeyondAllowance({ body }: FastifyRequest): boolean {
  const { further } = Object(body);
  return typeof further === 'string' && further.trim() !== '';
}
