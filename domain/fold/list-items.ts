/** Changing one part of a list: the part is replaced, the others stay the same objects, so identity tells what changed. */

export type Change<T> = Partial<T> | ((before: T) => Partial<T>);

/** The list with `change` made to the part of that id; a part that is not there changes nothing. */
export function withItemChanged<T extends { id: string }>(parts: readonly T[], id: string, change: Change<T>): T[] {
  return parts.map((part) => {
    if (part.id !== id) return part;
    return { ...part, ...(typeof change === 'function' ? change(part) : change) };
  });
}
