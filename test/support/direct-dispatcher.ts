/** The letter dispatcher in this process: Temporal's test server skips no time while an activity runs. */

import { dispatchLetters } from '../../activities/dispatcher/dispatch-letters.ts';
import { createMailer, type Mailer } from '../../activities/mail.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { type KeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { LetterPacing } from '../../domain/letter-pacing.ts';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { currentDirectory } from '../../prisma/store/directory-version.ts';
import { deliveryReporter } from '../../worker/letter-dispatchers.ts';
import { mailOptions, type TemporalAddress } from './addresses.ts';
import { atEnd } from './at-end.ts';

export interface DirectDispatcherParts {
  databaseUrl: string;
  keys: KeyFile;
  smtpPort: number;
  temporal: TemporalAddress;
  pacing?: LetterPacing;
  /** Wraps the mailer. */
  observe?: (mailer: Mailer) => Mailer;
}

/** Sends letters until it is stopped, at the latest at the end of the test or file. */
export function startDirectDispatcher(parts: DirectDispatcherParts): { stop(): Promise<void> } {
  const { databaseUrl, keys, smtpPort, pacing, observe = (mailer) => mailer } = parts;
  const db = connectDatabase({ databaseUrl, connections: 5 });
  const created = createMailer(mailOptions(smtpPort));
  const keyring = parseKeyring(JSON.stringify(keys));
  const temporal = connectTemporal({ ...parts.temporal, keyring });
  const stopping = new AbortController();
  const running = dispatchLetters({
    ...{ db, keyring, databaseUrl, pacing, mailer: observe(created), directory: () => currentDirectory(db) },
    ...{ publicUrl: 'https://liaise.example', shard: 0, shards: 1, turnMs: 3_600_000 },
    report: deliveryReporter(temporal),
    signal: stopping.signal,
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    await running;
    created.close();
    await db.$disconnect();
    await temporal.connection.close();
  };
  const stopOnce = () => {
    stopped ??= stop();
    return stopped;
  };
  atEnd(stopOnce);
  return { stop: stopOnce };
}
