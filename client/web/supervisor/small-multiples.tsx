/** Small charts of the same scale beside each other: the answers of one group by month, in time and late. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { brokenLines } from '../../documents/estimate-text.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import type { Trend } from '../../queries/trends.ts';
import { ScrollingSection } from '../parts/scrolling-section.tsx';
import { useViewer } from '../viewer.ts';
import { LatePattern, PartsLegend } from './column-chart.tsx';
import { round } from './coordinates.ts';
import { shortMonth } from './months.ts';

interface Props {
  title: string;
  trends: readonly Trend[];
  nameOf: (key: string) => string;
  parts: { filled: string; crossed: string };
}

const COLUMNS = 3;
const CELL = { width: 350, gap: 15, head: 42, plot: 76, foot: 22 };
const HEIGHT = CELL.head + CELL.plot + CELL.foot + 14;
const ID = 'trend';

/** The charts, with one scale, so that their heights can be compared. */
export function SmallMultiples({ title, trends, nameOf, parts }: Props) {
  const { t, language } = useViewer();
  const width = COLUMNS * (CELL.width + CELL.gap) - CELL.gap;
  const height = Math.ceil(trends.length / COLUMNS) * HEIGHT;
  const most = Math.max(1, ...trends.flatMap(({ months }) => months.map(({ inTime, late }) => inTime + late)));
  return (
    <ScrollingSection class="desk-chart" label={title}>
      <svg
        class="desk-multiples"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="trend-title"
      >
        <title id="trend-title">{title}</title>
        <defs>
          <LatePattern id={`${ID}-late`} />
        </defs>
        {trends.map((trend, n) => (
          <g transform={`translate(${(n % COLUMNS) * (CELL.width + CELL.gap)} ${Math.floor(n / COLUMNS) * HEIGHT})`}>
            <Multiple trend={trend} name={nameOf(trend.key)} most={most} />
          </g>
        ))}
      </svg>
      <p class="govuk-body">{t('pictures:trend.scale', { number: formatNumber(most, language) })}</p>
      <PartsLegend {...parts} id={ID} />
    </ScrollingSection>
  );
}

function Multiple({ trend: { inTime, late, months }, name, most }: { trend: Trend; name: string; most: number }) {
  const { t, language } = useViewer();
  const x = scaleBand(
    months.map(({ month }) => month),
    [0, CELL.width],
  ).padding(0.2);
  const y = scaleLinear([0, most], [0, CELL.plot]);
  const foot = CELL.head + CELL.plot;
  const column = (month: string, from: number, to: number) =>
    to > from
      ? `M${round(x(month) ?? 0)} ${round(foot - y(from))}h${round(x.bandwidth())}V${round(foot - y(to))}h${-round(x.bandwidth())}z`
      : '';
  const filled = months.map((each) => column(each.month, 0, each.inTime)).join('');
  const crossed = months.map((each) => column(each.month, each.inTime, each.inTime + each.late)).join('');
  const share = inTime + late > 0 ? formatPercent(inTime / (inTime + late), language) : '–';
  const [line, ...rest] = brokenLines(name, 14, CELL.width, true);
  const shown = months.filter((_, n) => n % Math.ceil(months.length / 6) === 0);
  return (
    <>
      <text class="desk-chart__strong" y={14}>
        {rest.length > 0 ? `${line} …` : line}
      </text>
      <text y={32}>{t('pictures:trend.share', { share, number: formatNumber(inTime + late, language) })}</text>
      {filled && <path class="desk-column desk-column--filled" d={filled} />}
      {crossed && <path class="desk-column" fill={`url(#${ID}-late)`} d={crossed} />}
      <path class="desk-stroke-ink" d={`M0 ${foot}H${CELL.width}`} />
      {shown.map(({ month }) => (
        <text x={round((x(month) ?? 0) + x.bandwidth() / 2)} y={foot + 16} text-anchor="middle">
          {shortMonth(month, language)}
        </text>
      ))}
    </>
  );
}
