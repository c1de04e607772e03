/** Names for ids on pages: of agencies, contact points and people, and reference numbers of visible referrals. */

import { OFFICERS } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { agency, contactPoint, type Directory } from '../../../domain/routing/directory.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { recentDirectory } from '../../../prisma/store/directory-version.ts';
import { listPeople } from '../../../prisma/store/people.ts';
import type { Names } from '../../i18n/render-sentence.ts';

/** The directory and all people, at most a few seconds old. */
export interface DirectoryLookup {
  directory: Directory;
  /** `officerAt` lists the agencies at which the person can handle referrals. */
  people: readonly { id: string; name: string; officerAt: readonly string[] }[];
}

const SECONDS = 5;

/** Cached for a few seconds, because every page needs it. */
export function openDirectoryLookup(db: Database): () => Promise<DirectoryLookup> {
  let kept: { until: number; people: Promise<DirectoryLookup['people']> } | undefined;
  return async () => {
    if (kept === undefined || kept.until < performance.now()) {
      const people = readPeople(db);
      kept = { until: performance.now() + SECONDS * 1000, people };
      people.catch(() => {
        kept = undefined;
      });
    }
    return { directory: await recentDirectory(db), people: await kept.people };
  };
}

async function readPeople(db: Database): Promise<DirectoryLookup['people']> {
  const people = await listPeople(db);
  return people.map(({ id, name, memberships }) => ({
    id,
    name,
    officerAt: memberships
      .filter(({ roles }) => roles.some((role) => OFFICERS.includes(role)))
      .map(({ agencyId }) => agencyId),
  }));
}

/** An unknown id is shown unchanged. */
export function nameLookup(
  { directory, people }: DirectoryLookup,
  referral: Referral | undefined,
  references: ReadonlyMap<string, string> = new Map(),
): Names {
  const point = (id: string) => contactPoint(directory, id)?.name ?? id;
  return {
    agency: (id) => agency(directory, id)?.name ?? id,
    person: (id) => people.find((each) => each.id === id)?.name ?? id,
    point,
    recipient: (id) => point(referral?.recipients.find((each) => each.id === id)?.contactPointId ?? id),
    referral: (id) => references.get(id) ?? id.slice(0, 8),
  };
}
