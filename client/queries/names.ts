/** Names for ids on pages: of agencies, contact points and people, and reference numbers of visible referrals. */

import { type Absence, isAbsent } from '../../domain/absence.ts';
import { type Actor, OFFICERS } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { agency, contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { recentDirectory } from '../../prisma/store/directory-version.ts';
import { listPeople } from '../../prisma/store/people.ts';
import { day } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Names } from '../i18n/render-sentence.ts';

/** The directory and all people, at most a few seconds old. */
export interface DirectoryLookup {
  directory: Directory;
  people: readonly ListedPerson[];
}

/** `officerAt` lists the agencies at which the person can handle referrals. Absences that are over may be there. */
interface ListedPerson {
  id: string;
  name: string;
  /** IANA time zone. */
  zone: string;
  officerAt: readonly string[];
  absence?: Absence;
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
  return people.map(({ id, name, zone, absence, memberships }) => ({
    ...{ id, name, zone, ...(absence && { absence }) },
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
    absenceOf: (id) => {
      const { zone, absence } = people.find((each) => each.id === id) ?? {};
      return absence && zone ? { ...absence, zone } : undefined;
    },
  };
}

/** Who acted, as the people of an agency see it: a rule, the person if it is a colleague, or else the other agency. */
export function actorName(by: Actor, names: Names, agencyId: string | undefined, t: Translate): string {
  if (by.kind === 'engine') return t('referral:by-rule');
  return by.agencyId === agencyId ? names.person(by.personId) : names.agency(by.agencyId);
}

/** The name of a person who handles referrals. If the person is absent now, with the end of the absence and the deputy. */
export function handlerName(
  names: Names,
  personId: string,
  { t, language, now }: { t: Translate; language: Language; now: Instant },
): string {
  const name = names.person(personId);
  const absence = names.absenceOf?.(personId);
  if (absence === undefined || !isAbsent(absence, absence.zone, now)) return name;
  const until = day(absence.until, language, 'UTC');
  if (absence.deputyId === undefined) return t('officer:absence.note', { name, until });
  return t('officer:absence.note-with-deputy', { name, until, deputy: names.person(absence.deputyId) });
}
