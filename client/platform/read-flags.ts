/** Reads the flags of a program. A wrong flag ends the program with a usage error instead of a stack trace. */

import { type ParseArgsConfig, parseArgs } from 'node:util';

type Config = ParseArgsConfig & { options: NonNullable<ParseArgsConfig['options']> };

const USAGE_STATUS = 2;

/**
 * Like `parseArgs` of Node. For an unknown flag, a missing value or an unexpected argument it prints what is wrong and
 * which flags exist, and exits with status 2. `command` is what the user typed, for example `npm start`.
 */
export function readFlags<T extends Config>(command: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(usageError(command, error, config));
    process.exit(USAGE_STATUS);
  }
}

/** Node's own codes, for example ERR_PARSE_ARGS_UNKNOWN_OPTION. */
function isUsageError(error: unknown): error is Error & { code: string } {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function usageError(command: string, { message }: Error, { options }: Config): string {
  // Node continues with advice that does not apply to these programs.
  const [problem = ''] = message.split(/\.\s/);
  const flags = Object.entries(options).map(([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`);
  return `${command}: ${problem.replace(/\.$/, '')}. Possible flags: ${flags.join(', ')}.`;
}
