/** What a document states about itself: who made it, when, the policy versions that it relies on, and the state of the log. */

import { toBase64 } from '../../domain/audit/bytes.ts';
import { parseCheckpoint } from '../../domain/audit/checkpoint.ts';
import { parseNote } from '../../domain/audit/note.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { newestCheckpoint } from '../../prisma/store/log.ts';
import { formatInstant } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import { formatNumber } from '../i18n/numbers.ts';

/** Who reads a document, and in which language and time zone. */
export interface DocumentReader {
  person: Person;
  name: string;
  agency: string;
  language: Language;
  /** IANA zone of all times in the document. */
  zone: string;
}

/** The imprint of a document. */
export interface Imprint {
  madeAt: Instant;
  /** Versions of the clock policies that the clocks were started with. */
  policyVersions: string[];
  /** The newest signed checkpoint of the audit log; absent before the first. */
  checkpoint?: { origin: string; size: number; root: string; signedAt: Instant };
}

/** The imprint of a document that is made now from these entries. */
export async function imprintOf(db: Queries, journal: readonly JournalEntry[], madeAt: Instant): Promise<Imprint> {
  const versions = journal.flatMap(({ event }) => (event.type === 'clock-started' ? [event.policyVersion] : []));
  const newest = await newestCheckpoint(db);
  if (newest === undefined) return { madeAt, policyVersions: [...new Set(versions)] };
  const { origin, size, root } = parseCheckpoint(parseNote(newest.note).text);
  const checkpoint = { origin, size, root: toBase64(root), signedAt: newest.signedAt.toISOString() };
  return { madeAt, policyVersions: [...new Set(versions)], checkpoint };
}

/** The imprint as lines of text. */
export function imprintLines(
  { madeAt, policyVersions, checkpoint }: Imprint,
  { name, agency, language, zone }: DocumentReader,
  t: Translate,
): string[] {
  const at = (instant: Instant) => formatInstant(instant, language, zone);
  const { origin = '', size = 0, root = '', signedAt = madeAt } = checkpoint ?? {};
  return [
    t('documents:imprint.made', { at: at(madeAt), name, agency }),
    t('documents:imprint.policy', { versions: policyVersions.join(', ') || '–' }),
    checkpoint
      ? t('documents:imprint.checkpoint', { origin, size: formatNumber(size, language), root, at: at(signedAt) })
      : t('documents:imprint.no-checkpoint'),
  ];
}
