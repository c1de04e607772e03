/** Loads the directory and the people of a new installation from files, and checks them as a whole. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { faultMessage } from '../../domain/input-messages.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { assemble, type Seed } from './assemble.ts';
import { contradictions } from './contradictions.ts';
import { countryFile, networkFile, peopleFile } from './schema.ts';

/** Error with all faults of the seed files: one sentence each, naming the file or entry and the field. */
export class SeedFaults extends Error {
  override readonly name = 'SeedFaults';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The seed files cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads `network.json`, `people.json` and each `directory/*.json` of `folder`. The files state how many days ago an
 * entry was verified, counted back from `asOf`.
 *
 * @throws SeedFaults with all faults at once.
 */
export function loadSeed(asOf: Instant, folder: string = import.meta.dirname): Seed {
  const faults: string[] = [];
  const network = read(folder, 'network.json', networkFile, faults);
  const people = read(folder, 'people.json', peopleFile, faults);
  const countries = countryFilesIn(folder, faults).flatMap((name) => {
    const file = read(folder, name, countryFile, faults);
    const isItsName = !file || name === `directory/${file.country.toLowerCase()}.json`;
    if (!isItsName) faults.push(`${name}, country: must be the name of the file`);
    return file ?? [];
  });
  if (faults.length > 0 || !network || !people) throw new SeedFaults(faults);
  const seed = assemble(network, countries, people, asOf);
  const contradicting = contradictions(seed);
  if (contradicting.length > 0) throw new SeedFaults(contradicting);
  return seed;
}

function countryFilesIn(folder: string, faults: string[]): string[] {
  try {
    const names = readdirSync(join(folder, 'directory')).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => `directory/${name}`);
  } catch {
    faults.push('directory: cannot be read');
    return [];
  }
}

function read<T>(folder: string, name: string, shape: z.ZodType<T>, faults: string[]): T | undefined {
  const value = parse(folder, name, faults);
  if (value === undefined) return undefined;
  const result = shape.safeParse(value, { error: faultMessage });
  if (!result.success) faults.push(...result.error.issues.map((issue) => faultAt(name, value, issue)));
  return result.data;
}

function parse(folder: string, name: string, faults: string[]): unknown {
  try {
    const text = readFileSync(join(folder, name), 'utf8');
    return JSON.parse(text);
  } catch (error) {
    faults.push(`${name}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`);
    return undefined;
  }
}

/** Names the innermost entry that has an id, then the field in it: `directory/fi.json, fi-alder-ncp, zone: …`. */
function faultAt(name: string, file: unknown, { path, message }: z.core.$ZodIssue): string {
  let entry: string | undefined;
  let field: PropertyKey[] = [];
  let value = file;
  for (const key of path) {
    field.push(key);
    value = Object(value)[key];
    const id: unknown = Object(value).id;
    if (typeof id === 'string') [entry, field] = [id, []];
  }
  return `${[name, entry, field.join('.')].filter(Boolean).join(', ')}: ${message}`;
}
