/** What the pages and the API need from the process that serves them. */

import type { FastifyUnderPressureOptions } from '@fastify/under-pressure';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { ReadingPolicy } from '../../domain/reading-policy.ts';
import type { TriageWeights } from '../../domain/routing/weights.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { ChangeDirectory } from '../directory/administer.ts';
import type { MakeDossierPdf } from '../documents/dossier.ts';
import type { Engine } from '../engine/engine.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import type { ForgeryListener } from '../platform/forgery-alarm.ts';
import type { Guard } from '../platform/guard/guard.ts';
import type { Reader } from '../queries/read.ts';
import type { IdentityConfig } from './identity/deps.ts';
import type { TlsFiles } from './tls.ts';

/** What pages and API need. */
export interface HttpDependencies {
  engine: Engine;
  /** Has the engine change the directory. */
  changeDirectory: ChangeDirectory;
  reader: Reader;
  db: Database;
  keyring: Keyring;
  policies: ClockPolicies;
  /** Default: the built-in one. */
  readingPolicy?: ReadingPolicy;
  /** Default: the built-in ones. */
  triageWeights?: TriageWeights;
  /** Keys of the audit log and its witnesses; undefined if no policy file is configured. */
  logPolicy?: LogPolicy | undefined;
  /** How long a proof waits for the sealer, in milliseconds. Default: that of `makeProof`. */
  proofWaitMs?: number;
  /** Checks texts and reports before they are stored. */
  guard: Guard;
  /** Adds countries to IP addresses if an IP database is installed. */
  addCountries: AddCountries;
  identity: IdentityConfig;
  /** The origin that browsers use, with scheme and without a trailing slash. */
  publicUrl: string;
  /** The proxies whose X-Forwarded-For and X-Forwarded-Proto are trusted: their number or networks; true for all. */
  trustProxy: boolean | number | string[];
  /** TLS of the server itself. Without it, a proxy ends TLS. */
  tls?: TlsFiles;
  /** Limit for each person; for each address if nobody is signed in. */
  requestsPerMinute: number;
  /** When requests are refused because the process is overloaded. Default: the limits of `pressure.ts`. */
  overload?: FastifyUnderPressureOptions;
  log: FastifyBaseLogger;
  /** Called if stored data was changed or copied from another place. */
  onForged: ForgeryListener;
}

/** The OpenAPI document as JSON, and the operation whose page is requested; undefined for the list of all operations. */
export interface ShownDocument {
  document: unknown;
  operationId?: string;
}

/** What API routes need in addition. */
export interface ApiDependencies extends HttpDependencies {
  /** Sends the OpenAPI document as pages. The pages provide it, so that the API does not import them. */
  showApiDocs(request: FastifyRequest, reply: FastifyReply, shown: ShownDocument): FastifyReply;
  /** Makes the dossier of a referral as PDF. The pages provide it too. */
  makeDossierPdf: MakeDossierPdf;
}
