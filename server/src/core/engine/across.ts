/** Owns several rules over all open drafts as one for the desk: each fails for itself alone. */
import type { Finding } from '../rules/finding.ts';
import type { AcrossRules, PlainAcrossRules } from '../rules/rule.ts';
import { merged } from './merge.ts';

const nobody: ReadonlySet<string> = new Set();
const nothing: readonly Finding[] = [];

/** The echoes and other rules together. `onFailure` is told of a rule of `others` that threw, once for each message. */
export function together(
  echoes: AcrossRules,
  others: readonly PlainAcrossRules[],
  onFailure: (rule: string, error: unknown) => void,
): AcrossRules {
  const told = new Set<string>();
  const guarded = <T>(rules: PlainAcrossRules, otherwise: T, run: (rules: PlainAcrossRules) => T): T => {
    try {
      return run(rules);
    } catch (error) {
      const rule = rules.metas[0]?.id ?? '';
      if (!told.has(`${rule}: ${String(error)}`)) onFailure(rule, error);
      told.add(`${rule}: ${String(error)}`);
      return otherwise;
    }
  };
  const changed = (
    run: (rules: PlainAcrossRules) => ReadonlySet<string>,
    ofEchoes: (rules: AcrossRules) => ReadonlySet<string> = run,
  ): ReadonlySet<string> => new Set([...ofEchoes(echoes), ...others.flatMap((rules) => [...guarded(rules, nobody, run)])]);
  const lastMerged = new Map<string, { readonly lists: readonly (readonly Finding[])[]; readonly all: readonly Finding[] }>();
  return {
    ...echoes,
    metas: [...echoes.metas, ...others.flatMap(({ metas }) => metas)],
    put: (draft) => changed((rules) => rules.put(draft)),
    edit: (draft) =>
      changed(
        (rules) => rules.put(draft),
        (rules) => rules.edit(draft),
      ),
    putPart: (part) =>
      changed(
        (rules) => rules.put(part),
        (rules) => rules.putPart(part),
      ),
    putAll: (drafts) => changed((rules) => rules.putAll(drafts)),
    remove(uri) {
      lastMerged.delete(uri);
      return changed((rules) => rules.remove(uri));
    },
    read(paragraph) {
      echoes.read?.(paragraph);
      for (const rules of others) guarded(rules, undefined, () => rules.read?.(paragraph));
    },
    configure: (options) => changed((rules) => rules.configure(options)),
    learn: () => changed((rules) => rules.learn()),
    findings(uri) {
      const lists = [echoes.findings(uri), ...others.map((rules) => guarded(rules, nothing, () => rules.findings(uri)))];
      const known = lastMerged.get(uri);
      if (known?.lists.every((list, index) => list === lists[index])) return known.all;
      const all = merged(lists);
      lastMerged.set(uri, { lists, all });
      return all;
    },
    wants: () => [...echoes.wants(), ...others.flatMap((rules) => guarded<readonly string[]>(rules, [], () => rules.wants()))],
    fixes(uri, finding) {
      const rules = others.find(({ metas }) => metas.some(({ id }) => id === finding.rule));
      return rules ? guarded(rules, [], () => rules.fixes(uri, finding)) : echoes.fixes(uri, finding);
    },
  };
}
