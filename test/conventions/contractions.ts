/** Finds statements of a migration after which processes of the previous version would fail. */

/** A migration may contract if this comment names the last version that used what goes. */
const STATED = /^-- Contracts: not used since version \S+/m;

const CONTRACTIONS: readonly [what: string, pattern: RegExp][] = [
  ['drops a table', /\bDROP TABLE\b/i],
  ['drops a column', /\bDROP COLUMN\b/i],
  ['renames', /\bRENAME (TO|COLUMN|CONSTRAINT)\b/i],
  ['changes the type of a column', /\bALTER COLUMN\s+\S+\s+(SET DATA )?TYPE\b/i],
  ['requires a value', /\bSET NOT NULL\b/i],
  ['drops a default', /\bDROP DEFAULT\b/i],
  [
    'adds a column that old processes do not fill',
    /\bADD COLUMN\b(?![^,;]*\b(DEFAULT|GENERATED)\b)[^,;]*\bNOT NULL\b/i,
  ],
  ['adds a constraint', /\bADD CONSTRAINT\b[^;]*\b(CHECK|UNIQUE|EXCLUDE)\b/i],
  ['adds a unique index', /\bCREATE UNIQUE INDEX\b/i],
];

/** What the script takes away; empty if old processes work with the new schema. */
export function contractionsIn(script: string): string[] {
  if (STATED.test(script)) return [];
  const created = new Set([...script.matchAll(/\bCREATE TABLE\s+"?(\w+)"?/gi)].map(([, name = '']) => name));
  const statements = script.replaceAll(/^--.*$/gm, '').split(';');
  // No old process writes a table that the migration creates.
  const others = statements.filter((statement) => !created.has(tableOf(statement)));
  return CONTRACTIONS.filter(([, pattern]) => others.some((statement) => pattern.test(statement))).map(
    ([what]) => what,
  );
}

function tableOf(statement: string): string {
  return /\b(?:ALTER TABLE|INDEX\s+\S+\s+ON)\s+"?(\w+)"?/i.exec(statement)?.[1] ?? '';
}
