/** What tells a form of ours from one that another site made (CSRF): a token bound to the session, and who sends it. */

import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SessionKeys } from './session-keys.ts';

/** Another at each call; all hold as long as the session has this id. */
export function formToken(keys: SessionKeys, sessionId: string): string {
  const salt = randomBytes(9).toString('base64url');
  return `${salt}.${keys.tag(`${salt}.${sessionId}`)}`;
}

export function isFormToken(keys: SessionKeys, sessionId: string, token: unknown): boolean {
  const [salt, tag, ...more] = typeof token === 'string' ? token.split('.') : [];
  return Boolean(salt && tag && more.length === 0 && keys.isTag(`${salt}.${sessionId}`, tag));
}

/** Browsers say who sends: Fetch Metadata, or at least the origin. What says neither is told by its token alone. */
export function isSentByUs(request: FastifyRequest, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin === undefined || origin === publicOrigin;
}

/** Said by the browser itself, which no page can make it say of another. */
export function isSurelyOurPage({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin';
}
