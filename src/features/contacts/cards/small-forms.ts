import { defineCard } from '../../../cards.ts';
import { clip } from '../../../core/markdown.ts';
import { handOverData, mergeData } from './data.ts';
import { roomFor } from './room.ts';
import { handOverLabels, mergeLabels } from './small-labels.ts';
import { nameText, personText } from './team-parts.ts';
import { dotted } from './words.ts';

const SUMMARY_LENGTH = 160;
const LONGEST_TO = 500;
const CHOICE_LENGTH = 80;
/** Of the 28 KB of a card, for the choices; and what each takes besides its words. */
const CHOICES_BYTES = 18_000;
const CHOICE_BYTES = 40;

const choicesOf = (all: readonly { readonly id: string; readonly title: string }[]) =>
  roomFor(
    all.map(({ id, title }) => ({ id, title: clip(title, CHOICE_LENGTH) })),
    { bytes: CHOICES_BYTES, each: CHOICE_BYTES },
  ).shown;

/**
 * A form: who leads the team from now on. With people to choose from, `to` is one of their ids and `other` a name and an e-mail address;
 * without, `to` is the text. What was typed is handed in unstored, as `to`.
 */
export const handOverCard = defineCard({
  name: 'contacts-hand-over',
  data: handOverData,
  verbs: ['contacts.handOver', 'contacts.show'],
  labels: handOverLabels,
  view: ({ bank, team, name, leader, people, fault, to = '' }, locale) => {
    const words = handOverLabels[locale];
    const choices = choicesOf(people.map(({ id, name: title }) => ({ id, title })));
    const isChosen = choices.some(({ id }) => id === to);
    return {
      team: nameText(name),
      leader: leader === '' ? words.nobodyLeads : `${words.nowLeads} ${personText(leader)}`,
      fault: fault === null ? '' : words[fault],
      choices,
      canChoose: choices.length > 0,
      text: isChosen ? '' : clip(to, LONGEST_TO),
      longest: LONGEST_TO,
      data: { bank, team },
    };
  },
  summary: ({ name }, locale) => `${handOverLabels[locale].heading}: ${clip(name, SUMMARY_LENGTH)}`,
});

/** A form: which team (`into`) this one is the same as. */
export const mergeCard = defineCard({
  name: 'contacts-merge',
  data: mergeData,
  verbs: ['contacts.merge', 'contacts.show'],
  labels: mergeLabels,
  view: ({ bank, team, name, candidates, fault }, locale) => {
    const choices = choicesOf(candidates.map((each) => ({ id: each.team, title: dotted(each.name, each.places) })));
    return {
      team: nameText(name),
      fault: fault === null ? '' : mergeLabels[locale][fault],
      choices,
      canChoose: choices.length > 0,
      data: { bank, team },
    };
  },
  summary: ({ name }, locale) => `${mergeLabels[locale].heading}: ${clip(name, SUMMARY_LENGTH)}`,
});
