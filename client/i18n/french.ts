/** French. A missing key does not compile. */

import { TRANSLATIONS } from '../../domain/words/translations.ts';
import type { english } from './english.ts';
import { administrator } from './fr/administrator.ts';
import { announcements } from './fr/announcements.ts';
import { clarification } from './fr/clarification.ts';
import { computation } from './fr/computation.ts';
import { documents } from './fr/documents.ts';
import { done } from './fr/done.ts';
import { errors } from './fr/errors.ts';
import { events } from './fr/events.ts';
import { everywhere } from './fr/everywhere.ts';
import { glossary } from './fr/glossary.ts';
import { help } from './fr/help.ts';
import { intake } from './fr/intake.ts';
import { integration } from './fr/integration.ts';
import { officer } from './fr/officer.ts';
import { partner } from './fr/partner.ts';
import { people } from './fr/people.ts';
import { pictures } from './fr/pictures.ts';
import { policies } from './fr/policies.ts';
import { protection } from './fr/protection.ts';
import { referral } from './fr/referral.ts';
import { refusals } from './fr/refusals.ts';
import { registry } from './fr/registry.ts';
import { report } from './fr/report.ts';
import { statistics } from './fr/statistics.ts';
import { supervisor } from './fr/supervisor.ts';
import { timeline } from './fr/timeline.ts';
import { waiting } from './fr/waiting.ts';
import type { Texts } from './texts.ts';

export const french: Texts<typeof english> = {
  administrator,
  announcements,
  codes: { ...TRANSLATIONS.fr, ...refusals },
  clarification,
  computation,
  documents,
  done,
  errors,
  everywhere,
  events,
  glossary,
  help,
  intake,
  integration,
  timeline,
  officer,
  partner,
  people,
  pictures,
  policies,
  protection,
  referral,
  registry,
  report,
  statistics,
  supervisor,
  waiting,
};
