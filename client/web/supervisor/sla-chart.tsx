/** Deadlines as bars on one dated time axis, with labels at the left and a lane of events. Colour only repeats what shapes say. */

import { estimatedWidth } from '../../documents/estimate-text.ts';
import { clusters, numbersOf, placeLabels } from '../../documents/place-labels.ts';
import { type TimeScale, timeScale, widened } from '../../documents/time-axis.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Axis } from '../../queries/sla.ts';
import type { TimelineEntry } from '../../queries/timeline.ts';
import { ScrollingSection } from '../parts/scrolling-section.tsx';
import { useViewer } from '../viewer.ts';
import { CHART, type ChartRow, PLOT_WIDTH, placeRows } from './chart-row.ts';
import { LatePattern } from './column-chart.tsx';
import { round } from './coordinates.ts';
import { BarLabel, BarShapes, BarTexts, ClosedDays } from './sla-bar.tsx';

interface Props {
  title: string;
  axis: Axis;
  rows: readonly ChartRow[];
  /** Shown in a lane above the bars; absent if the chart is about several referrals. */
  events?: { entries: readonly TimelineEntry[]; href: (entry: TimelineEntry) => string };
}

/** Between the labels of ticks. */
const GAP = 12;

/** The chart. Texts are drawn last, with a margin of the colour of the page, so that no line crosses them. */
export function SlaChart({ title, axis, rows, events }: Props) {
  const { t, zone, language } = useViewer();
  const shown = widened(axis);
  const scale = timeScale(shown, PLOT_WIDTH, zone, language);
  const top = CHART.axis + (events ? CHART.lane : 0);
  const placed = placeRows(rows, top);
  const height = placed.reduce((sum, row) => sum + row.height, top) + 4;
  const write = (at: string) => formatInstant(at, language, zone);
  return (
    <ScrollingSection class="desk-chart" label={title}>
      <svg
        class="desk-sla"
        width={CHART.width}
        height={height}
        viewBox={`0 0 ${CHART.width} ${height}`}
        aria-labelledby="sla-title"
        aria-describedby="sla-desc"
      >
        <title id="sla-title">{title}</title>
        <desc id="sla-desc">{t('supervisor:sla.description', { count: rows.length, zone })}</desc>
        <Patterns />
        <text class="desk-chart__quiet" y={12}>
          {t('documents:axis', { zone, from: write(shown.from), to: write(shown.to) })}
        </text>
        {placed.map((row) => (
          <g transform={`translate(${CHART.labels} ${row.top})`}>
            <ClosedDays row={row} x={scale.x} />
          </g>
        ))}
        <g transform={`translate(${CHART.labels} 0)`}>
          <Ticks scale={scale} height={height} />
          <Now x={scale.x(axis.now)} height={height} />
        </g>
        {events && <Lane {...events} x={scale.x} />}
        {placed.map((row) => (
          <g transform={`translate(0 ${row.top})`}>
            <path class="desk-ticks__line" d={`M0 0H${CHART.width}`} />
            <BarLabel row={row} />
            <g transform={`translate(${CHART.labels} 0)`}>
              <BarShapes row={row} x={scale.x} />
              <BarTexts row={row} x={scale.x} />
            </g>
          </g>
        ))}
      </svg>
    </ScrollingSection>
  );
}

/** Hatched for pauses, crossed for overdue time, dotted for closed days. */
function Patterns() {
  return (
    <defs>
      <pattern id="sla-pause" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="desk-fill-paper" width="7" height="7" />
        <rect class="desk-fill-quiet" width="3" height="7" />
      </pattern>
      <LatePattern id="sla-breach" />
      <pattern id="sla-closed" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="desk-fill-closed" width="6" height="6" />
        <circle class="desk-fill-closed-mark" cx="2" cy="2" r="1" />
      </pattern>
    </defs>
  );
}

/** If there are more labels than have room, only each second or third tick has one. */
function Ticks({ scale: { ticks }, height }: { scale: TimeScale; height: number }) {
  const widthOf = (label: string) => estimatedWidth(label, CHART.textSize);
  const needed = ticks.reduce((sum, { label }) => sum + widthOf(label) + GAP, 0);
  const labelled = ticks.filter((_, n) => n % Math.ceil(needed / PLOT_WIDTH) === 0);
  const lefts = placeLabels(
    labelled.map(({ x, label }) => ({ x, width: widthOf(label) })),
    PLOT_WIDTH,
    GAP,
  );
  return (
    <>
      <path class="desk-ticks__line" d={ticks.map(({ x }) => `M${x} 36V${height}`).join('')} />
      {labelled.map(({ label }, n) => (
        <text x={round(lefts[n] ?? 0)} y={30}>
          {label}
        </text>
      ))}
    </>
  );
}

function Now({ x, height }: { x: number; height: number }) {
  const { t } = useViewer();
  const label = t('supervisor:sla.now');
  const width = estimatedWidth(label, CHART.textSize, true);
  return (
    <g class="desk-now-line">
      <path d={`M${x} 36V${height}`} />
      <text x={round(Math.min(x + 3, PLOT_WIDTH - width))} y={44}>
        {label}
      </text>
    </g>
  );
}

interface LaneProps extends NonNullable<Props['events']> {
  x: TimeScale['x'];
}

/** Each event as a mark, and the numbers of its entries below. Numbers that would overlap are joined: 3–7. */
function Lane({ entries, href, x }: LaneProps) {
  const { t } = useViewer();
  const marks = clusters(entries, ({ at }) => x(at), 34);
  const texts = marks.map(numbersOf);
  const lefts = placeLabels(
    marks.map((mark, n) => ({ x: mark.x, width: estimatedWidth(texts[n] ?? '', CHART.textSize) })),
    PLOT_WIDTH,
    20,
  );
  return (
    <g transform={`translate(0 ${CHART.axis})`}>
      <text class="desk-chart__strong" y={16}>
        {t('pictures:sla.lane')}
      </text>
      <g transform={`translate(${CHART.labels} 0)`}>
        <path class="desk-stroke-ink" d={entries.map(({ at }) => `M${x(at)} 2v8`).join('')} />
        {marks.map((mark, n) => (
          <a href={href(mark.items[0])}>
            <title>{t('pictures:sla.events', { numbers: texts[n] ?? '' })}</title>
            <rect class="desk-chart__target" x={round((lefts[n] ?? 0) - 4)} y={8} width={24} height={24} />
            <text class="desk-chart__link" x={round(lefts[n] ?? 0)} y={24}>
              {texts[n]}
            </text>
          </a>
        ))}
      </g>
    </g>
  );
}
