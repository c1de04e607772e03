/** New referral: by form or by file, and what was begun before. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { type ReportFault as FileFault, InvalidReport } from '../../../domain/exchange/report-faults.ts';
import { guardMaterial } from '../../../domain/material-guard.ts';
import type { Person } from '../../../domain/people.ts';
import type { DraftLine } from '../../../prisma/store/drafts.ts';
import { parseReport } from '../../contract/parse-report.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { deleteDraft, listDrafts, saveDraft } from '../../workspace/drafts.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import type { CaseDeps } from '../referral/case.ts';
import { atDesk } from '../require-desk.ts';
import type { Fault, FormValues } from '../viewer.ts';
import { blankFields, fieldsOfSubmission } from './draft-words.ts';
import { Start } from './start.tsx';

/** `file` as it came; a browser sends an empty one where none was chosen. */
const upload = z.object({ file: z.instanceof(Uint8Array).optional(), pasted: z.string().optional() });

export function startPages(app: FastifyInstance, deps: CaseDeps): void {
  app.get('/referrals/new', (request, reply) => show(deps, request, reply));

  app.post('/referrals/new', async (request, reply) => {
    const { principal } = atDesk(request, 'new-referral');
    const words = { fields: blankFields(principal.language), loss: [] };
    const { id } = await saveDraft(deps, principal.person, { step: 'what', words });
    return redirectAfterPost(reply, `/referrals/new/${id}/what`);
  });

  app.post('/referrals/new/file', async (request, reply) => {
    const { principal, words } = atDesk(request, 'new-referral');
    const { file, pasted = '' } = upload.parse(request.body ?? {});
    const bytes = file && file.length > 0 ? file : Buffer.from(pasted);
    if (bytes.length === 0) {
      const faults = [{ field: 'file', message: words('intake:file.none') }];
      return show(deps, request, reply, { faults, status: 422 });
    }
    try {
      const { submission, loss } = await deps.engine.admit(principal.person, 'submit', () => {
        const understood = parseReport(bytes);
        guardMaterial(understood.submission);
        return { ...understood, submission: deps.locateIps(understood.submission) };
      });
      const kept = { fields: fieldsOfSubmission(submission), loss };
      const { id } = await saveDraft(deps, principal.person, { step: 'check', words: kept });
      return redirectAfterPost(reply, `/referrals/new/${id}/check`);
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const message = refusalText(error, { ...error.facts, field: error.field }, principal.language);
      const found = error instanceof InvalidReport ? error.faults : [];
      const typed = pasted === '' ? {} : { pasted: [pasted] };
      const faults = [{ field: pasted === '' ? 'file' : 'pasted', message }];
      return show(deps, request, reply, { faults, found, typed, status: 422 });
    }
  });

  app.post<{ Params: { id: string } }>('/referrals/new/:id/delete', async (request, reply) => {
    const { principal } = atDesk(request, 'new-referral');
    await deleteDraft(deps, principal.person, request.params.id);
    return redirectAfterPost(reply, '/referrals/new');
  });
}

interface Shown {
  faults?: readonly Fault[];
  /** Every fault of the file, with its place. */
  found?: readonly FileFault[];
  typed?: FormValues;
  status?: number;
}

async function show(
  deps: CaseDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown = {},
): Promise<FastifyReply> {
  const { principal, words } = atDesk(request, 'new-referral');
  const { found = [], ...page } = shown;
  const drafts = await unsentDrafts(deps, principal.person);
  const body = <Start drafts={drafts} found={found} />;
  return showPage(request, reply, {
    ...{ title: words('everywhere:nav.new-referral'), desk: 'new-referral', body },
    ...page,
  });
}

/** Drafts that became a referral are not listed. They keep only its reference until they expire. */
async function unsentDrafts(deps: CaseDeps, person: Person): Promise<DraftLine[]> {
  const drafts = await listDrafts(deps, person);
  return drafts.filter(({ step }) => step !== 'sent');
}
