/** Texts that are made to slow the material guard down: each repeats what starts one of its searches. */

const HAN = '㐀㐁㐂㐃㐄㐅㐆㐇';

/** What is repeated, by the search that it starts. `n` makes each repetition another word, so that no cache helps. */
const REPEATED: Record<string, (n: number) => string> = {
  'words of no language': (n) => `${word(n)} `,
  'one token': (n) => word(n),
  'beginnings of JPEG in base64': () => '/9j/4AAQSkZJRgABAQ',
  'beginnings of PNG in base64': () => 'iVBORw0KGgoAAAANSUhEUgAA',
  'beginnings of JPEG in hexadecimal': () => 'ffd8ffe000104a464946',
  'beginnings of ZIP in hexadecimal': () => '504b0304140000000800',
  'bytes as numbers': (n) => `${[255, 216, 255, 224, 0, 16][n % 6]} `,
  'escaped bytes': (n) => `%ff%d8=ff=d8\\xff\\xd8\\377\\330${n % 10}`,
  'lines of a dump': (n) => `${(n * 16).toString(16).padStart(8, '0')}: ffd8 ffe0 0010 4a46 4946 0001 ${word(n)}\n`,
  'lines of uuencode': () => 'M_]C_X``02D9)1@`!`0```0`!``#_VP!#``@&!@<&!0@\'!P<)"0@*#!0-#`L+\n',
  'numbered lines': (n) => `${n}: ${word(n)}\n`,
  'beginnings of SVG': () => '<svg ',
  'addresses of data': () => 'data:image/png;base64,',
  entities: (n) => `&#${65 + (n % 26)};&amp;`,
  'quoted lines': () => '> > > |> ',
  'soft line breaks': () => '=\n',
  'joined strings': () => `"ab" + 'cd' `,
  'mail headers': (n) => `X-${word(n)}: ${word(n)}\n ${word(n)}\n`,
  'web addresses': (n) => `https://example.org/${word(n)}?a=${word(n)}/`,
  'internet addresses': (n) => `198.51.100.${n % 256} 2001:db8::${n.toString(16)} `,
  'letters one by one': (n) => `${String.fromCharCode(97 + (n % 26))} `,
  punctuation: (n) => `.,;:!?()${'[]{}'[n % 4]}`,
  'rare characters': (n) => HAN[n % HAN.length] ?? '',
  'invisible characters': () => 'a\u200b\u200d\ufe0f',
  marks: () => 'a\u0301\u0323\u0308',
  symbols: () => '🔒😀',
};

export const SLOW_TEXTS = Object.keys(REPEATED);

/** A text of that many characters or a few more. */
export function slowText(name: string, length: number): string {
  const repeat = REPEATED[name] ?? String;
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n += 1) {
    const part = repeat(n);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

/** Twelve letters and digits in mixed case that follow from `n`. */
function word(n: number): string {
  let state = (n * 2_654_435_761 + 12_345) >>> 0;
  return Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return ALPHABET[(state >>> 16) % ALPHABET.length];
  }).join('');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
