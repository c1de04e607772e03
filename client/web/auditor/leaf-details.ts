/** Describes an entry of the audit log. Codes that an auditor searches for are shown unchanged. */

import type { LeafContent } from '../../../domain/audit/leaf.ts';
import { english } from '../../i18n/english.ts';
import type { Key, Words } from '../../i18n/i18n.ts';

export function describeLeaf(about: LeafContent, words: Words): string {
  if ('event' in about)
    return words('supervisor:audit.entry', { event: words(`events:${about.event}`), seq: String(about.seq) });
  if ('refused' in about) {
    const reason = words(`codes:error.${about.code}`);
    return words('supervisor:audit.refused', { what: attempted(about.refused, words), reason });
  }
  if ('session' in about) return words(`supervisor:audit.session.${about.session}`);
  if ('directory' in about) return ofDirectory(about, words);
  if ('forgotten' in about) return words('supervisor:audit.forgotten', { count: about.forgotten.length });
  return words('supervisor:audit.consulted', { count: about.consulted.length });
}

/** An act by its name on buttons; of reading and signing in the code. */
function attempted(code: string, words: Words): string {
  const act = Object.keys(english.codes.act).find((each): each is keyof typeof english.codes.act => each === code);
  return act ? words(`codes:act.${act}`) : code;
}

function ofDirectory(about: Extract<LeafContent, { directory: unknown }>, words: Words): string {
  const what = words(`supervisor:audit.part.${about.directory}`);
  const said = words(`supervisor:audit.change.${about.change}`, { what, id: about.id });
  if (about.fields.length === 0) return said;
  return `${said}: ${about.fields.map((field) => labelOf(field, words)).join(', ')}`;
}

/** Field names of the directory with the labels that their forms have. */
const LABELS = new Map<string, Key>([
  ['name', 'administrator:name'],
  ['type', 'administrator:type'],
  ['email', 'administrator:email'],
  ['excludes', 'administrator:agency.excludes'],
  ['dutyEmail', 'administrator:point.duty-email'],
  ['deputyId', 'administrator:point.deputy'],
  ['zone', 'everywhere:settings.zone'],
  ['hours', 'administrator:point.hours'],
  ['languages', 'administrator:point.languages'],
  ['language', 'everywhere:settings.language'],
  ['capabilities', 'administrator:point.capabilities'],
  ['kinds', 'administrator:point.kinds'],
  ['clearances', 'administrator:point.clearances'],
  ['country', 'everywhere:column.country'],
  ['agencyId', 'everywhere:column.agency'],
  ['roles', 'administrator:person.roles'],
  ['issuer', 'administrator:person.issuer'],
  ['subject', 'administrator:person.subject'],
  ['verifiedAt', 'administrator:point.verified'],
]);

/** A day, a role or a field of an earlier version has no label: it is shown as it is recorded. */
function labelOf(field: string, words: Words): string {
  const key = LABELS.get(field);
  return key ? words(key) : field;
}
