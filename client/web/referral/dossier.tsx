/** The dossier of a referral: the form that asks for it, and the answer with the file. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ERRORS, type ReferralError } from '../../../domain/errors.ts';
import { READING_PURPOSES } from '../../../domain/reading-purposes.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../domain/words/languages.ts';
import { parse } from '../../contract/parse.ts';
import { makeDossierFile } from '../../documents/dossier.ts';
import { PDF_TYPE } from '../../documents/pdf.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { readsBeyondAllowance } from '../../http/identity/step-up.ts';
import { documentReader, sendFile } from '../../http/send-file.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { readFormValues, showPage } from '../page.tsx';
import { Form, Input, Select, Submit } from '../parts/form.tsx';
import { refusalToShow } from '../refusal-to-show.ts';
import { valuesToRepeat } from '../values-to-repeat.ts';
import { useViewer } from '../viewer.ts';
import { faultOfRefusal } from './act-request.ts';
import { Heading } from './heading.tsx';
import { makeDossierPdf } from './make-dossier-pdf.ts';
import { type MayRead, mayRead } from './may-read.ts';
import { FurtherPurpose } from './particulars.tsx';
import { openReferral, type ReferralPageDeps, type ReferralView } from './referral-view.ts';

interface OfReferral {
  Params: { reference: string };
}

const dossierForm = z.object({
  format: z.enum(['pdf', 'json']).default('pdf'),
  language: z.enum(LANGUAGES).exactOptional(),
  /** Absent: without particulars. */
  purposeCode: z.enum(READING_PURPOSES).exactOptional(),
  purpose: z.string().default(''),
  further: z.string().default(''),
});

/** Registers the page of the dossier. */
export function dossierPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<OfReferral>('/referrals/:reference/dossier', (request, reply) => showForm(deps, request, reply));
  const config = { stepUp: readsBeyondAllowance };
  app.post<OfReferral>('/referrals/:reference/dossier', { config }, async (request, reply) => {
    try {
      return sendFile(reply, await fileFor(deps, request));
    } catch (error) {
      return showForm(deps, request, reply, refusalToShow(error));
    }
  });
}

interface NamedFile {
  file: Uint8Array;
  type: string;
  name: string;
}

async function fileFor(deps: ReferralPageDeps, request: FastifyRequest<OfReferral>): Promise<NamedFile> {
  const principal = principalOf(request);
  const filled = Object.entries(Object(request.body)).filter(([name, value]) => name !== '_csrf' && value !== '');
  const asked = parse(dossierForm, Object.fromEntries(filled));
  const { format, language = principal.language, purposeCode, purpose, further } = asked;
  const reader = documentReader(principal, language);
  const stated = purposeCode && { code: purposeCode, text: purpose, further };
  const make = format === 'pdf' ? makeDossierPdf : makeDossierFile;
  const { reference, file } = await make(deps, reader, request.params.reference, stated);
  const type = format === 'pdf' ? PDF_TYPE : 'application/json; charset=utf-8';
  return { file, type, name: `${reference}-dossier.${format}` };
}

async function showForm(
  deps: ReferralPageDeps,
  request: FastifyRequest<OfReferral>,
  reply: FastifyReply,
  error?: ReferralError,
): Promise<FastifyReply> {
  const { person, language } = principalOf(request);
  const view = await openReferral(deps, person, request.params.reference, new Date().toISOString());
  const { reference } = view.referral;
  const t = translatorFor(language);
  const title = t('documents:dossier.title', { reference });
  const { access } = await mayRead(deps, view);
  const body = <DossierForm view={view} access={access} />;
  if (error === undefined) return showPage(request, reply, { title, body });
  const formValues = await valuesToRepeat(deps.guard, readFormValues(request.body), error);
  const refused = { status: ERRORS[error.code].http, faults: [faultOfRefusal(error, language)], formValues };
  return showPage(request, reply, { title, body, ...refused });
}

const PURPOSES = { none: [], emergency: ['emergency'], 'any-purpose': READING_PURPOSES } as const;

/** A purpose is offered to those who may read the particulars, in an emergency only if that is all they may. A drill has none. */
function DossierForm({ view: { referral }, access }: { view: ReferralView; access: MayRead['access'] }) {
  const { t, language } = useViewer();
  const { reference } = referral;
  const purposes = referral.facts.drill ? [] : PURPOSES[access];
  return (
    <>
      <a class="govuk-back-link" href={`/referrals/${reference}`}>
        {reference}
      </a>
      <Heading referral={referral} title={t('documents:dossier.heading')} />
      <div class="desk-measure">
        <p class="govuk-body">{t('documents:dossier.lead')}</p>
        <Form action={`/referrals/${reference}/dossier`}>
          <Select
            name="format"
            label={t('documents:dossier.format')}
            value="pdf"
            options={[
              { value: 'pdf', label: t('documents:dossier.pdf') },
              { value: 'json', label: t('documents:dossier.json') },
            ]}
          />
          <Select
            name="language"
            label={t('documents:sla.language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          {purposes.length > 0 && (
            <>
              <Select
                name="purposeCode"
                label={t('referral:part.particulars')}
                hint={t('referral:particulars.lead')}
                empty={t('documents:dossier.without')}
                options={purposes.map((value) => ({ value, label: t(`codes:readingPurpose.${value}`) }))}
              />
              <Input
                name="purpose"
                label={t('referral:particulars.purpose-details')}
                hint={t('referral:particulars.purpose-details-hint')}
              />
              <FurtherPurpose />
            </>
          )}
          <Submit>{t('documents:dossier.download')}</Submit>
        </Form>
      </div>
    </>
  );
}

/** Leads to the page of the dossier. */
export function DossierLink({ reference }: { reference: string }) {
  const { t } = useViewer();
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/referrals/${reference}/dossier`}>
        {t('documents:dossier.link')}
      </a>
    </p>
  );
}
