/** What cannot be undone is asked about first, or was agreed to with `--yes`. */

import { ReferralError } from '../../domain/errors.ts';
import { NotConfirmed } from './failure.ts';
import type { Io } from './io.ts';

/** @throws NotConfirmed, or ReferralError INVALID_INPUT where nobody is there to be asked. */
export async function confirm(io: Io, warning: string, yes = false): Promise<void> {
  if (yes) return;
  if (!io.isTerminal) {
    throw new ReferralError('INVALID_INPUT', `${warning} Nobody can be asked here: add --yes to go on.`, 'yes');
  }
  const given = await io.ask(`${warning}\nType "yes" to go on: `);
  if (given.trim().toLowerCase() !== 'yes') throw new NotConfirmed('Nothing was done.');
}
