/** The mail catcher: letters arrive by SMTP, and are shown to a browser without script. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { beforeEach, describe, expect, test } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { type MailCatcher, startMailCatcher } from '../../dev/mail.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';

let mail: MailCatcher;

async function start(dir?: string): Promise<MailCatcher> {
  const started = await startMailCatcher({ ...(dir && { dir }) });
  atEnd(started.stop);
  return started;
}

async function send(to: string, subject = 'A case', html = '<p>Please answer.</p>', by = mail): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: by.smtpPort });
  const from = 'hub@hub.example';
  await transport.sendMail({ from, to, subject, text: 'Please answer.', html, messageId: '<1@hub.example>' });
}

async function page(path = ''): Promise<string> {
  return await (await fetch(new URL(path, mail.url))).text();
}

beforeEach(async () => {
  mail = await start();
});

describe('receiving', () => {
  test('a letter is stored with its addressee, text, html and headers', async () => {
    await send('desk@fi.example');
    expect(mail.letters()).toMatchObject([
      {
        number: 1,
        to: ['desk@fi.example'],
        from: 'hub@hub.example',
        subject: 'A case',
        text: expect.stringContaining('Please answer.'),
        html: expect.stringContaining('<p>Please answer.</p>'),
        messageId: '<1@hub.example>',
      },
    ]);
    expect(mail.letters()[0]?.headers).toContainEqual(['message-id', '<1@hub.example>']);
  });

  test('programs read the same letters as JSON', async () => {
    await send('desk@fi.example');
    expect(await (await fetch(new URL('letters.json', mail.url))).json()).toEqual(mail.letters());
  });

  test('letters that are sent at the same time get different numbers', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => send(`desk${index}@fi.example`)));
    expect(mail.letters().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('after a restart with the same folder, letters are still there and numbers continue', async () => {
    const dir = await testFolder();
    const first = await start(dir);
    await send('desk@fi.example', 'Before', undefined, first);
    await first.stop();
    const second = await start(dir);
    await send('desk@fi.example', 'After', undefined, second);
    expect(second.letters().map(({ number, subject }) => [number, subject])).toEqual([
      [1, 'Before'],
      [2, 'After'],
    ]);
  });

  test('a letter with a damaged file is skipped at the next start', async () => {
    const dir = await testFolder();
    const first = await start(dir);
    await send('desk@fi.example', 'Whole', undefined, first);
    await first.stop();
    await writeFile(join(dir, '000002.json'), '{"number":2,"at":"20');
    expect((await start(dir)).letters()).toMatchObject([{ number: 1, subject: 'Whole' }]);
  });
});

describe('refusing', () => {
  test.each([550, 451])('an address can be refused with %i, and others are accepted', async (code) => {
    mail.refuse('Gone@fi.example', code);
    await expect(send('gone@fi.example')).rejects.toMatchObject({ responseCode: code });
    await send('desk@fi.example');
    expect(mail.letters()).toHaveLength(1);
  });

  test('an address can be accepted again', async () => {
    mail.refuse('desk@fi.example', 451);
    mail.refuse('desk@fi.example', undefined);
    await send('desk@fi.example');
    expect(mail.letters()).toHaveLength(1);
  });
});

describe('the inbox page', () => {
  test('an empty inbox explains how letters arrive', async () => {
    expect(await page()).toContain('No letter has arrived here yet.');
  });

  test('the newest letter comes first', async () => {
    await send('desk@fi.example', 'Older');
    await send('desk@se.example', 'Newer');
    expect(await page()).toMatch(/Newer[\s\S]*Older/);
  });

  test('letters are filtered by address', async () => {
    await send('desk@fi.example', 'For Finland');
    await send('desk@se.example', 'For Sweden');
    const shown = await page('?to=SE.example');
    expect(shown).toContain('For Sweden');
    expect(shown).not.toContain('For Finland');
    expect(await page('?to=nobody')).toContain('No letter to such an address');
  });

  test('the content of a letter is shown, and scripts in it do not run', async () => {
    await send('desk@fi.example', '<script>alert(1)</script>', '<script>alert(2)</script>');
    expect(await page()).not.toContain('<script>');
    expect(await page('letters/1')).not.toContain('<script>');
    const html = await fetch(new URL('letters/1/html', mail.url));
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  test('the filter is shown escaped', async () => {
    const shown = await page(`?to=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(shown).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(shown).not.toContain('<script>');
  });

  test('an unknown letter is not found', async () => {
    expect((await fetch(new URL('letters/7', mail.url))).status).toBe(404);
  });
});

test('if its port is in use, the error is one sentence with the remedy', async () => {
  const httpPort = Number(new URL(mail.url).port);
  await expect(startMailCatcher({ httpPort })).rejects.toThrow(StackFault);
  await expect(startMailCatcher({ httpPort })).rejects.toThrow(
    `The inbox page needs port ${httpPort}, which is busy: stop what listens there`,
  );
});
