import type { CardDefinition } from '../../../cards.ts';
import * as cards from './index.ts';

/** Every card of this feature. */
export const contactCards: readonly CardDefinition[] = [
  cards.teamCard,
  cards.listCard,
  cards.formCard,
  cards.changeCard,
  cards.rejectCard,
  cards.noticeCard,
  cards.checkCard,
  cards.progressCard,
  cards.startCheckCard,
  cards.digestCard,
  cards.coverageCard,
  cards.handOverCard,
  cards.mergeCard,
  cards.silentCard,
];
