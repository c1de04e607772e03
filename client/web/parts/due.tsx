/** Instants: as a date in the viewer's zone, or as time left with the date below it. */

import type { Instant } from '../../../domain/vocabulary.ts';
import { formatInstant, timeLeft } from '../../i18n/dates.ts';
import { useViewer } from '../viewer.ts';
import { Tag } from './tag.tsx';

/** An instant in the zone of the viewer. */
export function DateAndTime({ at }: { at: Instant }) {
  const { language, zone } = useViewer();
  return <time dateTime={at}>{formatInstant(at, language, zone)}</time>;
}

/** Time left, counted down by the script, with the instant below it. */
export function Due({ at, riskAt }: { at: Instant; riskAt?: Instant | null | undefined }) {
  const { language, zone, t, now } = useViewer();
  const isOver = at < now;
  const isAtRisk = !isOver && riskAt !== undefined && riskAt !== null && riskAt <= now;
  return (
    <span class="desk-due">
      <span class="desk-due__left">
        <time dateTime={at} data-due={at}>
          {timeLeft(at, now, t)}
        </time>
        {isOver && <Tag colour="red">{t('everywhere:time.breached')}</Tag>}
        {isAtRisk && <Tag colour="yellow">{t('everywhere:time.at-risk')}</Tag>}
      </span>
      <span class="desk-due__date">{formatInstant(at, language, zone)}</span>
    </span>
  );
}
