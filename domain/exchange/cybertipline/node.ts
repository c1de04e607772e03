/** A valid report for the mapping: each value normalised by its type, each node with its path. */

import { mayShowNames } from '../names-of-file.ts';
import { shownName } from '../report-faults.ts';
import type { XmlAttribute, XmlElement } from '../xml.ts';
import type { ContentPart, ElementType } from './grammar.ts';
import { lexicalValue } from './lexical-forms.ts';
import { childPaths } from './paths.ts';
import { NEWER_ELEMENTS } from './schema/newer.ts';
import { isSchemaLocation, textOf } from './validate.ts';

/** An element or attribute of a valid report. */
export interface Node {
  name: string;
  path: string;
  line: number;
  /** Empty if it has children, unless the schema lacks it. */
  value: string;
  /** Neither the schema in use nor a newer edition that is known has it. */
  isUnknown: boolean;
  attributes: Node[];
  children: Node[];
}

/** The value of an unknown element without any content. Its presence is information. */
const PRESENT = 'present';

/**
 * Converts an XML element to a node with the types of the schema. The element must be valid as `type`, apart from elements
 * and attributes that the schema lacks.
 */
export function toNode(element: XmlElement, type: ElementType, path: string): Node {
  const { content } = type;
  const paths = childPaths(element, path);
  const known = new Map(
    [...(NEWER_ELEMENTS[element.name] ?? []), ...partsOf(type).flatMap(({ choices }) => choices)].map((each) => [
      each.name,
      each.type,
    ]),
  );
  const typeOf = ({ name, namespace }: XmlElement) => (namespace === '' ? known.get(name) : undefined);
  return {
    name: element.name,
    path,
    line: element.at.line,
    value: content.kind === 'value' ? lexicalValue(content.value, textOf(element)) : '',
    isUnknown: false,
    attributes: element.attributes.map((attributeOf) =>
      attributeNode(attributeOf, path, isSchemaLocation(attributeOf) || isAttributeOf(type, attributeOf)),
    ),
    children: element.children.map((child) => {
      const childType = typeOf(child);
      const childPath = paths.get(child) ?? path;
      return childType ? toNode(child, childType, childPath) : unknownNode(child, childPath);
    }),
  };
}

function partsOf({ content }: ElementType): readonly ContentPart[] {
  return content.kind === 'sequence' || content.kind === 'any-order' ? content.parts : [];
}

function isAttributeOf({ attributes }: ElementType, { name, namespace }: XmlAttribute): boolean {
  return namespace === '' && attributes.some((attribute) => attribute.name === name);
}

/** The document with a question mark for each name that the schema lacks, if these names could carry something else. */
export function withShownNames(document: Node): Node {
  const unknown = everyNode(document).flatMap((node) => [node, ...node.attributes].filter((each) => each.isUnknown));
  return mayShowNames(unknown.map(({ name }) => name)) ? document : withoutUnknownNames(document, document.path);
}

function withoutUnknownNames(node: Node, path: string): Node {
  const pathOf = (part: Node) => {
    const own = part.path.slice(node.path.length);
    return `${path}${part.isUnknown ? own.replace(/[^/@[]+/, '?') : own}`;
  };
  return {
    ...{ ...node, path },
    attributes: node.attributes.map((each) => ({ ...each, path: pathOf(each) })),
    children: node.children.map((each) => withoutUnknownNames(each, pathOf(each))),
  };
}

/** The element with all that is in it. */
function unknownNode(element: XmlElement, path: string): Node {
  const paths = childPaths(element, path);
  const isEmpty = element.children.length === 0 && element.attributes.length === 0;
  return {
    name: element.name,
    path,
    line: element.at.line,
    value: element.text.trim() || (isEmpty ? PRESENT : ''),
    isUnknown: true,
    attributes: element.attributes.map((attribute) => attributeNode(attribute, path, false)),
    children: element.children.map((child) => unknownNode(child, paths.get(child) ?? path)),
  };
}

function attributeNode({ name, value, at }: XmlAttribute, path: string, isKnown: boolean): Node {
  return {
    name,
    path: `${path}/@${isKnown ? name : shownName(name)}`,
    line: at.line,
    value: value.trim(),
    isUnknown: !isKnown,
    attributes: [],
    children: [],
  };
}

/** The first child with this name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return node && children(node, name)[0];
}

/** The child elements with this name. Unknown elements are left out, unless the node itself is unknown. */
export function children(node: Node, name: string): Node[] {
  return node.children.filter((each) => each.name === name && (node.isUnknown || !each.isUnknown));
}

/** The attribute with this name. */
export function attribute(node: Node, name: string): Node | undefined {
  return node.attributes.find((each) => each.name === name);
}

/** The node and its descendants in document order, without the subtrees for which `within` is false. */
export function everyNode(node: Node, within: (node: Node) => boolean = () => true): Node[] {
  return within(node) ? [node, ...node.children.flatMap((each) => everyNode(each, within))] : [];
}

/** Each attribute, and each element that has a value, or that has neither attributes nor children. */
export function leaves(node: Node): Node[] {
  const isLeaf = node.value !== '' || (node.children.length === 0 && node.attributes.length === 0);
  return [...(isLeaf ? [node] : []), ...node.attributes, ...node.children.flatMap(leaves)];
}
