/** Whatever was handed in, as labelled lines: a text, a submission, an addition. Its parts need not be known here. */

type Line = [label: string, value: string];

/** The parts of the whole speak for themselves; lists name theirs. `undefined` is what was erased. */
export function linesOf(words: unknown): Line[] {
  if (words === undefined) return [['', '(erased)']];
  if (!isObject(words)) return [['', String(words)]];
  return Object.entries(words).flatMap(([name, part]) => partLines(part, Array.isArray(part) ? name : ''));
}

/** A line for each value; a list of values is one line, a list of things is a line a thing. */
function partLines(part: unknown, label: string): Line[] {
  if (!isObject(part)) return [[label, String(part)]];
  if (!Array.isArray(part)) {
    return Object.entries(part).flatMap(([name, value]) => partLines(value, label === '' ? name : `${label}.${name}`));
  }
  if (!part.some(isObject)) return [[label, part.join(', ')]];
  return part.map((thing, index) => thingLine(thing, `${label} ${index + 1}`));
}

/** A line of particulars brings its own label. */
function thingLine(thing: unknown, label: string): Line {
  if (!isObject(thing)) return [label, String(thing)];
  if ('label' in thing && 'value' in thing) return [String(thing.label), String(thing.value)];
  const parts = Object.entries(thing).map(([name, part]) => `${name} ${part}`);
  return [label, parts.join(', ')];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
