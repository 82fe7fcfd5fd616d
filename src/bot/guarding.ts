import type { Action, Incoming } from '../core/incoming.ts';
import { type Finding, type Guard, isIdentity, kindsOf, type PatientKind, withoutFound } from '../guard/index.ts';

/** Asks what stands in `question`, as if it had been typed; without it, shows the form for it. */
export const ASK_AGAIN = 'guard.ask';
/** Tells somebody at the centre of an acute need. Belongs to whoever carries inquiries. */
export const TELL_SOMEONE = 'inquiries.tellSomeone';

/** What a form sends along when its writer has seen the numbers to call, and says that nobody is in danger now. */
export const NO_DANGER = 'noDanger';

/** A text that a person typed, by the name of the input that it came in. */
export interface Typed {
  readonly input: string;
  readonly text: string;
}

/** Told of a patient: what kinds, and what each input would be without. */
export interface Stop {
  readonly kinds: readonly PatientKind[];
  /** The person may say that it is about no patient. */
  readonly doubtful: boolean;
  readonly left: readonly Typed[];
  /** What else came with a press, as far as it tells of nobody: it goes back with the text. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What was filled in where a form told of danger, without what tells of a patient: it goes back to the writer, who may say that nobody is in danger now. */
export interface Form {
  readonly left: readonly Typed[];
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What the guard makes of an activity's texts; `incoming` is what may go on. */
export type Verdict<Danger extends string> =
  | { readonly kind: 'clean'; readonly incoming: Incoming }
  | { readonly kind: 'acute'; readonly danger: Danger; readonly form?: Form }
  | { readonly kind: 'stopped'; readonly stop: Stop }
  /** The person chose what to do with a hit. */
  | { readonly kind: 'removed' | 'notPatient'; readonly incoming: Incoming; readonly kinds: readonly PatientKind[] };

/** How often what is left is looked at again: taking one thing out can show another. */
const MOST_ROUNDS = 4;

/** The text without what was found in it, and what shows then; undefined when there is no end to it. */
function cleaned(guard: Guard, text: string, findings: readonly Finding[]): string | undefined {
  let [left, found] = [text, findings];
  for (let round = 1; found.length > 0; round++) {
    if (round === MOST_ROUNDS) return undefined;
    left = withoutFound(left, found);
    found = guard(left).findings;
  }
  return left;
}

/** Danger goes before all else; then what tells of a patient, unless the person has said what to do with it. */
export function judge<Danger extends string>(guard: Guard<Danger>, incoming: Incoming, typed: readonly Typed[]): Verdict<Danger> {
  const checked = typed.map((each) => ({ ...each, ...guard(each.text) }));
  const danger = checked.find((each) => each.danger !== undefined)?.danger;
  const isForm = incoming.kind === 'action' && incoming.invoke && incoming.verb !== ASK_AGAIN;
  const cleanedTexts = () => checked.map(({ input, text, findings: found }) => ({ input, text: cleaned(guard, text, found) ?? '' }));
  const rest = () => restOf(guard, incoming, typed);
  if (danger !== undefined && !(isForm && incoming.data[NO_DANGER] === 'true'))
    return { kind: 'acute', danger, ...(isForm && { form: { left: cleanedTexts(), rest: rest() } }) };
  const findings = checked.flatMap((each) => each.findings);
  if (findings.length === 0) return { kind: 'clean', incoming };
  const kinds = kindsOf(findings);
  const left = cleanedTexts();
  const stop = { kinds, doubtful: !findings.some(isIdentity), left, rest: rest() };
  const choice = incoming.kind === 'action' ? incoming.data.guard : undefined;
  if (incoming.kind === 'action' && choice === 'remove') return { kind: 'removed', incoming: withTexts(incoming, left), kinds };
  if (choice === 'notPatient' && stop.doubtful) return { kind: 'notPatient', incoming, kinds };
  return { kind: 'stopped', stop };
}

/** Ids and choices are short; what is longer is none. */
const LONGEST_REST = 300;

function restOf(guard: Guard, incoming: Incoming, typed: readonly Typed[]): Record<string, unknown> {
  if (incoming.kind !== 'action') return {};
  const texts = new Set(typed.map(({ input }) => input));
  const goesBack = ([name, value]: readonly [string, unknown]) => {
    if (texts.has(name) || name === 'guard') return false;
    if (typeof value !== 'string') return typeof value === 'boolean' || typeof value === 'number';
    return value.length <= LONGEST_REST && guard(value).findings.length === 0;
  };
  return Object.fromEntries(Object.entries(incoming.data).filter(goesBack));
}

function withTexts(incoming: Action, texts: readonly Typed[]): Action {
  return { ...incoming, data: { ...incoming.data, ...Object.fromEntries(texts.map(({ input, text }) => [input, text])) } };
}
