/** Referrals in a database, decided and recorded as a worker does it, but without an engine. */

import { randomUUID } from 'node:crypto';
import { record } from '../../activities/record.ts';
import { routeReferral } from '../../activities/route.ts';
import type { Act } from '../../domain/acts.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { decide } from '../../domain/decide.ts';
import { nextDuty } from '../../domain/duty.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { type LetterResult, recipientDelivered } from '../../domain/letter-kinds.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { originDigests } from '../../domain/search-digests.ts';
import { factsOf, type Submission } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { coordinatingAgency, readDirectory } from '../../prisma/store/directory.ts';
import { waitingLetters } from '../../prisma/store/letter-outbox.ts';
import { settledLetter, settleLetters } from '../../prisma/store/letter-results.ts';
import { saveParticulars } from '../../prisma/store/particulars.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { aSubmission } from './factories.ts';
import { personOf } from './people.ts';

export interface RecordingDependencies {
  db: Database;
  keyring: Keyring;
}

/** One referral, and methods that perform acts on it. */
export class RecordedReferral {
  readonly #deps: RecordingDependencies;
  readonly id: string = randomUUID();
  /** The time of the next acts. A test can move it forward. */
  now: Instant;

  private constructor(deps: RecordingDependencies, now: Instant) {
    this.#deps = deps;
    this.now = now;
  }

  /** A referral that a person of the seed submitted at `now`, by default one hour ago. */
  static async submit(
    deps: RecordingDependencies,
    personId: string,
    more: Partial<Submission> = {},
    now = new Date(Date.now() - 3_600_000).toISOString(),
  ): Promise<RecordedReferral> {
    const recorded = new RecordedReferral(deps, now);
    const submission = aSubmission({ originReferences: [{ system: 'case-register', id: recorded.id }], ...more });
    const text = await recorded.storeText({ submission, loss: [] });
    const origins = originDigests(deps.keyring, submission.originReferences);
    const coordinatorAgencyId = await coordinatingAgency(deps.db);
    await recorded.#record(
      undefined,
      { type: 'submit', facts: factsOf(submission), origins, text, coordinatorAgencyId },
      await personOf(deps.db, personId),
    );
    await recorded.settle();
    return recorded;
  }

  /** Performs one act and the resulting duties of the engine. */
  async act(personId: string, act: Act, actId?: string): Promise<Referral> {
    await this.#record(await this.read(), act, await personOf(this.#deps.db, personId), actId);
    return this.settle();
  }

  /** Performs all current duties of the engine. All letters are delivered. */
  async settle(): Promise<Referral> {
    for (;;) {
      const referral = await this.read();
      const act = await this.#nextEngineAct(referral);
      if (act === undefined) return referral;
      await this.#record(referral, act, ENGINE);
    }
  }

  /** Stores a text as particulars of the referral, and returns its id. */
  async storeText(text: unknown): Promise<string> {
    const id = randomUUID();
    await saveParticulars(this.#deps.db, this.#deps.keyring, { id, referralId: this.id, content: text });
    return id;
  }

  async read(): Promise<Referral> {
    const referral = await findReferral(this.#deps.db, this.id);
    if (referral === undefined) throw new Error('The referral is not in the database.');
    return referral;
  }

  async #nextEngineAct(referral: Referral): Promise<Act | undefined> {
    const duty = nextDuty(referral, this.now);
    if (duty.type === 'propose-triage') return { ...duty, proposal: proposeTriage(referral.facts) };
    if (duty.type === 'expire-clock' || duty.type === 'warn-clock' || duty.type === 'resume-clock') return duty;
    if (duty.type === 'route') {
      const { countries, replaces } = duty;
      const decision = await routeReferral(this.#deps.db, await readDirectory(this.#deps.db), {
        referral,
        countries,
        asOf: this.now,
      });
      return { type: 'route', decision, ...(replaces && { replaces }) };
    }
    const results = await this.#deliveries(referral);
    return results.length > 0 ? { type: 'settle-letters', results } : undefined;
  }

  /** Marks all letters as sent, as the letter dispatcher does. */
  async #deliveries({ recipients }: Referral): Promise<LetterResult[]> {
    const { db } = this.#deps;
    const letters = await waitingLetters(db, this.id);
    await settleLetters(
      db,
      letters.map((letter) => settledLetter(letter, { result: 'sent' })),
    );
    const waiting = recipients.filter(({ status }) => status === 'sent').map(({ id }) => id);
    return letters.flatMap((letter): LetterResult[] => {
      const delivers = recipientDelivered(letter);
      const isAwaited = delivers !== undefined && waiting.includes(delivers);
      return isAwaited ? [{ letterId: letter.letterId, delivers, result: 'sent' }] : [];
    });
  }

  async #record(before: Referral | undefined, act: Act, by: Actor, actId: string = randomUUID()): Promise<void> {
    const { db } = this.#deps;
    await record(
      { db, policies: defaultPolicies, directory: () => readDirectory(db) },
      {
        ...{ referralId: this.id, actId, act: act.type, by, at: this.now },
        ...{ afterSeq: before?.seq ?? 0, events: decide(before, act, by, this.now) },
      },
    );
  }
}
