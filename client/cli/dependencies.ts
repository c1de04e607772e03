/** What commands work through. It is opened at the first need: help, schemas and tables need no installation. */

import type { Client } from '@temporalio/client';
import type { ClockPolicies } from '../../domain/clocks/clock-policy.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { Engine } from '../engine/engine.ts';
import type { Reader } from '../queries/read.ts';
import type { Io } from './io.ts';

export interface CliDependencies {
  engine: Engine;
  reader: Reader;
  db: Database;
  temporal: Client;
  /** The clock policies in force. */
  policies: ClockPolicies;
  /** Whether the configuration lets the command line act as a named person. */
  localIdentity: boolean;
}

export interface Deps {
  /** The same at every call. @throws ConfigFault where no installation is configured. */
  doors(): CliDependencies;
}

/** What every command is given. */
export interface Cli extends Deps {
  io: Io;
}
