/** A due instant on everybody's wall: the viewer's, and those of whoever is concerned, each with its zone. */

import type { Explanation } from '../../../domain/clocks/explain.ts';
import { when } from '../../words/when.ts';
import { useViewer } from '../viewer.ts';

export function Readings({ due: { at, readings } }: { due: Explanation['due'] }) {
  const { words, language, zone } = useViewer();
  const others = readings.filter(({ of, zone: other }) => of === 'clock' || other !== zone);
  return (
    <ul class="desk-plain-list">
      <li>
        <strong>
          <time dateTime={at}>{when(at, language, zone)}</time>
        </strong>{' '}
        ({words('supervisor:sla.zone-of.viewer')}, {zone})
      </li>
      {others.map((reading) => (
        <li>
          {when(at, language, reading.zone)} ({words(`supervisor:sla.zone-of.${reading.of}`)}, {reading.zone})
        </li>
      ))}
    </ul>
  );
}
