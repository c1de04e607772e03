/** Coordinates of pictures. */

/** To a tenth of a CSS pixel: more digits make the page longer and nothing sharper. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
