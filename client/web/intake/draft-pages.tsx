/** A new referral by form. Each step is saved as a draft after the check for material; the last step sends. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import { storedLoss } from '../../../domain/exchange/loss-report.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { FORM_BYTES } from '../../http/form-limits.ts';
import { savedFields } from '../../http/identity/authentication.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { readDraft, saveDraft } from '../../workspace/drafts.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { faultOfRefusal } from '../referral/act-request.ts';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { valuesToRepeat } from '../values-to-repeat.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { type DraftContent, parseDraftContent, SUPPLEMENT_STEP, withStep } from './draft-content.ts';
import { readFields } from './read-fields.ts';
import { readSubmission } from './read-submission.ts';
import { withoutRow } from './row-names.ts';
import { StepPage } from './step-page.tsx';
import { type IntakeStep, isStep, stepAfter, stepOf } from './steps.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';

interface OfStep {
  Params: { id: string; step: string };
}

/** Registers the pages of the steps of a draft. */
export function draftPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<OfStep & { Querystring: { more?: string } }>('/referrals/new/:id/:step', async (request, reply) => {
    const { principal } = requireDesk(request, 'new-referral');
    const { id, step, content } = await openDraft(deps, principal, request.params);
    if (content.sent) return redirectAfterPost(reply, `/referrals/${content.sent}`);
    const faults = step === 'check' ? readSubmission({ ...principal, fields: content.fields }).faults : [];
    return showStep(deps, request, reply, { ...{ principal, id, step, content, faults }, more: request.query.more });
  });

  app.post<OfStep>('/referrals/new/:id/:step', { bodyLimit: FORM_BYTES.referral }, async (request, reply) => {
    const { principal } = requireDesk(request, 'new-referral');
    const { id, step, content } = await openDraft(deps, principal, request.params);
    if (content.sent) return redirectAfterPost(reply, addressOfSent(content.sent, content.same));
    if (step === 'check') return send(deps, request, reply, { principal, id, step, content, faults: [] });
    const posted = readFormValues(request.body);
    const fields = withStep(content.fields, step, posted);
    const page = { principal, id, step, content: { ...content, fields } };
    const refused = await refusalOf(deps, principal, fields);
    if (refused) {
      const content = { ...page.content, fields: await valuesToRepeat(deps.guard, fields, refused) };
      const faults = [faultOfRefusal(refused, principal.language)];
      return showStep(deps, request, reply, { ...page, content, faults, status: ERRORS[refused.code].http });
    }
    const [go = 'next'] = posted['go'] ?? [];
    const next = nextOf(go, step);
    const saved = go.startsWith('remove:') ? withoutRow(fields, go.slice('remove:'.length)) : fields;
    await saveDraft(deps, principal.person, { id, step: next.step, content: { ...content, fields: saved } });
    if (go !== 'next') return redirectAfterPost(reply, next.path(id));
    const faults = readSubmission({ ...principal, fields }).faults.filter(({ field }) => stepOf(field) === step);
    if (faults.length > 0) return showStep(deps, request, reply, { ...page, faults, status: 422 });
    return redirectAfterPost(reply, next.path(id));
  });
}

interface StepShown {
  principal: Principal;
  id: string;
  step: IntakeStep;
  content: DraftContent;
  faults: readonly FormFault[];
  /** The list to which rows are added. */
  more?: string | undefined;
  status?: number;
}

async function openDraft(deps: ReferralPageDeps, { person }: Principal, { id, step }: OfStep['Params']) {
  const draft = await readDraft(deps, person, id);
  if (draft && draft.step !== SUPPLEMENT_STEP && isStep(step))
    return { id, step, content: parseDraftContent(draft.content) };
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such draft, or it is not yours.');
}

function addressOfSent(reference: string, same: true | undefined): string {
  return `/referrals/${reference}?done=${same ? 'submit-same' : 'submit'}`;
}

async function send(
  deps: ReferralPageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: StepShown,
): Promise<FastifyReply> {
  const { principal, id, content } = page;
  const { submission, faults } = readSubmission({ ...principal, fields: content.fields });
  if (submission === undefined) return showStep(deps, request, reply, { ...page, faults, status: 422 });
  try {
    const { key = id, loss, schema } = content;
    const { reference, same } = await withTimeout(
      deps.engine.submit(principal.person, submission, { key, sent: content.fields, loss: storedLoss(loss), schema }),
      FORM_ACT_TIMEOUT_MS,
    );
    // Sending the draft a second time leads to the referral that it became.
    await saveDraft(deps, principal.person, {
      id,
      step: 'sent',
      content: { fields: {}, sent: reference, ...(same && { same }) },
    });
    return redirectAfterPost(reply, addressOfSent(reference, same));
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    // A refused submission may be corrected, and is another one then. After a timeout it may have been accepted.
    const fields =
      error.code === 'MATERIAL_REFUSED' ? await valuesToRepeat(deps.guard, content.fields, error) : content.fields;
    const corrected = { ...content, fields, key: crypto.randomUUID() };
    if (error.code !== 'ENGINE_UNAVAILABLE')
      await saveDraft(deps, principal.person, { id, step: 'check', content: corrected });
    const { http: status } = ERRORS[error.code];
    const faults = [faultOfRefusal(error, principal.language)];
    return showStep(deps, request, reply, { ...page, content: corrected, faults, status });
  }
}

/** Material is refused before the draft is saved. The refusal is recorded in the audit log. */
async function refusalOf(
  { engine, guard }: ReferralPageDeps,
  { person, zone }: Principal,
  fields: FormValues,
): Promise<ReferralError | undefined> {
  try {
    await engine.admit(person, 'submit', () => guard.material(readFields(SUBMISSION_FIELDS, fields, zone).values));
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return error;
    throw error;
  }
}

/** @param go the action of the pressed button: `next`, `save`, `add:<list>` or `remove:<list>.<row>`. */
function nextOf(go: string, step: IntakeStep): { step: IntakeStep; path: (id: string) => string } {
  if (go === 'save') return { step, path: () => '/referrals/new' };
  if (go.startsWith('add:'))
    return { step, path: (id) => `/referrals/new/${id}/${step}?more=${encodeURIComponent(go.slice(4))}` };
  if (go.startsWith('remove:')) return { step, path: (id) => `/referrals/new/${id}/${step}` };
  return { step: stepAfter(step), path: (id) => `/referrals/new/${id}/${stepAfter(step)}` };
}

async function showStep(
  deps: ReferralPageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: StepShown,
): Promise<FastifyReply> {
  const { principal, id, step, content, faults, more, status = 200 } = page;
  const { loss, schema } = content;
  // Values that were posted after the session had ended are newer than the draft.
  const saved = savedFields(request);
  const fields = saved && step !== 'check' ? withStep(content.fields, step, readFormValues(saved)) : content.fields;
  const { directory } = await deps.lookup();
  const languages = [...new Set(['en', ...directory.contactPoints.flatMap((point) => point.languages)])].sort();
  const { submission } = step === 'check' ? readSubmission({ ...principal, fields }) : {};
  const { t } = requireDesk(request, 'new-referral');
  return showPage(request, reply, {
    ...{ title: t(`intake:step.${step}`), desk: 'new-referral', status, formValues: fields },
    faults: faults.map((fault) => withPage(fault, id, step)),
    body: <StepPage {...{ id, step, languages, more, submission, loss, schema }} />,
  });
}

/** The check page shows the errors of all steps. */
function withPage(fault: FormFault, id: string, step: IntakeStep): FormFault {
  const own = stepOf(fault.field);
  return own === step || own === 'check' ? fault : { ...fault, page: `/referrals/new/${id}/${own}` };
}
