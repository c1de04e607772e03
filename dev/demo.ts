/** `npm run demo`: runs one referral from a report file to closure, explains each step, on a separate stack. */

import { readFlags } from '../client/platform/read-flags.ts';
import { runDemo } from './run-demo.ts';
import { startStackOnOwnPorts } from './stack.ts';

const HELP = `Runs one referral from a report file to closure, and two requests under European law, on a separate stack in a temporary folder.

  npm run demo                       use the report in dev/demo-report.xml
  npm run demo -- --input FILE       use another report: CyberTipline XML, or JSON (see "liaise schema referral")`;

const { values } = readFlags('npm run demo', {
  options: { input: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) console.log(HELP);
else {
  await runDemo({
    input: values.input,
    start: (folder, progress) => startStackOnOwnPorts({ folder, progress }),
    afterwards: '"npm start" starts the same stack and keeps it.',
  });
}
