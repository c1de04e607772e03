/** Policies: the clocks as they are counted now, each with its basis. They are changed with the installation, not here. */

import type { FastifyInstance } from 'fastify';
import { basisIn, type ClockPolicies, type ClockPolicy } from '../../../domain/clocks/clock-policy.ts';
import { URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import type { Words } from '../../i18n/i18n.ts';
import { formatPercent } from '../../i18n/numbers.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Basis } from '../parts/basis.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { editing } from './editor.ts';

export function policyPages(app: FastifyInstance, { policies }: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/admin/policies', (request, reply) => {
    const { words, principal } = editing(request, 'policies');
    const { language } = principal;
    if (request.query.format === 'csv') return sendCsv(reply, 'policies', csvRows(policies, { words, language }));
    const body = <Policies policies={policies} />;
    return showPage(request, reply, { title: words('everywhere:nav.policies'), desk: 'policies', body });
  });
}

function csvRows(
  { version, clocks }: ClockPolicies,
  { words, language }: Pick<Viewer, 'words' | 'language'>,
): Cell[][] {
  const head = [
    words('administrator:policy.version'),
    words('supervisor:sla.clock'),
    words('administrator:policy.basis'),
  ];
  const urgencies = URGENCIES.map((urgency) => words(`codes:urgency.${urgency}`));
  const rows = clocks.map((clock): Cell[] => [
    ...[version, words(`codes:clockName.${clock.id}`), basisIn(clock.basis, language)],
    ...URGENCIES.map((urgency) => lengthOf(clock, urgency, words)),
  ]);
  return [[...head, ...urgencies], ...rows];
}

function Policies({ policies: { version, clocks } }: { policies: ClockPolicies }) {
  const { words, language } = useViewer();
  const percent = (fraction: number) => formatPercent(fraction, language, 1);
  return (
    <>
      <h1 class="govuk-heading-l">{words('everywhere:nav.policies')}</h1>
      <p class="govuk-body">
        {words('administrator:policy.version')}: <strong>{version}</strong>. {words('administrator:policy.how')}
      </p>
      <Table
        caption={words('administrator:policy.clocks')}
        titled
        rows={clocks}
        empty={words('everywhere:none')}
        columns={[
          { key: 'clock', title: words('supervisor:sla.clock'), cell: ({ id }) => words(`codes:clockName.${id}`) },
          {
            ...{ key: 'debtor', title: words('supervisor:explain.owed-by') },
            cell: ({ debtor }) => words(`codes:debtor.${debtor}`),
          },
          ...URGENCIES.map(
            (urgency): Column<ClockPolicy> => ({
              key: urgency,
              title: words(`codes:urgency.${urgency}`),
              cell: (clock) => lengthOf(clock, urgency, words),
            }),
          ),
          {
            ...{ key: 'warns', title: words('administrator:policy.warns') },
            cell: ({ warnAt }) => warnAt.map(percent).join(', '),
          },
        ]}
      />
      <Table
        caption={words('administrator:policy.basis')}
        titled
        rows={clocks}
        empty={words('everywhere:none')}
        columns={[
          { key: 'clock', title: words('supervisor:sla.clock'), cell: ({ id }) => words(`codes:clockName.${id}`) },
          { key: 'level', title: words('administrator:policy.level'), cell: (clock) => <Level of={clock} /> },
          {
            key: 'text',
            title: words('administrator:policy.basis'),
            cell: ({ basis }) => <Basis basis={basis} />,
          },
          { key: 'zone', title: words('administrator:policy.zone'), cell: (clock) => zoneOf(clock, words) },
          {
            ...{ key: 'pauses', title: words('administrator:policy.pauses') },
            cell: ({ pauseOn }) => pauseOn.map((reason) => words(`codes:pauseReason.${reason}`)).join(', '),
          },
        ]}
      />
      <ListFoot />
    </>
  );
}

function Level({ of: { basis } }: { of: ClockPolicy }) {
  const { words } = useViewer();
  const isLaw = basis.level === 'STATUTORY';
  return <Tag colour={isLaw ? 'purple' : 'blue'}>{words(`supervisor:explain.${basis.level}`)}</Tag>;
}

/** `30 calendar days; then: is escalated; may be extended once, by up to 30 calendar days`. */
function lengthOf({ terms }: ClockPolicy, urgency: Urgency, words: Words): string {
  const { amount, unit, onExpiry, extension } = terms[urgency];
  const spanOf = (count: number) => words(`timeline:span.${unit}`, { count });
  const length = words('administrator:policy.length', {
    span: spanOf(amount),
    onExpiry: words(`codes:expiryAction.${onExpiry}`),
  });
  if (extension === undefined) return length;
  const { max, count } = extension;
  return `${length}; ${words('administrator:policy.extension', { span: spanOf(max), count })}`;
}

function zoneOf({ zone }: ClockPolicy, words: Words): string {
  if (zone === 'sender' || zone === 'coordinator' || zone === 'recipient') return words(`codes:debtor.${zone}`);
  return zone;
}
