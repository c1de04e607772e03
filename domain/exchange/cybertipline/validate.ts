/** Validates a document against the schema and returns every fault. */

import { type ReportFault, reportFault } from '../report-faults.ts';
import type { XmlAttribute, XmlElement } from '../xml.ts';
import type { ElementType, Value } from './grammar.ts';
import { expectedForm } from './lexical-forms.ts';
import { inAnyOrder, inSequence, listed, type MatchedChildren } from './match-children.ts';
import { childPaths } from './paths.ts';
import { ROOTS } from './schema/roots.ts';

/** A file with more faults is probably not a report. */
export const MAX_FAULTS = 50;

/** References to a schema are ignored: the schema is built in, and nothing is fetched. */
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA_LOCATIONS = ['noNamespaceSchemaLocation', 'schemaLocation'];

/** `strict` refuses elements and attributes that the schema lacks; `lenient` accepts them wherever they are. */
export type Strictness = 'strict' | 'lenient';

/** Up to 50 faults, in document order; empty if the document is valid. */
export function validate(root: XmlElement, strictness: Strictness = 'strict'): ReportFault[] {
  const type = rootType(root);
  const faults = type ? elementFaults(root, type, root.name, strictness) : [rootFault(root)];
  return faults.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MAX_FAULTS);
}

/** The type of a root element; undefined if the schema has no such root. */
export function rootType({ name, namespace }: XmlElement): ElementType | undefined {
  return namespace === '' && Object.hasOwn(ROOTS, name) ? ROOTS[name] : undefined;
}

function rootFault({ name, namespace, at }: XmlElement): ReportFault {
  const roots = listed(Object.keys(ROOTS));
  if (namespace === '' || !Object.hasOwn(ROOTS, name)) {
    return reportFault(at, '', `expected the root element to be ${roots}`);
  }
  const reason = `the root element ${name} is in a namespace; expected ${roots} without one. Remove its xmlns attribute`;
  return reportFault(at, '', reason);
}

function elementFaults(element: XmlElement, type: ElementType, path: string, strictness: Strictness): ReportFault[] {
  return [
    ...element.attributes.flatMap((attribute) => attributeFaults(attribute, type, path, strictness)),
    ...missingAttributes(element, type, path),
    ...contentFaults(element, type, path, strictness),
  ];
}

/** A reference to a schema belongs to no schema. */
export function isSchemaLocation({ name, namespace }: XmlAttribute): boolean {
  return namespace === INSTANCE_NAMESPACE && SCHEMA_LOCATIONS.includes(name);
}

function attributeFaults(
  attribute: XmlAttribute,
  type: ElementType,
  path: string,
  strictness: Strictness,
): ReportFault[] {
  if (isSchemaLocation(attribute)) return [];
  const { name, namespace, value, at } = attribute;
  const known = namespace === '' ? type.attributes.find((each) => each.name === name) : undefined;
  if (!known && strictness === 'lenient') return [];
  if (!known) return [reportFault(at, path, 'this attribute is not known here')];
  const expected = expectedForm(known.value, value);
  return expected ? [reportFault(at, `${path}/@${name}`, `expected ${expected}`)] : [];
}

function missingAttributes(element: XmlElement, type: ElementType, path: string): ReportFault[] {
  const given = element.attributes.filter(({ namespace }) => namespace === '').map(({ name }) => name);
  return type.attributes
    .filter(({ name, required }) => required && !given.includes(name))
    .map(({ name }) => reportFault(element.at, path, `expected the attribute ${name}`));
}

function contentFaults(
  element: XmlElement,
  { content }: ElementType,
  path: string,
  strictness: Strictness,
): ReportFault[] {
  const isStrict = strictness === 'strict';
  switch (content.kind) {
    case 'nothing':
      return isEmpty(element, isStrict) ? [] : [reportFault(element.at, path, 'must be empty')];
    case 'value':
      return valueFaults(element, content.value, path, isStrict);
    case 'sequence':
      return childFaults(element, inSequence(element, content.parts, path), path, strictness);
    case 'any-order':
      return childFaults(element, inAnyOrder(element, content.parts, path), path, strictness);
  }
}

/** Around unknown elements, white space is no content. */
function isEmpty({ children, text }: XmlElement, isStrict: boolean): boolean {
  return isStrict || children.length === 0 ? children.length === 0 && text === '' : text.trim() === '';
}

/** Around unknown elements, white space is no text. */
export function textOf({ children, text }: XmlElement): string {
  return children.length === 0 ? text : text.trim();
}

function valueFaults(element: XmlElement, value: Value, path: string, isStrict: boolean): ReportFault[] {
  const [child] = element.children;
  if (child && isStrict) return [reportFault(child.at, path, 'elements are not allowed here, only text')];
  const expected = expectedForm(value, textOf(element));
  return expected ? [reportFault(element.at, path, `expected ${expected}`)] : [];
}

function childFaults(
  element: XmlElement,
  { known, faults, unknown }: MatchedChildren,
  path: string,
  strictness: Strictness,
): ReportFault[] {
  const paths = childPaths(element, path);
  return [
    ...(element.textAt ? [reportFault(element.textAt, path, 'text is not allowed here, only elements')] : []),
    ...(strictness === 'strict' ? unknown : []),
    ...faults,
    ...known.flatMap(([child, { type }]) => elementFaults(child, type, paths.get(child) ?? path, strictness)),
  ];
}
