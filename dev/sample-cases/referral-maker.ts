/** Submits referrals and performs acts on them as people of the seed, through the engine of every entry point. */

import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { StackFault } from '../fault.ts';
import { partnerOfficerOf } from '../partner-officer.ts';

const TIMEOUT_MS = 30_000;

export interface MakerDeps {
  /** As the role of the workers. */
  db: Database;
  /** As the role of the pages. */
  pages: Database;
  temporal: Parameters<typeof createEngine>[0]['temporal'];
  keyring: Keyring;
}

/** The acts of the seed's people, each waiting for what the engine does next. */
export class ReferralMaker {
  readonly #db: Database;
  readonly #engine: Engine;

  constructor({ db, pages, temporal, keyring }: MakerDeps) {
    this.#db = db;
    this.#engine = createEngine({ db: pages, temporal, keyring });
  }

  /** Submits, and waits until the rules have proposed a triage. @param key the idempotency key */
  async submit(personId: string, submission: Submission, key: string, loss: readonly unknown[] = []): Promise<Receipt> {
    const receipt = await this.#engine.submit(await this.person(personId), submission, { key, loss });
    await this.until(receipt.reference, ({ triage }) => triage.state === 'proposed');
    return receipt;
  }

  async act(personId: string, reference: string, request: Partial<ActRequest>): Promise<void> {
    const person = await this.person(personId);
    await this.#engine.perform(person, reference, actRequest.parse(request), { key: crypto.randomUUID() });
  }

  /** An officer of the recipient's agency. */
  async partnerOf(reference: string, recipientId: string): Promise<string> {
    const { recipients } = await this.read(reference);
    return partnerOfficerOf(this.#db, recipients.find(({ id }) => id === recipientId)?.agencyId ?? '');
  }

  async person(personId: string): Promise<Person> {
    const known = await findPerson(this.#db, personId);
    const person = known && at(known, known.memberships[0]?.agencyId ?? '');
    if (person === undefined) throw new StackFault(`The seed has no ${personId}.`);
    return person;
  }

  async read(reference: string): Promise<Referral> {
    const referral = await findReferral(this.#db, reference);
    if (referral === undefined) throw new StackFault(`There is no referral ${reference}.`);
    return referral;
  }

  /** @throws StackFault if the referral does not satisfy the condition within 30 seconds */
  async until(reference: string, satisfied: (referral: Referral) => boolean): Promise<void> {
    for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; ) {
      if (satisfied(await this.read(reference))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new StackFault(`${reference} did not reach the expected status within 30 seconds.`);
  }
}
