/** What pages and API are built on. */

import type { FastifyBaseLogger } from 'fastify';
import type { ClockPolicies } from '../../domain/clocks/clock-policy.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import type { Engine } from '../engine/engine.ts';
import type { LocateIps } from '../platform/locate-ip.ts';
import type { Reader } from '../queries/read.ts';
import type { IdentityConfig } from './identity/deps.ts';

export interface HttpDependencies {
  engine: Engine;
  reader: Reader;
  db: Database;
  keyring: Keyring;
  policies: ClockPolicies;
  /** Fills in where IP addresses are, as far as a database of them is installed. */
  locateIps: LocateIps;
  identity: IdentityConfig;
  /** As browsers know us, with scheme and without a slash at its end. */
  publicUrl: string;
  /** Whether a proxy in front says who asks. */
  trustProxy: boolean;
  /** Of one person, or of one address where nobody is signed in. */
  requestsPerMinute: number;
  log: FastifyBaseLogger;
}
