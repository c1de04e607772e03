/** Two maps of countries by class, world and Europe: a pattern and a code for each country, with its class as tooltip. */

import { countryName } from '../../i18n/countries.ts';
import { useViewer } from '../viewer.ts';
import type { ClassedMap, MapPattern } from './map-classes.ts';
import { type CountryShape, type MapShapes, mapShapes } from './map-shapes.ts';

/** The maps with their legend. */
export function NetworkMap({ map }: { map: ClassedMap }) {
  const { title, far, classOf } = map;
  const { world, europe } = mapShapes([...classOf.keys()]);
  return (
    <div class="desk-maps">
      <Legend map={map} />
      <Drawing of={europe} title={title} map={map} />
      <Drawing of={world} title={far} map={map} />
    </div>
  );
}

function Drawing({ of, title, map }: { of: MapShapes; title: string; map: ClassedMap }) {
  const { width, height, land, countries } = of;
  return (
    <svg class="desk-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <title>{title}</title>
      <path class="desk-map__land" d={land} />
      {countries.map((shape) => (
        <Land shape={shape} of={map.legend[map.classOf.get(shape.country) ?? 0]} />
      ))}
    </svg>
  );
}

/** What is too small for an outline is a dot. */
function Land({ shape, of }: { shape: CountryShape; of: ClassedMap['legend'][number] | undefined }) {
  const { language } = useViewer();
  const { country, path, at } = shape;
  const [x, y] = at;
  const fill = `url(#level-${of?.pattern ?? 'none'})`;
  return (
    <g>
      <title>{`${countryName(language, country)}: ${of?.name ?? ''}`}</title>
      {path ? <path d={path} fill={fill} /> : <circle cx={x} cy={y} r={2} fill={fill} />}
      <text x={x} y={path ? y + 1 : y - 3}>
        {country}
      </text>
    </g>
  );
}

/** The patterns that both maps use. */
function Legend({ map: { legend } }: { map: ClassedMap }) {
  return (
    <ul class="desk-legend">
      {legend.map(({ pattern, name }, n) => (
        <li>
          <svg class="desk-map" width="36" height="18" viewBox="0 0 18 9" aria-hidden="true">
            {n === 0 && <Patterns used={legend.map((each) => each.pattern)} />}
            <rect x="0.5" y="0.5" width="17" height="8" fill={`url(#level-${pattern})`} />
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Width of the stripes of a pattern of 3 units. */
const STRIPES: Partial<Record<MapPattern, number>> = { light: 0.5, partial: 1.5, full: 3 };

function Patterns({ used }: { used: readonly MapPattern[] }) {
  return (
    <defs>
      {used.map((pattern) => (
        <pattern
          id={`level-${pattern}`}
          width="3"
          height="3"
          patternUnits="userSpaceOnUse"
          patternTransform={pattern === 'light' || pattern === 'partial' ? 'rotate(45)' : undefined}
        >
          <rect class="desk-fill-paper" width="3" height="3" />
          {STRIPES[pattern] && <rect class="desk-fill-level" width={STRIPES[pattern]} height="3" />}
          {pattern === 'empty' && <circle class="desk-fill-quiet" cx="1" cy="1" r="0.25" />}
          {pattern === 'unverified' && <circle class="desk-fill-danger" cx="1" cy="1" r="0.6" />}
        </pattern>
      ))}
    </defs>
  );
}
