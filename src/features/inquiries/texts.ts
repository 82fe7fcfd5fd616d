import type { Locale, Texts } from '../../core/locale.ts';

type Params = Readonly<Record<string, string>>;

/** The sentences for what can't be done, by code. */
const sentences: Readonly<Record<string, Texts<[Params]>>> = {
  notFound: {
    nb: () => 'Jeg finner ikke henvendelsen. Ingenting er gjort.',
    nn: () => 'Eg finn ikkje førespurnaden. Ingenting er gjort.',
    en: () => 'I can’t find that inquiry. Nothing has been done.',
  },
  notYours: {
    nb: () => 'Bare den som spurte, kan gjøre det. Ingenting er gjort.',
    nn: () => 'Berre den som spurde, kan gjere det. Ingenting er gjort.',
    en: () => 'Only the one who asked can do that. Nothing has been done.',
  },
  takenBy: {
    nb: ({ number, name }) => `${name} har alt tatt ${number}.`,
    nn: ({ number, name }) => `${name} har alt teke ${number}.`,
    en: ({ number, name }) => `${name} has already taken ${number}.`,
  },
  yours: {
    nb: ({ number }) => `Du har ${number} fra før.`,
    nn: ({ number }) => `Du har ${number} frå før.`,
    en: ({ number }) => `${number} is already yours.`,
  },
  answeredBy: {
    nb: ({ number, name }) => `${name} har alt svart på ${number}. Svaret ditt er ikke sendt. Åpne den igjen hvis noe mangler.`,
    nn: ({ number, name }) => `${name} har alt svart på ${number}. Svaret ditt er ikkje sendt. Opne han igjen om noko manglar.`,
    en: ({ number, name }) => `${name} has already answered ${number}. Your answer was not sent. Reopen it if something is missing.`,
  },
  nobodyToTell: {
    nb: ({ number }) => `${number} er loggført av en rådgiver, så det er ingen å svare her.`,
    nn: ({ number }) => `${number} er loggført av ein rådgjevar, så det er ingen å svare her.`,
    en: ({ number }) => `${number} was logged by an adviser, so there is nobody to answer here.`,
  },
  notAnswered: {
    nb: ({ number }) => `${number} er ikke besvart ennå.`,
    nn: ({ number }) => `${number} er ikkje svart på enno.`,
    en: ({ number }) => `${number} has not been answered yet.`,
  },
  stillOpen: {
    nb: ({ number }) => `${number} er alt åpen.`,
    nn: ({ number }) => `${number} er alt open.`,
    en: ({ number }) => `${number} is already open.`,
  },
  changeTaken: {
    nb: ({ number, name }) => `${name} har alt tatt ${number}, så den kan ikke endres. Trykk «Legg til noe» i stedet.`,
    nn: ({ number, name }) => `${name} har alt teke ${number}, så han kan ikkje endrast. Trykk «Legg til noko» i staden.`,
    en: ({ number, name }) => `${name} has already taken ${number}, so it can’t be changed. Press “Add something” instead.`,
  },
  'is-answered': {
    nb: ({ number }) => `${number} er alt besvart. Ingenting er gjort.`,
    nn: ({ number }) => `${number} er alt svart på. Ingenting er gjort.`,
    en: ({ number }) => `${number} has already been answered. Nothing has been done.`,
  },
  'is-referred': {
    nb: ({ number }) => `${number} er vist videre. Åpne den igjen først.`,
    nn: ({ number }) => `${number} er vist vidare. Opne han igjen først.`,
    en: ({ number }) => `${number} has been referred. Reopen it first.`,
  },
  'is-withdrawn': {
    nb: ({ number }) => `Den som spurte, har trukket ${number} tilbake. Ingenting er sendt.`,
    nn: ({ number }) => `Den som spurde, har trekt ${number} tilbake. Ingenting er sendt.`,
    en: ({ number }) => `The one who asked has withdrawn ${number}. Nothing was sent.`,
  },
  'is-closed': {
    nb: ({ number }) => `${number} er lukket. Åpne den igjen først.`,
    nn: ({ number }) => `${number} er lukka. Opne han igjen først.`,
    en: ({ number }) => `${number} is closed. Reopen it first.`,
  },
  removed: {
    nb: ({ number }) => `Teksten i ${number} er slettet, så det er ikke mer å gjøre med den.`,
    nn: ({ number }) => `Teksten i ${number} er sletta, så det er ikkje meir å gjere med han.`,
    en: ({ number }) => `The text of ${number} has been deleted, so there is nothing more to do with it.`,
  },
  full: {
    nb: ({ number }) => `Det er ikke plass til mer i ${number}. Ingenting er sendt. Send en ny henvendelse.`,
    nn: ({ number }) => `Det er ikkje plass til meir i ${number}. Ingenting er sendt. Send ein ny førespurnad.`,
    en: ({ number }) => `There is no room for more in ${number}. Nothing was sent. Please send a new inquiry.`,
  },
  writeAgain: {
    nb: () => 'Skriv spørsmålet på nytt, så svarer jeg.',
    nn: () => 'Skriv spørsmålet på nytt, så svarer eg.',
    en: () => 'Please write your question again, and I will answer.',
  },
  changedMeanwhile: {
    nb: ({ number }) =>
      `${number} er endret siden du åpnet skjemaet. Ingenting er sendt, og teksten din står der ennå. Kopier den, og trykk «Svar» på nytt.`,
    nn: ({ number }) =>
      `${number} er endra sidan du opna skjemaet. Ingenting er sendt, og teksten din står der enno. Kopier han, og trykk «Svar» på nytt.`,
    en: ({ number }) =>
      `${number} has changed since you opened the form. Nothing was sent, and your text is still there. Copy it, and press “Answer” again.`,
  },
  tooLong: {
    nb: ({ length, most }) =>
      `Teksten er på ${length} tegn, og det er plass til ${most}. Ingenting er sendt. Kort den ned, eller lenk til et dokument.`,
    nn: ({ length, most }) =>
      `Teksten er på ${length} teikn, og det er plass til ${most}. Ingenting er sendt. Kort han ned, eller lenk til eit dokument.`,
    en: ({ length, most }) =>
      `The text has ${length} characters, and there is room for ${most}. Nothing was sent. Shorten it, or link to a document.`,
  },
  notAdviser: {
    nb: ({ number }) => `Den du valgte, er ikke rådgiver i ressursbanken lenger. ${number} er ikke flyttet. Velg en annen.`,
    nn: ({ number }) => `Den du valde, er ikkje rådgjevar i ressursbanken lenger. ${number} er ikkje flytta. Vel ein annan.`,
    en: ({ number }) => `The person you chose is no longer an adviser here. ${number} was not moved. Choose somebody else.`,
  },
  unknownReceiver: {
    nb: ({ number }) => `Jeg kjenner ikke den mottakeren. ${number} er ikke vist videre. Velg en fra lista.`,
    nn: ({ number }) => `Eg kjenner ikkje den mottakaren. ${number} er ikkje vist vidare. Vel ein frå lista.`,
    en: ({ number }) => `I don’t know that receiver. ${number} was not referred. Choose one from the list.`,
  },
  noReceivers: {
    nb: () => 'Det er ikke lagt inn noen mottakere å vise videre til.',
    nn: () => 'Det er ikkje lagt inn nokon mottakarar å vise vidare til.',
    en: () => 'There are no receivers to refer to yet.',
  },
  nobodyElse: {
    nb: ({ number }) => `Det er ingen andre rådgivere i ressursbanken. ${number} er ikke flyttet.`,
    nn: ({ number }) => `Det er ingen andre rådgjevarar i ressursbanken. ${number} er ikkje flytta.`,
    en: ({ number }) => `There are no other advisers here. ${number} was not moved.`,
  },
  awayBackwards: {
    nb: () => 'Siste dag er før første dag. Ingenting er lagret. Rett datoene og prøv igjen.',
    nn: () => 'Siste dag er før første dag. Ingenting er lagra. Rett datoane og prøv igjen.',
    en: () => 'The last day is before the first. Nothing was saved. Correct the dates and try again.',
  },
  ownDeputy: {
    nb: () => 'Du kan ikke være vikar for deg selv. Ingenting er lagret. Velg en annen.',
    nn: () => 'Du kan ikkje vere vikar for deg sjølv. Ingenting er lagra. Vel ein annan.',
    en: () => 'You can’t stand in for yourself. Nothing was saved. Choose somebody else.',
  },
  unknownDeputy: {
    nb: () => 'Vikaren er ikke rådgiver i ressursbanken. Ingenting er lagret. Velg en annen.',
    nn: () => 'Vikaren er ikkje rådgjevar i ressursbanken. Ingenting er lagra. Vel ein annan.',
    en: () => 'The deputy is not an adviser here. Nothing was saved. Choose somebody else.',
  },
  unknownPeople: {
    nb: ({ ids }) => `Jeg kjenner ikke ${ids}. Ingenting er lagret. Gi dem en rolle med «roller» først.`,
    nn: ({ ids }) => `Eg kjenner ikkje ${ids}. Ingenting er lagra. Gi dei ei rolle med «roller» først.`,
    en: ({ ids }) => `I don’t know ${ids}. Nothing was saved. Give them a role with “roles” first.`,
  },
  emptyRoute: {
    nb: () => 'Velg minst én rådgiver, eller skriv hvem utenfor senteret som svarer. Ingenting er lagret.',
    nn: () => 'Vel minst éin rådgjevar, eller skriv kven utanfor senteret som svarer. Ingenting er lagra.',
    en: () => 'Choose at least one adviser, or write who outside the centre answers. Nothing was saved.',
  },
  unknownTopic: {
    nb: () => 'Temaet finnes ikke. Ingenting er lagret.',
    nn: () => 'Temaet finst ikkje. Ingenting er lagra.',
    en: () => 'There is no such topic. Nothing was saved.',
  },
  notInPublic: {
    nb: () => 'Her kan alle se det. Skriv det til meg i rådgivernes kanal, eller i chatten.',
    nn: () => 'Her kan alle sjå det. Skriv det til meg i kanalen til rådgjevarane, eller i chatten.',
    en: () => 'Everyone can see it here. Write it to me in the advisers’ channel, or in our chat.',
  },
};

/** The sentence for a refusal of this feature; undefined when the code is not its own. */
export function sentenceOf(code: string, params: Params, locale: Locale): string | undefined {
  return Object.hasOwn(sentences, code) ? sentences[code]?.[locale](params) : undefined;
}

export const texts = {
  openLabel: { nb: 'Henvendelser', nn: 'Førespurnader', en: 'Inquiries' },
  prefillLabel: { nb: 'Sist valgte team, region og fase', nn: 'Sist valde team, region og fase', en: 'Team, region and phase chosen last' },
} satisfies Record<string, Texts>;

/** How many inquiries of a person are kept, and how many of them are open. */
export const countText: Texts<[all: number, open: number]> = {
  nb: (all, open) => (open === 0 ? `${all}` : `${all}. Åpne: ${open}. De blir trukket tilbake hvis du sletter.`),
  nn: (all, open) => (open === 0 ? `${all}` : `${all}. Opne: ${open}. Dei blir trekte tilbake om du slettar.`),
  en: (all, open) => (open === 0 ? `${all}` : `${all}. Open: ${open}. They are withdrawn if you delete.`),
};

/** In place of the question, where somebody asked to be contacted after words of danger. */
export const acuteQuestion: Texts = {
  nb: 'Noen ba om at senteret tar kontakt. Teksten er ikke lagret.',
  nn: 'Nokon bad om at senteret tek kontakt. Teksten er ikkje lagra.',
  en: 'Somebody asked the centre to get in touch. The text was not stored.',
};

/** The asker is reminded of a question back, where it was asked: seen by all in a room. */
export const reminderText: Texts<[number: string, bank: string]> = {
  nb: (number, bank) => `${bank}: Rådgiveren venter på svar på spørsmålet om ${number}. Svar i kortet over.`,
  nn: (number, bank) => `${bank}: Rådgjevaren ventar på svar på spørsmålet om ${number}. Svar i kortet over.`,
  en: (number, bank) => `${bank}: The adviser is waiting for a reply about ${number}. Reply in the card above.`,
};

/** The centre was told of an acute need. `opens`: the day on which somebody is at work again, '' where that is today. */
export const toldText: Texts<[number: string, opens: string]> = {
  nb: (number, opens) =>
    `Senteret har fått beskjed (${number})${opens && `, og rådgiverne er på jobb igjen ${opens}`}. Er det fare for liv, ring 113 med én gang.`,
  nn: (number, opens) =>
    `Senteret har fått beskjed (${number})${opens && `, og rådgjevarane er på jobb igjen ${opens}`}. Er det fare for liv, ring 113 med ein gong.`,
  en: (number, opens) =>
    `The centre has been told (${number})${opens && `, and the advisers are back at work on ${opens}`}. If a life is in danger, call 113 at once.`,
};
