/** `liaise schema`: the JSON Schema of input. */

import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { mappingFile } from '../../domain/exchange/mapping/mapping-file.ts';
import { actRequest } from '../contract/acts.ts';
import { submission } from '../contract/submission.ts';
import type { Cli } from './dependencies.ts';

const SCHEMAS = { referral: submission, acts: actRequest, mapping: mappingFile };

/** Adds `liaise schema`. */
export function addSchemaCommand(program: Command, { io }: Cli): void {
  program
    .command('schema')
    .description(
      'The JSON Schema (draft 2020-12) of a referral as "submit" takes it, of every act, or of a mapping file.',
    )
    .addArgument(new Argument('<name>').choices(Object.keys(SCHEMAS)))
    .addHelpText('after', '\nExample:\n  liaise schema referral > referral.schema.json')
    .action((name: keyof typeof SCHEMAS) => {
      // The input variant: fields with a default are not required.
      io.out(`${JSON.stringify(z.toJSONSchema(SCHEMAS[name], { io: 'input' }), null, 2)}\n`);
    });
}
