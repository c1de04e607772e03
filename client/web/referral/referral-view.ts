/** Everything that the pages of one referral are drawn from, as far as its viewer may see it. */

import type { JournalEntry } from '../../../domain/events.ts';
import { actingSenderOf, type Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { CountryChange } from '../../../domain/routing/country-changes.ts';
import type { CaseParty } from '../../../domain/translation.ts';
import { proposalChanges } from '../../../domain/triage.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { type Names, numberOf } from '../../i18n/render-sentence.ts';
import { type PossibleAct, possibleActs } from '../../queries/may-act.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { otherReferences } from '../../queries/other-references.ts';
import { type PossibleDuplicate, possibleDuplicates } from '../../queries/possible-duplicates.ts';
import type { View } from '../../queries/read.ts';

/** A referral as a viewer sees it, with all that its pages need. */
export interface ReferralView extends View {
  person: Person;
  /** Whether the viewer's agency triages and routes it. */
  isCoordinator: boolean;
  acts: readonly PossibleAct[];
  lookup: DirectoryLookup;
  names: Names;
  /** Reference numbers of other referrals that it names, by id. */
  references: ReadonlyMap<string, string>;
  /** For people who triage it: other referrals that share values with it. */
  duplicates: readonly PossibleDuplicate[];
  /** What would change the countries that the rules propose. */
  countryChanges: readonly CountryChange[];
}

/** What pages about referrals need. */
export interface ReferralPageDeps extends HttpDependencies {
  /** Reads the directory and the people, from which pages take names. */
  lookup: () => Promise<DirectoryLookup>;
}

/** Reads a referral for a page. @throws ReferralError UNKNOWN_REFERRAL if it does not exist or the person may not see it. */
export async function openReferral(
  deps: Pick<ReferralPageDeps, 'db' | 'reader' | 'lookup' | 'triageWeights'>,
  person: Person,
  name: string,
  now: Instant,
): Promise<ReferralView> {
  const view = await deps.reader.status(person, name);
  const { referral } = view;
  const [lookup, named, found] = await Promise.all([
    deps.lookup(),
    otherReferences(deps.db, person, view),
    possibleDuplicates(deps.db, person, [referral]),
  ]);
  const duplicates = found.get(referral.id) ?? [];
  const references = new Map([...named, ...duplicates.map((each) => [each.referralId, each.reference] as const)]);
  const names = nameLookup(lookup, referral, references);
  const isCoordinator = referral.coordinatorAgencyId === person.agencyId;
  const acts = possibleActs(referral, person, now);
  const proposal = referral.triage.state === 'open' ? undefined : referral.triage.proposal;
  const countryChanges = (proposal && proposalChanges(referral.facts, proposal, deps.triageWeights)) ?? [];
  return { ...view, person, isCoordinator, acts, lookup, names, references, duplicates, countryChanges };
}

/** Ids of its possible duplicates: those that share most values, and then others that were found when it was recorded. */
export function duplicateIds({ links }: Referral, duplicates: readonly PossibleDuplicate[]): string[] {
  const recorded = links.filter(({ kind }) => kind === 'possible-duplicate').map(({ otherId }) => otherId);
  return [...new Set([...duplicates.map(({ referralId }) => referralId), ...recorded])];
}

/**
 * Acts of other people after entry `seen`. Acts of the engine do not count. The result is empty if the act `actId` of this
 * form was recorded: the form was then sent before, and the engine returns the earlier answer.
 */
export function othersActs(
  journal: readonly JournalEntry[],
  seen: number,
  { personId }: Person,
  actId: string,
): JournalEntry[] {
  const later = journal.filter(({ seq }) => seq > seen);
  if (later.some((entry) => entry.actId === actId)) return [];
  return later.filter(({ by }) => by.kind === 'person' && by.personId !== personId);
}

/** The name of a party to a question or translation. */
export function partyName(party: CaseParty, { referral, names }: Pick<ReferralView, 'referral' | 'names'>): string {
  if (party.kind === 'recipient') return names.recipient(party.recipientId);
  return names.agency(party.kind === 'sender' ? actingSenderOf(referral) : referral.coordinatorAgencyId);
}

/** The name of the contact point, with the number of the recipient if another recipient has the same name. */
export function recipientTitle(id: string, { referral, names }: Pick<ReferralView, 'referral' | 'names'>): string {
  const name = names.recipient(id);
  const isAlone = referral.recipients.every((other) => other.id === id || names.recipient(other.id) !== name);
  return isAlone ? name : `${name} (${numberOf(id)})`;
}
