/** Configuration from environment variables. If any is missing or wrong, the process stops and lists every fault at
 * once. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type LogPolicy, parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { defaultPolicies, parsePolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { defaultGuardPolicy, type GuardPolicy, parseGuardPolicy } from '../../domain/guard/policy.ts';
import { type Keyring, parseKeyring } from '../../domain/keyring.ts';
import { defaultReadingPolicy, parseReadingPolicy, type ReadingPolicy } from '../../domain/reading-policy.ts';
import { DEFAULT_WEIGHTS, parseWeights, type TriageWeights } from '../../domain/routing/weights.ts';
import { ConfigFault } from './config-fault.ts';
import { type DatabaseUrls, databaseUrls, databaseVariables } from './database-config.ts';
import { connectKeyService } from './remote-keys.ts';
import { type TemporalPlace, temporalPlace } from './temporal-config.ts';

export { ConfigFault } from './config-fault.ts';

/** Variables that every entry point into the engine reads. */
export const clientVariables = z.object({
  ...databaseVariables,
  LIAISE_TEMPORAL_ADDRESS: z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port'),
  LIAISE_TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LIAISE_TEMPORAL_CA_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('certificate of the authority of Temporal (PEM). With it, the connection uses TLS'),
  LIAISE_TEMPORAL_CERT_FILE: z.string().min(1).optional().describe('client certificate for Temporal (PEM)'),
  LIAISE_TEMPORAL_CERT_KEY_FILE: z.string().min(1).optional().describe('private key of that certificate (PEM)'),
  LIAISE_TEMPORAL_TOKEN_FILE: z.string().min(1).optional().describe("token for Temporal's authoriser (JWT)"),
  LIAISE_KEY_FILE: z
    .string()
    .min(1)
    .describe('path of the key file: of the installation, or with the keys of this process only'),
  LIAISE_KEY_SERVICE: z
    .string()
    .startsWith('/', 'must be an absolute path')
    .optional()
    .describe('Unix socket of a key service, which holds the key-encryption keys: docs/key-service.md'),
  LIAISE_ERASURE_REGISTER_FILE: z
    .string()
    .min(1)
    .describe('path of the erasure register, on another volume than the database; the same file for all processes'),
  LIAISE_ERASURE_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('private key that signs the erasure register (Ed25519, PEM); workers need it'),
  LIAISE_CLOCK_POLICY_FILE: z.string().min(1).optional().describe('clock policy to use instead of the built-in one'),
  LIAISE_GUARD_POLICY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('bounds of the material guard to use instead of the built-in ones'),
  LIAISE_READING_POLICY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('reading allowances and what reading is unusual, to use instead of the built-in ones'),
  LIAISE_TRIAGE_WEIGHTS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('weights of jurisdiction indicators to use instead of the built-in ones'),
  LIAISE_CYBERTIPLINE_XSD: z
    .string()
    .min(1)
    .optional()
    .describe('schema (XSD, one file) that CyberTipline reports are validated against, instead of the built-in one'),
  LIAISE_LOG_POLICY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('public keys of the audit log and its witnesses, and how many witnesses must countersign'),
  LIAISE_LOCAL_IDENTITY: z
    .enum(['allow', 'refuse'])
    .default('refuse')
    .describe('"allow" lets the command line act as a named person (--as); for operators and demonstrations'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('collector that traces are sent to'),
});

/** Variables of a process that Prometheus monitors: host and port of its endpoint. */
export const observeVariables = {
  LIAISE_OBSERVE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('where it answers /health, /ready and /metrics; without one, nowhere'),
  LIAISE_OBSERVE_HOST: z.string().min(1).default('127.0.0.1').describe('the address that this port is opened on'),
};

/** Returns host and port of the monitoring endpoint; undefined if no port is set. */
export function observedAt(variables: { LIAISE_OBSERVE_PORT?: number | undefined; LIAISE_OBSERVE_HOST: string }): {
  observe?: { host: string; port: number };
} {
  const { LIAISE_OBSERVE_HOST: host, LIAISE_OBSERVE_PORT: port } = variables;
  return port === undefined ? {} : { observe: { host, port } };
}

/** The configuration that all entry points share. */
export type ClientConfig = DatabaseUrls & {
  temporal: TemporalPlace;
  keyring: Keyring;
  policies: ClockPolicies;
  guardPolicy: GuardPolicy;
  readingPolicy: ReadingPolicy;
  triageWeights: TriageWeights;
  /** The operator's schema of CyberTipline reports. */
  reportSchemaFile: string | undefined;
  localIdentity: boolean;
  /** Path of the erasure register. */
  erasureRegister: string;
  /** Path of the key that signs it; undefined if this process does not write it. */
  erasureKey: string | undefined;
  /** Undefined if no file is configured: then signatures of checkpoints are not checked. */
  logPolicy: LogPolicy | undefined;
  /** Address of the OpenTelemetry collector; undefined if traces are not exported. */
  tracesTo: string | undefined;
};

/** @throws ConfigFault that lists every variable that is missing or wrong. */
export function readClientConfig(environment: NodeJS.ProcessEnv): ClientConfig {
  const variables = readVariables(clientVariables, environment);
  return {
    ...databaseUrls(variables),
    temporal: temporalPlace(variables),
    keyring: readKeyring(variables),
    policies: readPolicies(variables.LIAISE_CLOCK_POLICY_FILE),
    guardPolicy: readGuardPolicy(variables.LIAISE_GUARD_POLICY_FILE),
    readingPolicy: readReadingPolicy(variables.LIAISE_READING_POLICY_FILE),
    triageWeights: weightsOf(variables),
    reportSchemaFile: variables.LIAISE_CYBERTIPLINE_XSD,
    logPolicy: readLogPolicy(variables.LIAISE_LOG_POLICY_FILE),
    localIdentity: variables.LIAISE_LOCAL_IDENTITY === 'allow',
    erasureRegister: variables.LIAISE_ERASURE_REGISTER_FILE,
    erasureKey: variables.LIAISE_ERASURE_KEY_FILE,
    tracesTo: variables.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

/** Parses variables by a schema. @throws ConfigFault naming each variable and what it must hold, never its value. */
export function readVariables<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new ConfigFault(`The configuration is not usable:\n${faults.join('\n')}`);
}

function readKeyring({ LIAISE_KEY_FILE: path, LIAISE_KEY_SERVICE: socket }: KeyVariables): Keyring {
  const service = socket === undefined ? undefined : connectKeyService(socket);
  return readWith('LIAISE_KEY_FILE', path, (text) => parseKeyring(text, service));
}

type KeyVariables = Pick<z.infer<typeof clientVariables>, 'LIAISE_KEY_FILE' | 'LIAISE_KEY_SERVICE'>;

/** The URLs of the database alone, for processes that need nothing else. @throws ConfigFault if one is missing or wrong. */
export function readDatabaseUrls(environment: NodeJS.ProcessEnv): DatabaseUrls {
  return databaseUrls(readVariables(z.object(databaseVariables), environment));
}

function readLogPolicy(path: string | undefined): LogPolicy | undefined {
  return path === undefined ? undefined : readWith('LIAISE_LOG_POLICY_FILE', path, parseLogPolicy);
}

/** The built-in policies if no file is set. */
function readPolicies(path: string | undefined): ClockPolicies {
  if (path === undefined) return defaultPolicies;
  return readWith('LIAISE_CLOCK_POLICY_FILE', path, (text) => parsePolicies(JSON.parse(text)));
}

/** What the material guard needs, for commands that need no installation. @throws ConfigFault if it is invalid. */
export function readGuardConfig(
  environment: NodeJS.ProcessEnv,
): Pick<ClientConfig, 'guardPolicy' | 'reportSchemaFile'> {
  const ofGuard = clientVariables.pick({ LIAISE_GUARD_POLICY_FILE: true, LIAISE_CYBERTIPLINE_XSD: true });
  const variables = readVariables(ofGuard, environment);
  return {
    guardPolicy: readGuardPolicy(variables.LIAISE_GUARD_POLICY_FILE),
    reportSchemaFile: variables.LIAISE_CYBERTIPLINE_XSD,
  };
}

/** The built-in allowances if no file is set. */
function readReadingPolicy(path: string | undefined): ReadingPolicy {
  if (path === undefined) return defaultReadingPolicy;
  return readWith('LIAISE_READING_POLICY_FILE', path, (text) => parseReadingPolicy(JSON.parse(text)));
}

const weightsVariable = clientVariables.pick({ LIAISE_TRIAGE_WEIGHTS_FILE: true });

/** The weights of triage, for commands that need no installation. @throws ConfigFault if they are invalid. */
export function readTriageWeights(environment: NodeJS.ProcessEnv): TriageWeights {
  return weightsOf(readVariables(weightsVariable, environment));
}

/** The built-in weights if no file is set. */
function weightsOf({ LIAISE_TRIAGE_WEIGHTS_FILE: path }: z.infer<typeof weightsVariable>): TriageWeights {
  if (path === undefined) return DEFAULT_WEIGHTS;
  return readWith('LIAISE_TRIAGE_WEIGHTS_FILE', path, (text) => parseWeights(JSON.parse(text)));
}

/** The built-in bounds if no file is set. */
function readGuardPolicy(path: string | undefined): GuardPolicy {
  if (path === undefined) return defaultGuardPolicy;
  return readWith('LIAISE_GUARD_POLICY_FILE', path, (text) => parseGuardPolicy(JSON.parse(text)));
}

function readWith<T>(variable: string, path: string, parse: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigFault(`${variable}: there is no readable file at ${path}.`);
  }
  try {
    return parse(text);
  } catch (error) {
    throw new ConfigFault(`${variable}: ${error instanceof SyntaxError ? 'is not JSON.' : messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'is not usable.';
}
