/** What a line of the audit log is about, in words; codes stand as they are where they are the point. */

import type { About } from '../../../domain/audit/leaf.ts';
import type { Words } from '../../words/words.ts';

export function told(about: About, words: Words): string {
  if ('event' in about) return words('supervisor:audit.entry', { event: about.event, seq: about.seq });
  if ('refused' in about) {
    const reason = words(`codes:error.${about.code}`);
    return words('supervisor:audit.refused', { what: about.refused, reason });
  }
  if ('session' in about) return words(`supervisor:audit.session.${about.session}`);
  return words('supervisor:audit.consulted', { count: about.consulted.length });
}
