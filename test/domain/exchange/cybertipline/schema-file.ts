/** The schema, if it is available. It is not part of this project; without it, tests that need it are skipped. */

import { existsSync, readFileSync } from 'node:fs';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';

const folder = new URL('../../../../../shared/inputs/cybertipline/', import.meta.url);

export const isSchemaAtHand = existsSync(new URL('report.xsd', folder));

/** One of the recorded files that stand beside the schema. */
export function recorded(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** libxml2's verdict by the schema itself: what it says against the document, each line with its number. */
export function schemaVerdict(): (xml: string) => string[] {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(recorded('report.xsd')));
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
