/** Functions and types to define the schema: which content an element may have, in which order and how often. */

/** The content model of an element: its value, children and attributes. */
export interface ElementType {
  attributes: readonly Attribute[];
  content: Content;
}

/** An attribute, its values, and whether it is required. */
export interface Attribute {
  name: string;
  required: boolean;
  value: Value;
}

/** `nothing` allows no content, not even white space. Between child elements, only white space is allowed. */
type Content =
  | { kind: 'nothing' }
  | { kind: 'value'; value: Value }
  | { kind: 'sequence'; parts: readonly ContentPart[] }
  | { kind: 'any-order'; parts: readonly ContentPart[] };

/** One place in a sequence: any one of the named elements, `least` to `most` times. */
export interface ContentPart {
  choices: readonly NamedElement[];
  least: 0 | 1;
  most: number;
}

/** An element name with its content model. */
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

/** An element with any text. */
export const text = value('string');

/** An element with a value of this type. */
export function value(of: Value, ...attributes: Attribute[]): ElementType {
  return { attributes, content: { kind: 'value', value: of } };
}

/** An element with these children in this order. */
export function sequence(...parts: ContentPart[]): ElementType {
  return { attributes: [], content: { kind: 'sequence', parts } };
}

/** An element with these children in any order. */
export function anyOrder(...parts: ContentPart[]): ElementType {
  return { attributes: [], content: { kind: 'any-order', parts } };
}

/** An element without content. */
export function nothing(...attributes: Attribute[]): ElementType {
  return { attributes, content: { kind: 'nothing' } };
}

/** The content model with attributes. */
export function withAttributes(type: ElementType, ...attributes: Attribute[]): ElementType {
  return { ...type, attributes };
}

/** An optional attribute. */
export function attribute(name: string, of: Value): Attribute {
  return { name, required: false, value: of };
}

/** A required attribute. */
export function requiredAttribute(name: string, of: Value): Attribute {
  return { name, required: true, value: of };
}

/** A child that must occur exactly once. */
export function one(name: string, type: ElementType): ContentPart {
  return { choices: [{ name, type }], least: 1, most: 1 };
}

/** A child that may occur once. */
export function optional(name: string, type: ElementType): ContentPart {
  return { choices: [{ name, type }], least: 0, most: 1 };
}

/** A child that may occur any number of times, also not at all. */
export function any(name: string, type: ElementType): ContentPart {
  return { choices: [{ name, type }], least: 0, most: Number.POSITIVE_INFINITY };
}

/** A child that must occur at least once. */
export function many(name: string, type: ElementType): ContentPart {
  return { choices: [{ name, type }], least: 1, most: Number.POSITIVE_INFINITY };
}

/** Exactly one of these. */
export function oneOf(choices: Record<string, ElementType>): ContentPart {
  return { choices: Object.entries(choices).map(([name, type]) => ({ name, type })), least: 1, most: 1 };
}

/** One of these, or none. */
export function atMostOneOf(choices: Record<string, ElementType>): ContentPart {
  return { ...oneOf(choices), least: 0 };
}
