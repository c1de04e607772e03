/** Positions in reports: latitude and longitude elements, and the GPS tags of EXIF data. */

import type { Ledger } from '../leaf-ledger.ts';
import { child, children, type Node } from '../node.ts';

/** Decimal degrees: `60.1699, 24.9384`. */
type Position = string;

/** The position that the children of an element name, in decimal degrees: `60.1699, 24.9384`. */
export function positionIn(node: Node, ledger: Ledger): Position | undefined {
  return node.name === 'details' ? positionOfTags(node, ledger) : positionOfElements(node, ledger);
}

function positionOfElements(node: Node, ledger: Ledger): Position | undefined {
  const latitude = child(node, 'latitude');
  const longitude = child(node, 'longitude');
  if (!latitude?.value || !longitude?.value) return undefined;
  const position = positionOf(Number(latitude.value), Number(longitude.value));
  if (position) ledger.mappedAndKept(latitude, longitude);
  else ledger.lost('value-not-usable', latitude, longitude);
  return position;
}

/** EXIF 2.32, section 4.6.6: the reference tags contain N, S, E or W. */
function positionOfTags(details: Node, ledger: Ledger): Position | undefined {
  const tags = new Map(
    children(details, 'nameValuePair').map((pair) => {
      const name = child(pair, 'name');
      return [name?.value.replaceAll(/[^A-Za-z]/g, '').toLowerCase() ?? '', { name, value: child(pair, 'value') }];
    }),
  );
  const used = ['gpslatitude', 'gpslatituderef', 'gpslongitude', 'gpslongituderef'].map((name) => tags.get(name));
  const [latitude, latitudeRef, longitude, longitudeRef] = used.map((tag) => tag?.value?.value);
  const position = positionOf(degreesOf(latitude, latitudeRef), degreesOf(longitude, longitudeRef));
  if (position) ledger.mappedAndKept(...used.flatMap((tag) => [tag?.name, tag?.value]));
  return position;
}

function positionOf(latitude: number, longitude: number): Position | undefined {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? `${rounded(latitude)}, ${rounded(longitude)}` : undefined;
}

/** Five decimals are about a metre. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(5)) + 0;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?(?:\/\d+)?)`;
const BETWEEN = String.raw`(?:\s*(?:°|º|deg|:|,\s|'|′)\s*|\s+)`;
const ANGLE = new RegExp(
  `^([+-]?)${NUMBER}(?:${BETWEEN}${NUMBER})?(?:${BETWEEN}${NUMBER})?\\s*(?:°|º|deg|'|′|"|″|'')?\\s*([NSEW]?)$`,
  'i',
);

/**
 * `60.1699`, `60 deg 10' 11.6" N` or `60/1 10/1 116/10` with a reference. NaN for other texts, and for degrees with minutes
 * whose direction is not given.
 */
function degreesOf(text = '', reference = ''): number {
  const [, sign, degrees, minutes, seconds, letter] = ANGLE.exec(text.trim()) ?? [];
  if (degrees === undefined) return Number.NaN;
  const direction = (letter || reference.trim().charAt(0)).toUpperCase();
  if (minutes !== undefined && !sign && !/^[NSEW]$/.test(direction)) return Number.NaN;
  const parts = [quotient(minutes), quotient(seconds)];
  if (parts.some((part) => !(part < 60))) return Number.NaN;
  const [ofMinutes = 0, ofSeconds = 0] = parts;
  const amount = quotient(degrees) + ofMinutes / 60 + ofSeconds / 3_600;
  return sign === '-' || /^[SW]$/.test(direction) ? -amount : amount;
}

/** EXIF has numbers as quotients. */
function quotient(text = '0'): number {
  const [above, below = '1'] = text.split('/');
  return Number(above) / Number(below);
}
