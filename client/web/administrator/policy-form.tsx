/** The form that proposes a new version of the clock policies, by file or pasted. Each fault is named with its field. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { FORM_BYTES } from '../../http/form-limits.ts';
import { uploadedFiles } from '../../http/uploads.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { FileInput, Form, Submit, TextArea } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { type EditingContext, editingContext } from './editor.ts';

const form = z.object({ file: uploadedFiles, policies: z.string().default('') });

const PATH = '/admin/policies/new';

/** Registers the form. */
export function policyFormPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get(PATH, (request, reply) => show(request, reply, editingContext(request, 'policies')));

  app.post(PATH, { bodyLimit: FORM_BYTES.files }, async (request, reply) => {
    const now = editingContext(request, 'policies');
    const { file, policies } = form.parse(request.body ?? {});
    const [sent] = file;
    const text = sent ? Buffer.from(sent.content).toString() : policies;
    const again = (messages: string[], status = 422) =>
      show(request, reply, now, {
        ...{ status, formValues: { policies: [text] } },
        faults: messages.map((message) => ({ field: sent ? 'file' : 'policies', message })),
      });
    const read = readText(text, now.t);
    if ('faults' in read) return again(read.faults);
    try {
      const result = await administer(deps, now.editor, { type: 'adopt-policies', policies: read.policies });
      if (result.outcome !== 'proposed') return again([now.t('policies:same')]);
      return redirectAfterPost(reply, `/admin/proposals/${result.proposalId}?proposed`);
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const { version } = read.policies;
      const isUsed = error.code === 'INVALID_INPUT' && error.field === 'version';
      const message = isUsed ? now.t('policies:used', { version }) : now.t(`codes:error.${error.code}`);
      return again([message], ERRORS[error.code].http);
    }
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { t }: EditingContext,
    refused: object = {},
  ): FastifyReply {
    return showPage(request, reply, {
      title: t('policies:propose'),
      desk: 'policies',
      ...refused,
      body: <PolicyForm />,
    });
  }
}

function readText(text: string, t: Translate): { policies: ClockPolicies } | { faults: string[] } {
  if (text.trim() === '') return { faults: [t('policies:nothing')] };
  try {
    return readPolicies(JSON.parse(text));
  } catch (error) {
    return { faults: [t('policies:json', { message: error instanceof Error ? error.message : '' })] };
  }
}

function PolicyForm() {
  const { t } = useViewer();
  return (
    <>
      <a class="govuk-back-link" href="/admin/policies">
        {t('everywhere:nav.policies')}
      </a>
      <h1 class="govuk-heading-l">{t('policies:propose')}</h1>
      <div class="desk-measure">
        <p class="govuk-body">{t('policies:hint')}</p>
        <Form action={PATH} file>
          <FileInput name="file" label={t('policies:file')} accept=".json" />
          <TextArea name="policies" label={t('policies:text')} rows={12} />
          <Submit>{t('policies:submit')}</Submit>
        </Form>
      </div>
    </>
  );
}
