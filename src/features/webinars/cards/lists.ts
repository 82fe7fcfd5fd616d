import { defineCard } from '../../../cards.ts';
import { clip } from '../../../core/markdown.ts';
import { digestData, listData } from './data.ts';
import { viewDigest } from './digest-view.ts';
import { digestLabels, listLabels } from './list-labels.ts';
import { viewList } from './list-view.ts';

const NAME_LENGTH = 100;

/** What is ahead and what was, of a month or with these words in it. `text` is handed in unstored. */
export const listCard = defineCard({
  name: 'webinars-list',
  data: listData,
  verbs: ['webinars.list', 'webinars.show', 'webinars.manage', 'webinars.create', 'webinars.reminders'],
  labels: listLabels,
  view: viewList,
  summary: ({ bankName }, locale) => `${listLabels[locale].heading}: ${clip(bankName, NAME_LENGTH)}`,
});

/** What is ahead this week and the next, in a channel on Monday morning. */
export const digestCard = defineCard({
  name: 'webinars-digest',
  data: digestData,
  verbs: ['webinars.list'],
  labels: digestLabels,
  view: viewDigest,
  summary: ({ bankName }, locale) => `${digestLabels[locale].heading}: ${clip(bankName, NAME_LENGTH)}`,
});
