/** Raises an alarm for data that was copied from another place: a leaf in the audit log, and a listener for log and metric. */

import { type Actor, ENGINE } from '../../domain/people.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** What was not meant for the place where it was found. */
export const FORGERIES = ['payload', 'act', 'start', 'activity', 'stored-data'] as const;

/** A refused forgery: codes and ids only. */
export interface Forgery {
  what: (typeof FORGERIES)[number];
  /** The Temporal workflow that it was sent to. */
  workflowId?: string;
  /** Of stored data: the referral that it was looked for in, and the id of the text or secret. */
  referralId?: string;
  textId?: string;
  /** The principal that met it, if any. */
  by?: Actor;
}

/** Called for each forgery. */
export type ForgeryListener = (forgery: Forgery) => void;

/** Leaves that a process writes at once, and then in each second, so that a flood does not fill the log. */
const BURST = 100;
const LEAVES_PER_SECOND = 1;

/** Returns a listener that writes a leaf for each forgery and calls `listener`. `onFault` gets errors of the database. */
export function forgeryAlarm(
  db: Database,
  listener: ForgeryListener,
  onFault: (error: unknown) => void,
): ForgeryListener {
  let left = BURST;
  let countedAt = performance.now();
  return (forgery) => {
    listener(forgery);
    const now = performance.now();
    left = Math.min(BURST, left + ((now - countedAt) / 1000) * LEAVES_PER_SECOND);
    countedAt = now;
    if (left < 1) return;
    left -= 1;
    writeLeaf(db, forgery).catch(onFault);
  };
}

async function writeLeaf(db: Database, forgery: Forgery): Promise<void> {
  const { what, workflowId = '', by = ENGINE, textId } = forgery;
  const referralId = forgery.referralId ?? REFERRAL.exec(workflowId)?.[1];
  const code = what === 'stored-data' ? 'NOT_AUTHENTIC' : 'FORGED_ACT';
  await addLeaf(db, {
    operation: 'refused-attempt',
    by,
    about: { refused: what, code, ...(textId && { text: textId }) },
    ...(referralId && { referralId }),
  });
}

const REFERRAL = /^referral\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
