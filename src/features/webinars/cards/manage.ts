import { defineCard } from '../../../cards.ts';
import { clip } from '../../../core/markdown.ts';
import { manageData } from './data.ts';
import { manageLabels } from './manage-labels.ts';
import { viewManage } from './manage-view.ts';
import { stateName } from './words.ts';

const SUMMARY_LENGTH = 160;

/** The event as its organisers see it: how it stands, where its cards are, what can be done, and what people thought of it. */
export const manageCard = defineCard({
  name: 'webinars-manage',
  data: manageData,
  verbs: [
    ...['webinars.preview', 'webinars.create', 'webinars.reschedule', 'webinars.cancel', 'webinars.withdraw'],
    ...['webinars.wrapUp', 'webinars.copy', 'webinars.repair'],
  ],
  labels: manageLabels,
  view: viewManage,
  summary: ({ title, state, done }, locale) =>
    `${done === 'removed' ? manageLabels[locale].removed : `${stateName(state, locale)}:`} ${clip(title, SUMMARY_LENGTH)}`,
});
