/** Records what fills every page: referrals, a draft, a proposal, a webhook and a reading. */

import { randomUUID } from 'node:crypto';
import { additionOf } from '../../client/contract/report-addition.ts';
import { propose } from '../../client/directory/administer.ts';
import { openReader } from '../../client/queries/read.ts';
import { fieldsOfSubmission } from '../../client/web/intake/draft-content.ts';
import { saveAddition } from '../../client/web/referral/supplement-files.tsx';
import { announce } from '../../client/workspace/announcements.ts';
import { saveDraft } from '../../client/workspace/drafts.ts';
import type { Cases } from '../../dev/screenshots/pages.ts';
import type { Act } from '../../domain/acts.ts';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { Submission } from '../../domain/submission.ts';
import { writeAbsence } from '../../prisma/store/absences.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Desks } from '../support/browser.ts';
import { aSubmission } from '../support/factories.ts';
import { personOf } from '../support/people.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

const NOW = Date.now();
const DAY_MS = 86_400_000;

/** Records referrals and a draft in the database of `desks`. */
export async function recordCases(desks: Desks): Promise<Cases> {
  const origins = [{ system: 'case-register', id: 'K-1' }];
  const submit = (more: Partial<Submission> = {}, by = 'quinn.quartz') => RecordedReferral.submit(desks, by, more);
  const [whole, accepted, waiting, asked] = [
    await submit(),
    await submit(),
    await submit({ originReferences: origins }),
    await submit({ handling: { code: 'H2' } }),
  ];
  const [atTriage, held] = [await submit({ originReferences: origins }, 'dana.obsidian'), await submit()];
  const late = await RecordedReferral.submit(desks, 'quinn.quartz', {}, new Date(NOW - 20 * DAY_MS).toISOString());
  for (const recorded of [whole, accepted, waiting, asked, late]) await recorded.act('noor.rowan', sentTo('FI'));
  for (const recorded of [whole, accepted, asked])
    await recorded.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await askAndAnswer(whole);
  await proposeClosure(whole);
  await erase(await submit());
  await ask(asked);
  // The seed has no contact point in Antarctica.
  await held.act('noor.rowan', sentTo('AQ'));
  const deps = { ...desks, db: desks.pages };
  const quinn = await personOf(desks.db, 'quinn.quartz');
  const content = { fields: fieldsOfSubmission(aSubmission()), loss: LOSS };
  const { id: draft } = await saveDraft(deps, quinn, { step: 'check', content });
  const added = { addition: additionOf(aSubmission()), loss: LOSS };
  const addition = await saveAddition(deps, quinn, accepted.id, added);
  const noor = await personOf(desks.db, 'noor.rowan');
  await openReader(deps).particulars(noor, waiting.id, { code: 'emergency', text: 'A child is missing.' });
  await storeDelivery(desks, whole.id);
  await storeNotes(desks);
  await accepted.act('eero.alder', { type: 'take' });
  await desks.db.membership.deleteMany({ where: { personId: 'eero.alder' } });
  const referenceOf = async (recorded: RecordedReferral) => (await recorded.read()).reference;
  return {
    ...{ whole: await referenceOf(whole), atTriage: await referenceOf(atTriage), proposed: await referenceOf(whole) },
    ...{ waiting: await referenceOf(waiting), accepted: await referenceOf(accepted), asked: await referenceOf(asked) },
    ...{ held: await referenceOf(held), draft, addition },
    ...{ proposal: await proposedName(desks), policyProposal: await proposedPolicies(desks) },
  };
}

function proposedName(desks: Desks): Promise<string> {
  const agency = { id: 'fi-alder', name: 'Model Unit Alder and Ash', type: 'law-enforcement' } as const;
  return proposed(desks, { type: 'change-agency', agency: { ...agency, excludes: [] } });
}

/** With half the time for each acknowledgement, so that last month would have been different. */
function proposedPolicies(desks: Desks): Promise<string> {
  const policies = structuredClone(defaultPolicies);
  for (const { id, terms } of policies.clocks) if (id === 'acknowledge') terms.urgent.amount /= 2;
  return proposed(desks, { type: 'adopt-policies', policies: { ...policies, version: 'shorter-1' } });
}

async function proposed({ pages, keyring }: Desks, edit: DirectoryEdit): Promise<string> {
  const person = { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const editor = { person, everywhere: true };
  const answer = await asAgency('xr-desk', () => propose({ db: pages, keyring }, editor, edit));
  if (answer.outcome !== 'proposed') throw new Error('Nothing was proposed.');
  return answer.proposalId;
}

function sentTo(country: string): Act {
  return {
    ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
    ...{ countries: [country], capability: 'investigation', wanted: [] },
  };
}

const LOSS: LossEntry[] = [{ path: 'report/internetDetails/chatImIncident/additionalInfo', line: 17, reason: 'empty' }];

async function askAndAnswer(recorded: RecordedReferral): Promise<void> {
  const text = await recorded.storeText('Which time zone are the entries in?');
  await recorded.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  recorded.now = new Date(Date.now() - 1_800_000).toISOString();
  await recorded.act('quinn.quartz', {
    type: 'answer-information',
    questionId: 'q1',
    text: await recorded.storeText('UTC.'),
  });
}

/** The recipient asks a question, and for consent to refer the referral onward. */
async function ask(recorded: RecordedReferral): Promise<void> {
  const choice = { contactPointId: 'se-juniper-ncp', agencyId: 'se-juniper', country: 'SE', type: 'spoc' } as const;
  const reason = await recorded.storeText('They live there.');
  await recorded.act('aino.alder', { type: 'refer-onward', recipientId: 'r1', choice, text: reason });
  const text = await recorded.storeText('Since when?');
  await recorded.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
}

async function proposeClosure(recorded: RecordedReferral): Promise<void> {
  await recorded.act('aino.alder', { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true });
  await recorded.act('ines.rowan', { type: 'propose-closure' });
}

async function erase(recorded: RecordedReferral): Promise<void> {
  await recorded.act('noor.rowan', sentTo('FI'));
  await recorded.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  await proposeClosure(recorded);
  await recorded.act('otto.rowan', { type: 'approve-closure' });
  await recorded.act('otto.rowan', { type: 'erase' });
}

/** An absence, an announcement and an alarm of the audit log. */
async function storeNotes({ db }: Desks): Promise<void> {
  const [aino, ines] = [await personOf(db, 'aino.alder'), await personOf(db, 'ines.rowan')];
  const [from, until] = [NOW, NOW + 5 * DAY_MS].map((at) => new Date(at).toISOString().slice(0, 10));
  await writeAbsence(db, aino, 'aino.alder', { from: from ?? '', until: until ?? '' });
  await announce(db, ines, { kind: 'mail-outage' }, new Date(NOW).toISOString());
  await db.logAlarm.create({ data: { kind: 'forked', detail: 'The log has 3 leaves.' } });
}

async function storeDelivery({ db }: Desks, referralId: string): Promise<void> {
  const webhook = { id: randomUUID(), agencyId: 'xr-desk' };
  await db.webhook.create({ data: { ...webhook, url: 'https://hooks.example/', kinds: ['answers'] } });
  await db.webhookDelivery.create({
    data: {
      ...{ id: randomUUID(), webhookId: webhook.id, agencyId: webhook.agencyId, referralId, seq: 1 },
      ...{ reference: 'XR-2026-000001', event: 'outcome-reported', payload: '{}' },
      ...{ status: 'failed', tries: 9, triedAt: new Date(), settledAt: new Date(), result: 'timeout' },
    },
  });
}
