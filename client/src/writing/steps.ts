/** Owns asking for several things one after another: numbered steps, back to the one before, Escape ends it all. */
import { QuickInputButtons, window } from 'vscode';
import type { Disposable, QuickInput, QuickInputButton, QuickPickItem } from 'vscode';

/** What came of one step. */
export type Answer<T> = { readonly go: 'on'; readonly value: T } | { readonly go: 'back' } | { readonly go: 'away' };

/** Where a step stands. */
export interface Step {
  readonly title: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** One step asks and keeps what it was told. */
export type Ask = (step: Omit<Step, 'title'>) => Promise<Answer<void>>;

/** Asks all in order. Resolves to whether the last one was answered. */
export async function askAll(asks: readonly Ask[]): Promise<boolean> {
  let at = 0;
  for (;;) {
    const ask = asks[at];
    if (!ask) return at > 0;
    const { go } = await ask({ number: at + 1, count: asks.length });
    if (go === 'away') return false;
    at = go === 'on' ? at + 1 : Math.max(0, at - 1);
  }
}

/** Asks to choose one of a list. `present` is chosen already. */
export function pick<T extends QuickPickItem>(
  step: Step,
  items: readonly T[],
  placeholder: string,
  present: T | undefined,
): Promise<Answer<T>> {
  const list = window.createQuickPick<T>();
  list.items = items;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  if (present) list.activeItems = [present];
  return answered(list, step, (on) =>
    list.onDidAccept(() => {
      const [chosen] = list.selectedItems;
      if (chosen) on({ go: 'on', value: chosen });
    }),
  );
}

/** Asks for one line; it may be left empty. `fault` says what is wrong with it. */
export function line(
  step: Step,
  { prompt, value, fault }: { prompt: string; value: string; fault?: (value: string) => string | undefined },
): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  box.onDidChangeValue((typed) => (box.validationMessage = fault?.(typed)));
  return answered(box, step, (on) =>
    box.onDidAccept(() => {
      box.validationMessage = fault?.(box.value);
      if (box.validationMessage === undefined) on({ go: 'on', value: box.value.trim() });
    }),
  );
}

type Asking = QuickInput & {
  buttons: readonly QuickInputButton[];
  onDidTriggerButton: (listener: (button: QuickInputButton) => void) => Disposable;
};

/** Shows an input and waits for the first thing that ends it. */
function answered<T>(
  input: Asking,
  { title, number, count }: Step,
  listen: (on: (answer: Answer<T>) => void) => Disposable,
): Promise<Answer<T>> {
  input.title = title;
  input.step = number;
  input.totalSteps = count;
  // A person looks things up in another window meanwhile.
  input.ignoreFocusOut = true;
  if (number > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    // The input takes its listeners along when it is disposed; of several answers the first holds.
    listen(resolve);
    input.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) resolve({ go: 'back' });
    });
    input.onDidHide(() => resolve({ go: 'away' }));
    input.show();
  }).finally(() => input.dispose());
}
