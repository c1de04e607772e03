/** The shapes of two maps, the world and Europe; drawn once, since the atlas is large and the network seldom changes. */

import { createRequire } from 'node:module';
import { type GeoProjection, geoArea, geoConicConformal, geoEqualEarth, geoPath } from 'd3-geo';
import { merge } from 'topojson-client';
import { COUNTRY_OF_NUMBER } from '../../../domain/country-numbers.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { outline } from './map-path.ts';

type Area = Extract<Parameters<typeof merge>[1], unknown[]>[number] & { id?: string };
type Land = ReturnType<typeof merge>;
/** As much of an atlas of Natural Earth as is read. */
type Atlas = Parameters<typeof merge>[0] & { objects: { countries: { geometries: Area[] } } };

/** The shapes of the map. */
export interface MapShapes {
  width: number;
  height: number;
  /** All land of other countries in one. */
  land: string;
  countries: CountryShape[];
}

/** The outline of one country. */
export interface CountryShape {
  country: Country;
  /** Empty where it is too small to be seen. */
  path: string;
  /** The position of its code. */
  at: [x: number, y: number];
}

const WORLD = { width: 380, height: 174 };
const EUROPE = { width: 300, height: 270 };

const require = createRequire(import.meta.url);
const drawn = new Map<string, { world: MapShapes; europe: MapShapes }>();

/** `countries` are those of the network. */
export function mapShapes(countries: readonly Country[]): { world: MapShapes; europe: MapShapes } {
  const key = [...countries].sort().join();
  const known = drawn.get(key);
  if (known) return known;
  drawn.clear();
  const europe = europeOf(new Set(countries));
  // What is drawn there would only be a speck here.
  const near = new Set(europe.countries.map((each) => each.country));
  const shapes = { world: worldOf(new Set(countries.filter((each) => !near.has(each)))), europe };
  drawn.set(key, shapes);
  return shapes;
}

function worldOf(countries: ReadonlySet<Country>): MapShapes {
  const { width, height } = WORLD;
  const projection = geoEqualEarth().fitExtent(
    [
      [2, 2],
      [width - 2, height + 16],
    ],
    { type: 'Sphere' },
  );
  return { ...WORLD, ...shapesOf(require('world-atlas/countries-110m.json'), projection, WORLD, countries) };
}

function europeOf(countries: ReadonlySet<Country>): MapShapes {
  const { width, height } = EUROPE;
  const projection = geoConicConformal()
    .parallels([43, 62])
    .rotate([-14, 0])
    .center([0, 53])
    .scale(367)
    .translate([width / 2, height / 2 + 4])
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  return { ...EUROPE, ...shapesOf(require('world-atlas/countries-50m.json'), projection, EUROPE, countries) };
}

function shapesOf(
  atlas: Atlas,
  projection: GeoProjection,
  { width, height }: { width: number; height: number },
  wanted: ReadonlySet<Country>,
): Pick<MapShapes, 'land' | 'countries'> {
  const all = atlas.objects.countries.geometries;
  const codeOf = ({ id }: Area) => COUNTRY_OF_NUMBER.get(id ?? '') ?? '';
  const others = all.filter((each) => !wanted.has(codeOf(each)) && codeOf(each) !== 'AQ');
  const countries = all
    .filter((each) => wanted.has(codeOf(each)))
    .flatMap((each): CountryShape[] => {
      const shape = merge(atlas, [each]);
      const [x, y] = geoPath(projection).centroid(largestOf(shape));
      const isInside = x > 0 && x < width && y > 0 && y < height;
      if (!isInside) return [];
      return [{ country: codeOf(each), path: outline(shape, projection), at: [Math.round(x), Math.round(y)] }];
    });
  return { land: outline(merge(atlas, others), projection), countries };
}

/** A country's mainland. Its code is placed there, not between the mainland and its islands. */
function largestOf({ coordinates }: Land): Land {
  const parts = coordinates.map((part): Land => ({ type: 'MultiPolygon', coordinates: [part] }));
  const areas = parts.map((part) => geoArea(part));
  return parts[areas.indexOf(Math.max(...areas))] ?? { type: 'MultiPolygon', coordinates };
}
