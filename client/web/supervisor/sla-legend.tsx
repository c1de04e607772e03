/** What the shapes and hatchings of the chart mean. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

/** The legend of the SLA chart. */
export function SlaLegend() {
  const { t } = useViewer();
  const signs: [string, ComponentChildren][] = [
    [t('supervisor:sla.legend.running'), <rect class="desk-bar__whole" x="1" y="2" width="34" height="14" />],
    [t('supervisor:sla.legend.paused'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-pause)" />],
    [t('supervisor:sla.legend.breach'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-breach)" />],
    [t('supervisor:sla.legend.closed'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-closed)" />],
    [t('supervisor:sla.legend.due'), <line class="desk-bar__due" x1="18" x2="18" y1="0" y2="18" />],
    [t('supervisor:sla.legend.first-due'), <line class="desk-bar__first-due" x1="18" x2="18" y1="0" y2="18" />],
    [t('supervisor:sla.legend.warned'), <path d="M18 4 l-5 9 h10 z" class="desk-fill-ink desk-stroke-ink" />],
    [t('supervisor:sla.legend.warns'), <path d="M18 4 l-5 9 h10 z" class="desk-fill-paper desk-stroke-ink" />],
    [t('supervisor:sla.legend.in-time'), <circle cx="18" cy="9" r="6" class="desk-fill-ink" />],
    [t('supervisor:sla.legend.late'), <path class="desk-bar__late" d="M12 3 l12 12 m0 -12 l-12 12" />],
  ];
  return (
    <ul class="desk-legend">
      {signs.map(([name, sign]) => (
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
