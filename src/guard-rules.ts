import type { Content } from './content.ts';
import { DANGERS, type Danger } from './core/guard-files.ts';
import { createGuard, type Guard } from './guard/index.ts';

/** The guard with the rules of `content/`. SetupError when they can't be used. */
export function guardFrom(content: Pick<Content, 'guard'>): Guard<Danger> {
  const { acute, weighed, patient, names, points } = content.guard();
  return createGuard({ acute: { ...acute, weighed, dangers: DANGERS }, patient: { ...patient, names }, points });
}
