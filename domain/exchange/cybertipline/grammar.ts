/** Functions and types to define the schema: which content an element may have, in which order and how often. */

export interface ElementType {
  attributes: readonly Attribute[];
  content: Content;
}

export interface Attribute {
  name: string;
  required: boolean;
  value: Value;
}

/** `nothing` allows no content, not even white space. Between child elements, only white space is allowed. */
type Content =
  | { kind: 'nothing' }
  | { kind: 'value'; value: Value }
  | { kind: 'sequence'; parts: readonly Part[] }
  | { kind: 'any-order'; parts: readonly Part[] };

/** One place in a sequence: any one of the named elements, `least` to `most` times. */
export interface Part {
  choices: readonly NamedElement[];
  least: 0 | 1;
  most: number;
}

export interface NamedElement {
  name: string;
  type: ElementType;
}

/** Lexical forms of XML Schema 1.0. `true` is a boolean that must be true; empty means true. */
export type Value =
  | 'string'
  | 'token'
  | 'boolean'
  | 'true'
  | 'int'
  | 'long'
  | 'double'
  | 'date'
  | 'dateTime'
  | { oneOf: readonly string[] }
  | { pattern: RegExp; meaning: string };

export const text = value('string');

export function value(of: Value, ...attributes: Attribute[]): ElementType {
  return { attributes, content: { kind: 'value', value: of } };
}

export function sequence(...parts: Part[]): ElementType {
  return { attributes: [], content: { kind: 'sequence', parts } };
}

export function anyOrder(...parts: Part[]): ElementType {
  return { attributes: [], content: { kind: 'any-order', parts } };
}

export function nothing(...attributes: Attribute[]): ElementType {
  return { attributes, content: { kind: 'nothing' } };
}

export function withAttributes(type: ElementType, ...attributes: Attribute[]): ElementType {
  return { ...type, attributes };
}

export function attribute(name: string, of: Value): Attribute {
  return { name, required: false, value: of };
}

export function requiredAttribute(name: string, of: Value): Attribute {
  return { name, required: true, value: of };
}

export function one(name: string, type: ElementType): Part {
  return { choices: [{ name, type }], least: 1, most: 1 };
}

export function optional(name: string, type: ElementType): Part {
  return { choices: [{ name, type }], least: 0, most: 1 };
}

export function any(name: string, type: ElementType): Part {
  return { choices: [{ name, type }], least: 0, most: Number.POSITIVE_INFINITY };
}

export function many(name: string, type: ElementType): Part {
  return { choices: [{ name, type }], least: 1, most: Number.POSITIVE_INFINITY };
}

/** Exactly one of these. */
export function oneOf(choices: Record<string, ElementType>): Part {
  return { choices: Object.entries(choices).map(([name, type]) => ({ name, type })), least: 1, most: 1 };
}

/** One of these, or none. */
export function atMostOneOf(choices: Record<string, ElementType>): Part {
  return { ...oneOf(choices), least: 0 };
}
