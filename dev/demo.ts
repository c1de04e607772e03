/** `npm run demo`: one referral from a report file to closure, told as it happens, on a stack of its own. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StackFault } from './fault.ts';
import { freePort } from './ports.ts';
import { type Stack, startStack } from './stack.ts';
import { tell } from './story.ts';
import { temporaryFolder } from './temporary-folder.ts';

const HELP = `Plays one referral from a report file to closure, on a stack of its own in a temporary place.

  npm run demo                       with the report in dev/demo-report.xml
  npm run demo -- --input FILE       with your own report (CyberTipline XML, or JSON as "liaise schema referral" says)`;

const { values } = parseArgs({ options: { input: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });

if (values.help) console.log(HELP);
else await main(resolve(values.input ?? 'dev/demo-report.xml'));

async function main(file: string): Promise<void> {
  const started = performance.now();
  const folder = await temporaryFolder('demo');
  let stack: Stack | undefined;
  const close = async () => {
    await stack?.stop();
    await folder.remove();
  };
  process.once('SIGINT', () => void close().finally(() => process.exit(130)));
  try {
    stack = await startStack({
      folder: folder.path,
      ports: await ports(),
      progress: (line) => console.log(`  ${line}`),
    });
    await tell(stack, file);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\nThe story is told, in ${seconds} s. "npm start" gives you the same stack to play with.`);
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}

async function ports() {
  const [postgres, temporal, temporalUi, smtp, inbox] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  return { postgres, temporal, temporalUi, smtp, inbox };
}
