// What workflows reach at run time: types erased, every step of the way followed. zod alone in the bundle doubles the
// cost of waking a workflow, and a Node module breaks its determinism.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'bundle-reaches-no-library',
      comment: 'Take the import out of the domain module, or do not import that module in a workflow.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        reachable: true,
        pathNot: ['^(domain|workflows)/', '(^|/)node_modules/@temporalio/(workflow|common)/'],
      },
    },
  ],
  options: {
    ...require('./.dependency-cruiser.cjs').options,
    tsPreCompilationDeps: false,
  },
};
