/** `npm run demo`: runs one referral from a report file to closure, with a running commentary, on a separate stack. */

import { parseArgs } from 'node:util';
import { runDemo } from './run-demo.ts';
import { startStackOnOwnPorts } from './stack.ts';

const HELP = `Plays one referral from a report file to closure, on a stack of its own in a temporary place.

  npm run demo                       with the report in dev/demo-report.xml
  npm run demo -- --input FILE       with your own report (CyberTipline XML, or JSON as "liaise schema referral" says)`;

const { values } = parseArgs({ options: { input: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });

if (values.help) console.log(HELP);
else {
  await runDemo({
    input: values.input,
    start: (folder, progress) => startStackOnOwnPorts({ folder, progress }),
    afterwards: '"npm start" gives you the same stack to play with.',
  });
}
