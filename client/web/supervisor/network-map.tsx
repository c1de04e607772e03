/** Two maps of capability, world and Europe: a pattern and a code for each country, with a description as tooltip. */

import type { KnownLevel } from '../../../domain/routing/registry.ts';
import { countryName } from '../../i18n/countries.ts';
import { useViewer } from '../viewer.ts';
import { type CountryShape, type MapShapes, mapShapes } from './map-shapes.ts';

interface Props {
  /** The description of the map. */
  capability: string;
  levels: ReadonlyMap<string, KnownLevel>;
}

const LEVELS = ['full', 'partial', 'none', 'unverified'] as const satisfies KnownLevel[];

/** The map of a capability by country. */
export function NetworkMap({ capability, levels }: Props) {
  const { t } = useViewer();
  const { world, europe } = mapShapes([...levels.keys()]);
  return (
    <div class="desk-maps">
      <Legend />
      <Drawing of={europe} title={t('supervisor:network.map', { capability })} levels={levels} />
      <Drawing of={world} title={t('supervisor:network.far', { capability })} levels={levels} />
    </div>
  );
}

function Drawing({ of, title, levels }: { of: MapShapes; title: string; levels: Props['levels'] }) {
  const { width, height, land, countries } = of;
  return (
    <svg class="desk-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      <path class="desk-map__land" d={land} />
      {countries.map((shape) => (
        <Land shape={shape} level={levels.get(shape.country) ?? 'none'} />
      ))}
    </svg>
  );
}

/** What is too small for an outline is a dot. */
function Land({ shape, level }: { shape: CountryShape; level: KnownLevel }) {
  const { t, language } = useViewer();
  const { country, path, at } = shape;
  const [x, y] = at;
  const fill = `url(#level-${level})`;
  return (
    <g>
      <title>{`${countryName(language, country)}: ${t(`supervisor:network.level.${level}`)}`}</title>
      {path ? <path d={path} fill={fill} /> : <circle cx={x} cy={y} r={2} fill={fill} />}
      <text x={x} y={path ? y + 1 : y - 3}>
        {country}
      </text>
    </g>
  );
}

/** The patterns that both maps use. */
function Legend() {
  const { t } = useViewer();
  return (
    <ul class="desk-legend">
      {LEVELS.map((level, n) => (
        <li>
          <svg class="desk-map" width="36" height="18" viewBox="0 0 18 9" aria-hidden="true">
            {n === 0 && <Patterns />}
            <rect x="0.5" y="0.5" width="17" height="8" fill={`url(#level-${level})`} />
          </svg>{' '}
          {t(`supervisor:network.level.${level}`)}
        </li>
      ))}
    </ul>
  );
}

function Patterns() {
  const square = { width: '3', height: '3', patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id="level-full" {...square}>
        <rect width="3" height="3" fill="#7fb3bf" />
      </pattern>
      <pattern id="level-partial" {...square} patternTransform="rotate(45)">
        <rect width="3" height="3" fill="#fff" />
        <rect width="1.2" height="3" fill="#7fb3bf" />
      </pattern>
      <pattern id="level-none" {...square}>
        <rect width="3" height="3" fill="#fff" />
      </pattern>
      <pattern id="level-unverified" {...square}>
        <rect width="3" height="3" fill="#fff" />
        <circle cx="1" cy="1" r="0.6" fill="#942514" />
      </pattern>
    </defs>
  );
}
