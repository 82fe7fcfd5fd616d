import { type Inquiry, inquirySchema } from '../../../src/features/inquiries/model.ts';

export const DAY = 24 * 60 * 60_000;
/** Monday 2 March 2026, 09:00 in Norway. */
export const MONDAY = Date.parse('2026-03-02T09:00:00+01:00');

/** An inquiry from an invented person, as it stands right after it was sent; `given` says what is different. */
export function inquiryOf(given: Partial<Inquiry> & { number: string }): Inquiry {
  const createdAt = given.createdAt ?? MONDAY;
  return inquirySchema.parse({
    version: 1,
    kind: 'question',
    state: 'new',
    open: ['new', 'taken', 'asked'].includes(given.state ?? 'new'),
    question: 'Hvordan får vi plass i en veiledningsgruppe?',
    entry: null,
    topic: 'veiledning',
    region: 'vest',
    phase: 'drift',
    team: null,
    urgent: false,
    wish: 'here',
    channel: 'teams',
    asker: 'kari',
    askerName: 'Kari Medlem',
    locale: 'nb',
    where: null,
    route: 'topic',
    deputies: [],
    adviser: 'roar',
    adviserName: 'Roar Rådgiver',
    createdAt,
    changedAt: createdAt,
    dueFirst: createdAt + DAY,
    dueAnswer: createdAt + 3 * DAY,
    events: [],
    ...given,
  });
}
