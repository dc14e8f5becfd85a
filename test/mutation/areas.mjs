// Owns what is mutated, and which tests hold it: the tables of each rule, not the slow sweeps over whole corpora.

/** @typedef {{ readonly files: readonly string[], readonly tests: readonly string[] }} Area */

const rules = 'server/src/core/rules';

/**
 * By name. Left out are texts told to people and lists of words (`meta`, lexicons): a word has its row in a table, and
 * that a message reads well no test can tell. `repeated-passage` holds nothing else; what judges passages is core/echoes.
 * What is kept from one edit to the next is held by properties, which take longer: an area of its own.
 *
 * @type {Readonly<Record<string, Area>>}
 */
export const areas = {
  numbering: {
    files: [`${rules}/numbering/*.ts`, `!${rules}/numbering/{meta,hold}.ts`],
    tests: ['rules/numbering/{rows,edges,quiet}', 'rules/documented'],
  },
  figure: {
    files: [`${rules}/figure/*.ts`, `!${rules}/figure/{meta,mismatches,standing,topics}.ts`],
    tests: ['rules/figure/{found,edges,quiet,matching,planted,planted-arithmetic}', 'rules/documented'],
  },
  placeholder: {
    files: [`${rules}/placeholder/*.ts`, `!${rules}/placeholder/{meta,lexicon}.ts`],
    tests: ['rules/placeholder/{forms,look-alikes,fixes,indicator,own-patterns}', 'rules/documented'],
  },
  'repeated-phrase': {
    files: [`${rules}/repeated-phrase/*.ts`, `!${rules}/repeated-phrase/{meta,stock-phrases}.ts`],
    tests: ['rules/echoes/{phrases,fixes,learning,why-not}', 'rules/documented'],
  },
  kept: {
    files: [`${rules}/numbering/hold.ts`, `${rules}/figure/{mismatches,standing,topics}.ts`, 'server/src/core/engine/*.ts'],
    tests: ['rules/numbering/rows', 'rules/figure/{found,matching}', 'property/{desk,figures,slices,drafts}'],
  },
};

const folder = process.env['SPEECH_DRAFT_MUTATION'] ?? '';

/** The areas of this run: one, or all of them. */
export const chosen = Object.entries(areas).filter(([name]) => folder === '' || name === folder);

/** The tests of this run, as paths below `test/` without their ending. */
export const testsOfRun = [...new Set(chosen.flatMap(([, { tests }]) => tests))];
