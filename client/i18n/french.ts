/** French. A key that English has and this has not does not compile. */

import type { english } from './english.ts';
import { administrator } from './fr/administrator.ts';
import { codes } from './fr/codes.ts';
import { done } from './fr/done.ts';
import { events } from './fr/events.ts';
import { everywhere } from './fr/everywhere.ts';
import { intake } from './fr/intake.ts';
import { moments } from './fr/moments.ts';
import { officer } from './fr/officer.ts';
import { partner } from './fr/partner.ts';
import { referral } from './fr/referral.ts';
import { supervisor } from './fr/supervisor.ts';
import type { Texts } from './texts.ts';

export const french: Texts<typeof english> = {
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
