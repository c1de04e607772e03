/** Explains a clock step by step with codes and instants, never with particulars. */

import type { ComponentChildren } from 'preact';
import type { ClockChange, Explanation as Explained } from '../../../domain/clocks/explanation.ts';
import type { Warning } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { formatInstant, formatSpan } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/i18n.ts';
import { Basis } from '../parts/basis.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { Readings } from './readings.tsx';

export function Explanation({ explanation }: { explanation: Explained }) {
  const viewer = useViewer();
  const { words, language, zone } = viewer;
  const { lines, due, start } = explanation;
  const isWhole = due.at === due.recomputedAt;
  return (
    <>
      <Terms explanation={explanation} />
      <Table
        caption={words('supervisor:explain.happened')}
        titled
        rows={lines}
        empty={words('supervisor:sla.no-clocks')}
        columns={[
          {
            ...{ key: 'at', title: words('supervisor:explain.at', { zone }) },
            cell: ({ at }) => <time dateTime={at}>{formatInstant(at, language, zone)}</time>,
          },
          {
            ...{ key: 'there', title: words('supervisor:explain.at', { zone: start.zone }) },
            cell: ({ at }) => formatInstant(at, language, start.zone),
          },
          { key: 'what', title: words('supervisor:explain.what'), cell: (line) => sentence(line, explanation, viewer) },
        ]}
      />
      <h2 class="govuk-heading-m">{words('everywhere:column.due')}</h2>
      <Readings due={due} />
      <p class="govuk-body">
        {isWhole
          ? words('supervisor:explain.counted-anew')
          : words('supervisor:explain.damaged', { at: formatInstant(due.recomputedAt, language, zone) })}
      </p>
    </>
  );
}

/** What it started with. */
function Terms({ explanation: { start, basis } }: { explanation: Explained }) {
  const { words } = useViewer();
  const { amount, unit, zone, onExpiry, policyVersion, debtor } = start;
  const counted = unit === 'hours' ? 'supervisor:explain.hours' : 'supervisor:explain.days';
  const facts: [name: string, value: ComponentChildren][] = [
    [words('supervisor:explain.owed-by'), words(`codes:debtor.${debtor}`)],
    [
      words('supervisor:explain.length'),
      words(counted, { span: words(`timeline:span.${unit}`, { count: amount }), zone }),
    ],
    [words('supervisor:explain.at-end'), words(`codes:expiryAction.${onExpiry}`)],
    [
      words('supervisor:explain.policy'),
      basis ? (
        <>
          {policyVersion}, {words(`supervisor:explain.${basis.level}`)}: <Basis basis={basis} />
        </>
      ) : (
        words('supervisor:explain.other-policy', { version: policyVersion })
      ),
    ],
  ];
  return (
    <dl class="govuk-summary-list">
      {facts.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function sentence(line: ClockChange, { start }: Explained, { words, language, zone }: Viewer): string {
  const wall = (at: Instant) => formatInstant(at, language, zone);
  const dueOf = (moved: { dueAt: Instant; warnings: Warning[] }) =>
    [
      words('supervisor:explain.due', { at: wall(moved.dueAt) }),
      ...moved.warnings.map(({ fraction, at }) =>
        words('supervisor:explain.warning', { percent: fraction * 100, at: wall(at) }),
      ),
    ].join('; ');
  switch (line.what) {
    case 'started':
      return `${words('supervisor:explain.started')}: ${dueOf(line)}`;
    case 'paused':
      return words('supervisor:sla.paused', { reason: words(`codes:pauseReason.${line.reason}`) });
    case 'resumed':
      return `${words('supervisor:explain.resumed', { time: length(line.paused, words) })}: ${dueOf(line)}`;
    case 'extended': {
      const estimate = line.estimateAt ? words('supervisor:explain.estimate', { at: wall(line.estimateAt) }) : '';
      const reason = line.reasonSeq ? words('supervisor:explain.reason') : '';
      const span = words(`timeline:span.${start.unit}`, { count: line.amount });
      return `${words('supervisor:explain.extended', { span })}${reason}${estimate}: ${dueOf(line)}`;
    }
    case 'warned':
      return words('supervisor:sla.warned', { percent: line.fraction * 100 });
    case 'expired':
      return `${words('supervisor:explain.expired')}: ${words(`codes:expiryAction.${line.action}`)}`;
    case 'stopped':
      return words(line.late ? 'supervisor:explain.stopped-late' : 'supervisor:explain.stopped-in-time');
    case 'offset-changed': {
      const time = length(Math.abs(line.to - line.from) * 60_000, words);
      const key = line.to > line.from ? 'supervisor:explain.forward' : 'supervisor:explain.back';
      return words(key, { zone: start.zone, time });
    }
  }
}

function length(milliseconds: number, words: Words): string {
  return formatSpan(milliseconds / 60_000, words);
}
