/** German. A key that English has and this has not does not compile. */

import { administrator } from './de/administrator.ts';
import { codes } from './de/codes.ts';
import { done } from './de/done.ts';
import { events } from './de/events.ts';
import { everywhere } from './de/everywhere.ts';
import { intake } from './de/intake.ts';
import { moments } from './de/moments.ts';
import { officer } from './de/officer.ts';
import { partner } from './de/partner.ts';
import { referral } from './de/referral.ts';
import { supervisor } from './de/supervisor.ts';
import type { english } from './english.ts';
import type { Texts } from './texts.ts';

export const german: Texts<typeof english> = {
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
