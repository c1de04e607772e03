/** Reads the tables of docs/glossary.md. */

export interface Term {
  English: string;
  French: string;
  German: string;
  /** In English, with its name in code. */
  meaning: string;
  /** A text that contains the term; empty if the term appears in no text of its own. */
  key: string;
}

export interface ForbiddenWord {
  not: string;
  use: string;
  except: string[];
}

export interface Glossary {
  terms: Term[];
  forbidden: ReadonlyMap<string, ForbiddenWord[]>;
}

export function readGlossary(markdown: string): Glossary {
  const terms = rowsUnder(markdown, '## Terms on screens and in letters').map(
    ([English = '', French = '', German = '', meaning = '', key = '']) => ({
      English,
      French,
      German,
      meaning,
      key: key.replaceAll('`', ''),
    }),
  );
  const forbidden = ['English', 'French', 'German'].map((language): [string, ForbiddenWord[]] => [
    language,
    rowsUnder(markdown, `### ${language}`).map(([not = '', use = '', except = '']) => ({
      ...{ not, use },
      except: except.split(', ').filter(Boolean),
    })),
  ]);
  return { terms, forbidden: new Map(forbidden) };
}

export function forbiddenWords({ forbidden }: Glossary, language: string): ForbiddenWord[] {
  const words = forbidden.get(language) ?? [];
  if (words.length === 0) throw new Error(`The glossary lists no words for ${language}.`);
  return words;
}

/** The cells of the first table after a heading, without its head. */
function rowsUnder(markdown: string, heading: string): string[][] {
  const [, section = ''] = markdown.split(`\n${heading}\n`);
  const lines = section.split(/\n#/)[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
