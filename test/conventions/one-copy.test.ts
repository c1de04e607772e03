/** A second protobufjs under Temporal's packages is reported. A copy that only another library loads is accepted. */

import { expect, test } from 'vitest';
import { faultsOfCopies, type Installed } from './one-copy.ts';

const required = { dependencies: { protobufjs: '^8.7.1' } };

const good: Installed = {
  'node_modules/protobufjs': { version: '8.8.1' },
  'node_modules/@temporalio/proto': required,
  'node_modules/@temporalio/common': required,
};

test('one protobufjs 8 for all packages is accepted', () => {
  expect(faultsOfCopies(good)).toEqual([]);
});

test('a copy that only another library loads is accepted', () => {
  const proto = 'node_modules/@grpc/proto-loader';
  const installed = { ...good, [proto]: required, [`${proto}/node_modules/protobufjs`]: { version: '7.6.6' } };
  expect(faultsOfCopies(installed)).toEqual([]);
});

test('a copy inside one of the packages is reported', () => {
  const own = 'node_modules/@temporalio/proto/node_modules/protobufjs';
  expect(faultsOfCopies({ ...good, [own]: { version: '8.8.0' } })).toEqual([
    expect.stringContaining(`node_modules/@temporalio/proto loads a protobufjs of its own, ${own}.`),
  ]);
});

test('a copy beside a nested package is reported', () => {
  const worker = 'node_modules/@temporalio/worker/node_modules';
  const installed = {
    ...good,
    [`${worker}/@temporalio/common`]: required,
    [`${worker}/protobufjs`]: { version: '8.8.1' },
  };
  expect(faultsOfCopies(installed)).toEqual([expect.stringContaining(`${worker}/@temporalio/common loads`)]);
});

test('another major version is reported', () => {
  expect(faultsOfCopies({ ...good, 'node_modules/protobufjs': { version: '7.6.6' } })).toEqual([
    expect.stringContaining('The project loads protobufjs 7.6.6 instead of 8.'),
  ]);
});

test('a missing protobufjs is reported', () => {
  expect(faultsOfCopies({})).toEqual([expect.stringContaining('protobufjs is not installed')]);
});
