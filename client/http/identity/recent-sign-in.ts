/** Refuses requests that require a recent sign-in: a person signs in again and gets the form back, a program a challenge. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { mapDatabaseOutage } from '../../../prisma/store/database-unavailable.ts';
import { withinAnswerTime } from '../answer-timeout.ts';
import { isApiRequest } from '../problem.ts';
import type { IdentityDeps } from './deps.ts';
import { type Principal, principalOf } from './principal.ts';
import { isSafeMethod } from './request-kind.ts';
import { pageOfForm, saveSentForm } from './saved-form.ts';
import type { SessionKeys } from './session-keys.ts';
import { stepUpPath } from './signing-in.ts';
import { DEFAULT_STEP_UP, isRecent, requiresStepUp, type StepUpPolicy, stepUpChallenge } from './step-up.ts';

interface Context extends IdentityDeps {
  keys: SessionKeys;
}

/** Call it after the hooks that authenticate a request and check its form token. */
export function requireRecentSignIn(app: FastifyInstance, context: Context): void {
  const { stepUp = DEFAULT_STEP_UP } = context.identity;
  app.addHook('preHandler', async (request, reply) => {
    const { principal } = request;
    if (principal === undefined || !requiresStepUp(request)) return;
    if (isRecent(stepUp, principal.authentication, Date.now())) return;
    if (isApiRequest(request)) throw challenged(reply, principal, stepUp);
    return await mapDatabaseOutage(withinAnswerTime(request, sendSignInPage(context, request, reply)));
  });
}

function challenged(reply: FastifyReply, { via }: Principal, stepUp: StepUpPolicy): ReferralError {
  const scheme = via.kind === 'token' && via.scheme === 'dpop' ? 'DPoP' : 'Bearer';
  reply.header('www-authenticate', `${scheme} ${stepUpChallenge(stepUp)}`);
  return new ReferralError(
    'REAUTHENTICATION_REQUIRED',
    'This requires a more recent authentication. WWW-Authenticate says which. Authenticate, and send the request again.',
  );
}

async function sendSignInPage(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { personId } = principalOf(request).person;
  const isForm = !isSafeMethod(request);
  const isKept = !isForm || (await saveSentForm(context, request, personId)) !== undefined;
  const page = isForm ? pageOfForm(request) : pageOfDownload(request);
  const notice = isKept ? 'recent' : 'recent-not-kept';
  await context.showSignIn(request, reply.status(401), { start: stepUpPath(page), notice });
  return reply;
}

/** The page with the link, because a browser that downloads a file stays on its page. */
function pageOfDownload({ url }: FastifyRequest): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const rest = new URLSearchParams(query);
  rest.delete('format');
  return rest.size === 0 ? path : `${path}?${rest}`;
}
