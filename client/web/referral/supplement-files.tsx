/** Supplements from report files: an upload, a page that shows what would be added, and the act. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { permittedRows } from '../../../domain/decide.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { Keyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { addition } from '../../contract/acts.ts';
import { additionOfHashes, isHashList } from '../../contract/hash-list.ts';
import type { UploadedFile } from '../../contract/parse-report.ts';
import { additionOf } from '../../contract/report-addition.ts';
import { additionBudget } from '../../engine/addition-budget.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { FORM_BYTES } from '../../http/form-limits.ts';
import { type Principal, principalOf } from '../../http/identity/principal.ts';
import { uploadedFiles } from '../../http/uploads.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { withTimeout } from '../../platform/with-timeout.ts';
import { deleteDraft, readDraft, saveDraft } from '../../workspace/drafts.ts';
import { ownAct } from '../../workspace/read-marks.ts';
import { lossReport, SUPPLEMENT_STEP } from '../intake/draft-content.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import type { FormFault } from '../viewer.ts';
import { faultOfRefusal } from './act-request.ts';
import { addressAfter } from './done-notice.tsx';
import { openReferral, type ReferralPageDeps, type ReferralView } from './referral-view.ts';
import { checkOfForm, seenIn } from './seen-entries.ts';
import { AdditionPage, UploadPage } from './supplement-upload.tsx';

interface OfReferral {
  Params: { reference: string };
}
interface OfDraft {
  Params: { reference: string; draft: string };
}

const upload = z.object({ file: uploadedFiles });

/** A supplement that was read from files and not sent yet. */
const storedAddition = z.object({
  referralId: z.string(),
  addition,
  loss: lossReport,
  schema: z.string().exactOptional(),
});

/** Registers the pages. What was read is stored as a draft, encrypted, until it is sent. */
export function supplementFilePages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<OfReferral>('/referrals/:reference/supplement-files', async (request, reply) => {
    return showUpload(request, reply, await openForSupplement(deps, request));
  });

  app.post<OfReferral>(
    '/referrals/:reference/supplement-files',
    { bodyLimit: FORM_BYTES.files },
    async (request, reply) => {
      const { person, language } = principalOf(request);
      const view = await openForSupplement(deps, request);
      const { file } = upload.parse(request.body ?? {});
      if (file.length === 0) {
        const faults = [{ field: 'file', message: translatorFor(language)('referral:supplement-files.none') }];
        return showUpload(request, reply, view, { faults, status: 422 });
      }
      try {
        const id = await saveAddition(deps, person, view.referral.id, await readUpload(deps, person, view, file));
        return redirectAfterPost(reply, `/referrals/${view.referral.reference}/supplement-files/${id}`);
      } catch (error) {
        if (!(error instanceof ReferralError)) throw error;
        const faults = [{ ...faultOfRefusal(error, language), field: 'file' }];
        return showUpload(request, reply, view, { faults, status: ERRORS[error.code].http });
      }
    },
  );

  app.get<OfDraft>('/referrals/:reference/supplement-files/:draft', async (request, reply) => {
    const view = await openForSupplement(deps, request);
    return showAddition(
      request,
      reply,
      view,
      await openAddition(deps, principalOf(request), view, request.params.draft),
    );
  });

  app.post<OfDraft>('/referrals/:reference/supplement-files/:draft', async (request, reply) => {
    const { person, language } = principalOf(request);
    const view = await openForSupplement(deps, request);
    const { reference, id } = view.referral;
    const stored = await openAddition(deps, principalOf(request), view, request.params.draft);
    try {
      const act = { type: 'supplement' as const, addition: stored.addition };
      const key = request.params.draft;
      const seen = seenIn(readFormValues(request.body), view);
      const options = { key, sent: stored.addition, check: checkOfForm(deps, person, view, { seen, key }) };
      const { seq } = await ownAct(deps, person, id, () =>
        withTimeout(deps.engine.perform(person, reference, act, options), FORM_ACT_TIMEOUT_MS),
      );
      await deleteDraft(deps, person, request.params.draft);
      return redirectAfterPost(reply, addressAfter(`/referrals/${reference}`, 'supplement', seq));
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const faults = [{ ...faultOfRefusal(error, language), field: '' }];
      const current = await openForSupplement(deps, request);
      return showAddition(request, reply, current, stored, { faults, status: ERRORS[error.code].http });
    }
  });
}

/** What was read from files. */
type ReadAddition = Omit<z.input<typeof storedAddition>, 'referralId'>;

/** Reads report files, or one list of hash values. */
async function readUpload(
  deps: ReferralPageDeps,
  person: Person,
  { referral }: ReferralView,
  files: readonly UploadedFile[],
): Promise<ReadAddition> {
  const [file, ...others] = files;
  if (file && others.length === 0 && isHashList(file.content)) {
    const { fields } = additionOfHashes(file.content);
    // Hash values have a form. The names of their sources are free text.
    await deps.guard.material({ materials: fields.materials.map(({ source }) => ({ source })) });
    return { addition: fields, loss: [] };
  }
  const limits = await additionBudget(deps, person, referral.id);
  const { submission, loss, schema } = await deps.engine.admit(person, 'supplement', () =>
    deps.guard.reports(files, { isXmlOnly: true, limits }),
  );
  return { addition: additionOf(deps.addCountries(submission)), loss, ...(schema !== undefined && { schema }) };
}

/** Saves what was read from files as a draft of the person. Returns its id. */
export async function saveAddition(
  deps: { db: Database; keyring: Keyring },
  person: Person,
  referralId: string,
  read: ReadAddition,
): Promise<string> {
  const content = { referralId, ...read };
  const { id } = await saveDraft(deps, person, { step: SUPPLEMENT_STEP, content, aboutReferral: referralId });
  return id;
}

/** @throws ReferralError if the person may not see or not supplement the referral. */
async function openForSupplement(deps: ReferralPageDeps, request: FastifyRequest<OfReferral>): Promise<ReferralView> {
  const { person } = principalOf(request);
  const view = await openReferral(deps, person, request.params.reference, new Date().toISOString());
  permittedRows(view.referral, { type: 'supplement' }, person);
  return view;
}

async function openAddition(deps: ReferralPageDeps, { person }: Principal, { referral }: ReferralView, id: string) {
  const draft = await readDraft(deps, person, id);
  const stored = draft?.step === SUPPLEMENT_STEP ? storedAddition.parse(draft.content) : undefined;
  if (stored?.referralId === referral.id) return { id, ...stored };
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such draft, or it was sent already.');
}

interface Shown {
  faults?: readonly FormFault[];
  status?: number;
}

function showUpload(request: FastifyRequest, reply: FastifyReply, view: ReferralView, shown: Shown = {}) {
  const { language } = principalOf(request);
  const title = translatorFor(language)('referral:supplement-files.title');
  return showPage(request, reply, { title, ...shown, body: <UploadPage referral={view.referral} /> });
}

function showAddition(
  request: FastifyRequest,
  reply: FastifyReply,
  { referral }: ReferralView,
  { id, addition, loss, schema }: Awaited<ReturnType<typeof openAddition>>,
  shown: Shown = {},
) {
  const { language } = principalOf(request);
  const title = translatorFor(language)('referral:supplement-files.title');
  const body = <AdditionPage {...{ referral, id, addition, loss, schema }} />;
  return showPage(request, reply, { title, ...shown, body });
}
