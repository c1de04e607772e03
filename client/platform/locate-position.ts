/** Finds the country of a position from the borders of the maps (Natural Earth, 1:50 million). No network access. */

import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { COUNTRY_OF_NUMBER } from '../../domain/country-numbers.ts';
import type { Country } from '../../domain/vocabulary.ts';

type Topology = Parameters<typeof feature>[0] & { objects: { countries: Parameters<typeof feature>[1] } };
type Geometry = Extract<ReturnType<typeof feature>, { type: 'Feature' }>['geometry'];
type Point = readonly [longitude: number, latitude: number];

/** The borders of one area; `country` is undefined if the area has no code of ISO 3166-1. */
interface Area {
  country: Country | undefined;
  rings: Point[][];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The borders are accurate to a few kilometres. Nearer to another country, the country is not certain. */
const MARGIN_KM = 10;

/** On the surface of the Earth. */
const KM_OF_DEGREE = 111.2;

const require = createRequire(import.meta.url);
let areas: Area[] | undefined;

/** Undefined at sea, within ten kilometres of another country, and in areas without a country code. In decimal degrees. */
export function countryAt(latitude: number, longitude: number): Country | undefined {
  areas ??= readAreas();
  const point: Point = [longitude, latitude];
  const near = areas.filter((area) => isInBox(area, point));
  const within = near.find(({ rings }) => isWithin(rings, point));
  const others = near.filter((area) => area !== within);
  if (others.some(({ rings }) => isNear(rings, point))) return undefined;
  return within?.country;
}

function readAreas(): Area[] {
  const atlas: Topology = require('world-atlas/countries-50m.json');
  const shapes = feature(atlas, atlas.objects.countries);
  return ('features' in shapes ? shapes.features : [shapes]).map(({ id, geometry }): Area => {
    const rings = ringsOf(geometry);
    const points = rings.flat();
    const [first = [0, 0]] = points;
    const area = { country: COUNTRY_OF_NUMBER.get(`${id}`), rings };
    return points.reduce((box: Area, [x, y]) => extended(box, x, y), {
      ...{ ...area, west: first[0], east: first[0], south: first[1], north: first[1] },
    });
  });
}

function extended(box: Area, x: number, y: number): Area {
  box.west = Math.min(box.west, x);
  box.east = Math.max(box.east, x);
  box.south = Math.min(box.south, y);
  box.north = Math.max(box.north, y);
  return box;
}

function ringsOf(geometry: Geometry): Point[][] {
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  return polygons.flat().map((ring) => ring.map(([x = 0, y = 0]): Point => [x, y]));
}

function isInBox({ west, south, east, north }: Area, [x, y]: Point): boolean {
  const ofLatitude = MARGIN_KM / KM_OF_DEGREE;
  const ofLongitude = ofLatitude / scaleAt(y);
  return x > west - ofLongitude && x < east + ofLongitude && y > south - ofLatitude && y < north + ofLatitude;
}

/** The length of a degree of longitude there, as a part of its length at the equator. */
function scaleAt(latitude: number): number {
  return Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
}

/** On the plane, as Natural Earth draws its borders: between two points, the 49th parallel is no great circle. */
function isWithin(rings: readonly Point[][], [x, y]: Point): boolean {
  let isInside = false;
  for (const [[fromX, fromY], [toX, toY]] of segmentsOf(rings)) {
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isInside = !isInside;
  }
  return isInside;
}

function isNear(rings: readonly Point[][], point: Point): boolean {
  for (const [from, to] of segmentsOf(rings)) if (distanceKm(point, from, to) < MARGIN_KM) return true;
  return isWithin(rings, point);
}

function* segmentsOf(rings: readonly Point[][]): Generator<[Point, Point]> {
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) yield [from, to];
      from = to;
    }
  }
}

/** From a point to a segment of a border, on the plane around the point. */
function distanceKm([x, y]: Point, from: Point, to: Point): number {
  const scale = scaleAt(y);
  const [fromX, fromY] = [(from[0] - x) * scale, from[1] - y];
  const [stepX, stepY] = [(to[0] - from[0]) * scale, to[1] - from[1]];
  const length = stepX ** 2 + stepY ** 2;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, -(fromX * stepX + fromY * stepY) / length));
  return Math.hypot(fromX + part * stepX, fromY + part * stepY) * KM_OF_DEGREE;
}
