/** Detects the format of a report file by its content; names and extensions are ignored. */

import { ReferralError } from '../errors.ts';
import { GUARD_LIMITS, guardFile, guardText } from '../material-guard.ts';
import { parseJsonFile } from './json.ts';
import { isXmlEncoding, XML_LIMITS } from './xml.ts';

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
  const text = (typeof file === 'string' ? file : decodeReport(file)).replace(/^\uFEFF/, '');
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

/**
 * The text of a report file. XML may be in another encoding (XML 1.0, 4.3.3); JSON is UTF-8 (RFC 8259).
 *
 * @throws ReferralError MATERIAL_REFUSED for an image, a video, an archive or any other binary file; INVALID_REPORT if the
 * bytes are not text.
 */
export function decodeReport(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 === undefined) guardFile(bytes);
  const text = decodeAs(utf16 ?? 'utf-8', bytes) ?? decodeAs(declaredEncoding(bytes), bytes);
  if (text === undefined || (utf16 !== undefined && !/^\uFEFF?\s*<.*>\s*$/s.test(text))) throw notText();
  return text;
}

/** The UTF-16 encoding that the byte order mark or the first character of XML shows. */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

/** Undefined if the bytes are not text in the encoding. */
function decodeAs(encoding: string | undefined, bytes: Uint8Array): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** An XML declaration is short. */
const DECLARATION_BYTES = 200;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const name = /^<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.:-]{1,30})["']/.exec(start)?.[1];
  return name !== undefined && isXmlEncoding(name) ? name : undefined;
}

function notText(): ReferralError {
  const message = `The file is not text in UTF-8, or in the encoding that it declares: expected ${EXPECTED}.`;
  return new ReferralError('INVALID_REPORT', message);
}
