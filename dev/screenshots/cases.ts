/** Referrals for the screenshots: one complete lifecycle, and one in each state that waits for a person. */

import { readFile } from 'node:fs/promises';
import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { parseReport } from '../../client/contract/parse-report.ts';
import { propose } from '../../client/directory/administer.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { countryLocator } from '../../client/platform/add-countries.ts';
import { readClientConfig } from '../../client/platform/config.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveAddition } from '../../client/web/referral/supplement-files.tsx';
import { saveDraft } from '../../client/workspace/drafts.ts';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Referral } from '../../domain/referral.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { runReferral } from '../demo-steps.ts';
import { StackFault } from '../fault.ts';
import type { Stack } from '../stack.ts';
import type { Cases } from './pages.ts';

const REPORT = 'dev/demo-report.xml';
const TIMEOUT_MS = 30_000;

/** Creates the referrals for the screenshots. */
export async function recordCases(stack: Stack, progress: (line: string) => void): Promise<Cases> {
  const { databaseUrl, engineDatabaseUrl, keyring, temporal: place } = readClientConfig(stack.environment);
  const db = connectDatabase({ databaseUrl: engineDatabaseUrl, connections: 2 });
  const pages = connectDatabase({ databaseUrl, byAgency: true, connections: 2 });
  const temporal = connectTemporal({ ...place, keyring });
  const referrals = new ReferralMaker({ db, pages, keyring }, createEngine({ db: pages, temporal, keyring }));
  try {
    progress('Running the referral of `npm run demo` …');
    await runReferral(stack, REPORT);
    const { reference: whole } = await db.referral.findFirstOrThrow();
    const [waiting, accepted, proposed] = [
      await referrals.submit('quinn.quartz', 'K-1'),
      await referrals.submit('quinn.quartz', 'K-2'),
      await referrals.submit('quinn.quartz', 'K-3'),
    ];
    // Another agency has the same origin reference, so this referral may be a duplicate.
    const atTriage = await referrals.submit('dana.obsidian', 'K-1');
    for (const reference of [waiting, accepted, proposed]) await referrals.send(reference);
    for (const reference of [accepted, proposed]) await referrals.accept(reference);
    await referrals.propose(proposed);
    const proposal = await proposeName({ db: pages, keyring });
    return { whole, atTriage, waiting, accepted, ...(await referrals.drafts(accepted)), proposal };
  } finally {
    await temporal.connection.close();
    await pages.$disconnect();
    await db.$disconnect();
  }
}

/** Proposes another name of an agency. Returns the id of the proposal. */
async function proposeName(deps: { db: Database; keyring: Keyring }): Promise<string> {
  const person = { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const agency = { id: 'fi-alder', name: 'Model Unit Alder and Ash', type: 'law-enforcement' } as const;
  const edit: DirectoryEdit = { type: 'change-agency', agency: { ...agency, excludes: [] } };
  const answer = await asAgency(person.agencyId, () => propose(deps, { person, everywhere: true }, edit));
  if (answer.outcome !== 'proposed')
    throw new StackFault('The screenshots need a proposal, but nothing was to be changed.');
  return answer.proposalId;
}

/** Submits referrals, and performs acts on them as people of the seed. */
class ReferralMaker {
  readonly #deps: { db: Database; pages: Database; keyring: Keyring };
  readonly #engine: Engine;

  constructor(deps: { db: Database; pages: Database; keyring: Keyring }, engine: Engine) {
    this.#deps = deps;
    this.#engine = engine;
  }

  /** Submits a referral with the origin reference `id`. Returns its reference number. */
  async submit(personId: string, id: string): Promise<string> {
    const { submission, loss } = await report();
    const own = { ...submission, originReferences: [{ system: 'case-register', id }] };
    const { reference } = await this.#engine.submit(await this.#person(personId), own, { key: id, loss });
    await this.#until(reference, ({ triage }) => triage.state === 'proposed');
    return reference;
  }

  /** Saves a complete draft, and a supplement to the referral. Returns their ids. */
  async drafts(reference: string): Promise<Pick<Cases, 'draft' | 'addition'>> {
    const read = await report();
    const quinn = await this.#person('quinn.quartz');
    const content = { fields: fieldsOfSubmission(read.submission), loss: read.loss };
    const deps = { db: this.#deps.pages, keyring: this.#deps.keyring };
    const { id: draft } = await saveDraft(deps, quinn, { step: 'check', content });
    const referral = await findReferral(this.#deps.db, reference);
    return { draft, addition: await saveAddition(deps, quinn, referral?.id ?? '', read) };
  }

  /** Completes the triage, and waits until the contact point that the rules select has its letter. */
  async send(reference: string): Promise<void> {
    await this.#act('noor.rowan', reference, {
      ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['threat-to-life-or-integrity'] },
      ...{ countries: ['FI'], capability: 'investigation' },
    });
    await this.#until(reference, ({ recipients }) => recipients[0]?.status === 'delivered');
  }

  async accept(reference: string): Promise<void> {
    await this.#act('aino.alder', reference, { type: 'accept', recipientId: 'r1' });
  }

  async propose(reference: string): Promise<void> {
    await this.#act('aino.alder', reference, {
      ...{ type: 'report-outcome', recipientId: 'r1', outcome: 'suspect-identified', final: true },
    });
    await this.#act('noor.rowan', reference, { type: 'propose-closure' });
  }

  async #act(personId: string, reference: string, request: Partial<ActRequest>): Promise<void> {
    const person = await this.#person(personId);
    await this.#engine.perform(person, reference, actRequest.parse(request), { key: crypto.randomUUID() });
  }

  async #person(personId: string) {
    const known = await findPerson(this.#deps.db, personId);
    const person = known && at(known, known.memberships[0]?.agencyId ?? '');
    if (person === undefined) throw new StackFault(`The seed has no ${personId}.`);
    return person;
  }

  async #until(reference: string, satisfied: (referral: Referral) => boolean): Promise<void> {
    for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; ) {
      const referral = await findReferral(this.#deps.db, reference);
      if (referral && satisfied(referral)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new StackFault(`${reference} did not reach the expected status within 30 seconds.`);
  }
}

async function report() {
  const { submission, loss } = parseReport(await readFile(REPORT));
  return { submission: countryLocator()(submission), loss };
}
