/** What the shapes and hatchings of the chart mean. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';

export function SlaLegend() {
  const { words } = useViewer();
  const signs: [string, ComponentChildren][] = [
    [words('supervisor:sla.legend.running'), <rect class="desk-bar__whole" x="1" y="2" width="34" height="14" />],
    [words('supervisor:sla.legend.paused'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-pause)" />],
    [words('supervisor:sla.legend.breach'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-breach)" />],
    [words('supervisor:sla.legend.closed'), <rect x="1" y="2" width="34" height="14" fill="url(#sla-closed)" />],
    [words('supervisor:sla.legend.due'), <line class="desk-bar__due" x1="18" x2="18" y1="0" y2="18" />],
    [words('supervisor:sla.legend.first-due'), <line class="desk-bar__first-due" x1="18" x2="18" y1="0" y2="18" />],
    [words('supervisor:sla.legend.warned'), <path d="M18 4 l-5 9 h10 z" fill="#0b0c0c" stroke="#0b0c0c" />],
    [words('supervisor:sla.legend.warns'), <path d="M18 4 l-5 9 h10 z" fill="#fff" stroke="#0b0c0c" />],
    [words('supervisor:sla.legend.in-time'), <circle cx="18" cy="9" r="6" fill="#0b0c0c" />],
    [
      words('supervisor:sla.legend.late'),
      <path d="M12 3 l12 12 m0 -12 l-12 12" stroke="#942514" stroke-width="3" fill="none" />,
    ],
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
