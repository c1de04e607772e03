/** A new referral: begins a draft from the form or from a report file, and lists and deletes drafts. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { InvalidReport } from '../../../domain/exchange/report-faults.ts';
import type { Person } from '../../../domain/people.ts';
import type { DraftLine } from '../../../prisma/store/drafts.ts';
import { InvalidInput } from '../../contract/parse.ts';
import { FORM_BYTES } from '../../http/form-limits.ts';
import { uploadedFiles } from '../../http/uploads.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { deleteDraft, listDrafts, saveDraft } from '../../workspace/drafts.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { valuesToRepeat } from '../values-to-repeat.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { fieldsOfSubmission, initialFields, SUPPLEMENT_STEP } from './draft-content.ts';
import { type FileErrors, StartPage } from './start.tsx';

const upload = z.object({ file: uploadedFiles, pasted: z.string().default(''), reportId: z.string().default('') });

/** Registers the pages that start a referral, from a form or a file. */
export function startPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/referrals/new', (request, reply) => show(deps, request, reply));

  app.post('/referrals/new', async (request, reply) => {
    const { principal } = requireDesk(request, 'new-referral');
    const content = { fields: initialFields(principal.language), loss: [] };
    const { id } = await saveDraft(deps, principal.person, { step: 'what', content });
    return redirectAfterPost(reply, `/referrals/new/${id}/what`);
  });

  app.post('/referrals/new/file', { bodyLimit: FORM_BYTES.files }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'new-referral');
    const { file, pasted, reportId } = upload.parse(request.body ?? {});
    const files = file.length > 0 || pasted === '' ? file : [{ name: 'file', content: Buffer.from(pasted) }];
    if (files.length === 0) {
      const faults = [{ field: 'file', message: t('intake:file.none') }];
      return show(deps, request, reply, { faults, status: 422 });
    }
    try {
      const { submission, loss, schema } = await deps.engine.admit(principal.person, 'submit', async () => {
        const report = await deps.guard.reports(files, { reportId: reportId.trim() || undefined });
        return { ...report, submission: deps.addCountries(report.submission) };
      });
      const content = { fields: fieldsOfSubmission(submission), loss, schema };
      const { id } = await saveDraft(deps, principal.person, { step: 'check', content });
      return redirectAfterPost(reply, `/referrals/new/${id}/check`);
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const entered = { ...(pasted !== '' && { pasted: [pasted] }), ...(reportId !== '' && { reportId: [reportId] }) };
      const formValues = await valuesToRepeat(deps.guard, entered, error);
      const errors = fileErrors(error);
      const message = errors
        ? t('intake:file.refused', { count: errors.faults.length })
        : refusalText(error, { ...error.facts, field: error.field }, principal.language);
      const field = error.field === 'reportId' ? 'reportId' : 'file';
      const faults = [{ field: field === 'file' && pasted !== '' ? 'pasted' : field, message }];
      return show(deps, request, reply, { faults, ...(errors && { errors }), formValues, status: 422 });
    }
  });

  app.post<{ Params: { id: string } }>('/referrals/new/:id/delete', async (request, reply) => {
    const { principal } = requireDesk(request, 'new-referral');
    await deleteDraft(deps, principal.person, request.params.id);
    return redirectAfterPost(reply, '/referrals/new');
  });
}

/** Undefined if the file was refused for another reason, such as material. */
function fileErrors(error: ReferralError): FileErrors | undefined {
  if (error instanceof InvalidReport) return { format: 'xml', faults: error.faults };
  return error instanceof InvalidInput ? { format: 'json', faults: error.faults } : undefined;
}

interface StartShown {
  faults?: readonly FormFault[];
  errors?: FileErrors;
  formValues?: FormValues;
  status?: number;
}

async function show(
  deps: ReferralPageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { errors, ...page }: StartShown = {},
): Promise<FastifyReply> {
  const { principal, t } = requireDesk(request, 'new-referral');
  const drafts = await unsentDrafts(deps, principal.person);
  const body = <StartPage drafts={drafts} errors={errors} />;
  return showPage(request, reply, {
    ...{ title: t('everywhere:nav.new-referral'), desk: 'new-referral', body },
    ...page,
  });
}

/** Drafts that became a referral keep only its reference until they expire. Supplements have pages of their own. */
async function unsentDrafts(deps: ReferralPageDeps, person: Person): Promise<DraftLine[]> {
  const drafts = await listDrafts(deps, person);
  return drafts.filter(({ step }) => step !== 'sent' && step !== SUPPLEMENT_STEP);
}
