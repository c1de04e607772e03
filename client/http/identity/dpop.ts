/** Checks that a request was sent by the holder of the key that its token is bound to (DPoP, RFC 9449). */

import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';

/** Asymmetric signatures only. */
export const PROOF_ALGORITHMS = ['ES256', 'PS256', 'RS256', 'EdDSA'];

/** A proof is accepted this long after its time, and as long before. */
const MAX_AGE_SECONDS = 60;
const LEEWAY_SECONDS = 10;
/** The most proofs that are remembered. Beyond it, the oldest are forgotten first. */
const MAX_REMEMBERED = 100_000;

/** The request that a proof must be about. */
export interface ProvenRequest {
  /** The header `DPoP`. */
  proof: string | undefined;
  token: string;
  /** The thumbprint of the key that the token names (`cnf.jkt`). */
  thumbprint: string;
  method: string;
  /** The address as the client sees it, without query. */
  url: string;
}

const claimsOfProof = z.object({ jti: z.string().min(1).max(200), htm: z.string(), htu: z.string(), ath: z.string() });

/** Checks proofs. A proof is accepted once by this process. */
export function proofChecker(): (request: ProvenRequest) => Promise<boolean> {
  const used = new Map<string, number>();
  const isFirstUse = (id: string) => {
    const now = Date.now();
    for (const [known, expiresAt] of used) {
      if (expiresAt > now && used.size < MAX_REMEMBERED) break;
      used.delete(known);
    }
    if (used.has(id)) return false;
    used.set(id, now + (MAX_AGE_SECONDS + 2 * LEEWAY_SECONDS) * 1000);
    return true;
  };
  return async ({ proof, token, thumbprint, method, url }) => {
    if (proof === undefined) return false;
    try {
      const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
        ...{ typ: 'dpop+jwt', algorithms: PROOF_ALGORITHMS },
        ...{ maxTokenAge: MAX_AGE_SECONDS, clockTolerance: LEEWAY_SECONDS },
      });
      const { jti, htm, htu, ath } = claimsOfProof.parse(payload);
      const { jwk } = protectedHeader;
      if (jwk === undefined || (await calculateJwkThumbprint(jwk)) !== thumbprint) return false;
      const isOfRequest = htm === method && addressOf(htu) === url && ath === digestOf(token);
      return isOfRequest && isFirstUse(`${thumbprint}/${jti}`);
    } catch {
      return false;
    }
  };
}

/** Without query and fragment (RFC 9449, 4.3). */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
