/** Explains a clock step by step with codes and instants, never with particulars. */

import type { ComponentChildren } from 'preact';
import type { Warning } from '../../../domain/clocks/counting.ts';
import type { ClockChange, Explanation as Explained } from '../../../domain/clocks/explanation.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { formatInstant, formatSpan } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { Basis } from '../parts/basis.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import { ClockComputation } from './clock-computation.tsx';
import { DueInZones } from './due-in-zones.tsx';

/** The explanation of a due time as a table. */
export function ClockExplanation({ explanation }: { explanation: Explained }) {
  const viewer = useViewer();
  const { t, language, zone } = viewer;
  const { lines, due, start } = explanation;
  const isWhole = due.at === due.recomputedAt;
  return (
    <>
      <Terms explanation={explanation} />
      <Table
        caption={t('supervisor:explain.happened')}
        titled
        rows={lines}
        empty={t('supervisor:sla.no-clocks')}
        columns={[
          {
            ...{ key: 'at', title: t('supervisor:explain.at', { zone }) },
            cell: ({ at }) => <time dateTime={at}>{formatInstant(at, language, zone)}</time>,
          },
          {
            ...{ key: 'there', title: t('supervisor:explain.at', { zone: start.zone }) },
            cell: ({ at }) => formatInstant(at, language, start.zone),
          },
          { key: 'what', title: t('supervisor:explain.what'), cell: (line) => sentence(line, explanation, viewer) },
        ]}
      />
      <ClockComputation explanation={explanation} />
      <h2 class="govuk-heading-m">{t('everywhere:column.due')}</h2>
      <DueInZones due={due} />
      <p class="govuk-body">
        {isWhole
          ? t('supervisor:explain.recalculated')
          : t('supervisor:explain.damaged', { at: formatInstant(due.recomputedAt, language, zone) })}
      </p>
    </>
  );
}

/** What it started with. */
function Terms({ explanation: { start, basis } }: { explanation: Explained }) {
  const { t } = useViewer();
  const { amount, unit, zone, onExpiry, policyVersion, debtor } = start;
  const counted = unit === 'hours' || unit === 'minutes' ? 'supervisor:explain.hours' : 'supervisor:explain.days';
  const facts: [name: string, value: ComponentChildren][] = [
    [t('supervisor:explain.owed-by'), t(`codes:debtor.${debtor}`)],
    [t('supervisor:explain.length'), t(counted, { span: t(`timeline:span.${unit}`, { count: amount }), zone })],
    [t('supervisor:explain.at-end'), t(`codes:expiryAction.${onExpiry}`)],
    [
      t('supervisor:explain.policy'),
      basis ? (
        <>
          {policyVersion}, {t('everywhere:labelled', { label: t(`supervisor:explain.${basis.level}`), value: '' })}
          <Basis basis={basis} />
        </>
      ) : (
        t('supervisor:explain.other-policy', { version: policyVersion })
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

function sentence(line: ClockChange, { start }: Explained, { t, language, zone }: Viewer): string {
  const wall = (at: Instant) => formatInstant(at, language, zone);
  const dueOf = (moved: { dueAt: Instant; warnings: Warning[] }) =>
    [
      t('supervisor:explain.due', { at: wall(moved.dueAt) }),
      ...moved.warnings.map(({ fraction, at }) =>
        t('supervisor:explain.warning', { percent: fraction * 100, at: wall(at) }),
      ),
    ].join('; ');
  switch (line.what) {
    case 'started':
      return t('everywhere:labelled', { label: t('supervisor:explain.started'), value: dueOf(line) });
    case 'paused':
      return t('supervisor:sla.paused', { reason: t(`codes:pauseReason.${line.reason}`) });
    case 'resumed':
      return t('everywhere:labelled', {
        label: `${t('supervisor:explain.resumed', { time: length(line.paused, t) })}${midnightsOf(line.midnights, t)}${line.capped ? t('computation:capped') : ''}`,
        value: dueOf(line),
      });
    case 'extended': {
      const estimate = line.estimateAt ? t('supervisor:explain.estimate', { at: wall(line.estimateAt) }) : '';
      const code = line.reason ? ` (${t(`codes:extensionReason.${line.reason}`)})` : '';
      const reason = line.reasonSeq ? t('supervisor:explain.reason') : '';
      const span = t(`timeline:span.${start.unit}`, { count: line.amount });
      return t('everywhere:labelled', {
        label: `${t('supervisor:explain.extended', { span })}${code}${reason}${estimate}`,
        value: dueOf(line),
      });
    }
    case 'warned':
      return t('supervisor:sla.warned', { percent: line.fraction * 100 });
    case 'expired':
      return t('everywhere:labelled', {
        label: t('supervisor:explain.expired'),
        value: t(`codes:expiryAction.${line.action}`),
      });
    case 'restored':
      return t('computation:restored');
    case 'stopped':
      return t(line.late ? 'supervisor:explain.stopped-late' : 'supervisor:explain.stopped-in-time');
    case 'offset-changed': {
      const time = length(Math.abs(line.to - line.from) * 60_000, t);
      const key = line.to > line.from ? 'supervisor:explain.forward' : 'supervisor:explain.back';
      return t(key, { zone: start.zone, time });
    }
  }
}

/** Empty for deadlines in hours, and for those that earlier versions resumed. */
function midnightsOf(midnights: number | undefined, t: Translate): string {
  if (midnights === undefined) return '';
  const text =
    midnights === 0 ? t('supervisor:explain.no-midnight') : t('supervisor:explain.midnights', { count: midnights });
  return ` (${text})`;
}

function length(milliseconds: number, t: Translate): string {
  return formatSpan(milliseconds / 60_000, t);
}
