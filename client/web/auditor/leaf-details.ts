/** Describes an entry of the audit log. Codes that an auditor searches for are shown unchanged. */

import type { LeafContent } from '../../../domain/audit/leaf.ts';
import type { Role } from '../../../domain/people.ts';
import { english } from '../../i18n/english.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { labelled } from '../../i18n/labelled.ts';
import type { AuditRow } from '../../queries/audit.ts';
import { fieldLabel, valueText } from './directory-fields.ts';

/** The content of an audit entry as a sentence. */
export function describeLeaf(
  { about, number, purpose }: Pick<AuditRow, 'about' | 'number' | 'purpose'>,
  t: Translate,
): string {
  if ('event' in about) {
    const event = t(`events:${about.event}`);
    return number === undefined ? event : t('supervisor:audit.entry', { event, seq: String(number) });
  }
  if ('refused' in about) {
    const reason = t(`codes:error.${about.code}`);
    return t('supervisor:audit.refused', { what: attempted(about.refused, t), reason });
  }
  if ('session' in about) return t(`supervisor:audit.session.${about.session}`);
  if ('directory' in about) return ofDirectory(about, t);
  if ('proof' in about) return t('supervisor:audit.proof', { count: about.events });
  if ('document' in about) {
    return t(`documents:recorded.${about.document}`, { format: about.format.toUpperCase() });
  }
  if ('purged' in about) return t('supervisor:audit.purged', { count: about.purged.length });
  if ('forgotten' in about) return t('supervisor:audit.forgotten', { count: about.forgotten.length });
  if ('compared' in about) return t('protection:subjects.compared');
  if ('searched' in about) return t('protection:subjects.searched');
  if ('reviewed' in about) {
    return t('supervisor:audit.reviewed', { verdict: t(`supervisor:readings.is.${about.verdict}`) });
  }
  if ('letter' in about) {
    const letter = t(`codes:letter.${about.letter}`);
    return t(`supervisor:audit.letter.${about.result}`, { letter, code: about.code ?? '' });
  }
  const consulted = t('supervisor:audit.consulted', { count: about.consulted.length });
  if (purpose === undefined) return consulted;
  const { code } = about;
  const stated = code === undefined || code === 'other' ? [] : [t(`codes:readingPurpose.${code}`)];
  const value = [...stated, ...(purpose === code ? [] : [purpose])].join(', ');
  return labelled(t, consulted, value);
}

/** An act by its name on buttons; of reading and signing in the code. */
function attempted(code: string, t: Translate): string {
  const act = Object.keys(english.codes.act).find((each): each is keyof typeof english.codes.act => each === code);
  return act ? t(`codes:act.${act}`) : code;
}

function ofDirectory(about: Extract<LeafContent, { directory: unknown }>, t: Translate): string {
  const what = t(`supervisor:audit.part.${about.directory}`);
  const said = t(`supervisor:audit.change.${about.change}`, { what, id: about.id });
  const { roles = [] } = about;
  const details =
    roles.length > 0
      ? roles.map(({ agencyId, before, after }) => `${agencyId}: ${namesOf(before, t)} → ${namesOf(after, t)}`)
      : about.fields.map((field) => changedField(field, about.codes?.[field], t));
  const whole = details.length === 0 ? said : labelled(t, said, details.join(', '));
  const { proposal } = about;
  return proposal === undefined ? whole : `${t(`supervisor:audit.proposal.${proposal.step}`)} – ${whole}`;
}

/** The label, with the codes before and after if they are recorded. */
function changedField(field: string, codes: readonly [unknown, unknown] | undefined, t: Translate): string {
  const label = fieldLabel(field, t);
  if (codes === undefined) return label;
  const [before, after] = codes;
  return labelled(t, label, `${valueText(before, t)} → ${valueText(after, t)}`);
}

function namesOf(roles: readonly Role[], t: Translate): string {
  return roles.map((role) => t(`codes:role.${role}`)).join(', ') || '–';
}
