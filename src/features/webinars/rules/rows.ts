import { dayFrom, lineOf, momentFrom, timeFrom } from '../../../core/reading.ts';
import { normalise, skeleton } from '../../../norwegian/tokens.ts';
import type { PlanInput } from './form.ts';

/** What a column can hold: an input of the form, or what became of the event. */
type RowField = PlanInput | 'participants' | 'teams' | 'recordingUrl' | 'materialsUrl';

/** What columns are called in bokmål, nynorsk and English, besides the inputs' own names: `|` between them. */
const NAMES: Readonly<Record<RowField, string>> = {
  title: 'arrangement|arrangementer|tittel|navn|namn|tema|event|name|subject',
  description: 'beskrivelse|skildring|omtale|tekst|innhold|innhald|text|details',
  date: 'dato|startdato|fra dato|frå dato|første dag|dag|day|start date',
  endDate: 'sluttdato|til dato|siste dag|to date|last day',
  start: 'starttid|starttidspunkt|start kl|fra|fra kl|frå|frå kl|klokkeslett|klokka|kl|tid|tidspunkt|time|from|start time',
  end: 'slutt|sluttid|sluttidspunkt|slutt kl|til|til kl|until|to|end time',
  mode: 'form|format|møteform|type|arrangementsform',
  place: 'sted|stad|lokale|adresse|location|venue',
  joinUrl: 'lenke|lenkje|møtelenke|møtelenkje|teamslenke|teamslenkje|link|join link|meeting link',
  signupUrl: 'påmelding|påmeldingslenke|påmeldingslenkje|lenke til påmelding|lenkje til påmelding|sign-up|sign-up link|registration',
  audience: 'målgruppe|målgrupper|for|target group|target groups',
  region: 'helseregion|landsdel',
  banks: 'ressursbank|ressursbanker|ressursbankar|bank|resource bank|resource banks',
  channels: 'kanal|kanaler|kanalar|channel',
  coOrganisers:
    'medarrangør|medarrangører|medarrangørar|samarbeidspartner|samarbeidspartnere|co-organiser|co-organizer|co-organizers|partners',
  series: 'serie|kull|serie eller kull|serie/kull|class|series or class',
  reportArea: 'rapportområde|område|delområde|report area|area',
  countsAs:
    'teller som|tel som|antall møter|antall arrangementer|antall i årsrapporten|tal på møte|tal i årsrapporten|counts as|number in the annual report|number of meetings',
  reminders: 'påminnelse|påminnelser|påminning|påminningar|reminder',
  publishAt:
    'publiseres|publisert|publisering|kunngjøres|kunngjøring|kunngjøringsdato|kunngjering|kunngjeringsdato|day of the announcement|publish at',
  publishTime: 'publiseres kl|kunngjøres kl|kunngjøring kl|kunngjering kl|time of the announcement|publish time',
  participants: 'deltaker|deltakere|deltakar|deltakarar|antall deltakere|antall deltakarar|tal på deltakarar|number of participants',
  teams: 'team|antall team|antall teams|tal på team|number of teams',
  recordingUrl: 'opptak|lenke til opptak|lenkje til opptak|recording|recording link|link to the recording',
  materialsUrl:
    'materiell|materiale|presentasjon|presentasjoner|presentasjonar|lenke til materiell|lenkje til materiell|materials|material|link to the material',
};

const LONGEST_NAME = 100;
/** However it is spaced, in whatever case and with whatever signs. */
const keyOf = (name: string) => skeleton(normalise(lineOf(name)).replace(/[^\p{L}\p{N}]+/gu, ''));

const FIELDS: ReadonlyMap<string, RowField> = new Map(
  (Object.keys(NAMES) as RowField[]).flatMap((field) => [field, ...NAMES[field].split('|')].map((name) => [keyOf(name), field] as const)),
);

/** What a heading names: as it stands («Medarrangør(er)»), else without what stands in brackets («Start (kl.)»). */
function fieldOf(column: string): RowField | undefined {
  if (column.length > LONGEST_NAME) return undefined;
  return FIELDS.get(keyOf(column)) ?? FIELDS.get(keyOf(column.replace(/\([^()]*\)/g, '')));
}

/** The input that each column of a table holds, and those that are not known. Two columns may say the same: that is the caller's to judge. */
export function columnsOf(columns: readonly string[]): { fields: Map<string, string>; unknown: string[] } {
  const fields = new Map<string, string>();
  const unknown: string[] = [];
  for (const column of columns) {
    const field = fieldOf(column);
    if (field === undefined) unknown.push(column);
    else fields.set(column, field);
  }
  return { fields, unknown };
}

/** What stands where there is nothing to say. */
const NOTHING = /^[-–—]+$/;
const DASH = /\s*[–—]\s*|\s+-\s+/;
const LONGEST_SPAN = 60;

/** The two ends of «10.00–12.00» and the like; undefined for what has none. A hyphen counts where it is the only one: dates have some too. */
function endsOf(cell: string): readonly [from: string, to: string] | undefined {
  if (cell.length > LONGEST_SPAN) return undefined;
  const [from, to, ...more] = DASH.test(lineOf(cell)) ? lineOf(cell).split(DASH) : lineOf(cell).split('-');
  return from === undefined || to === undefined || more.length > 0 ? undefined : [from, to];
}

/** «12.–13.9.2026», «30.9.–1.10.2026», «12.–13. september 2026»: what the first day leaves out is as of the last. */
function daysIn(cell: string): { date: string; endDate: string } | undefined {
  const [from = '', to = ''] = endsOf(cell) ?? [];
  const endDate = dayFrom(to);
  if (endDate === undefined) return undefined;
  const [year = '', month = ''] = endDate.split('-');
  const first = from.replace(/\.$/, '');
  const date = [from, `${first}.${year}`, `${first}.${month}.${year}`, `${first} ${year}`].map(dayFrom).find((day) => day !== undefined);
  return date === undefined ? undefined : { date, endDate };
}

function timesIn(cell: string): { start: string; end: string } | undefined {
  const [start, end] = (endsOf(cell) ?? []).map(timeFrom);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Spans that stand in one cell, and days that a spreadsheet has given a time, as the form has them. */
function spread(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const { date = '', endDate = '', start = '', end = '' } = inputs;
  const moment = dayFrom(date) === undefined ? momentFrom(date) : undefined;
  const last = dayFrom(endDate) === undefined ? momentFrom(endDate) : undefined;
  return {
    ...inputs,
    ...(endDate === '' && daysIn(date)),
    ...(moment?.time !== undefined && moment.offset === undefined && start === '' && { date: moment.date, start: moment.time }),
    ...(last?.time !== undefined && last.offset === undefined && end === '' && { endDate: last.date, end: last.time }),
    ...(end === '' && timesIn(start)),
  };
}

/** A row as the inputs of a form. A day's cell may hold the last day too, and a start the end: «12.–13.9.2026», «10–12». */
export function inputsOfRow(
  row: { readonly cells: Readonly<Record<string, string>> },
  fields: ReadonlyMap<string, string>,
): Record<string, string> {
  const cells = [...fields].map(([column, field]) => [field, (row.cells[column] ?? '').trim()] as const);
  return spread(Object.fromEntries(cells.map(([field, cell]) => [field, NOTHING.test(cell) ? '' : cell])));
}
