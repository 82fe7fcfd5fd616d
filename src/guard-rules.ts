import type { Content } from './content.ts';
import { DANGERS, type Danger } from './core/guard-files.ts';
import { createGuard, type Guard } from './guard/index.ts';

const made = new WeakMap<object, Guard<Danger>>();

/** The guard with the rules of `content/`, made once, when the first text is checked: most commands of the command line check none. */
export function guardOf(content: Pick<Content, 'guard'>): Guard<Danger> {
  return (text) => {
    const guard = made.get(content) ?? guardFrom(content);
    made.set(content, guard);
    return guard(text);
  };
}

/** The guard with the rules of `content/`. SetupError when they can't be used. */
export function guardFrom(content: Pick<Content, 'guard'>): Guard<Danger> {
  const { acute, weighed, patient, names, points } = content.guard();
  return createGuard({ acute: { ...acute, weighed, dangers: DANGERS }, patient: { ...patient, names }, points });
}
