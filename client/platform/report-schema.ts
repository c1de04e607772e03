/** Validates CyberTipline reports against a schema file (XSD) of the operator, with libxml2. No network access. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { XmlDocument } from 'libxml2-wasm';
import type { ReportSchema, SchemaFault } from '../../domain/exchange/cybertipline/own-schema.ts';
import { ConfigFault } from './config.ts';

const VARIABLE = 'LIAISE_CYBERTIPLINE_XSD';

const opened = new Map<string, Promise<ReportSchema>>();

/** Opens a schema file once. @throws ConfigFault if the file cannot be read, or is not a schema in one file. */
export function openReportSchema(file: string): Promise<ReportSchema> {
  const known = opened.get(file) ?? open(file);
  opened.set(file, known);
  return known;
}

async function open(file: string): Promise<ReportSchema> {
  const text = readSchema(file);
  // Loaded only if a schema is configured: it is WebAssembly.
  const { XmlDocument: Document, XmlValidateError, XsdValidator } = await import('libxml2-wasm');
  const { validator, names, hasWildcards } = (() => {
    try {
      const schema = Document.fromString(text);
      return { validator: XsdValidator.fromDoc(schema), ...declarations(schema) };
    } catch {
      throw new ConfigFault(`${VARIABLE}: ${file} is not an XML schema. It must be one file without includes.`);
    }
  })();
  return {
    name: basename(file),
    declares: (name) => names.has(name),
    hasWildcards,
    faults: (xml) => {
      const document = Document.fromString(withoutDeclaration(xml));
      try {
        validator.validate(document);
        return [];
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error;
        return error.details.flatMap(faultOf);
      } finally {
        document.dispose();
      }
    },
  };
}

/** The names of all elements and attributes that a schema declares. */
function declarations(schema: XmlDocument): { names: ReadonlySet<string>; hasWildcards: boolean } {
  const find = (path: string) => schema.find(path, { xs: 'http://www.w3.org/2001/XMLSchema' });
  const names = find('//xs:element/@name | //xs:attribute/@name').map(({ content }) => content);
  return { names: new Set(names), hasWildcards: find('//xs:any | //xs:anyAttribute').length > 0 };
}

function readSchema(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigFault(`${VARIABLE}: there is no readable file at ${file}.`);
  }
}

/** The text is decoded already. Its lines keep their numbers. */
function withoutDeclaration(xml: string): string {
  return xml.replace(/^\uFEFF?<\?xml[^>]*\?>/, (declaration) => declaration.replaceAll(/[^\n]/g, ''));
}

/** The messages of libxml2 repeat values of the file, so only their kind is kept. */
function faultOf({ message, line }: { message: string; line: number }): SchemaFault[] {
  // By XML Schema, 1 is the boolean true. libxml2 compares fixed values as text.
  if (message.includes("value '1' does not match the fixed")) return [];
  const [, element = '', attribute] =
    /^Element '(?:{[^}']*})?([^']*)'(?:, attribute '(?:{[^}']*})?([^']*)')?/.exec(message) ?? [];
  const isUnexpected = /This element is not expected|The attribute '[^']*' is not allowed/.test(message);
  return [
    {
      line,
      element,
      ...(attribute !== undefined && { attribute }),
      kind: isUnexpected ? 'not-in-schema' : kindOf(message),
    },
  ];
}

function kindOf(message: string): SchemaFault['kind'] {
  return /Missing child element|is required but missing/.test(message) ? 'incomplete' : 'wrong-value';
}
