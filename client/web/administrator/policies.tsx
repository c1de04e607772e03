/** Policies: the clocks as they are counted now, each with its basis. Their form proposes a new version. */

import type { FastifyInstance } from 'fastify';
import { basisIn } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import { ONWARD_LIMIT } from '../../../domain/decisions/onward.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';
import { policiesInForce } from '../../../prisma/store/clock-policies.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { labelled } from '../../i18n/labelled.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Basis } from '../parts/basis.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { editingContext } from './editor.ts';
import {
  eventsText,
  lengthCells,
  lengthText,
  type PolicyRow,
  partyOr,
  pausesText,
  policyRows,
  rowName,
  warningsText,
} from './policy-rows.ts';

/** Registers the page of clock policies. */
export function policyPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/admin/policies', async (request, reply) => {
    const { t, principal } = editingContext(request, 'policies');
    const policies = await policiesInForce(deps.db, deps.policies);
    const { language } = principal;
    if (request.query.format === 'csv') return sendCsv(reply, 'policies', csvRows(policies, { t, language }));
    const body = <Policies policies={policies} mayPropose={principal.coordinating} />;
    return showPage(request, reply, { title: t('everywhere:nav.policies'), desk: 'policies', body });
  });
}

function csvRows(policies: ClockPolicies, { t, language }: Pick<Viewer, 't' | 'language'>): Cell[][] {
  const head = [t('administrator:policy.version'), t('supervisor:sla.clock'), t('administrator:policy.basis')];
  const urgencies = URGENCIES.map((urgency) => t(`codes:urgency.${urgency}`));
  const rows = policyRows(policies).map((row): Cell[] => [
    ...[policies.version, rowName(row, t), basisIn(row.basis, language)],
    ...lengthCells(row, t),
  ]);
  return [[...head, ...urgencies], ...rows];
}

function Policies({ policies, mayPropose }: { policies: ClockPolicies; mayPropose: boolean }) {
  const { t, language } = useViewer();
  const { version, onwardLimit = ONWARD_LIMIT } = policies;
  const rows = policyRows(policies);
  return (
    <ListLayout title={t('everywhere:nav.policies')}>
      <p class="govuk-body">
        {labelled(t, t('administrator:policy.version'), '')}
        <strong>{version}</strong>. {t('administrator:policy.how')}{' '}
        {t('administrator:policy.onward', { count: onwardLimit })}
      </p>
      {mayPropose && (
        <p class="govuk-body desk-no-print">
          <a href="/admin/policies/new">{t('policies:propose')}</a>
        </p>
      )}
      <Table
        caption={t('administrator:policy.clocks')}
        titled
        rows={rows}
        empty={t('everywhere:none')}
        columns={[
          { key: 'clock', title: t('supervisor:sla.clock'), cell: (row) => rowName(row, t) },
          {
            ...{ key: 'debtor', title: t('supervisor:explain.owed-by') },
            cell: ({ policy }) => t(`codes:debtor.${policy.debtor}`),
          },
          ...URGENCIES.map(
            (urgency): Column<PolicyRow> => ({
              key: urgency,
              title: t(`codes:urgency.${urgency}`),
              cell: (row) => lengthText(row, urgency, t),
            }),
          ),
          {
            ...{ key: 'warns', title: t('administrator:policy.warns') },
            cell: ({ policy }) => warningsText(policy, t, language),
          },
        ]}
      />
      <Table
        caption={t('administrator:policy.basis')}
        titled
        rows={rows}
        empty={t('everywhere:none')}
        columns={[
          { key: 'clock', title: t('supervisor:sla.clock'), cell: (row) => rowName(row, t) },
          { key: 'level', title: t('administrator:policy.level'), cell: (row) => <Level of={row} /> },
          {
            key: 'text',
            title: t('administrator:policy.basis'),
            cell: ({ basis }) => <Basis basis={basis} />,
          },
          { key: 'zone', title: t('administrator:policy.zone'), cell: ({ policy }) => partyOr(policy.zone, t) },
          {
            ...{ key: 'calendar', title: t('administrator:policy.calendar') },
            cell: ({ policy: { calendarOf, zone } }) => partyOr(calendarOf ?? zone, t),
          },
          {
            ...{ key: 'pauses', title: t('administrator:policy.pauses') },
            cell: (row) => pausesText(row, t),
          },
        ]}
      />
      <Table
        caption={t('administrator:policy.events')}
        titled
        rows={rows}
        empty={t('everywhere:none')}
        columns={[
          { key: 'clock', title: t('supervisor:sla.clock'), cell: (row) => rowName(row, t) },
          { key: 'starts', title: t('administrator:policy.starts'), cell: ({ starts }) => eventsText(starts, t) },
          { key: 'stops', title: t('administrator:policy.stops'), cell: ({ stops }) => eventsText(stops, t) },
        ]}
      />
    </ListLayout>
  );
}

function Level({ of: { basis } }: { of: PolicyRow }) {
  const { t } = useViewer();
  const isLaw = basis.level === 'STATUTORY';
  return <Tag colour={isLaw ? 'purple' : 'blue'}>{t(`supervisor:explain.${basis.level}`)}</Tag>;
}
