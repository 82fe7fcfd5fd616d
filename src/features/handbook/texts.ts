import type { Texts } from '../../core/locale.ts';
import type { Meaning } from './rules.ts';
import type { SmallTalk } from './talk.ts';

export const smallTalkTexts: { readonly [K in SmallTalk]: Texts } = {
  greeting: {
    nb: 'Hei. Spør meg om noe i håndboka, så leter jeg. Skriv «hjelp» for eksempler.',
    nn: 'Hei. Spør meg om noko i handboka, så leitar eg. Skriv «hjelp» for døme.',
    en: 'Hello. Ask me about anything in the handbook and I will look. Write “help” for examples.',
  },
  thanks: {
    nb: 'Bare hyggelig. Spør når du vil.',
    nn: 'Berre hyggeleg. Spør når du vil.',
    en: 'You’re welcome. Ask whenever you like.',
  },
  fine: {
    nb: 'Fint. Spør når du lurer på noe.',
    nn: 'Fint. Spør når du lurer på noko.',
    en: 'Good. Ask whenever you wonder about something.',
  },
  help: {
    nb: 'Ja. Skriv hva du lurer på, så leter jeg i håndboka. Skriv «hjelp» for å se hva jeg kan.',
    nn: 'Ja. Skriv kva du lurer på, så leitar eg i handboka. Skriv «hjelp» for å sjå kva eg kan.',
    en: 'Yes. Write what you wonder about and I will look in the handbook. Write “help” to see what I can do.',
  },
  goodbye: { nb: 'Ha det bra.', nn: 'Ha det bra.', en: 'Goodbye.' },
  howAreYou: {
    nb: 'Takk, bare bra. Hva lurer du på?',
    nn: 'Takk, berre bra. Kva lurer du på?',
    en: 'I’m fine, thank you. What would you like to know?',
  },
  who: {
    nb: 'Jeg er en robot som svarer ut fra håndboka i ressursbanken. Skriv «hjelp» for å se hva jeg kan.',
    nn: 'Eg er ein robot som svarer ut frå handboka i ressursbanken. Skriv «hjelp» for å sjå kva eg kan.',
    en: 'I am a bot that answers from the handbook of the resource bank. Write “help” to see what I can do.',
  },
};

export const texts = {
  entryGone: {
    nb: 'Dette svaret er tatt ut av håndboka. Spør på nytt, så leter jeg etter det som gjelder nå.',
    nn: 'Dette svaret er teke ut av handboka. Spør på nytt, så leitar eg etter det som gjeld no.',
    en: 'This answer has been taken out of the handbook. Ask again and I will look for what applies now.',
  },
  shared: {
    nb: 'Svaret blir delt i kanalen.',
    nn: 'Svaret blir delt i kanalen.',
    en: 'The answer will be shared in the channel.',
  },
  noChannel: {
    nb: 'Ressursbanken har ingen kanal å dele i ennå. En administrator kan velge en med «oppsett».',
    nn: 'Ressursbanken har ingen kanal å dele i enno. Ein administrator kan velje ein med «oppsett».',
    en: 'The resource bank has no channel to share in yet. An administrator can choose one with “setup”.',
  },
  askFact: {
    nb: 'Gjelder det FACT ung eller FACT for voksne?',
    nn: 'Gjeld det FACT ung eller FACT for vaksne?',
    en: 'Is this about FACT for young people or FACT for adults?',
  },
  askHf: {
    nb: 'Mener du helseforetak eller Housing First?',
    nn: 'Meiner du helseføretak eller Housing First?',
    en: 'Do you mean a health trust (helseforetak) or Housing First?',
  },
  askHandbook: {
    nb: 'Gjelder det RPH-håndboka eller FACT-håndboka?',
    nn: 'Gjeld det RPH-handboka eller FACT-handboka?',
    en: 'Is this about the RPH handbook or the FACT handbook?',
  },
  askAgain: {
    nb: 'Skriv spørsmålet ditt på nytt, og bruk gjerne det fulle navnet.',
    nn: 'Skriv spørsmålet ditt på nytt, og bruk gjerne det fulle namnet.',
    en: 'Write your question again, with the full name.',
  },
} satisfies Record<string, Texts>;

/** What an ambiguous word may mean, as a choice to press. */
export const choiceLabels: { readonly [M in Meaning]: Texts } = {
  'FACT ung': { nb: 'FACT ung', nn: 'FACT ung', en: 'FACT for young people (FACT ung)' },
  'FACT voksen': { nb: 'FACT for voksne', nn: 'FACT for vaksne', en: 'FACT for adults' },
  helseforetak: { nb: 'Helseforetak', nn: 'Helseføretak', en: 'Health trust (helseforetak)' },
  'Housing First': { nb: 'Housing First', nn: 'Housing First', en: 'Housing First' },
  'RPH-håndboka': { nb: 'RPH-håndboka', nn: 'RPH-handboka', en: 'The RPH handbook' },
  'FACT-håndboka': { nb: 'FACT-håndboka', nn: 'FACT-handboka', en: 'The FACT handbook' },
};

/** `ubesvart`: how many questions had no answer. */
export const gapsText: Texts<[week: number, month: number]> = {
  nb: (week, month) =>
    `Spørsmål uten svar i håndboka: ${week} siste sju dager, ${month} siste 30 dager. Jeg teller dem uten å lagre teksten.`,
  nn: (week, month) => `Spørsmål utan svar i handboka: ${week} siste sju dagar, ${month} siste 30 dagar. Eg tel dei utan å lagre teksten.`,
  en: (week, month) =>
    `Questions without an answer in the handbook: ${week} in the last seven days, ${month} in the last 30. I count them without keeping the text.`,
};
