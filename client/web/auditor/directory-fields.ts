/** Fields of the directory as pages show them: their labels, and their values as text. */

import { ROLES } from '../../../domain/people.ts';
import { WEBHOOK_KINDS } from '../../../domain/webhooks.ts';
import type { Key, Translate } from '../../i18n/i18n.ts';

/** Field names of the directory with the labels that their forms have. */
const LABELS = new Map<string, Key>([
  ['name', 'administrator:name'],
  ['type', 'administrator:type'],
  ['email', 'administrator:email'],
  ['excludes', 'administrator:agency.excludes'],
  ['dutyEmail', 'administrator:point.duty-email'],
  ['deputyId', 'administrator:point.deputy'],
  ['zone', 'everywhere:settings.zone'],
  ['calendar', 'administrator:point.calendar'],
  ['hours', 'administrator:point.hours'],
  ['languages', 'administrator:point.languages'],
  ['language', 'everywhere:settings.language'],
  ['capabilities', 'administrator:point.capabilities'],
  ['kinds', 'administrator:point.kinds'],
  ['clearances', 'administrator:point.clearances'],
  ['capacity', 'administrator:point.capacity'],
  ['drillDays', 'registry:drill.days'],
  ['level', 'administrator:capability.level'],
  ['providerIds', 'administrator:capability.providers'],
  ['country', 'everywhere:column.country'],
  ['agencyId', 'everywhere:column.agency'],
  ['roles', 'people:roles'],
  ['issuer', 'people:issuer'],
  ['subject', 'people:subject'],
  ['verifiedAt', 'administrator:point.verified'],
  ['absence', 'officer:absence.title'],
  ['id', 'administrator:id'],
  ['disabled', 'administrator:agency.disabled'],
  ['scopes', 'people:scopes'],
  ['encryptionKey', 'administrator:proposal.encryption-key'],
  ['url', 'integration:webhooks.url'],
  ['events', 'integration:webhooks.kinds'],
  ['secret', 'integration:webhooks.secret'],
  ['deliveries', 'integration:webhooks.again'],
  ['version', 'administrator:policy.version'],
  ['digest', 'administrator:proposal.digest'],
  ['digestKey', 'administrator:proposal.digest-key'],
]);

/** The label of a field. A day, a role or a field of an earlier version has no label: it is shown as it is recorded. */
export function fieldLabel(field: string, t: Translate): string {
  const key = LABELS.get(field);
  return key ? t(key) : field;
}

/** Roles and kinds of events by their names; other codes as they are stored. */
export function valueText(value: unknown, t: Translate): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'everywhere:yes' : 'everywhere:no');
  if (!Array.isArray(value)) return String(value);
  const names = value.map((each) => {
    const role = ROLES.find((known) => known === each);
    const kind = WEBHOOK_KINDS.find((known) => known === each);
    if (kind) return t(`integration:webhooks.kind.${kind}`);
    return role ? t(`codes:role.${role}`) : String(each);
  });
  return names.join(', ') || '–';
}
