/** A clock as a small bar that shows the elapsed share of its time. A text beside it says the same. */

import type { SlaRow } from '../../queries/sla-list.ts';
import { useViewer } from '../viewer.ts';

const [WIDTH, HEIGHT] = [120, 12];

/** A clock as a small bar in a table. */
export function SmallBar({ clock: { startedAt, dueAt, status } }: { clock: SlaRow['clocks'][number] }) {
  const { now, t } = useViewer();
  const [start, due, at] = [startedAt, dueAt, now].map((instant) => Date.parse(instant));
  const gone = share(start ?? 0, due ?? 0, at ?? 0);
  const state = t(`codes:clockStatus.${status}`);
  return (
    <svg class={`desk-small-bar desk-bar--${status}`} width={WIDTH} height={HEIGHT} role="img" aria-label={state}>
      <title>{state}</title>
      <rect class="desk-bar__whole" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} />
      <rect class="desk-bar__gone" x="0.5" y="0.5" width={Math.round(gone * (WIDTH - 1))} height={HEIGHT - 1} />
      {status === 'expired' && <path class="desk-bar__cross" d={`M${WIDTH - 10} 2 l8 8 m0 -8 l-8 8`} />}
      {status === 'paused' && <path class="desk-bar__cross" d={`M${WIDTH / 2 - 3} 2 v8 m6 -8 v8`} />}
    </svg>
  );
}

function share(start: number, due: number, now: number): number {
  return due <= start ? 1 : Math.min(1, Math.max(0, (now - start) / (due - start)));
}
