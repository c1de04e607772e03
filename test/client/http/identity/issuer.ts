/** An issuer of any tokens, with any signing key, including tokens that the local provider would never issue. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { listenOn } from '../../../../dev/ports.ts';
import { atEnd } from '../../../support/at-end.ts';

export interface Issuer {
  url: string;
  /** Of RS256. */
  publicKey: CryptoKey;
  /** An access token, unless `typ` names another type; null: none. */
  sign(claims: JWTPayload, alg: string, typ?: string | null): Promise<string>;
  stop(): Promise<void>;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS512'];

export async function openIssuer(): Promise<Issuer> {
  const server = createServer();
  const url = `http://127.0.0.1:${await listenOn(server, 0, 'The issuer')}`;
  const pairs = new Map(await Promise.all(ALGORITHMS.map(async (alg) => [alg, await generateKeyPair(alg)] as const)));
  const pairOf = (alg: string) => {
    const pair = pairs.get(alg);
    if (pair === undefined) throw new Error(`No key for ${alg}.`);
    return pair;
  };
  const keys = await Promise.all(
    ALGORITHMS.map(async (alg) => ({ ...(await exportJWK(pairOf(alg).publicKey)), alg, kid: alg, use: 'sig' })),
  );
  const pages: Record<string, unknown> = {
    '/.well-known/openid-configuration': {
      ...{
        issuer: url,
        jwks_uri: `${url}/jwks`,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
      },
      response_types_supported: ['code'],
    },
    '/jwks': { keys },
  };
  server.on('request', (request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(page ?? {}));
  });
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  atEnd(stop);
  return {
    url,
    publicKey: pairOf('RS256').publicKey,
    sign: (claims, alg, typ = 'at+jwt') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid: alg, ...(typ !== null && { typ }) })
        .sign(pairOf(alg).privateKey),
    stop,
  };
}
