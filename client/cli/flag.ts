/** One option of an act: how it is typed, and which field of the request it fills. */

import { Option } from 'commander';

export interface Flag {
  field: string;
  /** Made anew for each command: commander keeps state in it. */
  option: () => Option;
  /** What is typed is not the value itself: words may come from standard input, as `-`; JSON is read from a file. */
  from?: 'words' | 'json-file';
}

/** `--to <contact-point>`; it must be given. */
export function required(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description).makeOptionMandatory() };
}

export function optional(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description) };
}

/** A word of a list, under the field's own name; the act's schema says whether it must be given. */
export function oneOf(field: string, words: readonly string[], description: string): Flag {
  return { field, option: () => new Option(`--${field} <word>`, description).choices(words) };
}

export function repeatable(field: string, flags: string, description: string): Flag {
  const collect = (value: string, before: readonly string[] = []) => [...before, value];
  return { field, option: () => new Option(flags, `${description}; may be repeated`).argParser(collect) };
}

export function integer(field: string, flags: string, description: string): Flag {
  return { field, option: () => new Option(flags, description).argParser(Number).makeOptionMandatory() };
}

/** Takes no value: giving it says `means`. */
export function flag(field: string, flags: string, description: string, means: boolean): Flag {
  return { field, option: () => new Option(flags, description).preset(means) };
}

/** Words that must be said. */
export function reason(description: string): Flag {
  return { field: 'text', from: 'words', option: () => textOption(description).makeOptionMandatory() };
}

/** Words that may be said. */
export function note(description: string): Flag {
  return { field: 'text', from: 'words', option: () => textOption(description) };
}

export function jsonFile(field: string, description: string): Flag {
  return { field, from: 'json-file', option: () => new Option('--file <file>', description) };
}

function textOption(description: string): Option {
  return new Option('--text <words>', `${description}; "-" reads standard input`);
}
