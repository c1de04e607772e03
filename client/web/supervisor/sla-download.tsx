/** The deadlines of one referral as a PDF: the form that asks for it, and the answer with the file. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../domain/words/languages.ts';
import { parse } from '../../contract/parse.ts';
import { imprintOf } from '../../documents/imprint.ts';
import { PDF_TYPE } from '../../documents/pdf.ts';
import { recordDownload } from '../../documents/record-download.ts';
import { slaPdf } from '../../documents/sla-pdf.ts';
import { documentReader, sendFile } from '../../http/send-file.ts';
import { nameLookup } from '../../queries/names.ts';
import { otherReferences } from '../../queries/other-references.ts';
import { slaOf } from '../../queries/sla.ts';
import { eventsOf } from '../../queries/timeline.ts';
import { Form, Select, Submit } from '../parts/form.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

const chosen = z.object({ language: z.enum(LANGUAGES).exactOptional() });

/** Registers the address that the form sends to. */
export function slaDownloadPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.post<{ Params: { reference: string }; Body: { language?: unknown } | undefined }>(
    '/sla/:reference/pdf',
    async (request, reply) => {
      const { principal } = requireDesk(request, 'sla');
      const { person } = principal;
      const { language: given } = request.body ?? {};
      const { language = principal.language } = parse(chosen, given === undefined ? {} : { language: given });
      const view = await deps.reader.status(person, request.params.reference);
      const { referral, journal } = view;
      const madeAt = new Date().toISOString();
      const [sla, imprint, references, lookup] = await Promise.all([
        slaOf(deps, view, madeAt, language),
        imprintOf(deps.db, journal, madeAt),
        otherReferences(deps.db, person, view),
        deps.lookup(),
      ]);
      const file = await slaPdf({
        ...{ referral, sla, imprint, events: eventsOf(journal) },
        ...{ names: nameLookup(lookup, referral, references), reader: documentReader(principal, language) },
      });
      await recordDownload(deps, person, { referralId: referral.id, kind: 'sla-timeline', format: 'pdf', file });
      return sendFile(reply, { file, type: PDF_TYPE, name: `${referral.reference}-sla.pdf` });
    },
  );
}

/** Where on the page the document is. */
export const SLA_DOCUMENT = 'document';

/** Explains the document, with the button that downloads it. */
export function SlaDownload({ reference }: { reference: string }) {
  const { t, language } = useViewer();
  return (
    <section class="desk-measure desk-no-print" aria-labelledby={SLA_DOCUMENT}>
      <h2 class="govuk-heading-m" id={SLA_DOCUMENT}>
        {t('documents:sla.heading')}
      </h2>
      <p class="govuk-body">{t('documents:sla.lead')}</p>
      <Form action={`/sla/${encodeURIComponent(reference)}/pdf`}>
        <Select
          name="language"
          label={t('documents:sla.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Submit kind="secondary">{t('documents:sla.download')}</Submit>
      </Form>
    </section>
  );
}
