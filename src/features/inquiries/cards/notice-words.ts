import type { Texts } from '../../../core/locale.ts';
import type { Notice } from './adviser.ts';

/** What a notice's sentence is made of. `name`: who caused it, or who has it, '' for nobody; `due`: a moment in words, '' for none. */
interface Facts {
  readonly inquiry: string;
  readonly name: string;
  readonly due: string;
}

type Sentence = Texts<[Facts]>;

const late: Sentence = {
  nb: ({ inquiry, name }) => `Fristen for ${inquiry} er ute.${name && ` Henvendelsen ligger hos ${name}.`} Kan du se på den?`,
  nn: ({ inquiry, name }) => `Fristen for ${inquiry} er ute.${name && ` Førespurnaden ligg hos ${name}.`} Kan du sjå på han?`,
  en: ({ inquiry, name }) => `${inquiry} is past its deadline${name && ` and is with ${name}`}. Can you look at it?`,
};

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
  lateFirst: late,
  lateAnswer: late,
  coordinate: {
    nb: ({ inquiry, name }) => `${inquiry} er over fristen. ${name ? `Den ligger hos ${name}` : 'Ingen har den'}.`,
    nn: ({ inquiry, name }) => `${inquiry} er over fristen. ${name ? `Han ligg hos ${name}` : 'Ingen har han'}.`,
    en: ({ inquiry, name }) => `${inquiry} is overdue, and ${name ? `is with ${name}` : 'nobody has it'}.`,
  },
  silentAsker: {
    nb: ({ inquiry }) => `Den som spurte, har ikke svart på det du spurte om i ${inquiry}.`,
    nn: ({ inquiry }) => `Den som spurde, har ikkje svart på det du spurde om i ${inquiry}.`,
    en: ({ inquiry }) => `The asker has not replied to what you asked in ${inquiry}.`,
  },
  handedOver: {
    nb: ({ inquiry, name }) => `${inquiry} er flyttet til deg${name && `, fordi ${name} er borte eller har sluttet`}.`,
    nn: ({ inquiry, name }) => `${inquiry} er flytta til deg${name && `, fordi ${name} er borte eller har slutta`}.`,
    en: ({ inquiry, name }) => `${inquiry} has been moved to you${name && `, because ${name} is away or has left`}.`,
  },
};
