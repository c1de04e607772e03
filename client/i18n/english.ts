/** English: the language that is complete, and the shape of every other. One line a namespace. */

import { TRANSLATIONS } from '../../domain/words/translations.ts';
import { administrator } from './en/administrator.ts';
import { announcements } from './en/announcements.ts';
import { clarification } from './en/clarification.ts';
import { computation } from './en/computation.ts';
import { documents } from './en/documents.ts';
import { done } from './en/done.ts';
import { errors } from './en/errors.ts';
import { events } from './en/events.ts';
import { everywhere } from './en/everywhere.ts';
import { glossary } from './en/glossary.ts';
import { help } from './en/help.ts';
import { intake } from './en/intake.ts';
import { integration } from './en/integration.ts';
import { officer } from './en/officer.ts';
import { partner } from './en/partner.ts';
import { people } from './en/people.ts';
import { pictures } from './en/pictures.ts';
import { policies } from './en/policies.ts';
import { protection } from './en/protection.ts';
import { referral } from './en/referral.ts';
import { refusals } from './en/refusals.ts';
import { registry } from './en/registry.ts';
import { report } from './en/report.ts';
import { statistics } from './en/statistics.ts';
import { supervisor } from './en/supervisor.ts';
import { timeline } from './en/timeline.ts';
import { waiting } from './en/waiting.ts';

/** All English texts of pages, by namespace. The other languages have the same keys. */
export const english = {
  administrator,
  announcements,
  codes: { ...TRANSLATIONS.en, ...refusals },
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
