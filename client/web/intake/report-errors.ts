/** Errors of a CyberTipline report in the language of the officer. Names of elements stay those of the format. */

import type { Key, Translate } from '../../i18n/i18n.ts';

/**
 * @param reason as `domain/exchange` gives it, in English.
 * @returns undefined if there is no translation, for example for a message of the XML parser.
 */
export function reportError(reason: string, t: Translate): string | undefined {
  for (const [phrase, key] of PHRASES) {
    const found = phrase.exec(reason);
    if (found === null) continue;
    const { names, ...facts } = found.groups ?? {};
    return t(key, { ...facts, ...(names && { names: names.replace(' or ', ` ${t('intake:why.or')} `) }) });
  }
  return undefined;
}

/** The first phrase that matches counts. The named groups are the facts of its text. */
const PHRASES: readonly (readonly [RegExp, Key])[] = [
  [
    /^the root element (?<name>\S+) is in a namespace; expected (?<names>.+) without one\./,
    'intake:why.root-namespace',
  ],
  [/^expected the root element to be (?<names>.+)$/, 'intake:why.root'],
  [/^this attribute is not known here$/, 'intake:why.unknown-attribute'],
  [/^expected the attribute (?<name>\S+)$/, 'intake:why.missing-attribute'],
  [/^expected (?:one of )?(?<names>.+) before (?<name>\S+)$/, 'intake:why.missing-before'],
  [/^expected (?:one of )?(?<names>.+), which is missing$/, 'intake:why.missing'],
  [/^(?<name>\S+) is out of order$/, 'intake:why.too-late'],
  [/^this element is not known here; nothing more is expected$/, 'intake:why.nothing-more'],
  [/^this element is not known here; expected (?<names>.+)$/, 'intake:why.unknown'],
  [/^(?:one of )?(?<names>.+) may occur only once here$/, 'intake:why.once'],
  [/^must be empty$/, 'intake:why.empty'],
  [/^elements are not allowed here, only text$/, 'intake:why.text-only'],
  [/^text is not allowed here, only elements$/, 'intake:why.elements-only'],
  [/^expected text$/, 'intake:why.text'],
  [/^expected true or false$/, 'intake:why.boolean'],
  [/^expected nothing, or true$/, 'intake:why.true'],
  [/^expected a whole number of (?<bits>\d+) bits$/, 'intake:why.whole-number'],
  [/^expected a number$/, 'intake:why.number'],
  [/^expected a date such as (?<example>\S+)$/, 'intake:why.date'],
  [/^expected a date and time such as (?<example>\S+)$/, 'intake:why.moment'],
  [/^expected a plus sign and one to three digits$/, 'intake:why.calling-code'],
  [/^expected digits$/, 'intake:why.digits'],
  [/^expected one of the (?<codes>\d+) codes of the schema, such as (?<example>.+)$/, 'intake:why.codes'],
  [/^expected (?:one of: )?(?<names>\S+(?: \| \S+)*)$/, 'intake:why.one-of'],
  [
    /^the element, its place or an attribute of it is not allowed by the schema (?<schema>.+)$/,
    'intake:why.own-unexpected',
  ],
  [/^an element or attribute is missing by the schema (?<schema>.+)$/, 'intake:why.own-incomplete'],
  [/^the value or the content is not allowed by the schema (?<schema>.+)$/, 'intake:why.own-wrong-value'],
  [/^the XML is not well-formed: (?<what>.+)$/, 'intake:why.not-well-formed'],
  [/^the file is larger than (?<size>.+)$/, 'intake:why.too-large'],
  [
    /^(?:an attribute is too long|too many attributes|elements are nested|more than \d+ elements)/,
    'intake:why.too-much',
  ],
  [/^only XML 1\.0 is accepted$/, 'intake:why.version'],
  [/^(?:the encoding is not known|the text contains an unpaired surrogate)/, 'intake:why.encoding'],
  [
    /^(?:a document type is not|a processing instruction is not|only the predefined entities are) allowed$/,
    'intake:why.instruction',
  ],
  [/^the file contains no element$/, 'intake:why.no-element'],
];
