/** The content of the bars as a table: for screen readers, for print, and for exact times. */

import { formatInstant, formatSpan } from '../../i18n/dates.ts';
import { labelled } from '../../i18n/labelled.ts';
import type { Bar } from '../../queries/sla-bar.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { DueInZones } from './due-in-zones.tsx';

interface Props {
  reference: string;
  bars: readonly Bar[];
  label: (bar: Bar) => string;
  /** How the bar at this position ended or stands, in words. */
  endOf: (position: number) => string;
}

export function SlaTable({ reference, bars, label, endOf }: Props) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('supervisor:sla.clocks')}
      titled
      rows={bars}
      empty={t('supervisor:sla.no-clocks')}
      columns={[
        {
          ...{ key: 'clock', title: t('supervisor:sla.clock') },
          cell: (bar) => <a href={`/sla/${encodeURIComponent(reference)}/${bar.clockId}`}>{label(bar)}</a>,
        },
        {
          key: 'state',
          title: t('supervisor:sla.state'),
          cell: (bar) => <State bar={bar} end={endOf(bars.indexOf(bar))} />,
        },
        { key: 'started', title: t('supervisor:sla.started'), cell: ({ startedAt }) => <DateAndTime at={startedAt} /> },
        {
          ...{ key: 'due', title: t('everywhere:column.due') },
          cell: ({ explanation }) => <DueInZones due={explanation.due} />,
        },
        { key: 'moved', title: t('supervisor:sla.moved'), cell: (bar) => <Moved bar={bar} /> },
      ]}
    />
  );
}

function State({ bar: { state, stop, breach }, end }: { bar: Bar; end: string }) {
  const { t } = useViewer();
  return (
    <>
      {t(`codes:clockStatus.${state}`)} {stop && !stop.late && <Tag colour="green">{t('supervisor:sla.in-time')}</Tag>}
      {stop?.late && <Tag colour="red">{t('referral:late')}</Tag>}
      {breach && !stop && <Tag colour="red">{t('everywhere:time.breached')}</Tag>}
      {state !== 'paused' && (
        <>
          <br />
          {end}
        </>
      )}
    </>
  );
}

/** Pauses, extensions and warnings, each with its time. */
function Moved({ bar: { pauses, extensions, warnings, explanation } }: { bar: Bar }) {
  const { t, language, zone } = useViewer();
  const at = (instant: string) => formatInstant(instant, language, zone);
  const lines = [
    ...pauses.map(({ from, to, reason, open }) => {
      const facts = { from: at(from), time: formatSpan((Date.parse(to) - Date.parse(from)) / 60_000, t) };
      const key = open ? 'supervisor:sla.paused-since' : 'supervisor:sla.paused-for';
      return t(key, { ...facts, reason: t(`codes:pauseReason.${reason}`) });
    }),
    ...extensions.map(({ at: granted, amount }) =>
      t('supervisor:sla.extended', {
        ...{ at: at(granted), span: t(`timeline:span.${explanation.start.unit}`, { count: amount }) },
      }),
    ),
    ...warnings.map(({ at: warned, fraction, given }) => {
      const percent = fraction * 100;
      const label = t(given ? 'supervisor:sla.warned' : 'supervisor:sla.warns', { percent });
      return labelled(t, label, at(warned));
    }),
  ];
  return (
    <ul class="desk-plain-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
