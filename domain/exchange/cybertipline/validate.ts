/** Validates a document against the schema and returns every fault. */

import { type ReportFault, reportFault, shownName } from '../report-faults.ts';
import type { XmlAttribute, XmlElement } from '../xml.ts';
import type { ElementType, Value } from './grammar.ts';
import { expectedForm } from './lexical-forms.ts';
import { inAnyOrder, inSequence, listed, type MatchedChildren } from './match-children.ts';
import { childPaths } from './paths.ts';
import { ROOTS } from './schema/roots.ts';

/** A file with more faults is probably not a report. */
const MAX_FAULTS = 50;

/** References to a schema are ignored: the schema is built in, and nothing is fetched. */
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA_LOCATIONS = ['noNamespaceSchemaLocation', 'schemaLocation'];

/** Up to 50 faults, in document order; empty if the document is valid. */
export function validate(root: XmlElement): ReportFault[] {
  const type = rootType(root);
  const faults = type
    ? elementFaults(root, type, root.name)
    : [reportFault(root.at, '', `expected the root element to be ${listed(Object.keys(ROOTS))}`)];
  return faults.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, MAX_FAULTS);
}

/** The type of a root element; undefined if the schema has no such root. */
export function rootType({ name, namespace }: XmlElement): ElementType | undefined {
  return namespace === '' && Object.hasOwn(ROOTS, name) ? ROOTS[name] : undefined;
}

function elementFaults(element: XmlElement, type: ElementType, path: string): ReportFault[] {
  return [
    ...element.attributes.flatMap((attribute) => attributeFaults(attribute, type, path)),
    ...missingAttributes(element, type, path),
    ...contentFaults(element, type, path),
  ];
}

function attributeFaults({ name, namespace, value, at }: XmlAttribute, type: ElementType, path: string): ReportFault[] {
  if (namespace === INSTANCE_NAMESPACE && SCHEMA_LOCATIONS.includes(name)) return [];
  const known = namespace === '' ? type.attributes.find((attribute) => attribute.name === name) : undefined;
  if (!known) return [reportFault(at, path, `the attribute ${shownName(name)} is not known here`)];
  const expected = expectedForm(known.value, value);
  return expected ? [reportFault(at, `${path}/@${name}`, `expected ${expected}`)] : [];
}

function missingAttributes(element: XmlElement, type: ElementType, path: string): ReportFault[] {
  const given = element.attributes.filter(({ namespace }) => namespace === '').map(({ name }) => name);
  return type.attributes
    .filter(({ name, required }) => required && !given.includes(name))
    .map(({ name }) => reportFault(element.at, path, `expected the attribute ${name}`));
}

function contentFaults(element: XmlElement, { content }: ElementType, path: string): ReportFault[] {
  switch (content.kind) {
    case 'nothing':
      return isEmpty(element) ? [] : [reportFault(element.at, path, 'must be empty')];
    case 'value':
      return valueFaults(element, content.value, path);
    case 'sequence':
      return childFaults(element, inSequence(element, content.parts, path), path);
    case 'any-order':
      return childFaults(element, inAnyOrder(element, content.parts, path), path);
  }
}

function isEmpty({ children, text }: XmlElement): boolean {
  return children.length === 0 && text === '';
}

function valueFaults(element: XmlElement, value: Value, path: string): ReportFault[] {
  const [child] = element.children;
  if (child) return [reportFault(child.at, path, 'elements are not allowed here, only text')];
  const expected = expectedForm(value, element.text);
  return expected ? [reportFault(element.at, path, `expected ${expected}`)] : [];
}

function childFaults(element: XmlElement, { known, faults }: MatchedChildren, path: string): ReportFault[] {
  const paths = childPaths(element, path);
  return [
    ...(element.textAt ? [reportFault(element.textAt, path, 'text is not allowed here, only elements')] : []),
    ...faults,
    ...known.flatMap(([child, { type }]) => elementFaults(child, type, paths.get(child) ?? path)),
  ];
}
