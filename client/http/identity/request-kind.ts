/** What kind of request this is: whether a person initiated it, whether it is public, and whether it only reads. */

import type { FastifyRequest } from 'fastify';

/** Browsers send `empty` for requests of scripts (Fetch Metadata, Sec-Fetch-Dest). */
export function isUserInitiated({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-fetch-dest'] !== 'empty';
}

/** Static files and health checks need no authentication. */
export function isPublicPath({ url }: FastifyRequest): boolean {
  return url.startsWith('/public/') || url === '/health' || url === '/ready';
}

/** The path that the OpenID provider calls when a person has signed out there. */
export const PROVIDER_LOGOUT = '/sign-in/provider-logout';

/** A call of the provider carries a signed token instead of a session. */
export function isProviderCall({ url }: FastifyRequest): boolean {
  return url === PROVIDER_LOGOUT;
}

/** The start of the address of a calendar. Calendar programs have no session: the address itself is the secret. */
export const CALENDAR_PATH = '/calendar/';

/** Whether the request is for a calendar, whose secret address takes the place of a session. */
export function isCalendarRequest({ url }: FastifyRequest): boolean {
  return url.startsWith(CALENDAR_PATH);
}

/** Whether the method of the request changes nothing (RFC 9110, 9.2.1). */
export function isSafeMethod({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
