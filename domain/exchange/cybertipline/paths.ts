/** Paths of elements in a report, for example `report/victim[2]/ipCaptureEvent`; numbered if there are several. */

import { shownName } from '../report-faults.ts';
import type { XmlElement } from '../xml.ts';

/** The path of each child of `element`, whose own path is `path`. */
export function childPaths(element: XmlElement, path: string): Map<XmlElement, string> {
  const total = counter();
  for (const { name } of element.children) total.next(name);
  const seen = counter();
  return new Map(
    element.children.map((child) => {
      const number = seen.next(child.name);
      const suffix = total.of(child.name) > 1 ? `[${number}]` : '';
      return [child, `${path}/${shownName(child.name)}${suffix}`];
    }),
  );
}

function counter() {
  const counts = new Map<string, number>();
  const of = (name: string) => counts.get(name) ?? 0;
  const next = (name: string) => {
    counts.set(name, of(name) + 1);
    return of(name);
  };
  return { of, next };
}
