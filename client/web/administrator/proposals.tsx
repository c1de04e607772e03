/** Proposals of changes: the list, one of them with what changes, and its confirmation, rejection or withdrawal. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EditOutcome } from '../../../domain/administration/directory-edit.ts';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import { newRequest } from '../../directory/administer.ts';
import { workLeftBy } from '../../directory/open-work.ts';
import { proposalFor, proposalsFor, type ShownProposal } from '../../directory/proposals.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { policyConsequences } from '../../queries/policy-consequences.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type NumberedPage, pageIn } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { type EditingContext, editingContext } from './editor.ts';
import { ProposalPage, ProposalState } from './proposal-page.tsx';
import { notFound, type Refused } from './save.ts';

/** What the change does, as a heading. The id of an import is the number of its changes. */
function titleOf({ edit, plan: { id } }: Pick<ShownProposal['proposal'], 'edit' | 'plan'>, t: Translate): string {
  return edit.type === 'import-directory'
    ? t('administrator:proposal.edit.import-directory', { count: Number(id) })
    : t(`administrator:proposal.edit.${edit.type}`, { id });
}

type OfProposal = { Params: { id: string } };
type Decision = 'confirm' | 'reject' | 'withdraw';

/** Registers the pages of proposals. */
export function proposalPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get<{ Querystring: { page?: string } }>('/admin/proposals', async (request, reply) => {
    const { editor, t } = editingContext(request, 'proposals');
    const proposals = await proposalsFor(deps, editor);
    const body = <Proposals proposals={proposals} page={pageIn(request.query.page, proposals.length)} />;
    return showPage(request, reply, { title: t('everywhere:nav.proposals'), desk: 'proposals', body });
  });

  app.get<OfProposal>('/admin/proposals/:id', (request, reply) =>
    show(request, reply, editingContext(request, 'proposals')),
  );

  for (const type of ['confirm', 'reject', 'withdraw'] as const satisfies Decision[]) {
    const config = { stepUp: type === 'confirm' };
    app.post<OfProposal>(`/admin/proposals/:id/${type}`, { config }, async (request, reply) => {
      const now = editingContext(request, 'proposals');
      const { id: proposalId } = request.params;
      if ((await proposalFor(deps, now.editor, proposalId)) === undefined) return notFound(reply);
      try {
        const outcome = await deps.changeDirectory({ ...newRequest(now.editor), task: { type, proposalId } });
        return redirectAfterPost(reply, `/admin/proposals/${proposalId}?${outcome satisfies EditOutcome}`);
      } catch (error) {
        if (!(error instanceof ReferralError)) throw error;
        const message = now.t(`codes:error.${error.code}`);
        const refused = { status: ERRORS[error.code].http, formValues: {}, faults: [{ field: '', message }] };
        return show(request, reply, now, refused);
      }
    });
  }

  async function show(
    request: FastifyRequest<OfProposal>,
    reply: FastifyReply,
    { editor, t }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const found = await proposalFor(deps, editor, request.params.id);
    if (found === undefined) return notFound(reply);
    const { edit, plan } = found.proposal;
    const title = titleOf({ edit, plan }, t);
    const consequences = await policyConsequences(deps.db, found.proposal, deps.policies);
    const left = found.status === 'pending' ? await workLeftBy(deps.db, edit, plan) : undefined;
    const body = <ProposalPage {...{ title, found, consequences, left }} />;
    return showPage(request, reply, { title, desk: 'proposals', ...refused, body });
  }
}

function Proposals({ proposals, page }: { proposals: readonly ShownProposal[]; page: NumberedPage }) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.proposals')}>
      <p class="govuk-body">{t('administrator:proposal.what-for')}</p>
      <Table
        caption={t('everywhere:nav.proposals')}
        rows={proposals.slice(page.from, page.to)}
        empty={t('administrator:proposal.none')}
        columns={[
          {
            ...{ key: 'what', title: t('administrator:proposal.what') },
            cell: ({ proposal: { id, edit, plan } }) => (
              <a href={`/admin/proposals/${id}`}>{titleOf({ edit, plan }, t)}</a>
            ),
          },
          {
            ...{ key: 'by', title: t('administrator:proposal.by') },
            cell: ({ names, proposal: { proposer } }) => names.get(proposer.personId) ?? proposer.personId,
          },
          {
            ...{ key: 'at', title: t('administrator:proposal.at') },
            cell: ({ proposal }) => <DateAndTime at={proposal.proposedAt} />,
          },
          {
            ...{ key: 'state', title: t('administrator:proposal.state') },
            cell: ({ status }) => <ProposalState status={status} />,
          },
        ]}
      />
      <PageOf page={page.number} last={page.last} />
    </ListLayout>
  );
}
