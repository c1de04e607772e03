/** Names a value of a CyberTipline report, which is stored with its path, in the language of the reader. */

import { english } from '../../i18n/english.ts';
import type { Translate } from '../../i18n/i18n.ts';

const { section: SECTIONS, element: ELEMENTS } = english.report;

/** `report/victim[2]/victimPerson/age`, with the part of a long text behind it. */
const PATH = /^(?:report\/)?(\w+)(?:\[(\d+)\])?\/(.*?)(?: \((\d+) of (\d+)\))?$/;

/** What a value of a report is. A path without a name, and what a person entered, are returned unchanged. */
export function reportLabel(label: string, t: Translate): string {
  const [, section = '', number, path = '', piece, pieces] = PATH.exec(label) ?? [];
  const element = elementAt(path);
  if (!isSection(section) || !isElement(element)) return label;
  const part = t(`report:section.${section}`);
  const whole = number === undefined ? part : `${part} ${number}`;
  const named = t('everywhere:labelled', { label: whole, value: t(`report:element.${element}`) });
  return piece === undefined ? named : `${named} (${piece}/${pieces})`;
}

/** Without numbers, and without elements that only group others: those of persons and of kinds of incidents. */
function elementAt(path: string): string {
  const names = path.split('/').map((name) => name.replace(/\[\d+\]$/, ''));
  return names.filter((name) => !/(?:Person|Incident)$/.test(name)).join('/');
}

function isSection(name: string): name is keyof typeof SECTIONS {
  return Object.hasOwn(SECTIONS, name);
}

function isElement(name: string): name is keyof typeof ELEMENTS {
  return Object.hasOwn(ELEMENTS, name);
}
