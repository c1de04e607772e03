/** Referrals in a real database for tests of reading, written by the rules and `record` without Temporal. */

import { randomUUID } from 'node:crypto';
import { record } from '../../../activities/record.ts';
import { routeReferral } from '../../../activities/route.ts';
import type { Act } from '../../../domain/acts.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { decide } from '../../../domain/decide.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { type Actor, ENGINE, type Person } from '../../../domain/people.ts';
import { factsOf, type Submission } from '../../../domain/submission.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readDirectory, replaceDirectory } from '../../../prisma/store/directory.ts';
import { saveParticulars } from '../../../prisma/store/particulars.ts';
import { findReferral } from '../../../prisma/store/referrals.ts';
import { testDatabase } from '../../support/database.ts';
import { aSubmission, SECRET } from '../../support/factories.ts';
import { personOf } from '../../support/people.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';

export interface ReferralRecorder {
  /** Of the database, as the role of the workers. */
  url: string;
  db: Database;
  /** As the role of pages, API and command line. */
  pages: Database;
  keyring: Keyring;
  person(personId: string, agencyId?: string): Promise<Person>;
  /** Decides and records one act; words become particulars and stand in the act by their id. */
  act(referralId: string, act: Act, by: Actor): Promise<void>;
  /** By quinn.quartz of us-quartz, with the rules' proposal. */
  submitted(submission?: Submission): Promise<string>;
  /** And triaged by noor.rowan of xr-desk, and routed to Finland: r1 is at fi-alder. */
  referred(submission?: Submission): Promise<string>;
  storeText(referralId: string, content: unknown): Promise<string>;
}

export const NOW = '2026-11-24T14:00:00.000Z';
export const SUMMARY = SECRET;

/** Urgent, under H1, from Finland by legal process. */
export function anH1Submission(more: Partial<Submission> = {}): Submission {
  return aSubmission({
    ...{ urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'], handling: { code: 'H1' } },
    indicators: [{ country: 'FI', basis: 'legal-process', verified: true, proxySuspected: false }],
    summary: SUMMARY,
    ...more,
  });
}

export async function openRecorder(): Promise<ReferralRecorder> {
  const { db, pages, url } = await testDatabase();
  const seed = alwaysOpenSeed(NOW);
  await replaceDirectory(db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const directory = () => readDirectory(db);

  const act: ReferralRecorder['act'] = async (referralId, act, by) => {
    const referral = await findReferral(db, referralId);
    const events = decide(referral, act, by, NOW);
    const request = {
      referralId,
      actId: randomUUID(),
      act: act.type,
      by,
      at: NOW,
      afterSeq: referral?.seq ?? 0,
      events,
    };
    await record({ db, policies: defaultPolicies, directory }, request);
  };

  const person: ReferralRecorder['person'] = (personId, agencyId) => personOf(db, personId, agencyId);

  const storeText: ReferralRecorder['storeText'] = async (referralId, content) => {
    const id = randomUUID();
    await saveParticulars(db, keyring, { id, referralId, content });
    return id;
  };

  const submitted: ReferralRecorder['submitted'] = async (submission = anH1Submission()) => {
    const referralId = randomUUID();
    const text = await storeText(referralId, { submission, loss: [] });
    const facts = factsOf(submission);
    const quinn = await person('quinn.quartz');
    await act(referralId, { type: 'submit', facts, origins: [], text, coordinatorAgencyId: 'xr-desk' }, quinn);
    return referralId;
  };

  const referred: ReferralRecorder['referred'] = async (submission = anH1Submission()) => {
    const referralId = await submitted(submission);
    const { urgency, urgencyGrounds, capability } = submission;
    const triage = { urgency, urgencyGrounds, capability, countries: ['FI'], wanted: [] };
    await act(referralId, { type: 'complete-triage', ...triage }, await person('noor.rowan'));
    const referral = await findReferral(db, referralId);
    if (referral === undefined) throw new Error('It was not recorded.');
    const decision = await routeReferral(db, await directory(), { referral, countries: ['FI'], asOf: NOW });
    await act(referralId, { type: 'route', decision }, ENGINE);
    return referralId;
  };

  return { url, db, pages, keyring, person, act, submitted, referred, storeText };
}
