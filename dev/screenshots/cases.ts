/** Referrals for the screenshots: one complete lifecycle, and one in each state that waits for a person. */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ActRequest } from '../../client/contract/acts.ts';
import { parseReport } from '../../client/contract/parse-report.ts';
import { additionOf } from '../../client/contract/report-addition.ts';
import { propose } from '../../client/directory/administer.ts';
import { countryLocator } from '../../client/platform/add-countries.ts';
import { readClientConfig } from '../../client/platform/config.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { openReader } from '../../client/queries/read.ts';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveAddition } from '../../client/web/referral/supplement-files.tsx';
import { saveDraft } from '../../client/workspace/drafts.ts';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Submission } from '../../domain/submission.ts';
import { WEBHOOK_KINDS } from '../../domain/webhooks.ts';
import type { Language } from '../../domain/words/languages.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { runReferral } from '../demo-steps.ts';
import { StackFault } from '../fault.ts';
import { ReferralMaker } from '../sample-cases/referral-maker.ts';
import type { Stack } from '../stack.ts';
import type { Cases } from './pages.ts';

const REPORT = 'dev/demo-report.xml';

/** Creates the referrals for the screenshots. Each person then has this language, or keeps their own. */
export async function recordCases(
  stack: Stack,
  language: Language | undefined,
  progress: (line: string) => void,
): Promise<Cases> {
  const { databaseUrl, engineDatabaseUrl, keyring, temporal: place } = readClientConfig(stack.environment);
  const db = connectDatabase({ databaseUrl: engineDatabaseUrl, connections: 2 });
  const pages = connectDatabase({ databaseUrl, byAgency: true, connections: 2 });
  const temporal = connectTemporal({ ...place, keyring });
  const maker = new ReferralMaker({ db, pages, temporal, keyring });
  try {
    await db.webhook.create({
      data: { id: randomUUID(), agencyId: 'xr-desk', url: 'https://cases.agency.example/', kinds: [...WEBHOOK_KINDS] },
    });
    progress('Running the referral of `npm run demo` …');
    await runReferral(stack, REPORT);
    const { reference: whole } = await db.referral.findFirstOrThrow();
    const [waiting, accepted, proposed, asked, held] = [
      await submit(maker, 'quinn.quartz', 'K-1'),
      await submit(maker, 'quinn.quartz', 'K-2'),
      await submit(maker, 'quinn.quartz', 'K-3'),
      await submit(maker, 'quinn.quartz', 'K-4', { handling: { code: 'H2' } }),
      await submit(maker, 'quinn.quartz', 'K-5'),
    ];
    // Another agency has the same origin reference, so this referral may be a duplicate.
    const atTriage = await submit(maker, 'dana.obsidian', 'K-1');
    for (const reference of [waiting, accepted, proposed, asked]) await send(maker, reference);
    for (const reference of [accepted, proposed, asked]) {
      await maker.act('aino.alder', reference, { type: 'accept', recipientId: 'r1' });
    }
    await proposeClosure(maker, proposed);
    await ask(maker, asked);
    await maker.act('noor.rowan', held, triage('AQ'));
    await maker.until(held, ({ status }) => status === 'held');
    const deps = { db: pages, keyring };
    const emergency = { code: 'emergency', text: 'A child is missing.' } as const;
    await openReader(deps).particulars(await maker.person('noor.rowan'), waiting, emergency);
    if (language) await db.person.updateMany({ data: { language } });
    return {
      ...{ whole, atTriage, waiting, accepted, proposed, asked, held },
      ...(await drafts(maker, deps, accepted)),
      ...{ proposal: await proposeName(deps), policyProposal: await proposePolicies(deps) },
    };
  } finally {
    await temporal.connection.close();
    await pages.$disconnect();
    await db.$disconnect();
  }
}

/** Proposes another name of an agency. Returns the id of the proposal. */
function proposeName(deps: ProposalDeps): Promise<string> {
  const agency = { id: 'fi-alder', name: 'Model Unit Alder and Ash', type: 'law-enforcement' } as const;
  return proposeEdit(deps, { type: 'change-agency', agency: { ...agency, excludes: [] } });
}

/** Proposes policies with a shorter deadline for the acknowledgement. Its page simulates them over last month. */
function proposePolicies(deps: ProposalDeps): Promise<string> {
  const clocks = defaultPolicies.clocks.map((clock) =>
    clock.id === 'acknowledge'
      ? { ...clock, terms: { ...clock.terms, urgent: { ...clock.terms.urgent, amount: 4 } } }
      : clock,
  );
  return proposeEdit(deps, { type: 'adopt-policies', policies: { ...defaultPolicies, version: 'shorter-1', clocks } });
}

interface ProposalDeps {
  db: Database;
  keyring: Keyring;
}

async function proposeEdit(deps: ProposalDeps, edit: DirectoryEdit): Promise<string> {
  const person = { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const answer = await asAgency(person.agencyId, () => propose(deps, { person, everywhere: true }, edit));
  if (answer.outcome !== 'proposed')
    throw new StackFault('The screenshots need a proposal, but nothing was to be changed.');
  return answer.proposalId;
}

/** Submits the report with the origin reference `id`. Returns the reference number. */
async function submit(
  maker: ReferralMaker,
  personId: string,
  id: string,
  more: Partial<Submission> = {},
): Promise<string> {
  const { submission, loss } = await report();
  const own = { ...submission, originReferences: [{ system: 'case-register', id }], ...more };
  return (await maker.submit(personId, own, id, loss)).reference;
}

/** Saves a complete draft, and a supplement to the referral. Returns their ids. */
async function drafts(
  maker: ReferralMaker,
  deps: { db: Database; keyring: Keyring },
  reference: string,
): Promise<Pick<Cases, 'draft' | 'addition'>> {
  const read = await report();
  const quinn = await maker.person('quinn.quartz');
  const content = { fields: fieldsOfSubmission(read.submission), loss: read.loss };
  const { id: draft } = await saveDraft(deps, quinn, { step: 'check', content });
  const added = { addition: additionOf(read.submission), loss: read.loss };
  return { draft, addition: await saveAddition(deps, quinn, (await maker.read(reference)).id, added) };
}

/** Completes the triage, and waits until the contact point that the rules select has its letter. */
async function send(maker: ReferralMaker, reference: string): Promise<void> {
  await maker.act('noor.rowan', reference, triage('FI'));
  await maker.until(reference, ({ recipients }) => recipients[0]?.status === 'delivered');
}

function triage(country: string): Partial<ActRequest> {
  return {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['threat-to-life-or-integrity'] },
    ...{ countries: [country], capability: 'investigation' },
  };
}

/** The recipient asks a question, and for consent to refer the referral onward. */
async function ask(maker: ReferralMaker, reference: string): Promise<void> {
  await maker.act('aino.alder', reference, {
    ...{ type: 'refer-onward', recipientId: 'r1', contactPoint: 'se-juniper-ncp', text: 'They live there.' },
  });
  await maker.act('aino.alder', reference, { type: 'ask-information', recipientId: 'r1', text: 'Since when?' });
}

async function proposeClosure(maker: ReferralMaker, reference: string): Promise<void> {
  await maker.act('aino.alder', reference, {
    ...{ type: 'report-outcome', recipientId: 'r1', outcome: 'suspect-identified', final: true },
  });
  await maker.act('noor.rowan', reference, { type: 'propose-closure' });
}

async function report() {
  const { submission, loss } = parseReport(await readFile(REPORT));
  return { submission: countryLocator()(submission), loss };
}
