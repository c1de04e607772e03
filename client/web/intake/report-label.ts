/** Names a value of a CyberTipline report, which is stored with its path, in the language of the reader. */

import { english } from '../../i18n/english.ts';
import type { Translate } from '../../i18n/i18n.ts';

const { section: SECTIONS, element: ELEMENTS } = english.report;

/** `report/victim[2]/victimPerson/age`, with the part of a long text behind it. */
const PATH = /^(?:report\/)?(\w+)(?:\[(\d+)\])?\/(.*?)(?: \((\d+) of (\d+)\))?$/;

/** A person without an account id is known by the path of the person in the file. */
const PERSON = /^report\/(\w+)(?:\[(\d+)\])?$/;

/** Fields of a referral that a supplement keeps as particulars: see `additionOf`. */
const FIELDS = { crimeAreas: 'referral:fact.crime', incidentAt: 'referral:fact.incident' } as const;

/** What a value of a report is. A path without a name, and what a person entered, are returned unchanged. */
export function reportLabel(label: string, t: Translate): string {
  if (isField(label)) return t(FIELDS[label]);
  const [, section = '', number, path = '', piece, pieces] = PATH.exec(label) ?? [];
  const element = elementAt(path);
  if (!isSection(section) || !isElement(element)) return label;
  const named = t('everywhere:labelled', {
    label: numbered(t(`report:section.${section}`), number),
    value: t(`report:element.${element}`),
  });
  return piece === undefined ? named : `${named} (${piece}/${pieces})`;
}

/** The person of a report. An account id, and what a person entered, are returned unchanged. */
export function reportPerson(reference: string, t: Translate): string {
  const [, section = '', number] = PERSON.exec(reference) ?? [];
  return isSection(section) ? numbered(t(`report:section.${section}`), number) : reference;
}

/** Whether the label is a path in a report, with or without a name. */
export function isOfReport(label: string): boolean {
  const [, section = ''] = PATH.exec(label) ?? [];
  return isField(label) || isSection(section);
}

function numbered(section: string, number: string | undefined): string {
  return number === undefined ? section : `${section} ${number}`;
}

/** Without numbers, and without elements that only group others: those of persons and of kinds of incidents. */
function elementAt(path: string): string {
  const names = path.split('/').map((name) => name.replace(/\[\d+\]$/, ''));
  return names.filter((name) => !/(?:Person|Incident)$/.test(name)).join('/');
}

function isField(name: string): name is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, name);
}

function isSection(name: string): name is keyof typeof SECTIONS {
  return Object.hasOwn(SECTIONS, name);
}

function isElement(name: string): name is keyof typeof ELEMENTS {
  return Object.hasOwn(ELEMENTS, name);
}
