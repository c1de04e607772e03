/** A due instant in the zone of the viewer and in the zones of the agencies concerned. */

import type { Explanation } from '../../../domain/clocks/explanation.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { useViewer } from '../viewer.ts';

/** The due instant once for each time zone, with the names of those whose zone it is. */
export function DueInZones({ due: { at, readings } }: { due: Explanation['due'] }) {
  const { t, language, zone } = useViewer();
  const zones = new Map<string, Whose[]>([[zone, ['viewer']]]);
  for (const { of, zone: other } of readings) {
    if (of !== 'utc') zones.set(other, [...(zones.get(other) ?? []), of]);
  }
  return (
    <ul class="desk-plain-list">
      {[...zones].map(([name, whose]) => (
        <li>
          <time dateTime={at}>{formatInstant(at, language, name)}</time>{' '}
          <small>
            {t('everywhere:labelled', {
              label: name,
              value: whose.map((of) => t(`supervisor:sla.zone-of.${of}`)).join(', '),
            })}
          </small>
        </li>
      ))}
    </ul>
  );
}

type Whose = 'viewer' | Explanation['due']['readings'][number]['of'];
