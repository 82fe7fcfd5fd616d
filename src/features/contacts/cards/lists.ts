import { defineCard } from '../../../cards.ts';
import { clip } from '../../../core/markdown.ts';
import { digestData, listData, silentData } from './data.ts';
import { digestLabels, listLabels, silentLabels } from './list-labels.ts';
import { viewDigest, viewList, viewSilent } from './list-view.ts';

const SUMMARY_LENGTH = 160;

/** The names of what stands in a list, as far as a line goes. */
const inLine = (heading: string, names: readonly string[]): string =>
  names.length === 0 ? heading : clip(`${heading}: ${names.join(', ')}`, SUMMARY_LENGTH);

/** Several teams, or none; what was asked for, `text`, is handed in unstored. */
export const listCard = defineCard({
  name: 'contacts-list',
  data: listData,
  verbs: ['contacts.show', 'contacts.find'],
  labels: listLabels,
  view: viewList,
  summary: ({ items, none }, locale) => {
    const words = listLabels[locale];
    return none
      ? words.nothing
      : inLine(
          words.heading,
          items.map(({ name }) => name),
        );
  },
});

/** Teams that nothing was heard of, for those who see to a region. */
export const silentCard = defineCard({
  name: 'contacts-silent',
  data: silentData,
  verbs: ['contacts.show'],
  labels: silentLabels,
  view: viewSilent,
  summary: ({ items }, locale) =>
    inLine(
      silentLabels[locale].heading,
      items.map(({ name }) => name),
    ),
});

/** What leaders changed and what applies already, for the centre. */
export const digestCard = defineCard({
  name: 'contacts-digest',
  data: digestData,
  verbs: ['contacts.show', 'contacts.undo'],
  labels: digestLabels,
  view: viewDigest,
  summary: ({ items }, locale) => inLine(digestLabels[locale].heading, [...new Set(items.map(({ teamName }) => teamName))]),
});
