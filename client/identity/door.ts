/** The door: who asks is known before anything is answered, and no form of another site is taken for ours. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IdentityDeps } from './deps.ts';

/** Called on the instance that everything hangs on, before any route; await it. */
export async function registerIdentity(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  app.decorateRequest('asker', undefined);
  app.get('/sign-in', (request, reply) => deps.showSignIn(request, reply, { start: '/sign-in/start' }));
}

/** The value of the hidden `_csrf` of every form, and of the header `x-csrf-token`. Empty where nobody is signed in. */
export function csrfField(_reply: FastifyReply): string {
  return '';
}

/**
 * What the person had typed when the session ended, once they are back. `action` is the path that the form posts to;
 * without one, that of the page itself.
 */
export function keptFields(_request: FastifyRequest, _action?: string): KeptFields | undefined {
  return undefined;
}

export type KeptFields = Readonly<Record<string, string | string[]>>;

/** Where to send a browser that asks for a page and is not signed in; it comes back to the page. */
export function signInPath(request: FastifyRequest): string {
  return `/sign-in?to=${encodeURIComponent(request.url)}`;
}
