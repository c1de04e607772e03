/** No file gets in, in any field and any disguise; words, addresses, numbers and hashes do. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReferralError } from '../../domain/errors.ts';
import { GUARD_LIMITS, guardFile, guardMaterial } from '../../domain/material-guard.ts';

const HEADERS = {
  png: '89504e470d0a1a0a0000000d49484452',
  jpeg: 'ffd8ffe000104a464946000101',
  gif: '474946383961',
  ico: '00000100010010100000010020006804000016000000',
  mpeg2: '000001ba44000400042100c3ffff',
  mpeg1: '000001ba2100010001800bb8',
  mpegVideo: '000001b316012013ffffe018',
  webp: '52494646a0b0c00057454250565038',
  bmp: '424d36840300000000003600',
  tiff: '49492a0008000000',
  avif: '0000001c6674797061766966',
  heic: '000000186674797068656963',
  mp4: '0000002066747970',
  webm: '1a45dfa3a3428681',
  zip: '504b030414000000',
  gzip: '1f8b0800000000000003',
  rar: '526172211a0701',
  sevenZip: '377abcaf271c0004',
  pdf: '255044462d312e37',
};

const ENCODINGS: Record<string, (bytes: Buffer) => string> = {
  base64: (bytes) => bytes.toString('base64'),
  'url-safe base64': (bytes) => bytes.toString('base64url'),
  'wrapped base64': (bytes) => wrapped(bytes.toString('base64'), 76, '\r\n'),
  'base64 in small groups': (bytes) => wrapped(bytes.toString('base64'), 5, ' '),
  'spelled base64': (bytes) => wrapped(bytes.toString('base64'), 1, ' '),
  'base64 after words': (bytes) =>
    `please look at this picture ${wrapped(bytes.toString('base64'), 64, '\n')} thank you`,
  'base64 in an address': (bytes) => `https://pictures.example/p/${bytes.toString('base64url')}?size=1`,
  'base64 in a data URI': (bytes) => `data:image/x;base64,${bytes.toString('base64')}`,
  hexadecimal: (bytes) => bytes.toString('hex'),
  'wrapped hexadecimal': (bytes) => wrapped(bytes.toString('hex'), 64, '\n'),
  'hexadecimal with colons': (bytes) => wrapped(bytes.toString('hex').toUpperCase(), 2, ':'),
  'hexadecimal with spaces': (bytes) => wrapped(bytes.toString('hex'), 2, ' '),
  'C bytes': (bytes) => [...bytes].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', '),
  'string escapes': (bytes) => [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  'numbers with commas': (bytes) => bytes.join(','),
  'JSON numbers': (bytes) => JSON.stringify([...bytes]),
  'percent signs': (bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'Latin-1': (bytes) => bytes.toString('latin1'),
  'broken UTF-8': (bytes) => bytes.toString('utf8'),
};

const file = fc
  .tuple(fc.constantFrom(...Object.values(HEADERS)), fc.uint8Array({ minLength: 120, maxLength: 2_000 }))
  .map(([header, rest]) => Buffer.concat([Buffer.from(header, 'hex'), rest]));

const FIELDS: Record<string, (content: unknown) => unknown> = {
  summary: (content) => ({ summary: content }),
  'particulars.1.value': (value) => ({
    particulars: [
      { label: 'a', value: 'b' },
      { label: 'c', value },
    ],
  }),
  'particulars.0.label': (label) => ({ particulars: [{ label, value: 'b' }] }),
  'materials.0.value': (value) => ({ materials: [{ algorithm: 'photodna', value, source: 'x' }] }),
  'handling.text': (text) => ({ handling: { code: 'H3', text } }),
  'languages.1': (language) => ({ languages: ['en', language] }),
};

describe('a file is refused in any field', () => {
  test.each(Object.entries(ENCODINGS))('as %s', (_, encode) => {
    fc.assert(
      fc.property(file, fc.constantFrom(...Object.entries(FIELDS)), (bytes, [field, at]) => {
        const error = refusal(at(encode(bytes)));
        expect(error).toMatchObject({ code: 'MATERIAL_REFUSED', field });
      }),
    );
  });

  test('without any header, as base64 or hexadecimal', () => {
    // Without bias: a run of zeros is no picture.
    const bytes = fc.noShrink(fc.noBias(fc.uint8Array({ minLength: 300, maxLength: 2_000 })));
    const encoding = fc.constantFrom('base64' as const, 'base64url' as const, 'hex' as const);
    const width = fc.constantFrom(16, 60, 76, 100_000);
    fc.assert(
      fc.property(bytes, encoding, width, (content, as, columns) => {
        const text = wrapped(Buffer.from(content).toString(as), columns, '\n');
        expect(refusal({ summary: text })).toBeInstanceOf(ReferralError);
      }),
    );
  });

  test('in pieces over a list', () => {
    const pieces = wrapped(Buffer.from(HEADERS.png.repeat(20), 'hex').toString('base64'), 20, ' ').split(' ');
    expect(refusal({ lines: pieces })).toMatchObject({ field: 'lines' });
  });

  test('as bytes, as a list of numbers, and as the name of a field', () => {
    expect(refusal({ file: Buffer.alloc(8) })).toMatchObject({ field: 'file' });
    expect(refusal({ file: Array.from({ length: 200 }, (_, index) => index) })).toMatchObject({ field: 'file' });
    const name = Buffer.from(HEADERS.jpeg.repeat(12), 'hex').toString('base64');
    expect(refusal({ [name]: 1 })).toMatchObject({ field: '*' });
  });

  test.each(Object.entries(HEADERS))('and as it came: %s', (_, header) => {
    const bytes = Buffer.concat([Buffer.from(header, 'hex'), Buffer.alloc(200, 7)]);
    expect(() => guardFile(bytes)).toThrow(/No file is taken/);
  });

  test('and the refusal repeats nothing of it', () => {
    fc.assert(
      fc.property(file, (bytes) => {
        const content = bytes.toString('base64');
        expect(refusal({ summary: content })?.message).not.toContain(content.slice(0, 6));
      }),
    );
  });
});

describe('size is limited', () => {
  test('of one text, of all together, of nesting', () => {
    const words = 'word '.repeat(GUARD_LIMITS.text / 5);
    expect(refusal({ summary: words })).toBeUndefined();
    expect(refusal({ summary: `${words}x` })).toMatchObject({ field: 'summary' });
    expect(refusal(Array.from({ length: 60 }, () => words))).toMatchObject({ code: 'MATERIAL_REFUSED' });
    let nested: unknown = 'deep';
    for (let depth = 0; depth < 40; depth += 1) nested = [nested];
    expect(refusal(nested)).toMatchObject({ code: 'MATERIAL_REFUSED' });
  });
});

const WORDS = [
  'The account holder wrote to the child on three evenings and asked for pictures; see the chat log, lines 12 to 40.',
  'Le titulaire du compte a écrit à l’enfant trois soirs de suite et lui a demandé des photographies.',
  'Die Kontoinhaberin hat dem Kind an drei Abenden geschrieben. Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.',
  'Ο κάτοχος του λογαριασμού έγραψε στο παιδί τρία βράδια και ζήτησε φωτογραφίες.',
  'Власник облікового запису писав дитині три вечори поспіль і просив фотографії.',
  'كتب صاحب الحساب إلى الطفل ثلاث ليالٍ متتالية وطلب منه صورًا.',
  'アカウントの所有者は三晩続けて子供に手紙を書き、写真を求めました。',
  'https://cdn.example/v/t1.0-9/12345_n.jpg?_nc_cat=1&oh=00_AfDk3jJq9VbX2mLs8Qw1ZtYpR&oe=65A1B2C3',
  'https://files.example/%D0%A4%D0%BE%D1%82%D0%BE%D0%B3%D1%80%D0%B0%D1%84%D1%96%D1%97/%E5%86%99%E7%9C%9F',
  '123e4567-e89b-12d3-a456-426614174000',
  'd41d8cd98f00b204e9800998ecf8427e da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  '+49 30 1234567, +33 1 23 45 67 89, (555) 010-9999',
  'DE89 3704 0044 0532 0130 00, GB82 WEST 1234 5698 7654 32',
  'IMEI 490154203237518, MAC 00:1B:44:11:3A:B7, 192.0.2.17, 2001:db8::ff00:42:8329, xX_dark_wolf_99_Xx',
  '[2024-02-29 21:14:03] a: hi\n[2024-02-29 21:14:40] b: who are you?\n[2024-02-29 21:15:02] a: a friend',
];

describe('words pass', () => {
  test.each(WORDS)('%s', (text) => {
    expect(refusal({ summary: text })).toBeUndefined();
  });

  test('many of them in any order, with line breaks', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '\n', '\r\n', '\t')), { maxLength: 60 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (words) => {
        expect(refusal({ summary: words })).toBeUndefined();
      }),
    );
  });

  test('lists of hashes, UUIDs, numbers and addresses, one a line', () => {
    const line = fc.oneof(
      ...[16, 20, 32, 64].map((length) =>
        fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex')),
      ),
      fc.uuid(),
      fc.ipV4(),
      fc.ipV6(),
      fc.emailAddress(),
      fc.bigInt({ min: 10n ** 8n, max: 10n ** 15n }).map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
        expect(refusal({ summary: lines.join('\n') })).toBeUndefined();
      }),
    );
  });

  test.each([
    ['md5', 16],
    ['sha1', 20],
    ['sha256', 32],
    ['sha512', 64],
    ['pdq', 32],
    ['photodna', 144],
  ])('%s hashes in material references', (algorithm, length) => {
    const encoding = fc.constantFrom('hex' as const, 'base64' as const);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), encoding, (bytes, as) => {
        const value = Buffer.from([0, ...bytes.slice(1)]).toString(as);
        expect(refusal({ materials: [{ algorithm, value, source: 'f1' }] })).toBeUndefined();
      }),
    );
  });

  test.each(['000001000100', '000001000f00', '000001ba00', '000001b300'])(
    'a PhotoDNA hash that begins with %s, as icons and videos do',
    (start) => {
      const bytes = Buffer.concat([Buffer.from(start, 'hex'), Buffer.alloc(144, 9)]).subarray(0, 144);
      for (const value of [bytes.toString('hex'), bytes.toString('base64'), bytes.join(',')]) {
        expect(refusal({ materials: [{ algorithm: 'photodna', value, source: 'f1' }] })).toBeUndefined();
      }
    },
  );
});

function refusal(value: unknown): ReferralError | undefined {
  try {
    guardMaterial(value);
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return error;
    throw error;
  }
}

function wrapped(text: string, columns: number, separator: string): string {
  return text.match(new RegExp(`.{1,${columns}}`, 'gs'))?.join(separator) ?? '';
}
