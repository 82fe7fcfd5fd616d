import { press } from '../../../core/buttons.ts';
import { fitted } from '../../../core/fit.ts';
import type { Locale } from '../../../core/locale.ts';
import { escapeMarkdown } from '../../../core/markdown.ts';
import { readMoment } from '../../../core/workdays.ts';
import { progressLabels } from './check-labels.ts';
import type { ProgressData } from './data.ts';
import { roomFor } from './room.ts';
import { dotted, numberText, percentText, regionName } from './words.ts';

/** Of the 28 KB of a card, for the teams that are not reached; and what each takes besides its name and button. */
const TEAMS_BYTES = 17_000;
const TEAM_BYTES = 420;
const NAME_BYTES = 400;

type Counts = Pick<ProgressData, 'total' | 'confirmed' | 'changed' | 'waiting' | 'unreachable'>;

/** «43 av 120 team har svart (36 %)»: plain text. */
export function progressLine({ total, confirmed, changed }: Counts, locale: Locale): string {
  const words = progressLabels[locale];
  const answered = confirmed + changed;
  const share = total === 0 ? '' : ` (${percentText(answered / total, locale)})`;
  return `${numberText(answered, locale)} ${words.of} ${numberText(total, locale)} ${words.answered}${share}`;
}

/** «12 bekreftet · 3 endret · 5 venter · 1 ikke nådd»: what is none is left out. */
function countsText(counts: Counts, locale: Locale): string {
  const words = progressLabels[locale];
  const kinds = ['confirmed', 'changed', 'waiting', 'unreachable'] as const;
  return dotted(...kinds.map((kind) => (counts[kind] === 0 ? '' : `${numberText(counts[kind], locale)} ${words[kind]}`)));
}

/** What the template of a round sees. */
export function viewProgress(data: ProgressData, locale: Locale): Record<string, unknown> {
  const words = progressLabels[locale];
  const { bank, startedAt, ended, byRegion, unreachableTeams } = data;
  const teams = unreachableTeams.map(({ team, name, why }) => ({
    name: `**${fitted(name, NAME_BYTES)}**`,
    why: words[why],
    actions: [press(words.open, 'contacts.show', { data: { bank, team } })],
  }));
  const { shown, left } = roomFor(teams, { bytes: TEAMS_BYTES, each: TEAM_BYTES });
  return {
    about: dotted(`${words.startedAt} ${escapeMarkdown(readMoment(startedAt, locale))}`, ended ? words.ended : ''),
    answered: progressLine(data, locale),
    counts: countsText(data, locale),
    regions: byRegion
      .filter(({ total }) => total > 0)
      .map((each) => ({
        name: `**${regionName(each.region, locale)}** (${each.total})`,
        counts: countsText(each, locale),
      })),
    teams: shown,
    more: left === 0 ? '' : `${words.andMore} ${left} ${words.more}`,
  };
}
