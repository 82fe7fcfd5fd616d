import { PERSON, personSchema } from '../../../core/banks.ts';
import { dayOf } from '../../../core/calendar.ts';
import { UserError } from '../../../core/errors.ts';
import type { Turn } from '../../../core/features.ts';
import { actorOf } from '../../../core/incoming.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Bureau } from '../bureau.ts';
import { awayCard } from '../cards/index.ts';
import { advisersOf, crewFor } from '../placing.ts';

export interface Absence {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly deputy?: string | undefined;
  /** The first day of an absence that is to go. */
  readonly remove?: string | undefined;
}

/** An adviser's absences: shown, put in, taken out. The turn is one of the house, where people lie. */
export async function away(bureau: Bureau, turn: Turn, data: Absence): Promise<Reply> {
  const { id, name } = actorOf(turn);
  const stored = await turn.tx.get(PERSON, id);
  const person = stored ?? personSchema.parse({ id, name });
  const absences = await changed(bureau, turn, { data, absences: person.away });
  if (absences !== person.away) turn.tx.put(PERSON, id, { ...person, away: absences });
  const crew = await crewFor(bureau, turn);
  const cases = await bureau.casebook.open(turn.bank.id, bureau.ports.reader(turn.bank.id));
  const today = dayOf(turn.now);
  const card = awayCard.ref({
    ...{ bank: turn.bank.id, saved: absences !== person.away, today },
    absences: absences
      .filter(({ to }) => to >= today)
      .map(({ from, to, deputy }) => ({ from, to, deputy: deputy === null ? '' : crew.nameOf(deputy) })),
    people: advisersOf(crew).filter((each) => each.id !== id),
    open: cases.openOnes().filter(({ adviser }) => adviser === id).length,
  });
  return { kind: 'form', card };
}

type Absences = ReturnType<typeof personSchema.parse>['away'];

async function changed(bureau: Bureau, turn: Turn, { data, absences }: { data: Absence; absences: Absences }): Promise<Absences> {
  const { from, to, deputy, remove } = data;
  if (remove !== undefined) return absences.filter((each) => each.from !== remove);
  if (from === undefined || to === undefined) return absences;
  if (to < from) throw new UserError('awayBackwards');
  if (deputy === actorOf(turn).id) throw new UserError('ownDeputy');
  if (deputy !== undefined && !(await crewFor(bureau, turn)).isAdviser(deputy)) throw new UserError('unknownDeputy');
  // One from the same day takes the place of the one before: it was corrected.
  const others = absences.filter((each) => each.from !== from);
  return [...others, { from, to, deputy: deputy ?? null }].sort((one, other) => (one.from < other.from ? -1 : 1));
}
