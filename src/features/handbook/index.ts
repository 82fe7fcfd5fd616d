import { z } from 'zod';
import { type Command, defineAction, type Feature } from '../../core/features.ts';
import type { Thesaurus } from '../../search/index.ts';
import { answerQuestion, markHelpful, markNotHelpful, narrow, searchFor, share, showEntry, tellGaps } from './handlers.ts';
import { createLibrary, type Library } from './library.ts';
import { countRatings, forgetRatings } from './store.ts';

export * as handbookCards from './cards.ts';
export type { Library } from './library.ts';
export { entrySchema } from './model.ts';
export { importBatch } from './store.ts';

const entry = z.string().min(1);
const aboutEntry = z.object({ entry });

const RATINGS_LABEL = { nb: 'Svar du har vurdert', nn: 'Svar du har vurdert', en: 'Answers you have rated' };

const gapsCommand: Command = {
  name: 'handbook.gaps',
  words: { nb: ['ubesvart', 'ubesvarte'], nn: ['ubesvart', 'utan svar'], en: ['unanswered'] },
  who: ['editor'],
  help: {
    nb: 'hvor mange spørsmål håndboka ikke hadde svar på',
    nn: 'kor mange spørsmål handboka ikkje hadde svar på',
    en: 'how many questions the handbook had no answer to',
  },
  run: tellGaps,
};

/** Answers handbook questions: everything that the switchboard knows of it. `library` is also what the command line searches in. */
export function createHandbook(thesaurus: Thesaurus): Feature & { readonly library: Library } {
  const library = createLibrary(thesaurus);
  return {
    name: 'handbook',
    library,
    commands: [gapsCommand],
    actions: actionsOf(library),
    queries: [{ commandId: 'handbook.search', who: 'member', run: (turn, query) => searchFor(library, turn, query) }],
    jobs: [],
    question: (turn, text) => answerQuestion(library, turn, text),
    personal: {
      show: async (tx, person, locale) => {
        const ratings = await countRatings(tx, person);
        return ratings === 0 ? [] : [{ label: RATINGS_LABEL[locale], value: String(ratings) }];
      },
      forget: ({ tx }, person) => forgetRatings(tx, person),
    },
  };
}

function actionsOf(library: Library): Feature['actions'] {
  return [
    defineAction({
      verb: 'handbook.show',
      who: 'member',
      data: aboutEntry,
      freeText: [],
      run: (turn, data) => showEntry(library, turn, data),
    }),
    defineAction({
      verb: 'handbook.narrow',
      who: 'member',
      data: z.object({ choice: z.string().max(100).optional(), question: z.string().max(2000).optional() }),
      freeText: ['question'],
      run: (turn, data) => narrow(library, turn, data),
    }),
    defineAction({
      verb: 'handbook.helpful',
      who: 'member',
      data: aboutEntry,
      freeText: [],
      run: (turn, data) => markHelpful(library, turn, data),
    }),
    defineAction({
      verb: 'handbook.notHelpful',
      who: 'member',
      data: z.object({ entry, reason: z.string().max(2000).optional() }),
      freeText: ['reason'],
      run: (turn, data) => markNotHelpful(library, turn, data),
    }),
    defineAction({
      verb: 'handbook.share',
      who: 'member',
      data: aboutEntry,
      freeText: [],
      run: (turn, data) => share(library, turn, data),
    }),
  ];
}
