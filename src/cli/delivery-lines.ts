import { dayOf } from '../core/calendar.ts';
import { idFrom } from '../core/ids.ts';
import type { OutboxRow, Posting } from '../core/outbox.ts';
import { addDays } from '../core/workdays.ts';
import { type Interest, type News, REMINDERS, type Webinar } from '../features/webinars/model.ts';
import { cardIds, newsKey } from '../features/webinars/store.ts';
import type { Sheet } from '../files/index.ts';

/** What became of one card or message. */
export interface Delivery {
  readonly webinar: Pick<Webinar, 'title' | 'date' | 'id'>;
  readonly what: string;
  readonly to: string;
  readonly where: string;
  readonly reached: boolean;
  /** Real time, epoch ms; null where it is not known. */
  readonly at: number | null;
  /** '' when it was reached. */
  readonly why: string;
}

/** What is written down in a bank, by id, and of people. */
export interface Known {
  readonly postings: ReadonlyMap<string, Posting>;
  readonly rows: ReadonlyMap<string, OutboxRow>;
  /** By event. */
  readonly interested: ReadonlyMap<string, readonly Interest[]>;
  /** Who wants no reminders. */
  readonly quiet: ReadonlySet<string>;
  /** The banks' names. */
  readonly names: ReadonlyMap<string, string>;
  /** Domain time, epoch ms. */
  readonly now: number;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const isIn = ({ from, to }: Days, day: string) => day >= from && day <= to;

/** What the outbox keeps of a message that is through, it keeps so long. */
const KEPT_MS = 30 * 86_400_000;

const NEWS_WORDS: Readonly<Record<News, string>> = {
  moved: 'Flyttet',
  cancelled: 'Avlyst',
  withdrawn: 'Trukket tilbake',
  recording: 'Opptak og materiell',
  week: 'Påminnelse en uke før',
  day: 'Påminnelse dagen før',
  hour: 'Påminnelse en time før',
};
const OVERTAKEN = 'noe nyere kom i stedet';

type Outcome = Pick<Delivery, 'reached' | 'at' | 'why'>;
const missed = (why: string): Outcome => ({ reached: false, at: null, why });

/** The cards of an event that were put up in a period: its announcements, and the reminder in the channel. */
export function cardLines(webinar: Webinar, days: Days, { postings, names }: Known): Delivery[] {
  const isReminded = isIn(days, addDays(webinar.date, -1));
  return webinar.announced.flatMap(({ bank, channel, name, at }): Delivery[] => {
    const place = { webinar, to: name || channel, where: `kanal i ${names.get(bank) ?? bank}` };
    const announcement = { ...place, what: 'Kunngjøring', ...cardOutcome(webinar, postings.get(cardIds.in(webinar.id, channel))) };
    const reminders = webinar.remindedIn.flatMap((version) => postings.get(cardIds.reminder(webinar.id, channel, version)) ?? []);
    return [
      ...(isIn(days, dayOf(at)) ? [announcement] : []),
      ...(isReminded ? reminders.map((reminder) => ({ ...place, what: 'Påminnelse i kanalen', ...cardOutcome(webinar, reminder) })) : []),
    ];
  });
}

/** What the delivery says of a card that was to go. */
const TAKEN_AWAY = 'taken away';

function cardOutcome({ state }: Webinar, posting: Posting | undefined): Outcome {
  if (!posting) return missed('kortet er ikke skrevet ned');
  if (posting.reason === TAKEN_AWAY) return missed(state === 'withdrawn' ? 'tatt bort: kunngjøringen er trukket tilbake' : 'tatt bort');
  const because = posting.reason === undefined ? '' : `: ${posting.reason}`;
  if (posting.state === 'gone') return missed(`kortet er borte${because}`);
  if (posting.state === 'failed') return missed(`kortet kom ikke opp${because}`);
  if (posting.activityId === undefined) return missed(`venter på å bli lagt ut${because}`);
  const isBehind = posting.shown < posting.wanted;
  return { reached: true, at: posting.shownAt || null, why: isBehind ? `viser ikke den siste endringen${because}` : '' };
}

/** What those who were interested were told of an event in a period, a line for each of them. */
export function messageLines(webinar: Webinar, days: Days, known: Known): Delivery[] {
  const people = [...(known.interested.get(webinar.id) ?? [])].sort((one, other) => one.name.localeCompare(other.name, 'nb'));
  return webinar.told
    .filter(({ at }) => isIn(days, dayOf(at)))
    .flatMap((told) =>
      people.flatMap((interest): Delivery[] => {
        const row = known.rows.get(idFrom(newsKey({ webinar: webinar.id, person: interest.person, ...told })));
        if (!row && !(interest.interested && interest.at <= told.at)) return [];
        const outcome = row ? rowOutcome(row) : silence({ webinar, told, interest }, known);
        return [{ webinar, what: NEWS_WORDS[told.what], to: interest.name, where: row ? wayOf(row) : '', ...outcome }];
      }),
    );
}

const wayOf = ({ way }: OutboxRow) => (way === 'mention' ? 'nevnt i tråden' : 'personlig chat');

function rowOutcome({ state, sentAt, reason, attempts }: OutboxRow): Outcome {
  if (state === 'sent') return { reached: true, at: sentAt ?? null, why: '' };
  if (state === 'dropped') return missed(OVERTAKEN);
  if (state === 'dead') return missed(`kom ikke fram${reason === undefined ? '' : `: ${reason}`}`);
  return missed(
    attempts === 0 ? 'venter på å bli sendt' : `venter på å bli sendt, prøvd ${attempts} ${attempts === 1 ? 'gang' : 'ganger'}`,
  );
}

/** Why nothing is written down of a message. */
function silence(of: { webinar: Webinar; told: Webinar['told'][number]; interest: Interest }, { quiet, now }: Known): Outcome {
  const { webinar, told, interest } = of;
  if (REMINDERS.some((each) => each === told.what) && quiet.has(interest.person)) return missed('vil ikke ha påminnelser');
  if (!interest.reachable) return missed('kan ikke skrives til');
  if (told.at < now - KEPT_MS) return missed('ikke skrevet ned lenger');
  return missed(webinar.version > told.version ? OVERTAKEN : 'ikke sendt ennå');
}

/** «2026-03-05 13:00», Norwegian time. */
const stamp = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' });

const COLUMNS = ['Arrangement', 'Hva', 'Til', 'Hvor', 'Nådd', 'Når', 'Hvorfor ikke'];

/** A line each: the events in order of time, cards before messages. */
export function sheetOf(deliveries: readonly Delivery[]): Sheet {
  const sorted = deliveries.toSorted(({ webinar: one }, { webinar: other }) => {
    const [a, b] = [`${one.date} ${one.id}`, `${other.date} ${other.id}`];
    return a < b ? -1 : a > b ? 1 : 0;
  });
  const rows = sorted.map(({ webinar, what, to, where, reached, at, why }) => [
    ...[webinar.title, what, to, where, reached ? 'ja' : 'nei'],
    ...[at === null ? null : stamp.format(at), why],
  ]);
  return { columns: COLUMNS, rows };
}
