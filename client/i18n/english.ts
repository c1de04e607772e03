/** English: the language that is complete, and the shape of every other. One line a namespace. */

import { administrator } from './en/administrator.ts';
import { codes } from './en/codes.ts';
import { done } from './en/done.ts';
import { events } from './en/events.ts';
import { everywhere } from './en/everywhere.ts';
import { intake } from './en/intake.ts';
import { moments } from './en/moments.ts';
import { officer } from './en/officer.ts';
import { partner } from './en/partner.ts';
import { referral } from './en/referral.ts';
import { supervisor } from './en/supervisor.ts';

export const english = {
  administrator,
  codes,
  done,
  everywhere,
  events,
  intake,
  moments,
  officer,
  partner,
  referral,
  supervisor,
};
