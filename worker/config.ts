/** Configuration of a worker: its own variables and those of every entry point. */

import { z } from 'zod';
import type { MailerOptions } from '../activities/mail.ts';
import {
  type ClientConfig,
  clientVariables,
  observedAt,
  observeVariables,
  readClientConfig,
  readVariables,
} from '../client/platform/config.ts';
import { mailServer, mailVariables } from '../client/platform/mail-config.ts';
import { LETTER_PACING, type LetterPacing, QUIET_HOLDS } from '../domain/letter-pacing.ts';
import { OFFICER_RETENTION_YEARS } from '../domain/retention.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import type { Build } from './deployment.ts';
import type { ErasureFiles } from './erasures.ts';

const queueNames = Object.values(TASK_QUEUES);

/** Schema of the worker's variables. */
export const workerVariables = clientVariables.extend({
  LIAISE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).describe('base URL of links in letters'),
  ...mailVariables,
  LIAISE_MAIL_FROM: z.string().min(3).describe('visible sender, for example Liaise <liaise@hub.example>'),
  LIAISE_MAIL_DOMAIN: z.string().min(1).describe('domain of every Message-ID; never change it'),
  LIAISE_TASK_QUEUES: z
    .string()
    .default(queueNames.join(','))
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(TASK_QUEUES)).min(1))
    .describe(`task queues that this worker serves: ${queueNames.join(', ')}`),
  LIAISE_LETTER_SHARDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe('number of letter dispatchers; each serves a part of the readers, and all workers need the same number'),
  LIAISE_LETTER_PACING: z
    .enum(['on', 'off'])
    .default('on')
    .describe('"on": letters are bundled, with quiet hours and limits; "off": each letter is sent at once, for tests'),
  LIAISE_LETTER_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/, 'must be two hours from 0 to 23, for example 22-6')
    .default(`${LETTER_PACING.quiet.from}-${LETTER_PACING.quiet.to}`)
    .transform((text) => text.split('-').map(Number))
    .transform(([from = 0, to = 0]) => ({ from, to }))
    .describe("hours of the reader's day in which only what cannot wait is sent; two equal hours: none"),
  LIAISE_LETTER_QUIET_HOLDS: z
    .enum(QUIET_HOLDS)
    .default(LETTER_PACING.quietHolds)
    .describe('letters that wait in quiet hours: "what-can-wait"; or "all", except those about emergencies'),
  LIAISE_RETENTION_YEARS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('after so many years a closed referral is reviewed, and erased if no supervisor decides to keep it'),
  LIAISE_OFFICER_RETENTION_YEARS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30)
    .default(OFFICER_RETENTION_YEARS)
    .describe(
      'so many years after the last act of a person, administrators may delete the name: "liaise pseudonymise"',
    ),
  LIAISE_ERASURE_KEY_FILE: z.string().min(1).describe('private key that signs the erasure register (Ed25519, PEM)'),
  ...observeVariables,
  LIAISE_BUILD_ID: z
    .string()
    .regex(/^[\w.-]{0,100}$/, 'must be letters, digits, dots, dashes and underscores')
    .default('')
    .describe('version of the code, for example its commit; without it, builds have no versions'),
  LIAISE_BUILD_TAKES_OVER: z
    .enum(['once', 'never'])
    .default('once')
    .describe('"once": a new build becomes current when it starts; "never": an operator makes it current'),
});

/** How the letters are sent. */
export interface LetterOptions {
  /** The number of letter dispatchers. With 0, this worker starts none. */
  shards: number;
  pacing: LetterPacing | undefined;
}

/** The configuration of a worker. */
export type WorkerConfig = ClientConfig & {
  publicUrl: string;
  mail: MailerOptions;
  letters: LetterOptions;
  taskQueues: string[];
  retentionYears: number;
  officerYears: number;
  erasures: ErasureFiles;
  observe?: { host: string; port: number };
  build?: Build;
};

/** @throws ConfigFault that lists every missing or invalid variable. */
export function readWorkerConfig(environment: NodeJS.ProcessEnv): WorkerConfig {
  const variables = readVariables(workerVariables, environment);
  return {
    ...readClientConfig(environment),
    publicUrl: variables.LIAISE_PUBLIC_URL,
    mail: {
      ...mailServer(variables),
      from: variables.LIAISE_MAIL_FROM,
      messageIdDomain: variables.LIAISE_MAIL_DOMAIN,
    },
    letters: {
      shards: variables.LIAISE_LETTER_SHARDS,
      pacing:
        variables.LIAISE_LETTER_PACING === 'on'
          ? {
              ...LETTER_PACING,
              quiet: variables.LIAISE_LETTER_QUIET_HOURS,
              quietHolds: variables.LIAISE_LETTER_QUIET_HOLDS,
            }
          : undefined,
    },
    taskQueues: variables.LIAISE_TASK_QUEUES,
    retentionYears: variables.LIAISE_RETENTION_YEARS,
    officerYears: variables.LIAISE_OFFICER_RETENTION_YEARS,
    erasures: { register: variables.LIAISE_ERASURE_REGISTER_FILE, key: variables.LIAISE_ERASURE_KEY_FILE },
    ...observedAt(variables),
    ...(variables.LIAISE_BUILD_ID && {
      build: { id: variables.LIAISE_BUILD_ID, takesOver: variables.LIAISE_BUILD_TAKES_OVER },
    }),
  };
}
