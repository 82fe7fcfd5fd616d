import type { CardDefinition } from '../../../cards.ts';
import * as cards from './index.ts';

/** Every card of this feature. */
export const webinarCards: readonly CardDefinition[] = [
  cards.announcementCard,
  cards.previewCard,
  cards.formCard,
  cards.manageCard,
  cards.rescheduleCard,
  cards.reasonCard,
  cards.wrapUpCard,
  cards.evaluateCard,
  cards.calendarCard,
  cards.listCard,
  cards.noticeCard,
  cards.digestCard,
  cards.goneCard,
];
