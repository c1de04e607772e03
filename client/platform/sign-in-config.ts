/** The OpenID provider: variables of web servers and of the check before the first start. */

import { z } from 'zod';
import { issuer } from '../contract/issuer.ts';

/** Variables for sign-in at the OpenID provider. */
export const signInVariables = {
  LIAISE_OIDC_ISSUER: issuer.describe('issuer of the OpenID provider, exactly as in its metadata'),
  LIAISE_OIDC_CLIENT_ID: z.string().min(1),
  LIAISE_OIDC_CLIENT_SECRET_FILE: z.string().min(1).describe('path of a file that contains only the client secret'),
  LIAISE_STEP_UP_ACR: z
    .string()
    .regex(
      /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/,
      'must be values of acr, separated by single spaces',
    )
    .optional()
    .describe('the authentication context classes (acr) that these require, separated by spaces; any if not set'),
};
