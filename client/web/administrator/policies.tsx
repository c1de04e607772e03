/** Policies: the clocks as they are counted now, each with its basis. They are changed with the installation, not here. */

import type { FastifyInstance } from 'fastify';
import { basisIn, type ClockPolicies, type ClockPolicy } from '../../../domain/clocks/clock-policy.ts';
import { URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatPercent } from '../../i18n/numbers.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Basis } from '../parts/basis.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { editing } from './editor.ts';

/** Registers the page of clock policies. */
export function policyPages(app: FastifyInstance, { policies }: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/admin/policies', (request, reply) => {
    const { t, principal } = editing(request, 'policies');
    const { language } = principal;
    if (request.query.format === 'csv') return sendCsv(reply, 'policies', csvRows(policies, { t, language }));
    const body = <Policies policies={policies} />;
    return showPage(request, reply, { title: t('everywhere:nav.policies'), desk: 'policies', body });
  });
}

function csvRows({ version, clocks }: ClockPolicies, { t, language }: Pick<Viewer, 't' | 'language'>): Cell[][] {
  const head = [t('administrator:policy.version'), t('supervisor:sla.clock'), t('administrator:policy.basis')];
  const urgencies = URGENCIES.map((urgency) => t(`codes:urgency.${urgency}`));
  const rows = clocks.map((clock): Cell[] => [
    ...[version, t(`codes:clockName.${clock.id}`), basisIn(clock.basis, language)],
    ...URGENCIES.map((urgency) => lengthOf(clock, urgency, t)),
  ]);
  return [[...head, ...urgencies], ...rows];
}

function Policies({ policies: { version, clocks } }: { policies: ClockPolicies }) {
  const { t, language } = useViewer();
  const percent = (fraction: number) => formatPercent(fraction, language, 1);
  return (
    <ListLayout title={t('everywhere:nav.policies')}>
      <p class="govuk-body">
        {t('administrator:policy.version')}: <strong>{version}</strong>. {t('administrator:policy.how')}
      </p>
      <Table
        caption={t('administrator:policy.clocks')}
        titled
        rows={clocks}
        empty={t('everywhere:none')}
        columns={[
          { key: 'clock', title: t('supervisor:sla.clock'), cell: ({ id }) => t(`codes:clockName.${id}`) },
          {
            ...{ key: 'debtor', title: t('supervisor:explain.owed-by') },
            cell: ({ debtor }) => t(`codes:debtor.${debtor}`),
          },
          ...URGENCIES.map(
            (urgency): Column<ClockPolicy> => ({
              key: urgency,
              title: t(`codes:urgency.${urgency}`),
              cell: (clock) => lengthOf(clock, urgency, t),
            }),
          ),
          {
            ...{ key: 'warns', title: t('administrator:policy.warns') },
            cell: ({ warnAt }) => warnAt.map(percent).join(', '),
          },
        ]}
      />
      <Table
        caption={t('administrator:policy.basis')}
        titled
        rows={clocks}
        empty={t('everywhere:none')}
        columns={[
          { key: 'clock', title: t('supervisor:sla.clock'), cell: ({ id }) => t(`codes:clockName.${id}`) },
          { key: 'level', title: t('administrator:policy.level'), cell: (clock) => <Level of={clock} /> },
          {
            key: 'text',
            title: t('administrator:policy.basis'),
            cell: ({ basis }) => <Basis basis={basis} />,
          },
          { key: 'zone', title: t('administrator:policy.zone'), cell: (clock) => zoneOf(clock, t) },
          {
            ...{ key: 'pauses', title: t('administrator:policy.pauses') },
            cell: ({ pauseOn }) => pauseOn.map((reason) => t(`codes:pauseReason.${reason}`)).join(', '),
          },
        ]}
      />
    </ListLayout>
  );
}

function Level({ of: { basis } }: { of: ClockPolicy }) {
  const { t } = useViewer();
  const isLaw = basis.level === 'STATUTORY';
  return <Tag colour={isLaw ? 'purple' : 'blue'}>{t(`supervisor:explain.${basis.level}`)}</Tag>;
}

/** `30 calendar days; then: is escalated; may be extended once, by up to 30 calendar days`. */
function lengthOf({ terms }: ClockPolicy, urgency: Urgency, t: Translate): string {
  const { amount, unit, onExpiry, extension } = terms[urgency];
  const spanOf = (count: number) => t(`timeline:span.${unit}`, { count });
  const length = t('administrator:policy.length', {
    span: spanOf(amount),
    onExpiry: t(`codes:expiryAction.${onExpiry}`),
  });
  if (extension === undefined) return length;
  const { max, count } = extension;
  return `${length}; ${t('administrator:policy.extension', { span: spanOf(max), count })}`;
}

function zoneOf({ zone }: ClockPolicy, t: Translate): string {
  if (zone === 'sender' || zone === 'coordinator' || zone === 'recipient') return t(`codes:debtor.${zone}`);
  return zone;
}
