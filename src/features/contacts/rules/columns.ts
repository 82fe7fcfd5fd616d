import { dayFrom, lineOf, momentFrom } from '../../../core/reading.ts';
import { normalise, skeleton } from '../../../norwegian/tokens.ts';
import { typeFrom } from './choices.ts';
import type { EntryInput, EntryInputs } from './entry-words.ts';

/** A role that a column may hold in one: how many there are, whether there is any, or who they are. */
const ROLE_COLUMNS = {
  aus: ['ausCount', 'ausNames'],
  brukerspesialist: ['brukerspesialistCount', 'brukerspesialistNames'],
  russpesialist: ['russpesialistCount', 'russpesialistNames'],
  psykolog: ['psykologCount', 'psykologNames'],
} as const satisfies Readonly<Record<string, readonly [EntryInput, EntryInput]>>;
type RoleColumn = keyof typeof ROLE_COLUMNS;

/** What a column of a list of teams can hold. */
export type ColumnField = EntryInput | RoleColumn | 'id' | 'leaderId' | 'deputyId' | 'lastConfirmedAt';

const LEADER =
  'leder|leiar|leader|teamleder|teamleiar|team leader|daglig leder|dagleg leiar|prosjektleder|prosjektleiar|forprosjektleder|kontaktperson';
const DEPUTY = 'stedfortreder|stedfortredar|nestleder|nestleiar|deputy|vikar|vara|assisterende leder|assisterande leiar|deputy leader';
const EMAIL = 'e-post|epost|e-postadresse|epostadresse|e-postadressa|mail|mailadresse|email|e-mail|email address';
const PHONE = 'telefon|tlf|telefonnummer|telefonnr|tlfnr|mobil|mobilnummer|mobiltelefon|phone|phone number|mobile';

/** «e-post leder», «leder e-post», «leders e-post», «e-post til leder», «leder sin e-post». */
function ofPerson(what: string, who: string): string {
  const roles = who.split('|');
  return what
    .split('|')
    .flatMap((thing) =>
      roles.flatMap((role) => [
        ...[`${thing} ${role}`, `${role} ${thing}`, `${thing} til ${role}`, `${thing} ${role}en`, `${thing} til ${role}en`],
        ...[`${role}s ${thing}`, `${role}ens ${thing}`, `${role} sin ${thing}`, `${role} sitt ${thing}`, `${thing} for ${role}`],
        `${thing} of ${role}`,
      ]),
    )
    .join('|');
}
const NAME = 'navn|namn|name';

/** What columns are called in bokmål, nynorsk and English, besides the fields' own names: `|` between them. */
const NAMES: Readonly<Record<ColumnField, string>> = {
  id: 'team-id|teamid|team id|nøkkel|key',
  name: 'team|teamnavn|teamnamn|navn|namn|name|navn på team|namn på team|teamets navn|namnet på teamet|navn på teamet|namn på teamet|tiltak|tjeneste|teneste|team name|name of the team',
  type: 'teamtype|type team|slags team|modell|type of team|kind|model',
  specialty: 'særlig for|særleg for|spesialisering|spesialfelt|specialised in',
  status: 'fase|stadium|tilstand|state|phase',
  statusSince:
    'siden|sidan|status siden|status sidan|status fra|status frå|statusdato|dato for status|oppstart|oppstartsdato|startdato|startet|starta|since|status since|start date',
  municipalities:
    'kommune|kommuner|kommunar|kommunenavn|kommunenamn|kommunenummer|kommunenr|dekker|dekkjer|dekningsområde|opptaksområde|kommuner som dekkes|kommune/bydel|kommuner/bydeler|municipality|municipality number|covers',
  cityDistricts: 'bydel|bydeler|bydelar|city district|district|districts|borough|boroughs',
  hostMunicipality: 'vertskommune|vertskommunen|vertskommuna|administrasjonskommune|host',
  interMunicipal: 'interkommunal|interkommunalt|interkommunalt samarbeid|interkommunalt team|shared by municipalities|inter-municipal',
  region: 'helseregion|landsdel|napha-region|health region',
  county: 'fylke|fylkeskommune|fylkesnavn',
  healthTrust: 'helseforetak|helseføretak|hf|foretak|føretak|sykehus|sjukehus|dps|hospital trust|trust',
  sharedMailbox:
    'fellespostkasse|felles postkasse|felles e-post|felles epost|fellespost|felles mail|team e-post|e-post team|e-post til teamet|teamets e-post|e-posten til teamet|postmottak|postkasse|shared e-mail|team e-mail|mailbox',
  website: 'nettside|nettsider|nettsted|nettstad|hjemmeside|heimeside|lenke|lenkje|url|web|link|web site|homepage',
  leaderName: `${LEADER}|kontakt|kontaktpersoner|navn kontaktperson|ansvarlig|ansvarleg|contact|contact person|${ofPerson(NAME, LEADER)}`,
  leaderEmail: `${EMAIL}|${ofPerson(EMAIL, LEADER)}`,
  leaderPhone: `${PHONE}|${ofPerson(PHONE, LEADER)}`,
  leaderId: ofPerson('id|objekt-id|aad-id|entra-id', LEADER),
  deputyName: `${DEPUTY}|${ofPerson(NAME, DEPUTY)}`,
  deputyEmail: ofPerson(EMAIL, DEPUTY),
  deputyPhone: ofPerson(PHONE, DEPUTY),
  deputyId: ofPerson('id|objekt-id|aad-id|entra-id', DEPUTY),
  aus: 'aus-er|aus i teamet|har aus|arbeids- og utdanningsspesialist|jobbspesialist',
  ausCount: 'aus antall|antall aus|aus tal|tal på aus|number of aus',
  ausNames: 'aus navn|aus namn|navn på aus|namn på aus|names of aus|navn aus',
  brukerspesialist:
    'brukarspesialist|brukerspesialister|brukarspesialistar|erfaringskonsulent|erfaringskonsulenter|erfaringskonsulentar|user specialist|user specialists',
  brukerspesialistCount:
    'antall brukerspesialister|tal på brukarspesialistar|brukerspesialist antall|brukerspesialister antall|number of user specialists',
  brukerspesialistNames:
    'brukerspesialist navn|brukerspesialister navn|navn på brukerspesialister|navn på brukerspesialist|namn på brukarspesialistar',
  russpesialist: 'ruskonsulent|russpesialister|russpesialistar|substance use specialist|substance use specialists',
  russpesialistCount: 'antall russpesialister|tal på russpesialistar|russpesialist antall|russpesialister antall',
  russpesialistNames: 'russpesialist navn|russpesialister navn|navn på russpesialister|navn på russpesialist|namn på russpesialistar',
  psykolog: 'psykologer|psykologar|psykologspesialist|psychologist|psychologists',
  psykologCount: 'antall psykologer|tal på psykologar|psykolog antall|psykologer antall|number of psychologists',
  psykologNames: 'psykolog navn|psykologer navn|navn på psykologer|navn på psykolog|namn på psykologar',
  fidelityDate:
    'fidelity|fidelitymåling|siste fidelitymåling|fidelity dato|dato for fidelity|fidelity målt|last fidelity assessment|fidelity date',
  fidelityBy: 'fidelity ved|fidelity av|fidelitymåling ved|målt av|fidelity assessed by|fidelity by',
  cohort: 'kull|opplæringskull|opplæring|serie|training cohort|class',
  grantYear: 'tilskuddsår|tilskotsår|tilskudd|tilskot|tilskudd år|år for tilskudd|grant|year of grant|grant year',
  publish:
    'publiser|publiseres|publisere|publisering|kan publiseres|kan vises|kan vises for alle|kan visast for alle|vises for alle|offentlig|offentleg|published|public',
  lastConfirmedAt:
    'sist bekreftet|sist stadfesta|bekreftet|stadfesta|sist oppdatert|oppdatert|last confirmed|confirmed|last updated|updated',
};

const LONGEST_NAME = 100;
/** However it is spaced, in whatever case and with whatever signs. */
const keyOf = (name: string) => skeleton(normalise(lineOf(name)).replace(/[^\p{L}\p{N}]+/gu, ''));

const FIELDS: ReadonlyMap<string, ColumnField> = new Map(
  (Object.keys(NAMES) as ColumnField[]).flatMap((field) =>
    [field, ...NAMES[field].split('|')].map((name) => [keyOf(name), field] as const),
  ),
);

/** What a heading names: as it stands («Kommune(r)»), else without what stands in brackets («Siden (dato)»). */
function fieldOf(column: string): ColumnField | undefined {
  if (column.length > LONGEST_NAME) return undefined;
  return FIELDS.get(keyOf(column)) ?? FIELDS.get(keyOf(column.replace(/\([^()]*\)/g, '')));
}

/** The field that each column of a list holds, and those that are not known. Two columns may say the same: that is the caller's to judge. */
export function columnsOf(columns: readonly string[]): {
  readonly fields: ReadonlyMap<string, ColumnField>;
  readonly unknown: readonly string[];
} {
  const named = columns.map((column) => [column, fieldOf(column)] as const);
  return {
    fields: new Map(named.flatMap(([column, field]) => (field === undefined ? [] : [[column, field] as const]))),
    unknown: named.flatMap(([column, field]) => (field === undefined ? [column] : [])),
  };
}

/** The inputs that a column fills. */
export const inputsFor = (field: ColumnField): readonly ColumnField[] => (isRole(field) ? ROLE_COLUMNS[field] : [field]);
const isRole = (field: ColumnField): field is RoleColumn => field in ROLE_COLUMNS;

/** What stands where there is nothing to say. */
const NOTHING = /^(?:[-–—?.]+|n\/?a|ukjent|ukjend|unknown|mangler|manglar|ingen|ikke oppgitt|ikkje oppgitt|ikke kjent|vet ikke)$/i;
/** Of what is called so itself. */
const NO_NAME = /^[-–—?.]+$/;
const NONE = /^(?:nei|ingen|no|none|false)$/i;
const SOME = /^(?:ja|yes|x|true|har)$/i;

/** «2», «ja», «Per Moe»: one of a role where it is only said that there is any. */
function roleFrom(cell: string): readonly [count: string, names: string] {
  if (/^\d+$/.test(cell)) return [cell, ''];
  if (NONE.test(cell)) return ['0', ''];
  return SOME.test(cell) ? ['1', ''] : ['', NOTHING.test(cell) ? '' : cell];
}

/** A day that a spreadsheet has given a time. */
function dayIn(cell: string): string {
  return dayFrom(cell) ?? momentFrom(cell)?.date ?? cell;
}

/** A spreadsheet takes the zero off a municipality's number. */
const withZeros = (cell: string) => cell.replace(/(?<![\p{L}\p{N}])\d{3}(?![\p{L}\p{N}])/gu, (number) => `0${number}`);

/** What is written before a text that a spreadsheet would take for a formula. */
const HARMLESS = /^'(?=[=+\-@])/;

const WORD_SIGNS = /[\s,;:()/]+/;
const MOST_TYPE_WORDS = 4;

/** The type that a team's name tells («RPH Sandvik», «FACT ung-teamet i Bodø»); undefined where it tells none, or two. */
export function typeInName(name: string): string | undefined {
  const words = lineOf(name)
    .replace(/[-‐‑]?team(?:et|a)?(?!\p{L})/giu, ' ')
    .split(WORD_SIGNS)
    .filter((word) => word !== '')
    .slice(0, 20);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const lengths = Array.from({ length: Math.min(MOST_TYPE_WORDS, words.length - at) }, (_, n) => n + 1).reverse();
    const length = lengths.find((each) => typeFrom(words.slice(at, at + each).join(' ')) !== undefined);
    if (length !== undefined) found.push(words.slice(at, at + length).join(' '));
    at += length ?? 1;
  }
  const types = new Set(found.map((word) => typeFrom(word)?.type));
  return types.size === 1 ? found[0] : undefined;
}

export interface RowInputs {
  readonly inputs: EntryInputs;
  /** '' where the row says nothing of it. */
  readonly id: string;
  readonly leaderId: string;
  readonly deputyId: string;
  readonly lastConfirmedAt: string;
}

/** A row as the inputs of a form. The type may stand in the name. */
export function inputsOfRow(
  row: { readonly cells: Readonly<Record<string, string>> },
  fields: ReadonlyMap<string, ColumnField>,
): RowInputs {
  const given: Partial<Record<ColumnField, string>> = {};
  for (const [column, field] of fields) {
    const cell = (row.cells[column] ?? '').trim().replace(HARMLESS, '');
    if (!isRole(field)) given[field] = (field === 'id' || field === 'name' ? NO_NAME : NOTHING).test(cell) ? '' : cell;
    else for (const [at, value] of roleFrom(cell).entries()) given[ROLE_COLUMNS[field][at] as EntryInput] ||= value;
  }
  const { id = '', leaderId = '', deputyId = '', lastConfirmedAt = '', ...inputs } = given;
  const type = inputs.type || typeInName(inputs.name ?? '');
  const places = Object.fromEntries(
    (['municipalities', 'hostMunicipality'] as const).flatMap((field) =>
      inputs[field] === undefined ? [] : [[field, withZeros(inputs[field])]],
    ),
  );
  const days = Object.fromEntries(
    (['statusSince', 'fidelityDate'] as const).flatMap((field) => (inputs[field] === undefined ? [] : [[field, dayIn(inputs[field])]])),
  );
  return {
    inputs: { ...inputs, ...places, ...days, ...(type !== undefined && { type }) },
    id,
    leaderId,
    deputyId,
    lastConfirmedAt: dayIn(lastConfirmedAt),
  };
}
