/** The issuer of an identity: an https address, or http on the same machine (OpenID Connect Core, 2). */

import { z } from 'zod';

/** Schema of an issuer, exactly as the provider writes it. */
export const issuer = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine(isHttpsOrLoopback, 'must be https, or http on a loopback address');

function isHttpsOrLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopbackHost(hostname);
}

/** Whether the name of a host means the same machine. */
export function isLoopbackHost(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
