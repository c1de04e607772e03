/** Changes one item of a list. The other items stay the same objects, so a comparison by identity finds the change. */

/** New values for an item of a list, or a function that returns them. */
export type ItemChange<T> = Partial<T> | ((before: T) => Partial<T>);

/** The list with `change` applied to the item with that id; unchanged if there is no such item. */
export function withItemChanged<T extends { id: string }>(items: readonly T[], id: string, change: ItemChange<T>): T[] {
  return items.map((item) => {
    if (item.id !== id) return item;
    return { ...item, ...(typeof change === 'function' ? change(item) : change) };
  });
}
