/** Sends letters over a pool of SMTP connections, and tells an address that is refused for good from a bad hour. */

import { createTransport } from 'nodemailer';
import type { Letter } from './letters/facts.ts';
import { type LetterIds, messageIdOf, threadIdOf } from './letters/threading.ts';

export interface MailerOptions {
  host: string;
  port: number;
  /** TLS from the first byte. Otherwise the connection is upgraded when the server offers it. */
  secure: boolean;
  /** Without TLS nothing is sent. */
  requireTls?: boolean | undefined;
  user?: string | undefined;
  password?: string | undefined;
  /** The sender that readers see: `Liaise <liaise@hub.example>`. */
  from: string;
  /** The right-hand side of every Message-ID; must stay the same, or repeated attempts look like new letters. */
  messageIdDomain: string;
  /** Connections open at once. */
  maxConnections?: number | undefined;
  /** Letters on one connection before it is replaced. */
  maxMessages?: number | undefined;
  /** Milliseconds without an answer, at connecting or at any later step, after which an attempt is given up. */
  timeout?: number | undefined;
}

/** `code` is the SMTP reply code. */
type Delivery = { result: 'sent' } | { result: 'failed'; code: string };

export interface Mailer {
  /**
   * Hands one letter to the mail server. `failed`: the address or the letter is refused for good (5xx); asking again
   * would not help. The same ids give the same Message-ID, so a repeated attempt is recognised.
   *
   * @throws MailUnavailable where a later attempt may succeed: 4xx, no connection, timeout, or our own account refused.
   */
  send(letter: Letter, to: string, ids: LetterIds): Promise<Delivery>;
  /** Closes idle connections at once and busy ones after their letter. Nothing can be sent afterwards. */
  close(): void;
}

/** Try again later. Says only a code: what the server answered may quote the address, so it goes no further. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
  /** SMTP reply code, or nodemailer's name for what broke (`ESOCKET`, `ETIMEDOUT`, …). */
  readonly code: string;

  constructor(code: string) {
    super(`The mail server took no letter (${code}).`);
    this.code = code;
  }
}

export function createMailer(options: MailerOptions): Mailer {
  const { host, port, secure, user, password, messageIdDomain } = options;
  const timeout = options.timeout ?? 20_000;
  const pool = createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS: options.requireTls ?? false,
    ...(user && { auth: { user, pass: password ?? '' } }),
    maxConnections: options.maxConnections ?? 3,
    maxMessages: options.maxMessages ?? 100,
    dnsTimeout: timeout,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(letter, to, ids) {
      try {
        await pool.sendMail({
          from: options.from,
          // As an object it is one address, whatever it contains: a text would be read as a list.
          to: { name: '', address: to },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId: messageIdOf(ids.letterId, messageIdDomain),
          ...threadOf(ids, messageIdDomain),
          xMailer: false,
          headers: {
            // RFC 3834: no out-of-office answers, and no loops with other machines; the second is Exchange's own word.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...headersOf(ids),
          },
        });
        return { result: 'sent' };
      } catch (error) {
        return refusal(error);
      }
    },
    close: () => pool.close(),
  };
}

function threadOf(ids: LetterIds, domain: string): { inReplyTo?: string; references?: string } {
  if (!('referralId' in ids)) return {};
  const thread = threadIdOf(ids.referralId, domain);
  return { inReplyTo: thread, references: thread };
}

/** RFC 2369: where whoever wants no more of them says so. */
function headersOf(ids: LetterIds): Record<string, string> {
  return 'referralId' in ids
    ? { 'X-Liaise-Reference': ids.reference }
    : { 'List-Unsubscribe': `<${encodeURI(ids.settingsUrl)}>` };
}

/** RFC 5321 4.2.3: mailbox name not allowed. Stands for an address that is none, so that no server was asked. */
const NO_ADDRESS = '553';

/** A refused login or sender is our fault, not the addressee's: only what is said of addressee or letter is final. */
const FINAL_AT = ['RCPT TO', 'DATA'];

function refusal(error: unknown): Delivery {
  const { code, command, responseCode } = isSmtpError(error) ? error : {};
  if (code === 'EENVELOPE' && responseCode === undefined) return { result: 'failed', code: NO_ADDRESS };
  const isFinal = typeof command === 'string' && FINAL_AT.includes(command) && Number(responseCode) >= 500;
  if (isFinal) return { result: 'failed', code: String(responseCode) };
  throw new MailUnavailable(String(responseCode ?? code ?? 'unknown'));
}

/** What of an SMTP error is looked at; its message and response are not, they quote the address. */
interface SmtpError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

function isSmtpError(error: unknown): error is SmtpError {
  return error instanceof Error;
}
