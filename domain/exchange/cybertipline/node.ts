/** A valid report for the mapping: each value normalised by its type, each node with its path. */

import type { XmlElement } from '../xml.ts';
import type { ElementType } from './grammar.ts';
import { normalise } from './lexical-forms.ts';
import { childPaths } from './paths.ts';

export interface Node {
  name: string;
  path: string;
  line: number;
  /** Empty if it has children. */
  value: string;
  attributes: Node[];
  children: Node[];
}

/** The element must be valid as `type`. */
export function toNode(element: XmlElement, { content }: ElementType, path: string): Node {
  const paths = childPaths(element, path);
  const parts = content.kind === 'sequence' || content.kind === 'any-order' ? content.parts : [];
  const types = new Map(parts.flatMap((part) => part.choices).map(({ name, type }) => [name, type]));
  return {
    name: element.name,
    path,
    line: element.at.line,
    value: content.kind === 'value' ? normalise(content.value, element.text) : '',
    attributes: element.attributes.map(({ name, value, at }) => ({
      name,
      path: `${path}/@${name}`,
      line: at.line,
      value: value.trim(),
      attributes: [],
      children: [],
    })),
    children: element.children.flatMap((child) => {
      const type = types.get(child.name);
      return type ? [toNode(child, type, paths.get(child) ?? path)] : [];
    }),
  };
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((each) => each.name === name);
}

export function children(node: Node, name: string): Node[] {
  return node.children.filter((each) => each.name === name);
}

export function attribute(node: Node, name: string): Node | undefined {
  return node.attributes.find((each) => each.name === name);
}

/** The node and its descendants in document order, without the subtrees for which `within` is false. */
export function everyNode(node: Node, within: (node: Node) => boolean = () => true): Node[] {
  return within(node) ? [node, ...node.children.flatMap((each) => everyNode(each, within))] : [];
}

/** Each attribute, and each element without children. */
export function leaves(node: Node): Node[] {
  const isLeaf = node.children.length === 0 && (node.value !== '' || node.attributes.length === 0);
  return [...(isLeaf ? [node] : []), ...node.attributes, ...node.children.flatMap(leaves)];
}
