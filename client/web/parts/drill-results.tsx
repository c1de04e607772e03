/** The results of drills as text: when a drill started, and how quickly it was answered. */

import type { Drill } from '../../../prisma/store/drills.ts';
import type { DrilledPoint } from '../../queries/drills.ts';
import { useViewer } from '../viewer.ts';
import { DateAndTime } from './due.tsx';

const HOUR_MS = 3_600_000;

/** When the drill started, and its result. */
export function DrillResult({ drill: { startedAt, result, acknowledgedAt } }: { drill: Drill }) {
  const { t } = useViewer();
  const hours = acknowledgedAt ? (Date.parse(acknowledgedAt) - Date.parse(startedAt)) / HOUR_MS : 0;
  const count = Math.round(hours * 10) / 10;
  return (
    <>
      <DateAndTime at={startedAt} />
      {t('everywhere:labelled', { label: '', value: '' })}
      {result === 'acknowledged' ? t('registry:drill.after', { count }) : t(`registry:drill.${result}`)}
    </>
  );
}

/** When the schedule starts the next drill. */
export function NextDrill({ next }: Pick<DrilledPoint, 'next'>) {
  const { t } = useViewer();
  if (next === undefined || next === 'due') {
    return <span>{t(next === undefined ? 'registry:drill.by-hand' : 'registry:drill.due')}</span>;
  }
  return <DateAndTime at={next} />;
}
