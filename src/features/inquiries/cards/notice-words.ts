import type { Texts } from '../../../core/locale.ts';
import type { Notice } from './adviser.ts';

/** What a notice's sentence is made of. `name`: who caused it, or who has it, '' for nobody; `due`: a moment in words, '' for none. */
interface Facts {
  readonly inquiry: string;
  readonly name: string;
  readonly due: string;
}

type Sentence = Texts<[Facts]>;

/** What is late, for whom it is asked to look at it. */
const late = (what: { nb: string; nn: string; en: string }): Sentence => ({
  nb: ({ inquiry, name }) => `Fristen for ${what.nb} ${inquiry} er ute.${name && ` Henvendelsen ligger hos ${name}.`} Kan du se på den?`,
  nn: ({ inquiry, name }) => `Fristen for ${what.nn} ${inquiry} er ute.${name && ` Førespurnaden ligg hos ${name}.`} Kan du sjå på han?`,
  en: ({ inquiry, name }) => `The deadline for ${what.en} ${inquiry} has passed.${name && ` It is with ${name}.`} Can you look at it?`,
});
/** The same for the coordinator, where nobody else was left to ask. */
const overdue = (what: { nb: string; nn: string; en: string }): Sentence => ({
  nb: ({ inquiry, name }) => `Fristen for ${what.nb} ${inquiry} er ute. ${name ? `Den ligger hos ${name}` : 'Ingen har den'}.`,
  nn: ({ inquiry, name }) =>
    `Fristen for ${what.nn} ${inquiry} er ute. ${name ? `Førespurnaden ligg hos ${name}` : 'Ingen har førespurnaden'}.`,
  en: ({ inquiry, name }) => `The deadline for ${what.en} ${inquiry} has passed. ${name ? `It is with ${name}` : 'Nobody has it'}.`,
});
const FIRST = { nb: 'første svar på', nn: 'første svar på', en: 'a first reply to' };
const ANSWER = { nb: 'svar på', nn: 'svar på', en: 'the answer to' };

/** A notice in one sentence or two: what happened, and never what was written. */
export const noticeSentences: { readonly [N in Notice]: Sentence } = {
  assigned: {
    nb: ({ inquiry }) => `${inquiry} er din.`,
    nn: ({ inquiry }) => `${inquiry} er din.`,
    en: ({ inquiry }) => `${inquiry} is yours.`,
  },
  passed: {
    nb: ({ inquiry, name }) => `${name || 'En annen'} kan ikke ta ${inquiry}. Kan du?`,
    nn: ({ inquiry, name }) => `${name || 'Ein annan'} kan ikkje ta ${inquiry}. Kan du?`,
    en: ({ inquiry, name }) => `${name || 'Somebody else'} cannot take ${inquiry}. Can you?`,
  },
  added: {
    nb: ({ inquiry }) => `Den som spurte, har lagt til noe i ${inquiry}.`,
    nn: ({ inquiry }) => `Den som spurde, har lagt til noko i ${inquiry}.`,
    en: ({ inquiry }) => `The asker has added something to ${inquiry}.`,
  },
  replied: {
    nb: ({ inquiry }) => `Den som spurte, har svart på spørsmålet ditt i ${inquiry}.`,
    nn: ({ inquiry }) => `Den som spurde, har svart på spørsmålet ditt i ${inquiry}.`,
    en: ({ inquiry }) => `The asker has replied to your question in ${inquiry}.`,
  },
  reopened: {
    nb: ({ inquiry }) => `${inquiry} er åpnet igjen.`,
    nn: ({ inquiry }) => `${inquiry} er opna igjen.`,
    en: ({ inquiry }) => `${inquiry} has been opened again.`,
  },
  withdrawn: {
    nb: ({ inquiry }) => `${inquiry} er trukket tilbake. Du trenger ikke gjøre mer.`,
    nn: ({ inquiry }) => `${inquiry} er trekt tilbake. Du treng ikkje gjere meir.`,
    en: ({ inquiry }) => `${inquiry} has been withdrawn. There is nothing more to do.`,
  },
  remindFirst: {
    nb: ({ inquiry, due }) => `Første svar på ${inquiry} må gis ${due ? `innen ${due}` : 'snart'}.`,
    nn: ({ inquiry, due }) => `Første svar på ${inquiry} må givast ${due ? `innan ${due}` : 'snart'}.`,
    en: ({ inquiry, due }) => `A first reply to ${inquiry} is due ${due ? `by ${due}` : 'soon'}.`,
  },
  remindAnswer: {
    nb: ({ inquiry, due }) => `Svaret på ${inquiry} må gis ${due ? `innen ${due}` : 'snart'}.`,
    nn: ({ inquiry, due }) => `Svaret på ${inquiry} må givast ${due ? `innan ${due}` : 'snart'}.`,
    en: ({ inquiry, due }) => `The answer to ${inquiry} is due ${due ? `by ${due}` : 'soon'}.`,
  },
  lateFirst: late(FIRST),
  lateAnswer: late(ANSWER),
  coordinateFirst: overdue(FIRST),
  coordinateAnswer: overdue(ANSWER),
  silentAsker: {
    nb: ({ inquiry }) => `Den som spurte, har ikke svart på det du spurte om i ${inquiry}.`,
    nn: ({ inquiry }) => `Den som spurde, har ikkje svart på det du spurde om i ${inquiry}.`,
    en: ({ inquiry }) => `The asker has not replied to what you asked in ${inquiry}.`,
  },
  undelivered: {
    nb: ({ inquiry }) => `Et kort til den som spurte, kom ikke fram (${inquiry}). Ta kontakt på en annen måte.`,
    nn: ({ inquiry }) => `Eit kort til den som spurde, kom ikkje fram (${inquiry}). Ta kontakt på ein annan måte.`,
    en: ({ inquiry }) => `A card for the asker did not arrive (${inquiry}). Please get in touch another way.`,
  },
  handedOver: {
    nb: ({ inquiry, name }) => `${inquiry} er flyttet til deg${name && `, fordi ${name} er borte eller har sluttet`}.`,
    nn: ({ inquiry, name }) => `${inquiry} er flytta til deg${name && `, fordi ${name} er borte eller har slutta`}.`,
    en: ({ inquiry, name }) => `${inquiry} has been moved to you${name && `, because ${name} is away or has left`}.`,
  },
};
