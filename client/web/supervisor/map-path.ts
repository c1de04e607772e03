/** Outlines on whole pixels, each step from the last point: as short as a map in a page can be written. */

import { type GeoPath, type GeoProjection, geoPath } from 'd3-geo';

type Shape = Parameters<GeoPath>[0];

/** Shapes up to this size, in pixels, are left out because they are not visible. */
const SPECK = 2;

/** The SVG path of a shape. */
export function outline(shape: Shape, projection: GeoProjection): string {
  const pen = new Pen();
  geoPath(projection, pen)(shape);
  return pen.rings.map(written).join('');
}

type Point = [x: number, y: number];

class Pen {
  readonly rings: Point[][] = [];

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.rings.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x: number, y: number): void {
    this.rings.at(-1)?.push([Math.round(x), Math.round(y)]);
  }

  closePath(): void {}

  /** Of points, which are not drawn. */
  arc(): void {}
}

function written(ring: readonly Point[]): string {
  const [first] = ring;
  if (first === undefined || isSpeck(ring)) return '';
  const steps = straightened(ring.slice(1).map((point, before) => between(ring[before] ?? first, point)));
  return steps.length < 2
    ? ''
    : `M${first.join(' ')}l${steps.map((step) => step.join(' ')).join(' ')}z`.replaceAll(' -', '-');
}

function between([fromX, fromY]: Point, [x, y]: Point): Point {
  return [x - fromX, y - fromY];
}

/** Steps of no length are left out, and steps in one direction are one. */
function straightened(steps: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [x, y] of steps.filter(([x, y]) => x !== 0 || y !== 0)) {
    const last = kept.at(-1);
    const isStraightOn = last !== undefined && last[0] * y === last[1] * x && last[0] * x + last[1] * y > 0;
    if (isStraightOn) kept[kept.length - 1] = [last[0] + x, last[1] + y];
    else kept.push([x, y]);
  }
  return kept;
}

function isSpeck(ring: readonly Point[]): boolean {
  return [0, 1].every((axis) => {
    const values = ring.map((point) => point[axis] ?? 0);
    return Math.max(...values) - Math.min(...values) < SPECK;
  });
}
