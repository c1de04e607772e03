/** Parses XML to a tree with positions. Strict and limited: no entities, no document types, nothing is fetched. */

import { type SaxesAttributeNSIncomplete, SaxesParser, type SaxesTagNS } from 'saxes';
import { lineFinder } from './line-finder.ts';
import { InvalidReport, type Position } from './report-faults.ts';

/** An element of an XML document with its position. */
export interface XmlElement {
  name: string;
  /** Empty if there is none. */
  namespace: string;
  at: Position;
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** The character data directly in the element, without comments. */
  text: string;
  /** The position of its first character that is not white space. */
  textAt: Position | null;
}

/** An attribute of an element. */
export interface XmlAttribute {
  name: string;
  namespace: string;
  value: string;
  at: Position;
}

/** Limits of a report file. */
export const XML_LIMITS = {
  bytes: 2 * 1024 * 1024,
  depth: 40,
  elements: 100_000,
  attributes: 40_000,
  attributesOfOneElement: 32,
  attributeLength: 2_048,
} as const;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * Parses XML 1.0 and returns the root element. Nothing is expanded or fetched: document types, entities that
 * are not predefined, and processing instructions are refused. Throws `InvalidReport` with one fault, which names no element:
 * the sender chose the names.
 */
export function readXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  const positionAt = lineFinder(source);
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  const count = { elements: 0, attributes: 0 };
  let root: XmlElement | undefined;
  let attributePositions: Position[] = [];
  /** The offset at which the search for the next text or attribute starts. */
  let readTo = 0;

  if (byteLength(source) > XML_LIMITS.bytes) refuse('the file is larger than 2 MiB', 0);
  if (!source.isWellFormed()) refuse('the text contains an unpaired surrogate', 0);

  parser.on('error', (error) => refuse(reasonOf(error), Math.max(0, parser.position - 1)));
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') refuse('only XML 1.0 is accepted', 0);
    if (encoding !== undefined && !isXmlEncoding(encoding)) refuse('the encoding is not known', 0);
  });
  parser.on('doctype', () => refuse('a document type is not allowed', source.indexOf('<!DOCTYPE')));
  parser.on('processinginstruction', () =>
    refuse('a processing instruction is not allowed', source.lastIndexOf('<?', parser.position)),
  );
  parser.on('opentagstart', () => {
    attributePositions = [];
    readTo = parser.position - 1;
  });
  parser.on('attribute', noteAttribute);
  parser.on('opentag', openElement);
  parser.on('closetag', () => {
    open.pop();
    readTo = parser.position;
  });
  parser.on('text', (text) => addText(text, parser.position - '<'.length));
  parser.on('cdata', (text) => addText(text, parser.position));
  parser.on('comment', () => {
    readTo = parser.position + '>'.length;
  });

  parser.write(source).close();
  return root ?? refuse('the file contains no element', 0);

  function noteAttribute({ name, value }: SaxesAttributeNSIncomplete): void {
    const offset = source.indexOf(name, readTo);
    readTo = parser.position;
    attributePositions.push(positionAt(offset));
    count.attributes += 1;
    if (value.length > XML_LIMITS.attributeLength) refuse('an attribute is too long', offset);
    if (attributePositions.length > XML_LIMITS.attributesOfOneElement) refuse('too many attributes', offset);
    if (count.attributes > XML_LIMITS.attributes) refuse('too many attributes in all', offset);
  }

  function openElement(tag: SaxesTagNS): void {
    const offset = source.lastIndexOf('<', parser.position - 1);
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      at: positionAt(offset),
      attributes: Object.values(tag.attributes).flatMap(({ local, uri, value }, index) => {
        const at = attributePositions[index];
        return at && uri !== XMLNS ? [{ name: local, namespace: uri, value, at }] : [];
      }),
      children: [],
      text: '',
      textAt: null,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
    count.elements += 1;
    readTo = parser.position;
    if (open.length > XML_LIMITS.depth) refuse(`elements are nested more than ${XML_LIMITS.depth} deep`, offset);
    if (count.elements > XML_LIMITS.elements) refuse(`more than ${XML_LIMITS.elements} elements`, offset);
  }

  function addText(text: string, end: number): void {
    const element = open.at(-1);
    if (element) {
      if (/[^ \t\r\n]/.test(text)) element.textAt ??= positionAt(readTo + source.slice(readTo, end).search(/\S/));
      element.text += text;
    }
    readTo = end;
  }

  function refuse(reason: string, offset: number): never {
    throw new InvalidReport([{ ...positionAt(offset), path: '', reason }]);
  }
}

/** Encodings in which text is decoded before it is parsed. */
export function isXmlEncoding(name: string): boolean {
  return /^(?:utf-?8|us-ascii|utf-16(?:le|be)?|iso-8859-(?:[1-9]|1[0-6])|latin1|windows-125[0-8]|koi8-r)$/i.test(name);
}

/** The message of the parser, without quotations from the file. */
function reasonOf(error: Error): string {
  const sentence = error.message.replace(/^\d+:\d+: /, '');
  if (sentence === 'undefined entity.') return 'only the predefined entities are allowed';
  const [safe = ''] = sentence.split(/:|\.$| may not be set to /);
  return `the XML is not well-formed: ${safe}`;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
