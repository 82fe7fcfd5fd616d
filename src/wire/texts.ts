import type { Texts } from '../core/locale.ts';

/** What the wire itself says, before or instead of the bot. */
export const wireTexts: {
  readonly foreignTenant: Texts;
  readonly unknownInvoke: Texts;
  readonly unavailable: Texts;
  readonly failed: Texts<[id: string]>;
  readonly done: Texts;
} = {
  foreignTenant: {
    nb: 'Denne roboten er ikke satt opp for organisasjonen du skriver fra.',
    nn: 'Denne roboten er ikkje sett opp for organisasjonen du skriv frå.',
    en: 'This bot has not been set up for the organisation you are writing from.',
  },
  unknownInvoke: {
    nb: 'Dette kan jeg ikke gjøre. Skriv «hjelp» for å se hva jeg kan.',
    nn: 'Dette kan eg ikkje gjere. Skriv «hjelp» for å sjå kva eg kan.',
    en: 'I can’t do that. Write “help” to see what I can do.',
  },
  unavailable: {
    nb: 'Jeg fikk ikke gjort dette nå. Prøv igjen om et lite øyeblikk.',
    nn: 'Eg fekk ikkje gjort dette no. Prøv igjen om ei lita stund.',
    en: 'I couldn’t do that just now. Try again in a moment.',
  },
  failed: {
    nb: (id) => `Noe gikk galt hos meg. Si fra til senteret og oppgi ${id}.`,
    nn: (id) => `Noko gjekk gale hos meg. Sei frå til senteret og oppgi ${id}.`,
    en: (id) => `Something went wrong on my side. Tell the centre and mention ${id}.`,
  },
  done: { nb: 'Mottatt.', nn: 'Motteke.', en: 'Received.' },
};
