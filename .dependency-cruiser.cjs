/**
 * The directions in which the house may import (docs: the map in README.md). Each rule says what it protects. What a
 * browser gets in the end, tools/build/ships/ checks.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|cloudflare):' },
    },
    {
      name: 'packages-are-declared',
      comment: 'What package.json does not name is there by chance, and not there on the next machine.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'worker-cannot-open',
      comment:
        'The worker must not reach, through any number of imports, code that can open an envelope or derive a key.',
      severity: 'error',
      from: { path: '^functions/' },
      to: {
        path: '^src/protocol/(items|seal|keys)/|node_modules/tweetnacl/',
        reachable: true,
      },
    },
    {
      name: 'worker-and-browsers-meet-on-the-wire',
      comment: 'The worker shares with the browsers only what crosses the wire.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^src/(?!protocol/wire/)' },
    },
    {
      name: 'browsers-do-not-import-the-worker',
      comment: 'What runs in a browser or builds a page needs nothing of the worker.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^functions/' },
    },
    {
      name: 'protocol-stands-alone',
      comment: 'The protocol can be lifted out and used by anyone.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { path: '^(src/(?!protocol/)|functions/|tools/|content/)' },
    },
    {
      name: 'questions-know-items-alone',
      comment:
        'Reporter and desk both read the tables of questions: they depend on what is sealed, and on nothing else.',
      severity: 'error',
      from: { path: '^src/questions/' },
      to: { path: '^(src/(?!questions/|protocol/items/)|functions/|tools/|content/)' },
    },
    {
      name: 'nothing-imports-pages',
      severity: 'error',
      from: {},
      to: { path: '^src/pages/' },
    },
    {
      name: 'pages-list-print-and-do-not-make-it',
      comment:
        'What makes PDFs is binaries that the development server can not bundle; pages read what was made.',
      severity: 'error',
      from: { path: '^src/(pages|site)/' },
      to: { path: '^src/print/engine/(make|engine|preview)\\.ts$', reachable: true },
    },
    {
      name: 'reporter-and-desk-are-strangers',
      comment: 'The form must never carry what the desk can do. Only the page of the desk leads there.',
      severity: 'error',
      from: { path: '^src/(reporter|site|pages)/', pathNot: '^src/pages/\\[lang\\]/desk/' },
      to: { path: '^src/desk/|^src/protocol/keys/', reachable: true },
    },
    {
      name: 'desk-does-not-import-the-reporter',
      severity: 'error',
      from: { path: '^src/desk/' },
      to: { path: '^src/reporter/' },
    },
    {
      name: 'charts-stand-alone',
      comment: 'A chart is drawn from what it is given; what may be shown is decided before.',
      severity: 'error',
      from: { path: '^src/charts/' },
      to: { path: '^(src/(?!charts/)|functions/|tools/|content/)' },
    },
    {
      name: 'charts-are-drawn-while-building',
      comment: 'No browser draws a chart or carries the library for it.',
      severity: 'error',
      from: { path: '^src/(reporter|desk|protocol)/' },
      to: { path: '^src/(charts|reports)/|node_modules/d3-', reachable: true },
    },
    {
      name: 'routes-before-store',
      comment: 'The store knows nothing of HTTP.',
      severity: 'error',
      from: { path: '^functions/store/' },
      to: { path: '^functions/(routes|worker)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.astro|\\.wrangler|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
