import type { CardDefinition } from '../../../cards.ts';
import * as cards from './index.ts';

/** Every card of this feature. */
export const inquiryCards: readonly CardDefinition[] = [
  cards.formCard,
  cards.receiptCard,
  cards.statusCard,
  cards.askedCard,
  cards.answerCard,
  cards.referralCard,
  cards.publishedCard,
  cards.writeCard,
  cards.mineCard,
  cards.looseCard,
  cards.caseCard,
  cards.chooseCard,
  cards.tagCard,
  cards.noticeCard,
  cards.deskCard,
  cards.logCard,
  cards.awayCard,
  cards.figuresCard,
  cards.routesCard,
  cards.topicRoutesCard,
];
