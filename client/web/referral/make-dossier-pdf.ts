/** Makes the dossier of a referral as PDF, and records the download. Pages, API and commands use it. */

import type { DossierPdfDeps, MakeDossierPdf } from '../../documents/dossier.ts';
import { imprintOf } from '../../documents/imprint.ts';
import { recordDownload } from '../../documents/record-download.ts';
import { openDirectoryLookup } from '../../queries/names.ts';
import { dossierPdf } from './dossier-pdf.ts';
import { openReferral } from './referral-view.ts';

/** With a purpose, particulars are read too, which is recorded first. */
export const makeDossierPdf: MakeDossierPdf = async (deps, reader, name, purpose) => {
  const { person } = reader;
  const read = purpose && { purpose, said: (await deps.reader.particulars(person, name, purpose)).said };
  const madeAt = new Date().toISOString();
  const view = await openReferral({ ...deps, lookup: lookupOf(deps) }, person, name, madeAt);
  const imprint = await imprintOf(deps.db, view.journal, madeAt);
  const file = await dossierPdf({ view, reader, imprint, ...(read && { particulars: read }) });
  const { id: referralId, reference } = view.referral;
  await recordDownload(deps, person, { referralId, kind: 'dossier', format: 'pdf', file });
  return { reference, file };
};

/** That of the pages is cached. */
function lookupOf({ lookup, db }: DossierPdfDeps) {
  return lookup ?? openDirectoryLookup(db);
}
