/** Doors with a real database and a real reader, and an engine that only notes what it was asked. */

import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import type { ActRequest } from '../../../client/contract/acts.ts';
import type { Engine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { openReader } from '../../../client/queries/read.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { Person } from '../../../domain/people.ts';
import type { Receipt } from '../../../domain/receipt.ts';
import type { Submission } from '../../../domain/submission.ts';
import { openRecorder, type ReferralRecorder } from '../engine/recorded-acts.ts';

export interface Asked {
  actor: Person;
  reference?: string;
  asked: ActRequest | Submission;
  key: string;
  loss?: readonly unknown[];
}

export interface Recording extends ReferralRecorder {
  doors: CliDependencies;
  /** What the engine was asked, the latest last. */
  calls: Asked[];
  /** The engine answers the next call with this refusal. */
  refuse(error: Error): void;
}

const RECEIPT: Receipt = {
  ...{ referralId: 'an-id', reference: 'XR-2026-000123', status: 'referred', opened: ['r2'], seq: 9 },
};

export async function recording(): Promise<Recording> {
  const written = await openRecorder();
  const calls: Asked[] = [];
  const refusals: Error[] = [];
  const note = async (call: Asked): Promise<Receipt> => {
    calls.push(call);
    const refusal = refusals.pop();
    if (refusal) throw refusal;
    return RECEIPT;
  };
  const engine: Engine = {
    admit: async (_actor, _act, check) => check(),
    submit: (actor, asked, options) => note({ actor, asked, ...options }),
    perform: (actor, reference, asked, { key }) => note({ actor, reference, asked, key }),
  };
  // Connects at the first call, and nothing here calls.
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring: written.keyring });
  const doors: CliDependencies = {
    engine,
    reader: openReader(written),
    db: written.db,
    temporal,
    policies: defaultPolicies,
    localIdentity: true,
  };
  return { ...written, doors, calls, refuse: (error) => void refusals.push(error) };
}
