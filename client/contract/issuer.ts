/** The issuer of an identity, as entry points accept it. */

import { z } from 'zod';
import { isIssuer } from '../../domain/administration/issuer.ts';

/** Schema of an issuer, exactly as the provider writes it. */
export const issuer = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine(isIssuer, 'must be https, or http on a loopback address');
