/** Schemas with which libxml2 judges documents. The receiver's own is not part of this project, and may be absent. */

import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { tableSchema } from './table-schema.ts';

const folder = new URL('../../../../../shared/inputs/cybertipline/', import.meta.url);

export const isSchemaAtHand = existsSync(new URL('report.xsd', folder));

/** One of the recorded files that stand beside the schema. */
export function recorded(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** The schemas at hand, by name. That of our tables shows that validation follows XML Schema. */
export const SCHEMAS: [name: string, text: string][] = [
  ['our tables', tableSchema()],
  ...(isSchemaAtHand ? [['the receiver', recorded('report.xsd')] satisfies [string, string]] : []),
];

/** The verdict of libxml2 by a schema: what it says against the document, each line with its number. */
export function schemaVerdict(schema: string): (xml: string) => string[] {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.map(({ line, message }) => `${line}: ${message}`);
    } finally {
      document.dispose();
    }
  };
}
