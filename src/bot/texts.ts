import type { Locale, Texts } from '../core/locale.ts';

/** What the switchboard itself says. */
export const refusals = {
  unknownVerb: {
    nb: 'Denne knappen virker ikke lenger, og ingenting er endret.',
    nn: 'Denne knappen verkar ikkje lenger, og ingenting er endra.',
    en: 'This button no longer works, and nothing has changed.',
  },
  brokenData: {
    nb: 'Kortet mangler noe jeg trenger, og ingenting er endret: spør på nytt, så får du et ferskt kort.',
    nn: 'Kortet manglar noko eg treng, og ingenting er endra: spør på nytt, så får du eit ferskt kort.',
    en: 'The card lacks something I need, and nothing has changed: ask again to get a fresh card.',
  },
  noRight: {
    nb: 'Bare den som har rollen til det, kan gjøre dette, og ingenting er endret.',
    nn: 'Berre den som har rolla til det, kan gjere dette, og ingenting er endra.',
    en: 'Only people with the right role can do this, and nothing has changed.',
  },
  rosterAway: {
    nb: 'Teams sier ikke akkurat nå hvem som er med i rommene, så jeg vet ikke om du er det. Prøv igjen om litt.',
    nn: 'Teams seier ikkje akkurat no kven som er med i romma, så eg veit ikkje om du er det. Prøv igjen om litt.',
    en: 'Teams isn’t saying right now who is in the rooms, so I don’t know whether you are. Try again in a while.',
  },
  noBank: {
    nb: 'Skriv til meg i chatten først, så finner vi ut hvilken ressursbank du hører til.',
    nn: 'Skriv til meg i chatten først, så finn vi ut kva ressursbank du høyrer til.',
    en: 'Write to me in the chat first, so we can find out which resource bank you belong to.',
  },
  noQuestion: {
    nb: 'Hva lurer du på? Skriv spørsmålet ditt, så leter jeg i håndboka. Skriv «hjelp» for å se hva jeg kan.',
    nn: 'Kva lurer du på? Skriv spørsmålet ditt, så leitar eg i handboka. Skriv «hjelp» for å sjå kva eg kan.',
    en: 'What would you like to know? Write your question and I will look in the handbook. Write “help” to see what I can do.',
  },
  textOnly: {
    nb: 'Jeg leser bare tekst. Skriv spørsmålet ditt, uten opplysninger om pasienter.',
    nn: 'Eg les berre tekst. Skriv spørsmålet ditt, utan opplysningar om pasientar.',
    en: 'I only read text. Write your question, without anything about patients.',
  },
  tooLong: {
    nb: 'Spørsmålet er for langt for meg. Skriv det i en setning eller to.',
    nn: 'Spørsmålet er for langt for meg. Skriv det i ei setning eller to.',
    en: 'The question is too long for me. Write it in a sentence or two.',
  },
  unavailable: {
    nb: 'Jeg får ikke tak i det jeg husker akkurat nå. Ingenting er lagret. Prøv igjen om et minutt.',
    nn: 'Eg får ikkje tak i det eg hugsar akkurat no. Ingenting er lagra. Prøv igjen om eit minutt.',
    en: 'I can’t reach my memory right now. Nothing was saved. Try again in a minute.',
  },
  busy: {
    nb: 'Mange endret det samme samtidig. Ditt ble ikke lagret. Prøv igjen.',
    nn: 'Mange endra det same samtidig. Ditt vart ikkje lagra. Prøv igjen.',
    en: 'Many people changed the same thing at once. Yours was not saved. Try again.',
  },
} satisfies Record<string, Texts>;

/** The sentence for an error that nobody foresaw; `id` is what the log knows it by. */
export const broken: Texts<[id: string]> = {
  nb: (id) => `Noe gikk galt hos meg. Ingenting er lagret. Prøv igjen, eller si fra til en administrator og oppgi ${id}.`,
  nn: (id) => `Noko gjekk gale hos meg. Ingenting er lagra. Prøv igjen, eller sei frå til ein administrator og oppgje ${id}.`,
  en: (id) => `Something went wrong on my side. Nothing was saved. Try again, or tell an administrator and give ${id}.`,
};

export function say(text: Texts, locale: Locale): { readonly kind: 'say'; readonly text: string } {
  return { kind: 'say', text: text[locale] };
}
