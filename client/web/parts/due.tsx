/** Instants: as a date in the viewer's zone, or as time left with the date behind it. */

import type { Instant } from '../../../domain/vocabulary.ts';
import { formatInstant, timeLeft } from '../../i18n/dates.ts';
import { useViewer } from '../viewer.ts';
import { Tag } from './tag.tsx';

/** An instant in the zone of the viewer. */
export function DateAndTime({ at }: { at: Instant }) {
  const { language, zone } = useViewer();
  return <time dateTime={at}>{formatInstant(at, language, zone)}</time>;
}

/** Time left, counted down by the script; the instant on hover and in print. */
export function Due({ at, riskAt }: { at: Instant; riskAt?: Instant | null | undefined }) {
  const { language, zone, t, now } = useViewer();
  const isOver = at < now;
  const isAtRisk = !isOver && riskAt !== undefined && riskAt !== null && riskAt <= now;
  const written = formatInstant(at, language, zone);
  return (
    <span class="desk-due">
      <time dateTime={at} title={written} data-due={at}>
        {timeLeft(at, now, t)}
      </time>
      {isOver && <Tag colour="red">{t('everywhere:time.breached')}</Tag>}
      {isAtRisk && <Tag colour="yellow">{t('everywhere:time.at-risk')}</Tag>}
      <span class="desk-print-only">{written}</span>
    </span>
  );
}
