/** The erasure register: every changed, missing or foreign line is found. */

import { expect, test } from 'vitest';
import {
  endAfter,
  endOf,
  isRegisterOf,
  parseRegister,
  type RegisteredErasure,
  registerHeader,
  registerLine,
} from '../../domain/erasure-register.ts';
import { newSigner } from '../support/log-keys.ts';

const signer = newSigner('erasure-register');

const erasure = (more: Partial<RegisteredErasure> = {}): RegisteredErasure => ({
  referralId: crypto.randomUUID(),
  erasedAt: '2026-11-30T08:00:00.000Z',
  ground: 'sender-order',
  keyIds: ['2026-11'],
  toConfirm: ['r1'],
  ...more,
});

async function written(erasures: readonly RegisteredErasure[], by = signer): Promise<string> {
  const header = await registerHeader(by, { id: crypto.randomUUID(), replaces: [], now: new Date(0) });
  let end = endOf(await parseRegister(header));
  let text = header;
  for (const each of erasures) {
    const line = await registerLine(by, end, each);
    end = endAfter(end, line);
    text += line;
  }
  expect(endOf(await parseRegister(text))).toEqual(end);
  return text;
}

test('what is written is read, and names the key that signed it', async () => {
  const erasures = [erasure(), erasure({ keyIds: [] })];
  const register = await parseRegister(await written(erasures));
  expect(register.erasures).toEqual(erasures);
  expect(isRegisterOf(register, signer)).toBe(true);
  expect(isRegisterOf(register, newSigner())).toBe(false);
});

test('a changed character, wherever it is, is found', async () => {
  const text = await written([erasure(), erasure()]);
  for (let at = 0; at < text.length - 1; at += 5) {
    const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
    await expect(parseRegister(changed), `character ${at}`).rejects.toThrow();
  }
});

test('a missing or exchanged line is named', async () => {
  const text = await written([erasure(), erasure(), erasure()]);
  const [header, first, second, third] = text.split('\n');
  const joined = (...lines: (string | undefined)[]) => `${lines.join('\n')}\n`;
  await expect(parseRegister(joined(header, second, third))).rejects.toThrow('Line 2 ');
  await expect(parseRegister(joined(header, first, third))).rejects.toThrow('Line 3 ');
  await expect(parseRegister(joined(header, second, first, third))).rejects.toThrow('Line 2 ');
  await expect(parseRegister(joined(first, second))).rejects.toThrow('first line');
  await expect(parseRegister('')).rejects.toThrow('first line');
});

test('a line with the signature of another key is refused', async () => {
  const [header] = (await written([])).split('\n');
  const end = endOf(await parseRegister(`${header}\n`));
  const forged = await registerLine(newSigner(), end, erasure());
  await expect(parseRegister(`${header}\n${forged}`)).rejects.toThrow('signature');
});

test('an incomplete last line is ignored: the process that wrote it was killed', async () => {
  const erasures = [erasure(), erasure()];
  const text = await written(erasures);
  expect((await parseRegister(text.slice(0, -20))).erasures).toEqual(erasures.slice(0, 1));
});
