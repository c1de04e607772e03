/** Collects the dossier of a referral: only what its reader sees on the page, with particulars only for a stated purpose. */

import type { z } from 'zod';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import type { Person } from '../../domain/people.ts';
import type { TriageWeights } from '../../domain/routing/weights.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { dossierAnswer } from '../contract/answers/dossier.ts';
import { renderWithCodes } from '../i18n/render-sentence.ts';
import { explainedClocks } from '../queries/explained-clocks.ts';
import type { DirectoryLookup } from '../queries/names.ts';
import type { Reader, View } from '../queries/read.ts';
import type { DisclosedText, StatedPurpose } from '../queries/read-particulars.ts';
import { timelineOf } from '../queries/timeline.ts';
import { type DocumentReader, type Imprint, imprintOf } from './imprint.ts';
import { recordDownload } from './record-download.ts';

/** What making a dossier needs. */
export interface DossierDeps {
  db: Database;
  reader: Reader;
  policies: ClockPolicies;
}

/** Who reads it. */
export interface DossierReader {
  person: Person;
  name: string;
  agency: string;
}

/** What making a dossier as PDF needs. */
export interface DossierPdfDeps {
  db: Database;
  reader: Reader;
  /** Default: the built-in ones. */
  triageWeights?: TriageWeights;
  /** Default: reads the directory and the people again. */
  lookup?: () => Promise<DirectoryLookup>;
}

/** Makes the dossier as PDF, and records the download. The pages provide it, so that API and commands do not import them. */
export type MakeDossierPdf = (
  deps: DossierPdfDeps,
  reader: DocumentReader,
  name: string,
  purpose: StatedPurpose | undefined,
) => Promise<{ reference: string; file: Buffer }>;

/** A referral as disclosed to its reader, with the particulars if they were read. */
export interface Dossier {
  view: View;
  imprint: Imprint;
  particulars?: { purpose: StatedPurpose; said: DisclosedText[] };
}

/**
 * Reads the referral. With a purpose, particulars are read too, which is recorded first.
 *
 * @throws ReferralError UNKNOWN_REFERRAL; with a purpose, the errors of `Reader.particulars`
 */
async function readDossier(
  { db, reader }: DossierDeps,
  person: Person,
  name: string,
  purpose: StatedPurpose | undefined,
): Promise<Dossier> {
  const read = purpose && { purpose, said: (await reader.particulars(person, name, purpose)).said };
  const view = await reader.status(person, name);
  const imprint = await imprintOf(db, view.journal, new Date().toISOString());
  return { view, imprint, ...(read && { particulars: read }) };
}

/** The dossier as JSON, as `dossierAnswer` describes it. */
async function dossierJson(
  deps: DossierDeps,
  { person: { personId, agencyId }, name, agency }: DossierReader,
  { view, imprint: { madeAt, policyVersions, checkpoint }, particulars }: Dossier,
): Promise<z.output<typeof dossierAnswer>> {
  const { referral, journal, letters } = view;
  const { handlingCode, tlp } = referral.facts;
  const { clocks } = await explainedClocks(deps, view, 'en');
  const timeline = timelineOf(journal, letters).map(({ said, ...entry }) => ({
    ...entry,
    text: renderWithCodes(said),
  }));
  const answer: z.input<typeof dossierAnswer> = {
    ...{ format: 'liaise-dossier/1', madeAt, handlingCode, tlp, reader: { personId, name, agencyId, agency } },
    ...(particulars && { purpose: { code: particulars.purpose.code, text: particulars.purpose.text } }),
    ...{ referral, clocks, timeline },
    ...(particulars && { particulars: particulars.said }),
    policyVersions,
    ...(checkpoint && { checkpoint }),
  };
  return dossierAnswer.parse(answer);
}

/** Makes the dossier as a file of JSON, and records the download. */
export async function makeDossierFile(
  deps: DossierDeps,
  reader: DossierReader,
  name: string,
  purpose: StatedPurpose | undefined,
): Promise<{ reference: string; file: Buffer }> {
  const { person } = reader;
  const dossier = await readDossier(deps, person, name, purpose);
  const { id: referralId, reference } = dossier.view.referral;
  const file = Buffer.from(`${JSON.stringify(await dossierJson(deps, reader, dossier), null, 2)}\n`);
  await recordDownload(deps, person, { referralId, kind: 'dossier', format: 'json', file });
  return { reference, file };
}
