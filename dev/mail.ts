/** A mail server that keeps every letter to itself: SMTP in, an inbox page out. It can be told to refuse, for tests. */

import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress, type SMTPServerOptions } from 'smtp-server';
import { inboxPage, letterPage } from './inbox.ts';
import { busy } from './ports.ts';

export interface CaughtLetter {
  /** Counts from 1 in the order of arrival. */
  number: number;
  at: string;
  from: string;
  to: string[];
  subject: string;
  messageId: string;
  headers: [name: string, value: string][];
  text: string;
  html: string;
}

export interface Mail {
  smtpPort: number;
  /** The inbox page; `letters.json` beside it is for programs. */
  url: string;
  /** In the order of arrival. */
  letters(): readonly CaughtLetter[];
  /** Answers with this code for the address from now on: 5xx for good, 4xx for now; undefined takes it again. */
  refuse(address: string, code: number | undefined): void;
  stop(): Promise<void>;
}

export interface MailOptions {
  smtpPort: number;
  httpPort: number;
  /** Where letters are kept beyond the end of the process; in memory alone without. */
  dir?: string;
}

const HOST = '127.0.0.1';
const LARGEST = 1024 * 1024;

/** @throws StackFault when a port is busy. */
export async function startMail({ smtpPort, httpPort, dir }: MailOptions): Promise<Mail> {
  const letters = dir ? await readKept(dir) : [];
  const refused = new Map<string, number>();
  const smtp = new SMTPServer({ ...receiving(letters, refused, dir), ...PLAIN });
  await listening(smtp.listen(smtpPort, HOST), smtpPort, 'The mail catcher (SMTP)');
  // A client that hangs up in the middle is the client's business.
  smtp.on('error', () => {});
  const http = createServer((request, response) => {
    const { status, type, body } = answer(letters, new URL(request.url ?? '/', 'http://inbox'));
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...SAFE_HEADERS }).end(body);
  });
  try {
    await listening(http.listen(httpPort, HOST), httpPort, 'The inbox page');
  } catch (error) {
    await closed(smtp);
    throw error;
  }
  return {
    smtpPort,
    url: `http://${HOST}:${(http.address() as AddressInfo).port}/`,
    letters: () => letters,
    refuse: (address, code) => {
      if (code === undefined) refused.delete(address.toLowerCase());
      else refused.set(address.toLowerCase(), code);
    },
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([closed(http), closed(smtp)]);
    },
  };
}

/** Nobody signs in, and encryption is not offered, since no certificate of ours would be trusted. */
const PLAIN: SMTPServerOptions = { authOptional: true, hideSTARTTLS: true, disabledCommands: ['AUTH'], size: LARGEST };

/** A letter's html is shown in a frame without rights; nothing is fetched for it from anywhere. */
const SAFE_HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'" };

function receiving(letters: CaughtLetter[], refused: ReadonlyMap<string, number>, dir?: string): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address.toLowerCase());
      if (code === undefined) return done();
      done(Object.assign(new Error('refused as told'), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      keep(letters, stream, envelope.rcptTo, dir).then(() => done(), done);
    },
  };
}

async function keep(
  letters: CaughtLetter[],
  source: NodeJS.ReadableStream,
  rcptTo: readonly SMTPServerAddress[],
  dir?: string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(Buffer.from(chunk));
  const parsed = await simpleParser(Buffer.concat(chunks), { skipTextToHtml: true });
  const letter: CaughtLetter = {
    number: letters.length + 1,
    at: new Date().toISOString(),
    from: parsed.from?.text ?? '',
    to: rcptTo.map(({ address }) => address),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    headers: parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    text: parsed.text ?? '',
    html: parsed.html || '',
  };
  letters.push(letter);
  if (dir) await writeFile(join(dir, fileName(letter.number)), JSON.stringify(letter));
}

async function readKept(dir: string): Promise<CaughtLetter[]> {
  await mkdir(dir, { recursive: true });
  const names = (await readdir(dir)).filter((name) => /^\d{6}\.json$/.test(name)).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(dir, name), 'utf8')) as CaughtLetter));
}

function fileName(number: number): string {
  return `${String(number).padStart(6, '0')}.json`;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

function answer(letters: readonly CaughtLetter[], url: URL): Answer {
  if (url.pathname === '/letters.json') return { status: 200, type: 'application/json', body: JSON.stringify(letters) };
  if (url.pathname === '/') {
    return { status: 200, type: 'text/html', body: inboxPage(letters, url.searchParams.get('to') ?? '') };
  }
  const [, number, part] = /^\/letters\/(\d+)(\/html)?$/.exec(url.pathname) ?? [];
  const letter = letters.find((each) => each.number === Number(number));
  if (letter === undefined) return { status: 404, type: 'text/plain', body: 'There is no such letter.' };
  return { status: 200, type: 'text/html', body: part ? letter.html : letterPage(letter) };
}

async function listening(server: NetServer, port: number, what: string): Promise<void> {
  try {
    await once(server, 'listening');
  } catch {
    throw busy(port, what);
  }
}

function closed(server: { close(done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
