/** A person for every role at every party of a referral, and a referral in every state that the tests need. */

import { ROLES } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { RecordedReferral, type RecordingDependencies } from '../support/recorded-referral.ts';
import { type Actor, type CaseState, type PartyRelation, RELATIONS } from './who-may.ts';

/** The recipients are fi-alder with r1 and se-juniper with r2. */
export const AGENCIES: Record<PartyRelation, string> = {
  sender: 'us-quartz',
  coordinator: 'xr-desk',
  recipient: 'fi-alder',
  'other-recipient': 'se-juniper',
  none: 'lv-linden',
};

/** One person for each role and relation, with this role only. */
export async function everyActor(db: Database): Promise<Actor[]> {
  const actors = RELATIONS.flatMap((relation) =>
    ROLES.map((role): Actor => ({ relation, role, personId: `${role}.${relation}` })),
  );
  const person = { language: 'en', zone: 'UTC' };
  await db.person.createMany({
    data: actors.map(({ personId: id }) => ({ ...person, id, name: id, email: `${id}@people.example` })),
  });
  await db.membership.createMany({
    data: actors.map(({ personId, relation, role }) => ({ personId, agencyId: AGENCIES[relation], role })),
  });
  return actors;
}

/** A referral in each state. */
export async function referralsByState(deps: RecordingDependencies): Promise<Record<CaseState, RecordedReferral>> {
  const made = {
    'at-intake': await backAtIntake(deps),
    referred: await referred(deps),
    accepted: await accepted(deps),
    recalled: await recalled(deps),
    'closure-proposed': await proposed(deps),
    closed: await closed(deps),
    held: await underHold(deps),
    erased: await erased(deps),
  };
  return made;
}

async function referred(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await RecordedReferral.submit(deps, 'quinn.quartz');
  await triage(kept);
  return kept;
}

async function triage(kept: RecordedReferral): Promise<void> {
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI', 'SE'], capability: 'investigation', wanted: [] },
  });
}

/** Triage was opened again, and both recipients keep the case. */
async function backAtIntake(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await referred(deps);
  const text = await kept.storeText({ addition: { summary: 'More.' } });
  await kept.act('quinn.quartz', { type: 'supplement', text, indicators: [], origins: [], materialCount: 0 });
  await kept.act('noor.rowan', { type: 'reopen-triage' });
  return kept;
}

async function accepted(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await referred(deps);
  await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  return kept;
}

async function recalled(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await referred(deps);
  await kept.act('quinn.quartz', { type: 'recall', recipientId: 'r1', text: await kept.storeText('Sent in error.') });
  return kept;
}

async function proposed(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await accepted(deps);
  await kept.act('astrid.juniper', { type: 'accept', recipientId: 'r2' });
  for (const [who, recipientId] of [
    ['aino.alder', 'r1'],
    ['astrid.juniper', 'r2'],
  ] as const) {
    await kept.act(who, { type: 'report-outcome', recipientId, outcome: 'case-opened', final: true });
  }
  await kept.act('noor.rowan', { type: 'propose-closure' });
  return kept;
}

async function closed(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await proposed(deps);
  await kept.act('ines.rowan', { type: 'approve-closure' });
  return kept;
}

async function underHold(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await closed(deps);
  await kept.act('ines.rowan', { type: 'place-legal-hold', text: await kept.storeText('A court asked for it.') });
  return kept;
}

/** On the order of a supervisor, so that its recipients must confirm it. */
async function erased(deps: RecordingDependencies): Promise<RecordedReferral> {
  const kept = await closed(deps);
  await kept.act('ines.rowan', { type: 'erase' });
  return kept;
}
