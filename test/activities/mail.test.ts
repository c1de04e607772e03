/** Sending over real SMTP: letters that are delivered, permanent rejections, and temporary failures. */

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Letter } from '../../activities/letters/facts.ts';
import { createMailer, type Mailer, type MailerOptions, MailUnavailable } from '../../activities/mail.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const DESK = 'desk@borealis.example';
const LETTER: Letter = {
  subject: '[XR-2026-000123] New referral: acknowledge by 25 Nov 2026 14:00 CET',
  text: 'Please acknowledge this referral.\n',
  html: '<!doctype html>\n<html lang="en"><body><p>Please acknowledge this referral.</p></body></html>\n',
};
const IDS = { letterId: 'letter-1', referralId: 'referral-1', reference: 'XR-2026-000123' };

let server: MailServer;
let mailer: Mailer;

function mailerFor(options: Partial<MailerOptions> = {}): Mailer {
  return createMailer({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    from: 'Liaise <liaise@hub.example>',
    messageIdDomain: 'hub.example',
    timeout: 2_000,
    ...options,
  });
}

/** The error that asks for another attempt. Fails the test if `send` returns, or throws anything else. */
async function temporaryFailure(sending: Promise<unknown>): Promise<MailUnavailable> {
  const reason: unknown = await sending.catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(MailUnavailable);
  return reason as MailUnavailable;
}

beforeEach(async () => {
  server = await startMailServer();
  mailer = mailerFor();
});

afterEach(async () => {
  mailer.close();
  await server.close();
});

describe('a letter that the server accepts', () => {
  test('arrives as text and html at its one address', async () => {
    expect(await mailer.send(LETTER, DESK, IDS)).toEqual({ result: 'sent' });
    const [mail] = server.mails;
    expect(mail?.envelope).toEqual({ from: 'liaise@hub.example', to: [DESK] });
    expect(mail?.parsed.subject).toBe(LETTER.subject);
    expect(mail?.parsed.text).toBe(LETTER.text);
    expect(mail?.parsed.html).toBe(LETTER.html);
  });

  test('has headers for its referral and its thread, and marks itself as automatic', async () => {
    await mailer.send(LETTER, DESK, IDS);
    const parsed = server.mails[0]?.parsed;
    expect(parsed?.messageId).toBe('<letter.letter-1@hub.example>');
    expect(parsed?.inReplyTo).toBe('<referral.referral-1@hub.example>');
    expect(parsed?.references).toBe('<referral.referral-1@hub.example>');
    expect(parsed?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed?.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed?.headers.get('x-liaise-reference')).toBe('XR-2026-000123');
    expect(parsed?.headers.has('x-mailer')).toBe(false);
  });

  test('has the same Message-ID on each attempt, and another letter has another one', async () => {
    await mailer.send(LETTER, DESK, IDS);
    await mailer.send(LETTER, DESK, IDS);
    await mailer.send(LETTER, DESK, { ...IDS, letterId: 'letter-2' });
    const ids = server.mails.map(({ parsed }) => parsed.messageId);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('can be in any language: its headers are encoded as ASCII and decoded on arrival', async () => {
    const subject = '[XR-2026-000123] Réponse à votre question : über die Weiterverweisung entscheiden';
    await mailer.send({ ...LETTER, subject, text: 'Übermittlung à la pièce « é »\n' }, DESK, IDS);
    const parsed = server.mails[0]?.parsed;
    expect(parsed?.subject).toBe(subject);
    expect(parsed?.text).toBe('Übermittlung à la pièce « é »\n');
    for (const { line } of parsed?.headerLines ?? []) expect(line).toMatch(/^[\t\r\n -~]*$/);
  });

  test('has no header that a line break in a value would add', async () => {
    const subject = 'Hello\r\nBcc: thief@y.example';
    await mailer.send({ ...LETTER, subject }, DESK, { ...IDS, reference: 'XR-1\r\nX-Evil: yes' });
    const [mail] = server.mails;
    expect(mail?.envelope.to).toEqual([DESK]);
    expect(mail?.parsed.headers.has('bcc')).toBe(false);
    expect(mail?.parsed.headers.has('x-evil')).toBe(false);
  });
});

describe('a letter that is rejected permanently', () => {
  test('fails with the code of the reply if the mailbox rejects it', async () => {
    server.refuse('RCPT', 550);
    expect(await mailer.send(LETTER, DESK, IDS)).toEqual({ result: 'failed', code: '550' });
  });

  test('fails with the code of the reply if its content is rejected', async () => {
    server.refuse('DATA', 554);
    expect(await mailer.send(LETTER, DESK, IDS)).toEqual({ result: 'failed', code: '554' });
  });

  test.each(['', ' ', 'no-address', 'a@x.example, b@y.example', 'a@x.example>\r\nRCPT TO:<b@y.example'])(
    'is not sent if its address is %j',
    async (to) => {
      expect(await mailer.send(LETTER, to, IDS)).toMatchObject({ result: 'failed', code: expect.stringMatching(/^5/) });
      expect(server.mails).toEqual([]);
    },
  );
});

describe('a temporary failure is reported', () => {
  test('if the mailbox is busy', async () => {
    server.refuse('RCPT', 451);
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('451');
  });

  test('if the server has no space for the letter', async () => {
    server.refuse('DATA', 452);
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('452');
  });

  test('if the sender address of Liaise is refused, which does not depend on the addressee', async () => {
    server.refuse('MAIL', 550);
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('550');
  });

  test('if the login of Liaise is refused', async () => {
    mailer = mailerFor({ user: 'liaise', password: 'wrong' });
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('535');
  });

  test('if the server is down; when it is up again, the letter is sent', async () => {
    await server.close();
    // The kernel uses no port of this range for an outgoing connection while the server is down.
    server = await onOwnPorts({ port: 0 }, startMailServer);
    const { port } = server;
    mailer = mailerFor();
    await server.close();
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('ESOCKET');
    server = await startMailServer({ port });
    expect(await mailer.send(LETTER, DESK, IDS)).toEqual({ result: 'sent' });
  });

  test('if the server does not answer', async () => {
    server.stopAnswering();
    mailer = mailerFor({ timeout: 100 });
    expect((await temporaryFailure(mailer.send(LETTER, DESK, IDS))).code).toBe('ETIMEDOUT');
  });

  test('if TLS is required and not offered; nothing is sent unencrypted', async () => {
    mailer = mailerFor({ requireTls: true });
    await temporaryFailure(mailer.send(LETTER, DESK, IDS));
    expect(server.mails).toEqual([]);
  });

  test('without the address or any part of the letter', async () => {
    server.refuse('RCPT', 451);
    const error = await temporaryFailure(mailer.send(LETTER, DESK, IDS));
    const everything = inspect(error, { depth: null, showHidden: true });
    for (const secret of [DESK, 'borealis', LETTER.subject, 'XR-2026-000123', 'acknowledge']) {
      expect(everything).not.toContain(secret);
    }
  });
});

describe('the connection pool', () => {
  test('reuses one connection for several letters, even after a rejection', async () => {
    mailer = mailerFor({ maxConnections: 1 });
    await mailer.send(LETTER, DESK, IDS);
    server.refuse('RCPT', 550);
    await mailer.send(LETTER, DESK, IDS);
    server.refuse('RCPT', undefined);
    await mailer.send(LETTER, DESK, IDS);
    expect(server.mails).toHaveLength(2);
    expect(server.connections()).toBe(1);
  });

  test('opens at most maxConnections connections', async () => {
    mailer = mailerFor({ maxConnections: 2 });
    await Promise.all(Array.from({ length: 8 }, () => mailer.send(LETTER, DESK, IDS)));
    expect(server.mails).toHaveLength(8);
    expect(server.connections()).toBe(2);
  });

  test('replaces a connection after maxMessages letters', async () => {
    mailer = mailerFor({ maxMessages: 1 });
    await mailer.send(LETTER, DESK, IDS);
    await mailer.send(LETTER, DESK, IDS);
    expect(server.connections()).toBe(2);
  });

  test('opens a new connection if the server has closed the old one', async () => {
    await mailer.send(LETTER, DESK, IDS);
    server.closeConnections();
    expect(await mailer.send(LETTER, DESK, IDS)).toEqual({ result: 'sent' });
    expect(server.connections()).toBe(2);
  });

  test('sends nothing after it is closed', async () => {
    mailer.close();
    await temporaryFailure(mailer.send(LETTER, DESK, IDS));
  });
});
