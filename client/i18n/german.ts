/** German. A missing key does not compile. */

import { TRANSLATIONS } from '../../domain/words/translations.ts';
import { administrator } from './de/administrator.ts';
import { announcements } from './de/announcements.ts';
import { clarification } from './de/clarification.ts';
import { computation } from './de/computation.ts';
import { documents } from './de/documents.ts';
import { done } from './de/done.ts';
import { errors } from './de/errors.ts';
import { events } from './de/events.ts';
import { everywhere } from './de/everywhere.ts';
import { glossary } from './de/glossary.ts';
import { help } from './de/help.ts';
import { intake } from './de/intake.ts';
import { integration } from './de/integration.ts';
import { officer } from './de/officer.ts';
import { partner } from './de/partner.ts';
import { people } from './de/people.ts';
import { pictures } from './de/pictures.ts';
import { policies } from './de/policies.ts';
import { protection } from './de/protection.ts';
import { referral } from './de/referral.ts';
import { refusals } from './de/refusals.ts';
import { registry } from './de/registry.ts';
import { report } from './de/report.ts';
import { statistics } from './de/statistics.ts';
import { supervisor } from './de/supervisor.ts';
import { timeline } from './de/timeline.ts';
import { waiting } from './de/waiting.ts';
import type { english } from './english.ts';
import type { Texts } from './texts.ts';

/** All German texts of pages. */
export const german: Texts<typeof english> = {
  administrator,
  announcements,
  codes: { ...TRANSLATIONS.de, ...refusals },
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
