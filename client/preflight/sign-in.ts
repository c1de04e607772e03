/** Checks the OpenID provider: discovery, keys, clock, the client secret, and the required class of sign-in. */

import { z } from 'zod';
import { ConfigFault, readVariables } from '../platform/config.ts';
import { readSecret } from '../platform/config-fault.ts';
import { signInVariables } from '../platform/sign-in-config.ts';
import { failed, found, type PreflightFinding, passed, reasonOf, skipped } from './finding.ts';

const TIMEOUT_MS = 5_000;
/** Tokens are accepted with this leeway. */
const MOST_SKEW_SECONDS = 30;

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  code_challenge_methods_supported: z.array(z.string()).exactOptional(),
  acr_values_supported: z.array(z.string()).exactOptional(),
});
type Metadata = z.output<typeof metadata>;
type SignInVariables = z.output<z.ZodObject<typeof signInVariables>>;

/** Checks sign-in with the variables of a web server. */
export async function checkSignIn(environment: NodeJS.ProcessEnv): Promise<PreflightFinding[]> {
  if (environment['LIAISE_OIDC_ISSUER'] === undefined) {
    return [
      skipped('sign-in', 'LIAISE_OIDC_ISSUER is not set here.', 'Run this where a web server has its variables.'),
    ];
  }
  let variables: SignInVariables;
  let secret: string;
  try {
    variables = readVariables(z.object(signInVariables), environment);
    secret = readSecret('LIAISE_OIDC_CLIENT_SECRET_FILE', variables.LIAISE_OIDC_CLIENT_SECRET_FILE);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return [failed('sign-in', error.message, 'Set these variables.')];
  }
  const issuer = variables.LIAISE_OIDC_ISSUER;
  try {
    const answer = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const parsed = metadata.safeParse(await answer.json());
    if (!answer.ok || !parsed.success) {
      const remedy = 'LIAISE_OIDC_ISSUER must be the issuer exactly as the provider names itself.';
      return [failed('sign-in', `${issuer} has no metadata of an OpenID provider.`, remedy)];
    }
    return [
      found(parsed.data.issuer === issuer, 'sign-in', `${issuer} answers, with its own name.`, [
        `The provider names itself ${parsed.data.issuer}.`,
        'Set LIAISE_OIDC_ISSUER to exactly this name.',
      ]),
      clockOf(answer),
      await keysOf(parsed.data),
      pkceOf(parsed.data),
      await clientOf(parsed.data, variables.LIAISE_OIDC_CLIENT_ID, secret),
      ...classOf(parsed.data, variables.LIAISE_STEP_UP_ACR),
    ];
  } catch (error) {
    const remedy = 'Check the address, the network and the certificate of the provider.';
    return [failed('sign-in', `${issuer} does not answer: ${reasonOf(error)}.`, remedy)];
  }
}

function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function clockOf({ headers }: Response): PreflightFinding {
  const at = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(at)) return passed('sign-in', 'The provider does not state its time.');
  const seconds = Math.round((at - Date.now()) / 1000);
  return found(Math.abs(seconds) <= MOST_SKEW_SECONDS, 'sign-in', 'The clock of the provider agrees.', [
    `The clock of the provider differs by ${seconds} seconds.`,
    'Synchronise the clock of this machine (NTP), or report it to the operator of the provider.',
  ]);
}

async function keysOf({ jwks_uri }: Metadata): Promise<PreflightFinding> {
  const parsed = z.object({ keys: z.array(z.looseObject({})).min(1) }).safeParse(await (await ask(jwks_uri)).json());
  return found(parsed.success, 'sign-in', 'The provider publishes the keys of its tokens.', [
    `There is no key set at ${jwks_uri}.`,
    'Report it to the operator of the provider.',
  ]);
}

function pkceOf({ code_challenge_methods_supported: methods = ['S256'] }: Metadata): PreflightFinding {
  return found(methods.includes('S256'), 'sign-in', 'The provider supports PKCE.', [
    'The provider does not support PKCE with S256.',
    'Switch it on for the client.',
  ]);
}

/** A code that was never issued: the provider refuses the code if it accepts the client. */
async function clientOf({ token_endpoint }: Metadata, clientId: string, secret: string): Promise<PreflightFinding> {
  const body = new URLSearchParams({
    ...{ grant_type: 'authorization_code', code: 'preflight', code_verifier: 'preflight'.padEnd(43, '-') },
    ...{ redirect_uri: 'https://preflight.invalid/', client_id: clientId, client_secret: secret },
  });
  const answer = await ask(token_endpoint, { method: 'POST', body });
  const { error } = Object(await answer.json().catch(() => ({})));
  return found(error !== 'invalid_client' && answer.status !== 401, 'sign-in', `The provider accepts "${clientId}".`, [
    `The provider refuses the client "${clientId}" or its secret.`,
    'Check LIAISE_OIDC_CLIENT_ID and the file LIAISE_OIDC_CLIENT_SECRET_FILE.',
  ]);
}

function classOf({ acr_values_supported: supported }: Metadata, required: string | undefined): PreflightFinding[] {
  if (required === undefined || supported === undefined) return [];
  const isKnown = required.split(' ').some((each) => supported.includes(each));
  return [
    found(isKnown, 'sign-in', 'The provider knows the class of sign-in that is required (acr).', [
      'The provider knows none of the classes in LIAISE_STEP_UP_ACR.',
      `Set it to one or more of these: ${supported.join(' ')}`,
    ]),
  ];
}
