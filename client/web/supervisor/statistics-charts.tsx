/** Two pictures of requests by month: answers in time and late, and how long answers took. The tables below say the same. */

import { scaleBand, scaleLinear } from 'd3-scale';
import type { ComponentChildren, VNode } from 'preact';
import { formatNumber } from '../../i18n/numbers.ts';
import type { RequestRow } from '../../queries/request-statistics.ts';
import { ScrollingSection } from '../parts/scrolling-section.tsx';
import { useViewer } from '../viewer.ts';
import { LatePattern } from './column-chart.tsx';
import { round } from './coordinates.ts';
import { shortMonth } from './months.ts';
import { tickLabel, timeTicks } from './time-ticks.ts';

const [WIDTH, HEIGHT] = [1080, 230];
const MARGIN = { top: 10, right: 10, bottom: 28, left: 110 };
const PLOT = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
const TICKS = 4;
/** The least length of the axis of times: an hour. */
const LEAST_MS = 3_600_000;

interface Props {
  rows: readonly RequestRow[];
}

/** Stacked bars: filled for answers in time, crossed for late ones, empty for deadlines without an answer. */
export function AnswersChart({ rows }: Props) {
  const { t, language } = useViewer();
  const most = Math.max(1, ...rows.map((row) => row.inTime + row.late + row.overdue));
  const y = scaleLinear([0, most], [PLOT.height, 0]).nice(TICKS);
  const x = scaleBand(
    rows.map(({ key }) => key),
    [0, PLOT.width],
  ).padding(0.3);
  const bar = (row: RequestRow, from: number, count: number, look: { class: string; fill?: string }) =>
    count > 0 && (
      <rect
        {...look}
        x={x(row.key) ?? 0}
        y={y(from + count)}
        width={x.bandwidth()}
        height={y(from) - y(from + count)}
      />
    );
  return (
    <Chart title={t('statistics:chart.answers')} legend={<AnswersLegend />}>
      <Axis at={y} ticks={y.ticks(TICKS).filter(Number.isInteger)} label={(value) => formatNumber(value, language)} />
      {rows.map((row) => (
        <g>
          {bar(row, 0, row.inTime, { class: 'desk-column desk-column--filled' })}
          {bar(row, row.inTime, row.late, { class: 'desk-column', fill: 'url(#statistics-late)' })}
          {bar(row, row.inTime + row.late, row.overdue, { class: 'desk-column desk-fill-paper' })}
        </g>
      ))}
      <Months rows={rows} at={(key) => (x(key) ?? 0) + x.bandwidth() / 2} />
    </Chart>
  );
}

/** Two lines: circles for the median, squares for the 90th percentile. Months without answers have no point. */
export function TimesChart({ rows }: Props) {
  const { t } = useViewer();
  const ticks = timeTicks(Math.max(LEAST_MS, ...rows.map(({ p90Ms }) => p90Ms ?? 0)), TICKS);
  const y = scaleLinear([0, ticks.at(-1) ?? LEAST_MS], [PLOT.height, 0]);
  const x = scaleBand(
    rows.map(({ key }) => key),
    [0, PLOT.width],
  ).padding(0.3);
  const middle = (key: string) => (x(key) ?? 0) + x.bandwidth() / 2;
  const points = (of: (row: RequestRow) => number | undefined) =>
    rows.flatMap((row) => {
      const value = of(row);
      return value === undefined ? [] : [{ x: round(middle(row.key)), y: round(y(value)) }];
    });
  const [medians, p90s] = [points(({ medianMs }) => medianMs), points(({ p90Ms }) => p90Ms)];
  const line = (all: readonly { x: number; y: number }[]) => all.map((point) => `${point.x},${point.y}`).join(' ');
  return (
    <Chart title={t('statistics:chart.times')} legend={<TimesLegend />}>
      <Axis at={y} ticks={ticks} label={(value) => tickLabel(value, t)} />
      <polyline points={line(medians)} class="desk-line-accent" />
      <polyline points={line(p90s)} class="desk-line-dashed" />
      {medians.map((point) => (
        <Median {...point} />
      ))}
      {p90s.map((point) => (
        <Percentile {...point} />
      ))}
      <Months rows={rows} at={middle} />
    </Chart>
  );
}

function Chart(props: { title: string; legend: VNode; children: ComponentChildren }) {
  const { title, legend, children } = props;
  return (
    <ScrollingSection class="desk-chart" label={title}>
      <h2 class="govuk-heading-s">{title}</h2>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <title>{title}</title>
        <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>{children}</g>
      </svg>
      {legend}
    </ScrollingSection>
  );
}

interface AxisProps {
  at: (value: number) => number;
  ticks: readonly number[];
  label: (value: number) => string;
}

function Axis({ at, ticks, label }: AxisProps) {
  return (
    <g class="desk-ticks">
      {ticks.map((value) => (
        <g transform={`translate(0 ${round(at(value))})`}>
          <line x2={PLOT.width} />
          <text x={-8} y={5} text-anchor="end">
            {label(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Of many months, each third has a label. */
function Months({ rows, at }: Props & { at: (key: string) => number }) {
  const { language } = useViewer();
  return (
    <g>
      {rows.map(
        ({ key }, index) =>
          (rows.length <= 12 || index % 3 === 0) && (
            <text x={round(at(key))} y={PLOT.height + 20} text-anchor="middle">
              {shortMonth(key, language)}
            </text>
          ),
      )}
    </g>
  );
}

function AnswersLegend() {
  const { t } = useViewer();
  const box = { x: 1, y: 1, width: 16, height: 10 };
  return (
    <ul class="desk-legend">
      <Legend text={t('statistics:in-time')}>
        <LatePattern id="statistics-late" />
        <rect {...box} class="desk-column desk-column--filled" />
      </Legend>
      <Legend text={t('statistics:late')}>
        <rect {...box} class="desk-column" fill="url(#statistics-late)" />
      </Legend>
      <Legend text={t('statistics:overdue')}>
        <rect {...box} class="desk-column desk-fill-paper" />
      </Legend>
    </ul>
  );
}

function TimesLegend() {
  const { t } = useViewer();
  return (
    <ul class="desk-legend">
      <Legend text={t('statistics:median')}>
        <Median x={9} y={6} />
      </Legend>
      <Legend text={t('statistics:p90')}>
        <Percentile x={9} y={6} />
      </Legend>
    </ul>
  );
}

function Legend({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <svg width="18" height="12" aria-hidden="true">
        {children}
      </svg>{' '}
      {text}
    </li>
  );
}

function Median({ x, y }: { x: number; y: number }) {
  return <circle class="desk-fill-accent" cx={x} cy={y} r={4} />;
}

function Percentile({ x, y }: { x: number; y: number }) {
  return <rect class="desk-fill-danger" x={x - 4} y={y - 4} width={8} height={8} />;
}
