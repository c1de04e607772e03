/** Somebody in every role at every party of a referral, and referrals of theirs in every standing. */

import { ROLES } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { RecordedReferral, type RecordingDependencies } from '../support/recorded-referral.ts';
import { type Actor, RELATIONS, type Standing, type Stands } from './who-may.ts';

/** The recipients are fi-alder with r1 and se-juniper with r2. */
export const AGENCIES: Record<Stands, string> = {
  sender: 'us-quartz',
  coordinator: 'xr-desk',
  recipient: 'fi-alder',
  'other-recipient': 'se-juniper',
  none: 'lv-linden',
};

/** Each with that one role and no other. */
export async function everyActor(db: Database): Promise<Actor[]> {
  const actors = RELATIONS.flatMap((stands) =>
    ROLES.map((role): Actor => ({ stands, role, personId: `${role}.${stands}` })),
  );
  const person = { language: 'en', zone: 'UTC' };
  await db.person.createMany({
    data: actors.map(({ personId: id }) => ({ ...person, id, name: id, email: `${id}@people.example` })),
  });
  await db.membership.createMany({
    data: actors.map(({ personId, stands, role }) => ({ personId, agencyId: AGENCIES[stands], role })),
  });
  return actors;
}

/** `origin` is the sender's own number of the one that is referred. */
export async function everyStanding(deps: RecordingDependencies): Promise<Record<Standing, RecordedReferral>> {
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
