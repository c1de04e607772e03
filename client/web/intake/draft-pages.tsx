/** A new referral by form: each step is saved as a draft, material is refused before it is saved, and then it is sent. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import { guardMaterial } from '../../../domain/material-guard.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { savedFields } from '../../http/identity/authentication.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { readDraft, saveDraft } from '../../workspace/drafts.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { faultOfRefusal } from '../referral/act-request.ts';
import type { CaseDeps } from '../referral/case.ts';
import { atDesk } from '../require-desk.ts';
import type { Fault, FormValues } from '../viewer.ts';
import { type DraftWords, draftWordsIn, shownIn, withoutRow, withStep } from './draft-words.ts';
import { StepPage } from './step-page.tsx';
import { isStep, type Step, stepAfter, stepOf } from './steps.ts';
import { submissionIn } from './submission-form.ts';
import { coerceFormValues } from './typed-values.ts';

interface OfStep {
  Params: { id: string; step: string };
}

export function draftPages(app: FastifyInstance, deps: CaseDeps): void {
  app.get<OfStep & { Querystring: { more?: string } }>('/referrals/new/:id/:step', async (request, reply) => {
    const { principal } = atDesk(request, 'new-referral');
    const { id, step, words } = await open(deps, principal, request.params);
    if (words.sent) return redirectAfterPost(reply, `/referrals/${words.sent}`);
    const { fields } = words;
    const faults = step === 'check' ? submissionIn({ ...principal, fields }).faults : [];
    return show(deps, request, reply, { ...{ principal, id, step, words, faults }, more: request.query.more });
  });

  app.post<OfStep>('/referrals/new/:id/:step', async (request, reply) => {
    const { principal } = atDesk(request, 'new-referral');
    const { id, step, words } = await open(deps, principal, request.params);
    if (words.sent) return redirectAfterPost(reply, `/referrals/${words.sent}?done=submit`);
    if (step === 'check') return send(deps, request, reply, { principal, id, step, words, faults: [] });
    const typed = readFormValues(request.body);
    const fields = withStep(words.fields, step, typed);
    const drawn = { principal, id, step, words: { ...words, fields } };
    const refused = await refusalOf(deps, principal, fields);
    if (refused) return show(deps, request, reply, { ...drawn, faults: [refused], status: 422 });
    const [go = 'next'] = typed['go'] ?? [];
    const next = nextOf(go, step);
    const kept = go.startsWith('remove:') ? withoutRow(fields, go.slice('remove:'.length)) : fields;
    await saveDraft(deps, principal.person, { id, step: next.step, words: { ...words, fields: kept } });
    if (go !== 'next') return redirectAfterPost(reply, next.path(id));
    const faults = submissionIn({ ...principal, fields }).faults.filter(({ field }) => stepOf(field) === step);
    if (faults.length > 0) return show(deps, request, reply, { ...drawn, faults, status: 422 });
    return redirectAfterPost(reply, next.path(id));
  });
}

interface Drawn {
  principal: Principal;
  id: string;
  step: Step;
  words: DraftWords;
  faults: readonly Fault[];
  more?: string | undefined;
  status?: number;
}

async function open(deps: CaseDeps, { person }: Principal, { id, step }: OfStep['Params']) {
  const draft = await readDraft(deps, person, id);
  if (draft && isStep(step)) return { id, step, words: draftWordsIn(draft.words) };
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such draft, or it is not yours.');
}

async function send(deps: CaseDeps, request: FastifyRequest, reply: FastifyReply, drawn: Drawn): Promise<FastifyReply> {
  const { principal, id, words } = drawn;
  const { submission, faults } = submissionIn({ ...principal, fields: words.fields });
  if (submission === undefined) return show(deps, request, reply, { ...drawn, faults, status: 422 });
  try {
    const { key = id, loss } = words;
    const { reference } = await withTimeout(
      deps.engine.submit(principal.person, submission, { key, sent: words.fields, loss }),
      FORM_ACT_TIMEOUT_MS,
    );
    // Of the draft nothing stays but where it went: sending it twice leads there.
    await saveDraft(deps, principal.person, { id, step: 'sent', words: { fields: {}, sent: reference } });
    return redirectAfterPost(reply, `/referrals/${reference}?done=submit`);
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    // What was refused may be mended, and is another submission then; what nobody answered may have been taken.
    const again = { ...words, key: crypto.randomUUID() };
    if (error.code !== 'ENGINE_UNAVAILABLE')
      await saveDraft(deps, principal.person, { id, step: 'check', words: again });
    const { http: status } = ERRORS[error.code];
    return show(deps, request, reply, { ...drawn, faults: [faultOfRefusal(error, principal.language)], status });
  }
}

/** Material is refused here already: it is not even kept as a draft. The refusal is on record. */
async function refusalOf(
  { engine }: CaseDeps,
  { person, language, zone }: Principal,
  fields: FormValues,
): Promise<Fault | undefined> {
  try {
    await engine.admit(person, 'submit', () => guardMaterial(coerceFormValues(fields, zone)));
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return faultOfRefusal(error, language);
    throw error;
  }
}

function nextOf(go: string, step: Step): { step: Step; path: (id: string) => string } {
  if (go === 'save') return { step, path: () => '/referrals/new' };
  if (go.startsWith('add:'))
    return { step, path: (id) => `/referrals/new/${id}/${step}?more=${encodeURIComponent(go.slice(4))}` };
  if (go.startsWith('remove:')) return { step, path: (id) => `/referrals/new/${id}/${step}` };
  return { step: stepAfter(step), path: (id) => `/referrals/new/${id}/${stepAfter(step)}` };
}

async function show(deps: CaseDeps, request: FastifyRequest, reply: FastifyReply, drawn: Drawn): Promise<FastifyReply> {
  const { principal, id, step, words, faults, more, status = 200 } = drawn;
  const { loss } = words;
  // What a lost session has kept of this step stands before what the draft had.
  const kept = savedFields(request);
  const fields = kept && step !== 'check' ? withStep(words.fields, step, readFormValues(kept)) : words.fields;
  const { directory } = await deps.book();
  const languages = [...new Set(['en', ...directory.contactPoints.flatMap((point) => point.languages)])].sort();
  const { submission } = step === 'check' ? submissionIn({ ...principal, fields }) : {};
  const { words: say } = atDesk(request, 'new-referral');
  return showPage(request, reply, {
    ...{
      title: say(`intake:step.${step}`),
      desk: 'new-referral',
      status,
      faults,
      typed: shownIn(fields, principal.zone),
    },
    body: <StepPage {...{ id, step, languages, more, submission, loss }} />,
  });
}
