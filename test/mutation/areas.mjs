// Owns what of core/rules is mutated, and which tests hold it: the tables of each rule, not the slow sweeps over whole corpora.

/** @typedef {{ readonly leaveOut: readonly string[], readonly tests: readonly string[] }} Area */

/**
 * By folder. Left out are texts told to people and lists of words (`meta`, lexicons): a word has its row in a table, and
 * that a message reads well no test can tell. `repeated-passage` holds nothing else; what judges passages is core/echoes.
 *
 * @type {Readonly<Record<string, Area>>}
 */
export const areas = {
  numbering: { leaveOut: ['meta'], tests: ['rules/numbering/{rows,edges,quiet}', 'rules/documented'] },
  'repeated-phrase': { leaveOut: ['meta', 'stock-phrases'], tests: ['rules/echoes/{phrases,fixes,learning,why-not}', 'rules/documented'] },
  placeholder: { leaveOut: ['meta', 'lexicon'], tests: ['rules/placeholder/{forms,look-alikes,fixes}', 'rules/documented'] },
  figure: { leaveOut: ['meta'], tests: ['rules/figure/{found,edges,quiet,matching,planted,planted-arithmetic}', 'rules/documented'] },
};

const folder = process.env['SPEECH_DRAFT_MUTATION'] ?? '';

/** The areas of this run: one, or all of them. */
export const chosen = Object.entries(areas).filter(([name]) => folder === '' || name === folder);

/** The tests of this run, as paths below `test/` without their ending. */
export const testsOfRun = [...new Set(chosen.flatMap(([, { tests }]) => tests))];
