/** One deadline of a chart: its label, its bar with pauses and overdue time, and the texts at the bar. */

import { estimatedWidth } from '../../documents/estimate-text.ts';
import { placeLabels } from '../../documents/place-labels.ts';
import type { TimeScale } from '../../documents/time-axis.ts';
import { CHART, type DrawnBar, LINE, PLOT_WIDTH, type PlacedRow } from './chart-row.ts';
import { round } from './coordinates.ts';

interface Props {
  row: PlacedRow;
  x: TimeScale['x'];
}

const { top: TOP, height: HEIGHT } = CHART.bar;
const FOOT = TOP + HEIGHT;

/** The name of the deadline, and below it who must act. */
export function BarLabel({ row: { title, titleLines, subtitleLines } }: { row: PlacedRow }) {
  return (
    <>
      <a href={title.href}>
        <text class="desk-chart__title">
          {titleLines.map((line, n) => (
            <tspan x={0} y={18 + n * LINE}>
              {line}
            </tspan>
          ))}
        </text>
      </a>
      <text>
        {subtitleLines.map((line, n) => (
          <tspan x={0} y={18 + (titleLines.length + n) * LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** The bar, which is a link. */
export function BarShapes({ row: { bar, link }, x }: Props) {
  const { startedAt, endsAt, dueAt, firstDueAt, breach, state } = bar;
  const [start, end] = [x(startedAt), x(endsAt)];
  const across = (from: string, to: string, least: number) =>
    `M${x(from)} ${TOP}h${width(x(from), x(to), least)}v${HEIGHT}H${x(from)}z`;
  const pauses = bar.pauses.map(({ from, to }) => across(from, to, 3)).join('');
  return (
    <a href={link.href} class={`desk-bar desk-bar--${state}`}>
      <title>{link.name}</title>
      <rect class="desk-chart__target" x={start} y={TOP - 3} width={width(start, end, 24)} height={24} />
      <path class="desk-bar__whole" d={across(startedAt, endsAt, 2)} />
      {pauses && <path class="desk-bar__pause" d={pauses} fill="url(#sla-pause)" />}
      {breach && <path class="desk-bar__breach" d={across(breach.from, breach.to, 3)} fill="url(#sla-breach)" />}
      {firstDueAt !== dueAt && <path class="desk-bar__first-due" d={upright(x(firstDueAt))} />}
      <path class="desk-bar__due" d={upright(x(dueAt))} />
      <Marks bar={bar} x={x} />
    </a>
  );
}

/** Days on which the agency is closed, which are behind all lines. Holidays are named. */
export function ClosedDays({ row: { bar, height }, x }: Props) {
  const { closed } = bar;
  if (closed.length === 0) return null;
  const d = closed.map(({ from, to }) => `M${x(from)} 0h${width(x(from), x(to), 1)}v${height}H${x(from)}z`).join('');
  const names = [...new Set(closed.flatMap(({ name }) => (name ? [name] : [])))];
  return (
    <path d={d} fill="url(#sla-closed)">
      {names.length > 0 && <title>{names.join(', ')}</title>}
    </path>
  );
}

/** Triangles warn (full once given), a plus extends, a circle stops in time, a cross stops too late or never did. */
function Marks({ bar, x }: { bar: DrawnBar; x: TimeScale['x'] }) {
  const middle = TOP + HEIGHT / 2;
  const isLate = bar.stop?.late ?? bar.breach !== undefined;
  const over = bar.stop?.at ?? bar.breach?.to;
  const warnings = (isGiven: boolean) =>
    bar.warnings
      .filter(({ given }) => given === isGiven)
      .map(({ at }) => `M${x(at)} ${FOOT}l-4 7h8z`)
      .join('');
  return (
    <>
      {warnings(true) && <path class="desk-fill-ink desk-stroke-ink" d={warnings(true)} />}
      {warnings(false) && <path class="desk-fill-paper desk-stroke-ink" d={warnings(false)} />}
      {bar.extensions.map(({ at, amount }) => (
        <text x={x(at)} y={middle + 5} text-anchor="middle">
          +{amount}
        </text>
      ))}
      {over !== undefined && isLate && (
        <path class="desk-bar__late" d={`M${x(over) - 6} ${middle - 6}l12 12m0-12l-12 12`} />
      )}
      {bar.stop && !isLate && <circle class="desk-fill-ink" cx={x(bar.stop.at)} cy={middle} r={6} />}
    </>
  );
}

/** How it ended above the bar; warnings, start, due instant and what explains it below. */
export function BarTexts({ row: { bar, texts, noteLines }, x }: Props) {
  const end = texts.end;
  const ends = x(bar.stop?.at ?? bar.endsAt);
  const [left = 0] = placeLabels([{ x: ends, width: estimatedWidth(end, CHART.textSize, true) }], PLOT_WIDTH, 0);
  return (
    <>
      <text class={texts.late ? 'desk-chart__strong desk-chart__late' : 'desk-chart__strong'} x={round(left)} y={18}>
        {end}
      </text>
      <Line y={FOOT + 18} labels={texts.warnings.map(({ at, text }) => ({ x: x(at), text }))} />
      <Line
        y={FOOT + 36}
        labels={[
          { x: x(bar.startedAt), text: texts.start },
          { x: x(bar.dueAt), text: texts.due },
        ]}
      />
      {noteLines.map((line, n) => (
        <text x={0} y={FOOT + 36 + (n + 1) * LINE}>
          {line}
        </text>
      ))}
    </>
  );
}

/** Texts beside each other, each as near as possible to its instant. */
function Line({ y, labels }: { y: number; labels: readonly { x: number; text: string }[] }) {
  const lefts = placeLabels(
    labels.map(({ x, text }) => ({ x, width: estimatedWidth(text, CHART.textSize) })),
    PLOT_WIDTH,
    10,
  );
  return (
    <>
      {labels.map(({ text }, n) => (
        <text x={round(lefts[n] ?? 0)} y={y}>
          {text}
        </text>
      ))}
    </>
  );
}

/** Wide enough to be seen. */
function width(from: number, to: number, least: number): number {
  return Math.max(least, round(to - from));
}

function upright(x: number): string {
  return `M${x} ${TOP - 4}v${HEIGHT + 8}`;
}
