/** Sends letters to supervisors that belong to no act of a referral. Each is sent once, even after a failure. */

import { v5 as uuidv5 } from 'uuid';
import type { Letter } from './letters/facts.ts';
import type { Mailer } from './mail.ts';

/** What the sending needs. */
export interface NoticeDeps {
  mailer: Mailer;
  publicUrl: string;
  /** Called to report progress (heartbeat). */
  alive: () => void;
}

/** A letter that is not sent yet. */
export interface Notice {
  /** What it is about and for whom. A repeated sending has the same Message-ID. */
  id: string;
  email: string;
  letter: Letter;
  /** Records that it was sent, or refused permanently. */
  settle: () => Promise<void>;
}

/** Sends the letters. @throws if a mail server refused one temporarily: a retry skips those that were sent. */
export async function sendNotices(
  { mailer, publicUrl, alive }: NoticeDeps,
  notices: readonly Notice[],
): Promise<{ sent: number }> {
  let sent = 0;
  let putOff: unknown;
  for (const { id, email, letter, settle } of notices) {
    alive();
    const ids = { letterId: uuidv5(id, NAMESPACE), settingsUrl: `${publicUrl}/settings` };
    // A temporary refusal of one address does not delay the others.
    try {
      await mailer.send(letter, email, ids);
      await settle();
      sent += 1;
    } catch (reason) {
      putOff ??= reason;
    }
  }
  if (putOff !== undefined) throw putOff;
  return { sent };
}

/** Namespace of these ids (RFC 9562, version 5). */
const NAMESPACE = '6c1f1b0e-2b7c-5d0e-9a77-0f2f5a6f7c11';
