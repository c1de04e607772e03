/** The letter about a webhook that was disabled: which one, when, and where to enable it again. */

import { LOCALES, languageOfCode } from '../../domain/words/languages.ts';
import type { WebhookLetter } from '../../prisma/store/webhook-queue.ts';
import { dueIn } from './due.ts';
import type { Letter } from './facts.ts';
import { layOut, oneLine } from './layout.ts';
import { LETTER_TEXTS } from './write-letter.ts';

/** Writes the letter. It names the host of the webhook, and not its whole address, which may contain a token. */
export function writeWebhookNotice(
  { disabledAt, host, name, language: code, zone }: WebhookLetter,
  publicUrl: string,
): Letter {
  const language = languageOfCode(code);
  const { webhookDisabled: texts, colon, footer } = LETTER_TEXTS[language];
  const addressee = oneLine(name);
  return layOut({
    ...{ language, colon, subject: texts.subject, lead: texts.lead },
    paragraphs: [texts.advice],
    rows: [
      ['Webhook', oneLine(host)],
      [texts.at, dueIn(disabledAt.toISOString(), zone, LOCALES[language]).long],
    ],
    links: [{ label: texts.link, url: `${publicUrl}/admin/webhooks` }],
    footer: footer.map((text) => (typeof text === 'string' ? text : text({ addressee }))),
  });
}
