/** A new address of an own contact point: an officer asks for it, and the old and the new address confirm it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { type DecidedProposal, findProposal } from '../../../prisma/store/proposals.ts';
import { administer, newRequest } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { labelled } from '../../i18n/labelled.ts';
import { type Refused, saveDirectoryForm } from '../administrator/save.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { Form, Input, Select, Submit } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

type OfPoint = { Params: { id: string } };
type OfProposal = { Params: { id: string }; Querystring: { token?: string } };

const addressForm = z.object({ line: z.enum(['desk', 'duty']), email: z.email().max(200) });

/** Registers the pages of addresses. */
export function addressPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db, keyring } = deps;

  app.get<OfPoint>('/agency/contact-points/:id/address', (request, reply) => showForm(request, reply));

  app.post<OfPoint>('/agency/contact-points/:id/address', (request, reply) => {
    const { principal, t } = requireDesk(request, 'agency');
    const { person } = principal;
    const { id } = request.params;
    return saveDirectoryForm(reply, {
      ...{
        form: readForm(addressForm, request.body),
        formValues: readFormValues(request.body),
        t,
        to: '/agency?asked',
      },
      save: async ({ line, email }) => {
        const edit = { type: 'change-address', id, line, address: email } as const;
        const answer = await administer(deps, { person, everywhere: false }, edit);
        if (answer.outcome !== 'proposed') return answer;
        await deps.changeDirectory({
          ...newRequest({ person }),
          task: { type: 'announce', proposalId: answer.proposalId },
        });
        // The form returns to the own agency: the page of proposals is for administrators.
        return { outcome: 'applied' };
      },
      again: (refused) => showForm(request, reply, refused),
    });
  });

  app.get<OfProposal>('/agency/address/:id', (request, reply) => showQuestion(request, reply));

  app.post<OfProposal>('/agency/address/:id', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'agency');
    const { id: proposalId } = request.params;
    const { token: [token = ''] = [], decision: [decision] = [] } = readFormValues(request.body);
    try {
      const type = decision === 'refuse' ? 'refuse-address' : 'confirm-address';
      const task = { type, proposalId, token } as const;
      const outcome = await deps.changeDirectory({ ...newRequest(principal), task });
      if (outcome === 'rejected') return redirectAfterPost(reply, '/agency?refused');
      return redirectAfterPost(reply, `/agency?${outcome === 'applied' ? 'addressed' : 'half'}`);
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      const message = t(`codes:error.${error.code}`);
      return showQuestion(request, reply, {
        status: ERRORS[error.code].http,
        formValues: {},
        faults: [{ field: '', message }],
      });
    }
  });

  async function showForm(
    request: FastifyRequest<OfPoint>,
    reply: FastifyReply,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const { principal, t } = requireDesk(request, 'agency');
    const point = await readContactPoint(db, request.params.id);
    if (point?.agencyId !== principal.person.agencyId) {
      reply.callNotFound();
      return reply;
    }
    const title = t('partner:address.title', { point: point.name });
    return showPage(request, reply, {
      title,
      desk: 'agency',
      ...refused,
      body: <AddressForm title={title} point={point} />,
    });
  }

  async function showQuestion(
    request: FastifyRequest<OfProposal>,
    reply: FastifyReply,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const { principal, t } = requireDesk(request, 'agency');
    const found = await findProposal(db, keyring, request.params.id);
    const isOwn =
      found?.proposal.edit.type === 'change-address' && found.proposal.proposer.agencyId === principal.person.agencyId;
    if (!isOwn) {
      reply.callNotFound();
      return reply;
    }
    const token = request.query.token ?? readFormValues(request.body)['token']?.[0] ?? '';
    const title = t('partner:address.confirm-title');
    const body = <Question title={title} found={found} token={token} />;
    return showPage(request, reply, { title, desk: 'agency', ...refused, body });
  }
}

function AddressForm({ title, point }: { title: string; point: ContactPoint }) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <a class="govuk-back-link" href="/agency">
        {t('everywhere:nav.agency')}
      </a>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('partner:address.how')}</p>
      <Form action={`/agency/contact-points/${point.id}/address`}>
        <Select
          name="line"
          label={t('partner:address.which')}
          options={[
            { value: 'desk', label: labelled(t, t('administrator:email'), point.email) },
            { value: 'duty', label: labelled(t, t('administrator:point.duty-email'), point.dutyEmail ?? '–') },
          ]}
        />
        <Input name="email" type="email" label={t('partner:address.new')} />
        <Submit>{t('partner:address.ask')}</Submit>
      </Form>
    </div>
  );
}

function Question({ title, found, token }: { title: string; found: DecidedProposal; token: string }) {
  const { t } = useViewer();
  const { id, edit, plan } = found.proposal;
  if (edit.type !== 'change-address') return null;
  const { name, email, dutyEmail } = plan.before;
  const old = edit.line === 'desk' ? email : (dutyEmail ?? '–');
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      <dl class="govuk-summary-list">
        <Row label={t('referral:column.point')} value={String(name)} />
        <Row label={t('administrator:proposal.before')} value={String(old)} />
        <Row label={t('administrator:proposal.after')} value={edit.address} />
      </dl>
      <Form action={`/agency/address/${id}`} hidden={{ token }}>
        <div class="govuk-button-group">
          <Submit>{t('partner:address.confirm')}</Submit>
          <Submit kind="secondary" name="decision" value="refuse">
            {t('partner:address.refuse')}
          </Submit>
        </div>
      </Form>
    </div>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
    </div>
  );
}

const NOTICES = ['asked', 'half', 'addressed', 'refused'] as const;

/** What was done about an address, on the page of the own agency. */
export function AddressNotice() {
  const { t, address } = useViewer();
  const { searchParams } = new URL(address, 'http://localhost');
  const done = NOTICES.find((each) => searchParams.has(each));
  if (done === undefined) return null;
  return (
    <Notice title={t('everywhere:done.title')} good>
      {t(`partner:address.done.${done}`)}
    </Notice>
  );
}
