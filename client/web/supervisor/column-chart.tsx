/** A chart of columns in two parts, filled and crossed, with the number above each. A legend names the parts. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { brokenLines } from '../../documents/estimate-text.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { ScrollingSection } from '../parts/scrolling-section.tsx';
import { useViewer } from '../viewer.ts';
import { round } from './coordinates.ts';

/** One column: what it counts, and how much of it belongs to the filled and to the crossed part. */
export interface ChartColumn {
  label: string;
  filled: number;
  crossed: number;
}

interface Props {
  title: string;
  columns: readonly ChartColumn[];
  /** What the parts are called; without `crossed`, there is no such part. */
  parts: { filled: string; crossed?: string };
  /** Unique on the page. */
  id: string;
}

const WIDTH = 760;
const PLOT = { top: 24, height: 150 };
const LABEL = 13;
const LINE = 16;
const LINES = 3;

/** The chart. */
export function ColumnChart({ title, columns, parts, id }: Props) {
  const { language } = useViewer();
  const most = Math.max(1, ...columns.map(({ filled, crossed }) => filled + crossed));
  const x = scaleBand(
    columns.map((_, n) => n),
    [0, WIDTH],
  ).padding(0.25);
  const y = scaleLinear([0, most], [0, PLOT.height]).nice();
  const foot = PLOT.top + PLOT.height;
  const height = foot + LINES * LINE + 10;
  return (
    <ScrollingSection class="desk-chart" label={title}>
      <svg
        class="desk-columns-chart"
        width={WIDTH}
        height={height}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{title}</title>
        <defs>
          <LatePattern id={`${id}-late`} />
        </defs>
        {columns.map(({ label, filled, crossed }, n) => {
          const [left, width] = [round(x(n) ?? 0), round(x.bandwidth())];
          const [low, high] = [round(y(filled)), round(y(filled + crossed))];
          return (
            <>
              {filled > 0 && (
                <rect
                  class="desk-column desk-column--filled"
                  x={left}
                  y={round(foot - low)}
                  width={width}
                  height={low}
                />
              )}
              {crossed > 0 && (
                <rect
                  class="desk-column"
                  fill={`url(#${id}-late)`}
                  x={left}
                  y={round(foot - high)}
                  width={width}
                  height={round(high - low)}
                />
              )}
              <text class="desk-chart__strong" x={left + width / 2} y={round(foot - high) - 6} text-anchor="middle">
                {formatNumber(filled + crossed, language)}
              </text>
              {brokenLines(label, LABEL, WIDTH / columns.length)
                .slice(0, LINES)
                .map((line, row) => (
                  <text x={left + width / 2} y={foot + (row + 1) * LINE} text-anchor="middle">
                    {line}
                  </text>
                ))}
            </>
          );
        })}
        <path class="desk-stroke-ink" d={`M0 ${foot}H${WIDTH}`} />
      </svg>
      {parts.crossed !== undefined && <PartsLegend filled={parts.filled} crossed={parts.crossed} id={id} />}
    </ScrollingSection>
  );
}

/** Crossed lines, for what is late. */
export function LatePattern({ id }: { id: string }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="desk-fill-paper" width="8" height="8" />
      <path class="desk-line-alarm" d="M0 0 L8 8 M8 0 L0 8" />
    </pattern>
  );
}

/** What the two parts mean. */
export function PartsLegend({ filled, crossed, id }: { filled: string; crossed: string; id: string }) {
  return (
    <ul class="desk-legend">
      {[filled, crossed].map((name, n) => (
        <li>
          <svg width="18" height="12" aria-hidden="true">
            <rect
              class={n === 0 ? 'desk-column desk-column--filled' : 'desk-column'}
              {...(n === 1 && { fill: `url(#${id}-late)` })}
              x="1"
              y="1"
              width="16"
              height="10"
            />
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}
