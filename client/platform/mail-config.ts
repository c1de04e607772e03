/** The mail server: variables of workers and of the check before the first start. */

import { z } from 'zod';
import { readSecret } from './config-fault.ts';

/** Variables for the connection to the mail server. */
export const mailVariables = {
  LIAISE_SMTP_HOST: z.string().min(1),
  LIAISE_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  LIAISE_SMTP_TLS: z
    .enum(['implicit', 'required', 'offered'])
    .default('required')
    .describe(
      '"implicit": TLS from the start; "required": STARTTLS is required; "offered": STARTTLS if the server offers it',
    ),
  LIAISE_SMTP_USER: z.string().min(1).optional(),
  LIAISE_SMTP_PASSWORD: z.string().min(1).optional(),
  LIAISE_SMTP_PASSWORD_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('path of a file that contains only the password; an empty file means none'),
};

/** How a process connects to the mail server. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the start. */
  secure: boolean;
  /** Refuses to send without TLS. */
  requireTls: boolean;
  user: string | undefined;
  password: string | undefined;
}

/** @throws ConfigFault if the password file cannot be read. */
export function mailServer(variables: z.infer<z.ZodObject<typeof mailVariables>>): MailServer {
  const { LIAISE_SMTP_PASSWORD_FILE: file, LIAISE_SMTP_PASSWORD: password } = variables;
  return {
    host: variables.LIAISE_SMTP_HOST,
    port: variables.LIAISE_SMTP_PORT,
    secure: variables.LIAISE_SMTP_TLS === 'implicit',
    requireTls: variables.LIAISE_SMTP_TLS === 'required',
    user: variables.LIAISE_SMTP_USER,
    password: password ?? ((file && readSecret('LIAISE_SMTP_PASSWORD_FILE', file)) || undefined),
  };
}
