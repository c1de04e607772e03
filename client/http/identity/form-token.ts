/** Protection against cross-site request forgery: a token that is bound to the session, and the origin of the request. */

import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SessionKeys } from './session-keys.ts';

/** Different at each call. Every token is valid while the session has this id. */
export function formToken(keys: SessionKeys, sessionId: string): string {
  const salt = randomBytes(9).toString('base64url');
  return `${salt}.${keys.tag(`${salt}.${sessionId}`)}`;
}

/** Whether the CSRF token belongs to the session. */
export function isFormToken(keys: SessionKeys, sessionId: string, token: unknown): boolean {
  const [salt, tag, ...more] = typeof token === 'string' ? token.split('.') : [];
  return Boolean(salt && tag && more.length === 0 && keys.isTag(`${salt}.${sessionId}`, tag));
}

/** By Fetch Metadata, else by Origin. True if the browser sends neither: then only the token decides. */
export function isSameOrigin(request: FastifyRequest, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin === undefined || origin === publicOrigin;
}

/** Confirmed by Fetch Metadata, which no page can forge. */
export function isConfirmedSameOrigin({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin';
}
