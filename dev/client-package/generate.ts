/** Generates the types of the client package from the OpenAPI document. */

import openapiTS, { astToString } from 'openapi-typescript';

/** The file that has the types. */
export const TYPES_FILE = 'client/package/generated/openapi.ts';

const HEADER = '// Generated from the OpenAPI document by `npm run client-package`. Do not edit.\n\n';

/** The types of an OpenAPI document, as TypeScript. `document`: as JSON. */
export async function generateTypes(document: string): Promise<string> {
  // A field with a default may be left out of a request.
  return HEADER + astToString(await openapiTS(document, { defaultNonNullable: false }));
}
