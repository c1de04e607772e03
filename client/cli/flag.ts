/** The options of acts: how each is typed, and which field of the request it fills. */

import { Option } from 'commander';

/** A flag of a command, and the field of the request that it sets. */
export interface Flag {
  field: string;
  /** A new option for each command, because commander stores state in it. */
  option: () => Option;
  /** Where the value comes from, if it is not the argument itself: text may be "-" for standard input. */
  source?: 'text' | 'addition-files' | 'hash-list';
}

/** Must be given. */
export function required(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description).makeOptionMandatory() };
}

/** A flag with a value that may be missing. */
export function optionalFlag(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description) };
}

/**
 * One value of a list, in an option with the name of the field; must be given. The schema of the act checks it, because
 * Commander would report a missing option before a mistyped one.
 */
export function oneOfFlag(field: string, values: readonly string[], description: string): Flag {
  return { field, option: () => choice(field, values, `${description} (required)`) };
}

/** The same, but may be left out. */
export function optionalOneOf(field: string, values: readonly string[], description: string): Flag {
  return { field, option: () => choice(field, values, description) };
}

/** A flag that may be given several times. */
export function repeatable(field: string, flags: string, description: string): Flag {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return { field, option: () => new Option(flags, `${description}; may be repeated`).argParser(collect) };
}

/** A flag with a whole number as value. */
export function integer(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description).argParser(Number).makeOptionMandatory() };
}

/** Has no argument: if it is given, the field is `value`. */
export function flag(field: string, flags: string, description: string, value: boolean): Flag {
  return { field, option: () => new Option(flags, description).preset(value) };
}

/** The required flag `--text`. */
export function requiredText(description: string): Flag {
  return { field: 'text', source: 'text', option: () => textOption(description).makeOptionMandatory() };
}

/** The optional flag `--text`. */
export function optionalText(description: string): Flag {
  return { field: 'text', source: 'text', option: () => textOption(description) };
}

export function additionFiles(description: string): Flag {
  return { field: 'file', source: 'addition-files', option: () => new Option('--file <files...>', description) };
}

/** A flag that names a list of hash values (CSV). */
export function hashList(description: string): Flag {
  return { field: 'hashes', source: 'hash-list', option: () => new Option('--hashes <file>', description) };
}

function choice(field: string, values: readonly string[], description: string): Option {
  return new Option(`--${field} <value>`, description).choices(values);
}

function textOption(description: string): Option {
  return new Option('--text <text>', `${description}; "-" reads standard input`);
}
