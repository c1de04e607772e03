/** The services that commands use. They are opened at first use: help, schemas and tables need no installation. */

import type { Client } from '@temporalio/client';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import type { NoteSigner } from '../../domain/audit/note-signer.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { ReadingPolicy } from '../../domain/reading-policy.ts';
import type { TriageWeights } from '../../domain/routing/weights.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { MakeDossierPdf } from '../documents/dossier.ts';
import type { Engine } from '../engine/engine.ts';
import type { Guard } from '../platform/guard/guard.ts';
import type { Reader } from '../queries/read.ts';
import type { CheckThreads } from '../recovery/check-threads.ts';
import type { Io } from './io.ts';

/** The services that commands use. */
export interface CliDependencies {
  engine: Engine;
  reader: Reader;
  /** As a role that sees what the acting person's agency sees. */
  db: Database;
  /** As the role of workers, for commands that repair, rebuild and change sign-ins. */
  engineDb: Database;
  /** As a role that reads everything and writes nothing. */
  readerDb: Database;
  /** Starts threads that read as `readerDb` does. Close them after the check. Absent in tests. */
  openCheckThreads?: (threads: number) => CheckThreads;
  temporal: Client;
  keyring: Keyring;
  /** Reading allowances. Absent in tests: the built-in ones. */
  readingPolicy?: ReadingPolicy;
  /** The clock policies in force. */
  policies: ClockPolicies;
  /** Keys of the audit log and its witnesses; undefined if no policy file is configured. */
  logPolicy?: LogPolicy | undefined;
  /** The erasure register: nothing is served while the database lacks an erasure of it. Absent in tests. */
  erasures?: ErasureRegisterAccess;
  /** Whether the configuration lets the command line act for any person. */
  localIdentity: boolean;
}

/** The erasure register, and the key that signs it. */
export interface ErasureRegisterAccess {
  path: string;
  /** @throws ConfigFault if the key is not configured or cannot be read */
  signer(): Promise<NoteSigner>;
}

/** Opens the services when a command needs them, so that help works without configuration. */
export interface Deps {
  /** Opens the services at the first call. @throws ConfigFault if no installation is configured. */
  services(): CliDependencies;
  /** Needs no installation. @throws ConfigFault if the bounds are invalid. */
  guard(): Guard;
  /** Needs no installation. @throws ConfigFault if the file of weights is invalid. */
  triageWeights(): TriageWeights;
  /** Makes the dossier of a referral as PDF. */
  makeDossierPdf: MakeDossierPdf;
  /** The variables of the installation. @throws ConfigFault if there is none. */
  environment(): NodeJS.ProcessEnv;
  /** The URL of the database. @throws ConfigFault if it is not set. */
  databaseUrl(): string;
}

/** What every command gets. */
export interface Cli extends Deps {
  io: Io;
}
