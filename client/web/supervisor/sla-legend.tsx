/** What the shapes and hatchings of the chart mean. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';
import type { DrawnBar } from './chart-row.ts';

/** The legend of the chart of these bars: only of what they have. */
export function SlaLegend({ bars }: { bars: readonly DrawnBar[] }) {
  const { t } = useViewer();
  const has = (is: (bar: DrawnBar) => boolean) => bars.some(is);
  const warns = (isGiven: boolean) => has(({ warnings }) => warnings.some(({ given }) => given === isGiven));
  const signs: [isShown: boolean, name: string, sign: ComponentChildren][] = [
    [
      has(({ state }) => state !== 'stopped'),
      t('supervisor:sla.legend.running'),
      <rect class="desk-bar__whole" x="1" y="2" width="34" height="14" />,
    ],
    [
      has(({ pauses }) => pauses.length > 0),
      t('supervisor:sla.legend.paused'),
      <rect x="1" y="2" width="34" height="14" fill="url(#sla-pause)" />,
    ],
    [
      has(({ breach }) => breach !== undefined),
      t('supervisor:sla.legend.breach'),
      <rect x="1" y="2" width="34" height="14" fill="url(#sla-breach)" />,
    ],
    [
      has(({ closed }) => closed.length > 0),
      t('supervisor:sla.legend.closed'),
      <rect x="1" y="2" width="34" height="14" fill="url(#sla-closed)" />,
    ],
    [true, t('supervisor:sla.legend.due'), <line class="desk-bar__due" x1="18" x2="18" y1="0" y2="18" />],
    [
      has(({ firstDueAt, dueAt }) => firstDueAt !== dueAt),
      t('supervisor:sla.legend.first-due'),
      <line class="desk-bar__first-due" x1="18" x2="18" y1="0" y2="18" />,
    ],
    [
      warns(true),
      t('supervisor:sla.legend.warned'),
      <path d="M18 4 l-5 9 h10 z" class="desk-fill-ink desk-stroke-ink" />,
    ],
    [
      warns(false),
      t('supervisor:sla.legend.warns'),
      <path d="M18 4 l-5 9 h10 z" class="desk-fill-paper desk-stroke-ink" />,
    ],
    [
      has(({ stop }) => stop?.late === false),
      t('supervisor:sla.legend.in-time'),
      <circle cx="18" cy="9" r="6" class="desk-fill-ink" />,
    ],
    [
      has(({ stop, breach }) => stop?.late ?? breach !== undefined),
      t('supervisor:sla.legend.late'),
      <path class="desk-bar__late" d="M12 3 l12 12 m0 -12 l-12 12" />,
    ],
  ];
  return (
    <ul class="desk-legend">
      {signs
        .filter(([isShown]) => isShown)
        .map(([, name, sign]) => (
          <li>
            <svg width="36" height="18" aria-hidden="true">
              {sign}
            </svg>{' '}
            {name}
          </li>
        ))}
    </ul>
  );
}
