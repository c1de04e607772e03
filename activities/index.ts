/** Lists every activity that workflows can call, created from its dependencies. */

import type { DirectoryRequest, EditOutcome } from '../domain/administration/directory-edit.ts';
import type { RegisteredErasure } from '../domain/erasure-register.ts';
import type { JournalEntry, TriageProposal } from '../domain/events.ts';
import type { Keyring } from '../domain/keyring.ts';
import type { LetterResult } from '../domain/letter-kinds.ts';
import type { Referral } from '../domain/referral.ts';
import type { RouteQuestion } from '../domain/routing/current-route.ts';
import type { RouteDecision } from '../domain/routing/route.ts';
import type { Facts } from '../domain/submission.ts';
import { proposeTriage } from '../domain/triage.ts';
import { currentDirectory, recentDirectory } from '../prisma/store/directory-version.ts';
import { registeredErasure } from '../prisma/store/erasure-register.ts';
import { dispatcherNotifier } from '../prisma/store/letter-notifications.ts';
import type { Purged } from '../prisma/store/purge.ts';
import { mergeStatistics } from '../prisma/store/statistics.ts';
import { sendConfirmationReminders } from './confirmation-reminders.ts';
import { type Digested, sendDigests } from './digest.ts';
import { changeDirectory } from './directory/change-directory.ts';
import { type DirectoryLetter, type LetterOccasion, listLetters, sendLetter } from './directory/directory-letters.ts';
import { type TurnDeps, takeDispatcherTurn } from './dispatcher/take-turn.ts';
import { heartbeatUnlessStopped } from './heartbeat-unless-stopped.ts';
import { sendLogAlarms } from './log-alarms.ts';
import type { Mailer } from './mail.ts';
import { purgeExpired } from './purge-expired.ts';
import { sendReadingNotices } from './reading-notices.ts';
import { type RecordDeps, type RecordRequest, record } from './record.ts';
import { ReferralCache } from './referral-cache.ts';
import { restore } from './restore.ts';
import { routeReferral } from './route.ts';
import { giveUpLetters, type LetterBatch, sendLetters } from './send-letters.ts';
import { withFailureCodes } from './with-failure-codes.ts';

export interface ActivityDeps extends Omit<RecordDeps, 'directory' | 'recent'> {
  keyring: Keyring;
  mailer: Mailer;
  /** What the letter dispatcher needs besides. */
  dispatcher: Pick<TurnDeps, 'databaseUrl' | 'pacing' | 'report' | 'shards' | 'stopping'>;
  /** Base address of links in letters, without a trailing slash. */
  publicUrl: string;
  /** Restarts referrals that should progress and do not. It needs a Temporal client, so the worker supplies it. */
  repairOpen: () => Promise<Repaired>;
  /** The same, for referrals that changed since the last run. */
  repairRecent: () => Promise<Repaired>;
  /** The same, for referrals whose workflow was ended from outside. */
  repairEnded: () => Promise<Repaired>;
  /** Asks for the reviews of retention that are due, and erases referrals without a decision to keep them. */
  reviewRetention: () => Promise<Retained>;
  releaseRecipients: () => Promise<{ released: number }>;
  /** For so many years after the last act, the log names who acted. */
  officerYears?: number;
  /** Adds an erasure that was recorded to the erasure register, which is outside the database. */
  registerErasure?: (erasure: RegisteredErasure) => Promise<void>;
  /** Purges texts of submissions and acts that never came: those of the last day, or all. */
  purgeOrphans: (options: { all: boolean }) => Promise<Purged>;
  /** Starts the drills of contact points that are due. It needs a Temporal client, so the worker supplies it. */
  startDrills: () => Promise<{ started: number }>;
}

/** Numbers of referrals. */
export interface Retained {
  asked: number;
  erased: number;
}

/** Numbers of referrals. */
export interface Repaired {
  goOn: number;
  /** Inconsistent in another way, and not changed. */
  left: number;
}

export type Activities = ReturnType<typeof createActivities>;

/** Creates all activities. */
export function createActivities(given: ActivityDeps) {
  const { keyring, mailer, publicUrl, dispatcher, triageWeights, repairOpen, repairRecent, repairEnded, ...others } =
    given;
  const { reviewRetention, releaseRecipients, purgeOrphans, registerErasure, officerYears, ...rest } = others;
  const { startDrills, ...deps } = rest;
  const { db } = deps;
  const directory = () => recentDirectory(db);
  const recent = new ReferralCache();
  const notifyDispatchers = dispatcherNotifier(db);
  return withFailureCodes({
    /** Records an act in one transaction, and wakes the letter dispatcher afterwards. */
    record: async (request: RecordRequest): Promise<JournalEntry[]> => {
      const entries = await record({ ...deps, triageWeights, directory, recent }, request);
      // After the commit, and before the act is answered. If it fails, Temporal calls the activity again.
      for (const { at, event } of entries) {
        if (event.type === 'erased') await registerErasure?.(registeredErasure(request.referralId, at, event));
      }
      if (entries.some(({ event }) => event.type === 'letters-decided')) notifyDispatchers();
      return entries;
    },
    /** The fold of the journal; undefined if it is empty. */
    restore: (referralId: string): Promise<Referral | undefined> => restore(db, referralId),
    proposeTriage: async (facts: Facts): Promise<TriageProposal> => proposeTriage(facts, triageWeights),
    findRoute: async (question: RouteQuestion): Promise<RouteDecision> =>
      routeReferral(db, await currentDirectory(db), question),
    /** Sends the letters of a shard for some minutes. */
    takeDispatcherTurn: (): Promise<boolean> =>
      // A disabled agency gets no letter, however recently it was disabled.
      takeDispatcherTurn({ ...dispatcher, db, keyring, directory: () => currentDirectory(db), mailer, publicUrl }),
    sendLetters: (batch: LetterBatch): Promise<LetterResult[]> => sendLetters({ db, notifyDispatchers }, batch),
    giveUpLetters: (batch: LetterBatch): Promise<LetterResult[]> => giveUpLetters(db, batch),
    /** Carries out a request about the directory in one transaction. */
    changeDirectory: (request: DirectoryRequest): Promise<EditOutcome> =>
      changeDirectory({ db, keyring, ...(officerYears && { officerYears }) }, request),
    listDirectoryLetters: (about: LetterOccasion): Promise<DirectoryLetter[]> => listLetters({ db, keyring }, about),
    sendDirectoryLetter: (letter: DirectoryLetter): Promise<void> =>
      sendLetter({ db, keyring, mailer, publicUrl }, letter),
    repairOpen,
    repairRecent,
    repairEnded,
    reviewRetention,
    releaseRecipients,
    startDrills,
    purgeOrphans: (): Promise<Purged> => purgeOrphans({ all: false }),
    purgeAllOrphans: (): Promise<Purged> => purgeOrphans({ all: true }),
    /** Adds the changes that acts noted to the statistics. */
    mergeStatistics: async (): Promise<{ merged: number }> => ({ merged: await mergeStatistics(db) }),
    forgetPassing: (): Promise<void> => purgeExpired(db),
    /** Letters about readings in an emergency or beyond the allowance, to supervisors. */
    sendReadingNotices: (): Promise<{ sent: number }> =>
      sendReadingNotices({ db, mailer, publicUrl, alive: heartbeatUnlessStopped }),
    /** Letters to contact points whose details were confirmed more than a year ago. */
    sendConfirmationReminders: (): Promise<{ sent: number }> =>
      sendConfirmationReminders({ db, mailer, publicUrl, alive: heartbeatUnlessStopped }),
    /** Letters about alarms of the audit log, to supervisors. */
    sendLogAlarms: (): Promise<{ sent: number }> =>
      sendLogAlarms({ db, mailer, publicUrl, alive: heartbeatUnlessStopped }),
    sendDigests: (): Promise<Digested> => sendDigests({ db, mailer, publicUrl, alive: heartbeatUnlessStopped }),
  });
}
