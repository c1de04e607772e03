/** Letters about the directory: a change that was made, and an address that is to be confirmed. */

import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { languageOfCode } from '../../domain/words/languages.ts';
import type { Letter } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

/** A change that was made. */
interface ChangeFacts {
  edit: DirectoryEdit['type'];
  /** The id of the entry. */
  entry: string;
  agency: string;
  proposer: string;
  confirmers: readonly string[];
  /** `language` is an ISO 639-1 code. */
  reader: { name: string; language: string };
  /** The audit log of the reader. */
  link: string;
}

/** Informs a supervisor of a change that concerns the agency. It names the entry, and no address. */
export function writeChangeLetter(facts: ChangeFacts): Letter {
  const { edit, entry, agency, proposer, confirmers, reader, link } = facts;
  const language = languageOfCode(reader.language);
  const { directory: texts, colon, footer } = LETTER_TEXTS[language];
  return layOut({
    ...{ language, colon },
    subject: `[Liaise] ${texts.changed.subject(oneLine(agency))}`,
    lead: texts.changed.lead,
    paragraphs: [texts.changed.check],
    rows: [
      [texts.labels.agency, oneLine(agency)],
      [texts.labels.change, texts.edits[edit]],
      [texts.labels.entry, oneLine(entry)],
      [texts.labels.proposer, oneLine(proposer)],
      [texts.labels.confirmer, confirmers.map(oneLine).join(', ')],
    ],
    links: [{ label: texts.labels.audit, url: link }],
    footer: footerFor(footer, reader.name),
  });
}

/** The new or old address of a contact point. */
interface AddressFacts {
  /** The name of the contact point. */
  name: string;
  language: string;
  side: 'old' | 'new';
  link: string;
}

/** Asks for the confirmation of an address. Only the page shows the new address, after sign-in. */
export function writeAddressLetter({ name, language: code, side, link }: AddressFacts): Letter {
  const language = languageOfCode(code);
  const { directory: texts, colon, footer } = LETTER_TEXTS[language];
  return layOut({
    ...{ language, colon },
    subject: `[Liaise] ${texts.address.subject(oneLine(name))}`,
    lead: texts.address.lead[side],
    paragraphs: [texts.address.both, texts.address.ignore],
    rows: [[texts.labels.entry, oneLine(name)]],
    links: [{ label: texts.labels.confirm, url: link }],
    footer: footerFor(footer, name),
  });
}

/** Why an address was not changed. */
export type AddressResult = 'refused' | 'lapsed';

interface AddressResultFacts {
  /** The name of the contact point. */
  point: string;
  result: AddressResult;
  /** `language` is an ISO 639-1 code. */
  reader: { name: string; language: string };
  /** The page of the agency. */
  link: string;
}

/** Reports that an address was not changed. It names neither address. */
export function writeAddressResultLetter({ point, result, reader, link }: AddressResultFacts): Letter {
  const language = languageOfCode(reader.language);
  const { directory: texts, colon, footer } = LETTER_TEXTS[language];
  return layOut({
    ...{ language, colon },
    subject: `[Liaise] ${texts.unchanged.subject(oneLine(point))}`,
    lead: texts.unchanged.lead[result],
    paragraphs: [texts.unchanged.next[result]],
    rows: [[texts.labels.entry, oneLine(point)]],
    links: [{ label: texts.labels.agencyPage, url: link }],
    footer: footerFor(footer, reader.name),
  });
}

type Footer = (typeof LETTER_TEXTS)['en']['footer'];

function footerFor(footer: Footer, name: string): string[] {
  const addressee = oneLine(name);
  return footer.map((text) => (typeof text === 'string' ? text : text({ addressee })));
}
