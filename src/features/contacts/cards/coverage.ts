import { defineCard } from '../../../cards.ts';
import { isLink } from '../../../core/buttons.ts';
import { readDate } from '../../../core/calendar.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip, escapeMarkdown } from '../../../core/markdown.ts';
import { listed } from '../../../core/words.ts';
import { coverageLabels } from './coverage-labels.ts';
import { type CoverageData, coverageData, EVERY_TYPE } from './data.ts';
import { dotted, numberText, percentText, regionName } from './words.ts';

const ALT_LENGTH = 900;

type Counts = CoverageData['total'];
type Words = (typeof coverageLabels)['nb'];

const shareOf = ({ population, populationRunning }: Counts): number => (population === 0 ? 0 : populationRunning / population);

/** «12 i drift · 3 på vei · 20 uten team · 8 ukjent»: what is none is left out. */
function countsText(counts: Counts, words: Words, locale: Locale): string {
  const kinds = ['running', 'onTheWay', 'none', 'unknown'] as const;
  return dotted(...kinds.map((kind) => (counts[kind] === 0 ? '' : `${numberText(counts[kind], locale)} ${words[kind]}`)));
}

const isUnknown = ({ municipalities, unknown }: Counts): boolean => municipalities === unknown;

function typesText({ type, types }: CoverageData, locale: Locale): string {
  return type ?? listed(types, locale);
}

function shareText(counts: Counts, words: Words, locale: Locale): string {
  return isUnknown(counts) ? words.nothingKnown : `${percentText(shareOf(counts), locale)} ${words.ofPeople}`;
}

function aimText({ ambition, total }: CoverageData, words: Words, locale: Locale): string {
  if (ambition === null) return '';
  return shareOf(total) >= ambition ? words.reached : `${words.ambition} ${percentText(ambition, locale)}.`;
}

/** The picture in words: «Oslo 100 %, Akershus 93 %, Finnmark ukjent». */
function altText({ counties }: CoverageData, words: Words, locale: Locale): string {
  const told = counties.map(({ name, share }) => `${name} ${share === null ? words.unknown : percentText(share, locale)}`);
  return clip(`${words.pictureAbout} ${told.join(', ')}`.trim(), ALT_LENGTH);
}

function regionsOf({ regions }: CoverageData, words: Words, locale: Locale) {
  return regions
    .filter(({ municipalities }) => municipalities > 0)
    .map((each) => ({
      name: `**${regionName(each.region, locale)}:** ${shareText(each, words, locale)}`,
      counts: `${numberText(each.municipalities, locale)} ${words.places} ${countsText(each, words, locale)}`,
    }));
}

function footText({ unconfirmed, dataDate }: CoverageData, words: Words, locale: Locale): string {
  const unsure =
    unconfirmed === 0 ? '' : unconfirmed === 1 ? words.oneUnconfirmed : `${numberText(unconfirmed, locale)} ${words.unconfirmed}`;
  return [unsure, `${words.dataDate} ${escapeMarkdown(readDate(dataDate, locale))}.`].filter((part) => part !== '').join(' ');
}

/** Which parts of the country have a team, by type; against the aim, where there is one. */
export const coverageCard = defineCard({
  name: 'contacts-coverage',
  data: coverageData,
  verbs: ['contacts.coverage'],
  labels: coverageLabels,
  view: (data, locale) => {
    const words = coverageLabels[locale];
    const { bank, type, types, day, total, picture } = data;
    return {
      heading: `${words.heading}: ${typesText(data, locale)}`,
      day: `${words.asOf} ${escapeMarkdown(readDate(day, locale))}`,
      share: isUnknown(total) ? '' : `${percentText(shareOf(total), locale)} ${words.lives}`,
      aim: aimText(data, words, locale),
      counts: `${numberText(total.municipalities, locale)} ${words.places} ${countsText(total, words, locale)}`,
      picture: picture !== null && isLink(picture) ? picture : '',
      alt: altText(data, words, locale),
      regions: regionsOf(data, words, locale),
      foot: footText(data, words, locale),
      type: type ?? EVERY_TYPE,
      types: [{ id: EVERY_TYPE, title: words.every }, ...types.map((id) => ({ id, title: id }))],
      bank,
    };
  },
  summary: (data, locale) => {
    const words = coverageLabels[locale];
    const share = isUnknown(data.total) ? words.nothingKnown : `${percentText(shareOf(data.total), locale)} ${words.lives}`;
    return `${words.heading}, ${typesText(data, locale)}: ${share}`;
  },
});
