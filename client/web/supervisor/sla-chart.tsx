/** The clocks of a referral as bars on one time axis. Shape, hatching and text carry the meaning; colour repeats it. */

import { type TimeScale, timeScale, widened } from '../../documents/time-axis.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Sla } from '../../queries/sla.ts';
import type { Bar } from '../../queries/sla-bar.ts';
import { ScrollingSection } from '../parts/scrolling-section.tsx';
import { useViewer } from '../viewer.ts';

const WIDTH = 1080;
/** On either side, so that the first and the last label have room. */
const MARGIN = 30;
const HEAD = 34;
const ROW = 58;
const BAR = { top: 24, height: 18 };

interface Props {
  reference: string;
  sla: Sla;
  /** The label of a bar. */
  label: (bar: Bar) => string;
}

export function SlaChart({ reference, sla: { axis, bars }, label }: Props) {
  const { t, zone, language } = useViewer();
  const scale = timeScale(widened(axis), WIDTH - 2 * MARGIN, zone, language);
  const height = HEAD + bars.length * ROW + 8;
  return (
    <ScrollingSection class="desk-chart" label={t('supervisor:sla.chart', { reference })}>
      <svg width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} aria-labelledby="sla-title">
        <title id="sla-title">{t('supervisor:sla.chart', { reference })}</title>
        <desc>{t('supervisor:sla.description', { count: bars.length, zone })}</desc>
        <Patterns />
        <g transform={`translate(${MARGIN} 0)`}>
          <Ticks scale={scale} height={height} />
          {bars.map((bar, row) => (
            <g transform={`translate(0 ${HEAD + row * ROW})`}>
              <BarRow bar={bar} scale={scale} label={label(bar)} href={`/sla/${reference}/${bar.clockId}`} />
            </g>
          ))}
          <Now x={scale.x(axis.now)} height={height} />
        </g>
      </svg>
    </ScrollingSection>
  );
}

/** Hatched for pauses, crossed for overdue time, dotted for closed days. */
function Patterns() {
  return (
    <defs>
      <pattern id="sla-pause" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#fff" />
        <rect width="3" height="7" fill="#505a5f" />
      </pattern>
      <pattern id="sla-breach" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#fff" />
        <path d="M0 0 L8 8 M8 0 L0 8" stroke="#942514" stroke-width="1.6" />
      </pattern>
      <pattern id="sla-closed" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#f3f2f1" />
        <circle cx="2" cy="2" r="1" fill="#8a9296" />
      </pattern>
    </defs>
  );
}

function Ticks({ scale, height }: { scale: TimeScale; height: number }) {
  return (
    <g class="desk-ticks">
      {scale.ticks.map(({ x, label }) => (
        <>
          <line x1={x} x2={x} y1={20} y2={height} />
          <text x={x} y={14} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
    </g>
  );
}

/** Half the longest label, added to the margin so that labels are not cut off at either end. */
const NOW = 20;

function Now({ x, height }: { x: number; height: number }) {
  const { t } = useViewer();
  const labelAt = Math.min(Math.max(x, NOW), WIDTH - 2 * MARGIN - NOW);
  return (
    <g class="desk-now-line">
      <line x1={x} x2={x} y1={20} y2={height} />
      <text x={labelAt} y={30} text-anchor="middle">
        {t('supervisor:sla.now')}
      </text>
    </g>
  );
}

function BarRow({ bar, scale: { x }, label, href }: { bar: Bar; scale: TimeScale; label: string; href: string }) {
  const { t, language, zone } = useViewer();
  const [start, end, due] = [x(bar.startedAt), x(bar.endsAt), x(bar.dueAt)];
  const { top, height } = BAR;
  const labelAt = Math.min(start, WIDTH - 2 * MARGIN - 360);
  return (
    <>
      {bar.closed.map(({ from, to, why, name }) => (
        <rect x={x(from)} y={2} width={between(x(from), x(to), 1)} height={ROW - 4} fill="url(#sla-closed)">
          <title>{name ?? t(`supervisor:sla.${why}`)}</title>
        </rect>
      ))}
      <a href={href} class={`desk-bar desk-bar--${bar.state}`}>
        <title>{t('supervisor:sla.bar', { label, due: formatInstant(bar.dueAt, language, zone) })}</title>
        <text class="desk-bar__label" x={Math.max(0, labelAt)} y={16}>
          {label}
        </text>
        <rect class="desk-bar__whole" x={start} y={top} width={between(start, end, 2)} height={height} />
        <Pauses bar={bar} x={x} />
        {bar.breach && (
          <rect
            class="desk-bar__breach"
            x={x(bar.breach.from)}
            y={top}
            width={between(x(bar.breach.from), x(bar.breach.to), 3)}
            height={height}
            fill="url(#sla-breach)"
          >
            <title>{t('supervisor:sla.breach')}</title>
          </rect>
        )}
        {bar.firstDueAt !== bar.dueAt && <line class="desk-bar__first-due" {...upright(x(bar.firstDueAt))} />}
        <line class="desk-bar__due" {...upright(due)} />
        <Marks bar={bar} x={x} />
      </a>
    </>
  );
}

function Pauses({ bar, x }: { bar: Bar; x: TimeScale['x'] }) {
  const { t } = useViewer();
  return (
    <>
      {bar.pauses.map(({ from, to, reason }) => (
        <rect
          class="desk-bar__pause"
          x={x(from)}
          y={BAR.top}
          width={between(x(from), x(to), 3)}
          height={BAR.height}
          fill="url(#sla-pause)"
        >
          <title>{t('supervisor:sla.paused', { reason: t(`codes:pauseReason.${reason}`) })}</title>
        </rect>
      ))}
    </>
  );
}

/** Triangles warn (full once given), a plus extends, a circle stops in time, a cross stops too late or never did. */
function Marks({ bar, x }: { bar: Bar; x: TimeScale['x'] }) {
  const { t } = useViewer();
  const { top, height } = BAR;
  const middle = top + height / 2;
  const isLate = bar.stop?.late ?? bar.breach !== undefined;
  const over = bar.stop?.at ?? bar.breach?.to;
  return (
    <g class="desk-bar__marks">
      {bar.warnings.map(({ at, fraction, given }) => (
        <path d={`M${x(at)} ${top + height} l-5 9 h10 z`} fill={given ? '#0b0c0c' : '#fff'} stroke="#0b0c0c">
          <title>{t(given ? 'supervisor:sla.warned' : 'supervisor:sla.warns', { percent: percent(fraction) })}</title>
        </path>
      ))}
      {bar.extensions.map(({ at, amount }) => (
        <text x={x(at)} y={middle + 5} text-anchor="middle">
          +{amount}
        </text>
      ))}
      {over !== undefined && isLate && (
        <path d={`M${x(over) - 6} ${middle - 6} l12 12 m0 -12 l-12 12`} stroke="#942514" stroke-width="3">
          <title>{t('supervisor:sla.breach')}</title>
        </path>
      )}
      {bar.stop && !isLate && (
        <circle cx={x(bar.stop.at)} cy={middle} r={6} fill="#0b0c0c">
          <title>{t('supervisor:sla.in-time')}</title>
        </circle>
      )}
    </g>
  );
}

/** Wide enough to be seen. */
function between(from: number, to: number, least: number): number {
  return Math.max(least, Math.round((to - from) * 10) / 10);
}

function upright(x: number) {
  return { x1: x, x2: x, y1: BAR.top - 4, y2: BAR.top + BAR.height + 4 };
}

function percent(fraction: number): number {
  return Math.round(fraction * 100);
}
