import { type Button, isLink, opener, press } from '../../../core/buttons.ts';
import { dayOf, readDate } from '../../../core/calendar.ts';
import { fitted, inRows } from '../../../core/fit.ts';
import { heading, type Line, line, subheading, subtle } from '../../../core/lines.ts';
import type { Locale } from '../../../core/locale.ts';
import { asLink, escapeMarkdown } from '../../../core/markdown.ts';
import { listed } from '../../../core/words.ts';
import type { SomeoneData, TeamData } from './data.ts';
import { mailLink, phoneLink } from './links.ts';
import { teamLabels } from './team-labels.ts';
import { changeLines, confirmedText, nameText, personText } from './team-parts.ts';
import { deedName, dotted, regionName, roleName, statusColour, statusName } from './words.ts';

/** Of the 28 KB of a card. */
const PLACES_BYTES = 1_500;
const TEXT_BYTES = 500;
const ROLE_BYTES = 450;
const CHANGED_BYTES = 4_000;
const HISTORY_BYTES = 5_000;
/** What one entry of the history takes besides its changes. */
const ENTRY_BYTES = 700;
const LONGEST_LINK_SHOWN = 60;

type Words = (typeof teamLabels)['nb'];
type Fact = readonly [name: string, value: string];

/** «**Leder:** Kari Eksempel», a line for each that there is something to say of. */
function factLines(facts: readonly Fact[]): Line[] {
  const shown = facts.filter(([, value]) => value !== '');
  return shown.flatMap(([name, value], at) => line(`**${name}:** ${value}`, { spacing: at === 0 ? 'Small' : 'None' }));
}

function doneLines({ done, changed }: TeamData, words: Words, locale: Locale): Line[] {
  if (done === null) return [];
  const isBad = done === 'changedSince';
  return [...line(words[done], { color: isBad ? 'Warning' : 'Good', weight: 'Bolder' }), ...changeLines(changed, CHANGED_BYTES, locale)];
}

/** «FACT (rus)», «I drift siden 1. januar 2024». */
function kindLines(team: TeamData, words: Words, locale: Locale): Line[] {
  const { type, specialty, status, statusSince } = team;
  const since = statusSince === null || status === null ? '' : ` ${words.since} ${escapeMarkdown(readDate(statusSince, locale))}`;
  return [
    ...line(specialty === '' ? type : `${type} (${fitted(specialty, TEXT_BYTES)})`, { spacing: 'None' }),
    ...line(`${statusName(status, locale)}${since}`, { color: statusColour(status), weight: 'Bolder', spacing: 'None' }),
  ];
}

function placeLines(team: TeamData, words: Words, locale: Locale): Line[] {
  const { places, unknownPlaces, coversFor, region, host, interMunicipal, healthTrust } = team;
  return [
    ...(coversFor === null ? [] : line(`**${fitted(coversFor, TEXT_BYTES)}** ${words.coversFor}`)),
    ...factLines([
      [words.covers, fitted(listed(places, locale), PLACES_BYTES)],
      [words.unknownPlaces, fitted(unknownPlaces.join(', '), TEXT_BYTES)],
      [words.host, fitted(host, TEXT_BYTES)],
      [words.interMunicipal, interMunicipal ? words.yes : ''],
      [words.region, region === null ? '' : regionName(region, locale)],
      [words.healthTrust, fitted(healthTrust, TEXT_BYTES)],
    ]),
  ];
}

/** Somebody, and below each other what one reaches them by. */
function someoneLines(title: string, { name, email, phone }: SomeoneData): Line[] {
  const [first, ...others] = [personText(name), mailLink(email), phoneLink(phone)].filter((each) => each !== '');
  if (first === undefined) return [];
  return [...line(`**${title}:** ${first}`), ...others.flatMap((each) => line(each, { spacing: 'None' }))];
}

function websiteText(website: string): string {
  if (!isLink(website)) return fitted(website, TEXT_BYTES);
  const short = website.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return asLink(short.length > LONGEST_LINK_SHOWN ? `${short.slice(0, LONGEST_LINK_SHOWN)}…` : short, website);
}

function contactLines(team: TeamData, words: Words): Line[] {
  const { leader, deputy, sharedMailbox, website, reader } = team;
  const isClose = reader === 'centre' || reader === 'own';
  const known = [
    ...(leader === null ? [] : someoneLines(words.leader, leader)),
    ...(leader === null && isClose ? line(`**${words.leader}:** ${words.noLeader}`, { color: 'Attention' }) : []),
    ...(deputy === null ? [] : someoneLines(words.deputy, deputy)),
    ...factLines([
      [words.sharedMailbox, mailLink(sharedMailbox)],
      [words.website, websiteText(website)],
    ]),
  ];
  return [...subheading(words.contact), ...(known.length > 0 ? known : line(words.noContact, { isSubtle: true }))];
}

function rolesText({ roles }: TeamData, locale: Locale): string {
  const known = roles.filter(({ count, names }) => count !== null || names !== '');
  const shown = known.map(({ role, count, names }) => {
    const who = names === '' ? '' : ` (${fitted(names, ROLE_BYTES)})`;
    return `${roleName(role, locale)}${count === null ? '' : ` ${count}`}${who}`;
  });
  return shown.join(', ');
}

function furtherLines(team: TeamData, words: Words, locale: Locale): Line[] {
  const { fidelityDate, fidelityBy, cohort, grantYear } = team;
  const measured = dotted(fidelityDate === null ? '' : escapeMarkdown(readDate(fidelityDate, locale)), fitted(fidelityBy, TEXT_BYTES));
  const facts: readonly Fact[] = [
    [words.roles, rolesText(team, locale)],
    [words.fidelity, measured],
    [words.cohort, fitted(cohort, TEXT_BYTES)],
    [words.grantYear, grantYear === null ? '' : String(grantYear)],
  ];
  return factLines(facts).map((each, at) => (at === 0 ? { ...each, spacing: 'Medium' } : each));
}

/** What is under way with it. */
function pendingLines({ waiting, handOver }: TeamData, words: Words): Line[] {
  const waits = waiting === 1 ? words.oneWaiting : `${waiting} ${words.waiting}`;
  const asked = handOver === null ? '' : handOver.mine ? words.youAreAsked : `${personText(handOver.name)} ${words.asked}`;
  return [
    ...(waiting > 0 ? line(waits, { color: 'Warning', spacing: 'Medium' }) : []),
    ...line(asked, { color: 'Warning', spacing: waiting > 0 ? 'None' : 'Medium' }),
  ];
}

function buttonsOf(team: TeamData, words: Words): Button[] {
  const { bank, can, chat, handOver, version } = team;
  const data = { bank, team: team.team };
  const seen = { ...data, version };
  const isMine = handOver?.mine === true;
  return [
    ...(isMine ? [press(words.takeOver, 'contacts.acceptHandOver', { data, style: 'positive' })] : []),
    ...(isMine ? [press(words.decline, 'contacts.declineHandOver', { data })] : []),
    ...(can.confirm ? [press(words.isRight, 'contacts.confirm', { data: seen, ...(isMine ? {} : { style: 'positive' as const }) })] : []),
    ...(can.edit ? [press(words.edit, 'contacts.edit', { data })] : []),
    ...(chat === null ? [] : opener(words.chat, chat)),
    ...(can.handOver ? [press(words.handOver, 'contacts.handOver', { data })] : []),
    ...(can.undo ? [press(words.undo, 'contacts.undo', { data: seen })] : []),
    ...(can.merge ? [press(words.merge, 'contacts.merge', { data })] : []),
  ];
}

/** What happened to the record, the newest first, as far as a card has room. */
function historyOf({ history, can }: TeamData, words: Words, locale: Locale): Line[] {
  if (!can.history) return [];
  const lines: Line[] = [];
  let left = HISTORY_BYTES;
  for (const { at, name, what, lines: changes, undone } of history) {
    const day = escapeMarkdown(readDate(dayOf(at), locale));
    const told = dotted(`**${day}**`, `${personText(name)} ${deedName(what, locale)}`.trim(), undone ? words.backed : '');
    const entry = [...line(told), ...changeLines(changes, Math.max(400, left - ENTRY_BYTES), locale)];
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (size > left) return [...lines, ...subtle(words.older, { spacing: 'Small' })];
    left -= size;
    lines.push(...entry.map((each, place) => (place === 0 ? each : { ...each, spacing: 'None' as const, size: 'Small' as const })));
  }
  return lines;
}

/** What the template of a team sees. */
export function viewTeam(team: TeamData, locale: Locale): Record<string, unknown> {
  const words = teamLabels[locale];
  return {
    done: doneLines(team, words, locale),
    lines: [
      ...heading(nameText(team.name)),
      ...kindLines(team, words, locale),
      ...placeLines(team, words, locale),
      ...contactLines(team, words),
      ...furtherLines(team, words, locale),
      ...subtle(confirmedText(team.confirmed, locale), { spacing: 'Medium' }),
      ...pendingLines(team, words),
    ],
    rows: inRows(buttonsOf(team, words)),
    history: historyOf(team, words, locale),
  };
}
