/** Services of the command line with a real database and reader, and an engine that only records its calls. */

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

export interface EngineCall {
  actor: Person;
  reference?: string;
  request: ActRequest | Submission;
  key: string;
  loss?: readonly unknown[];
}

export interface RecordingEngine extends ReferralRecorder {
  services: CliDependencies;
  /** The calls of the engine, the latest last. */
  calls: EngineCall[];
  /** Makes the next call of the engine fail with this error. */
  refuse(error: Error): void;
}

const RECEIPT: Receipt = {
  ...{ referralId: 'an-id', reference: 'XR-2026-000123', status: 'referred', opened: ['r2'], seq: 9 },
};

export async function recordingEngine(): Promise<RecordingEngine> {
  const written = await openRecorder();
  const calls: EngineCall[] = [];
  const refusals: Error[] = [];
  const note = async (call: EngineCall): Promise<Receipt> => {
    calls.push(call);
    const refusal = refusals.pop();
    if (refusal) throw refusal;
    return RECEIPT;
  };
  const engine: Engine = {
    admit: async (_actor, _act, check) => check(),
    submit: (actor, request, options) => note({ actor, request, ...options }),
    startDrill: () => Promise.resolve(RECEIPT),
    perform: (actor, reference, request, { key }) => note({ actor, reference, request, key }),
  };
  // It connects at the first call, and nothing calls it.
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring: written.keyring });
  const services: CliDependencies = {
    engine,
    reader: openReader({ ...written, db: written.pages }),
    ...{ db: written.pages, engineDb: written.db, readerDb: written.db },
    temporal,
    keyring: written.keyring,
    policies: defaultPolicies,
    localIdentity: true,
  };
  return { ...written, services, calls, refuse: (error) => void refusals.push(error) };
}
