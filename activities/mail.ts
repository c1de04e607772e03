/** Sends letters over a pool of SMTP connections, and distinguishes permanent from temporary failures. */

import { createTransport } from 'nodemailer';
import type { Letter } from './letters/facts.ts';
import { type LetterIds, messageIdOf, threadIdOf } from './letters/threading.ts';

/** The SMTP server, the sender address and the limits of the connection pool. */
export interface MailerOptions {
  host: string;
  port: number;
  /** TLS from the start. Otherwise the connection is upgraded if the server offers STARTTLS. */
  secure: boolean;
  /** Refuses to send without TLS. */
  requireTls?: boolean | undefined;
  user?: string | undefined;
  password?: string | undefined;
  /** The From header: `Liaise <liaise@hub.example>`. */
  from: string;
  /** The right-hand side of every Message-ID. It must not change: receivers would see retries as new letters. */
  messageIdDomain: string;
  /** Maximum number of open connections. */
  maxConnections?: number | undefined;
  /** Maximum number of letters on one connection. */
  maxMessages?: number | undefined;
  /** Milliseconds without an answer, at connecting or any later step, before an attempt fails. */
  timeout?: number | undefined;
}

/** `code` is the SMTP reply code. */
type Delivery = { result: 'sent' } | { result: 'failed'; code: string };

/** Sends letters and digests over a pool of SMTP connections. */
export interface Mailer {
  /**
   * Sends one letter to the mail server. `failed`: the address or the letter is refused permanently (5xx), and a retry
   * would not help. The same ids give the same Message-ID, so receivers recognise a retry.
   *
   * @throws MailUnavailable if a retry may succeed: 4xx, no connection, timeout, or our own account refused.
   */
  send(letter: Letter, to: string, ids: LetterIds): Promise<Delivery>;
  /** Closes idle connections immediately and busy ones after their letter. Afterwards `send` fails. */
  close(): void;
}

/** A temporary failure. It contains only a code, because the server's answer may quote the address. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
  /** SMTP reply code, or nodemailer's error code (`ESOCKET`, `ETIMEDOUT`, …). */
  readonly code: string;

  constructor(code: string) {
    super(`The mail server took no letter (${code}).`);
    this.code = code;
  }
}

/** Creates a mailer. */
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
          // An object is one address, whatever it contains. A string would be parsed as a list.
          to: { name: '', address: to },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId: messageIdOf(ids.letterId, messageIdDomain),
          ...threadOf(ids, messageIdDomain),
          xMailer: false,
          headers: {
            // RFC 3834: prevents out-of-office answers and mail loops. The second header is for Exchange.
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

function headersOf(ids: LetterIds): Record<string, string> {
  if ('referralId' in ids) return { 'X-Liaise-Reference': ids.reference };
  if ('references' in ids) return { 'X-Liaise-Reference': ids.references.join(', ') };
  // RFC 2369: the address to unsubscribe.
  return 'settingsUrl' in ids ? { 'List-Unsubscribe': `<${encodeURI(ids.settingsUrl)}>` } : {};
}

/** RFC 5321 4.2.3: mailbox name not allowed. Used for invalid addresses, which are not sent to any server. */
const NO_ADDRESS = '553';

/** Only refusals of the addressee or the letter are permanent. A refused login or sender is a fault of our account. */
const FINAL_AT = ['RCPT TO', 'DATA'];

function refusal(error: unknown): Delivery {
  const { code, command, responseCode } = isSmtpError(error) ? error : {};
  if (code === 'EENVELOPE' && responseCode === undefined) return { result: 'failed', code: NO_ADDRESS };
  const isFinal = typeof command === 'string' && FINAL_AT.includes(command) && Number(responseCode) >= 500;
  if (isFinal) return { result: 'failed', code: String(responseCode) };
  throw new MailUnavailable(String(responseCode ?? code ?? 'unknown'));
}

/** The fields of an SMTP error that are used. Its message and response may quote the address. */
interface SmtpError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

function isSmtpError(error: unknown): error is SmtpError {
  return error instanceof Error;
}
