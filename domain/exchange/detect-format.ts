/** Detects the format of a report file by its content; names and extensions are ignored. */

import { ReferralError } from '../errors.ts';
import { GUARD_LIMITS, guardFile, guardText } from '../material-guard.ts';
import { parseJsonFile } from './json.ts';
import { XML_LIMITS } from './xml.ts';

/** The content of a report file by its detected format. */
export type ReportFile =
  /** For `readCyberTipline`. */
  | { form: 'cybertipline'; xml: string }
  /** Liaise JSON, parsed but not validated. */
  | { form: 'referral'; value: unknown };

/**
 * Accepts the bytes of a file, or pasted text.
 *
 * @throws ReferralError MATERIAL_REFUSED for an image, a video, an archive or any other binary file;
 * INVALID_REPORT for text in another format; INVALID_INPUT for JSON that is malformed or has a name twice.
 */
export function detectFormat(file: Uint8Array | string): ReportFile {
  const text = (typeof file === 'string' ? file : decode(file)).replace(/^\uFEFF/, '');
  if (file.length > XML_LIMITS.bytes) throw new ReferralError('INVALID_REPORT', 'The file is larger than 2 MiB.');
  switch (text.trimStart().charAt(0)) {
    case '<':
      return { form: 'cybertipline', xml: text };
    case '{':
      return { form: 'referral', value: parseJsonFile(text) };
    default:
      guardText(text.slice(0, GUARD_LIMITS.text), 'file');
      throw new ReferralError('INVALID_REPORT', `The file was not recognised: expected ${EXPECTED}.`);
  }
}

const EXPECTED = 'a CyberTipline report (XML) or a referral (JSON)';

function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw notUtf8();
  guardFile(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

/** By its byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function notUtf8(): ReferralError {
  return new ReferralError('INVALID_REPORT', `The file is not text in UTF-8: expected ${EXPECTED}.`);
}
