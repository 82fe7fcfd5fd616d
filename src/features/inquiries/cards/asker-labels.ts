import { labelsOf } from '../../../core/labels.ts';

const add = { nb: 'Legg til noe', nn: 'Legg til noko', en: 'Add something' };
const withdraw = { nb: 'Trekk tilbake', nn: 'Trekk tilbake', en: 'Withdraw' };
const openThread = { nb: 'Åpne tråden', nn: 'Opne tråden', en: 'Open the thread' };
const answeredBefore = { nb: 'Dette er besvart før:', nn: 'Dette er svart på før:', en: 'This has been answered before:' };
const urgent = { nb: 'Merket: haster', nn: 'Merkt: hastar', en: 'Marked as urgent' };
const send = { nb: 'Send', nn: 'Send', en: 'Send' };
const contact = { nb: 'Ta kontakt med dem direkte.', nn: 'Ta kontakt med dei direkte.', en: 'Please contact them directly.' };
const askAdviser = { nb: 'Spør en rådgiver', nn: 'Spør ein rådgjevar', en: 'Ask an adviser' };
const everybodySees = {
  nb: 'Alle i kanalen ser det du skriver.',
  nn: 'Alle i kanalen ser det du skriv.',
  en: 'Everyone in the channel sees what you write.',
};
const writeFirst = { nb: 'Skriv noe først.', nn: 'Skriv noko først.', en: 'Please write something first.' };

const adviserAfterAll = {
  nb: 'Jeg trenger likevel en rådgiver',
  nn: 'Eg treng likevel ein rådgjevar',
  en: 'I still need an adviser',
};

export const formLabels = labelsOf({
  ask: askAdviser,
  change: { nb: 'Endre henvendelsen', nn: 'Endre førespurnaden', en: 'Change your inquiry' },
  question: { nb: 'Hva lurer du på?', nn: 'Kva lurer du på?', en: 'What would you like to know?' },
  questionRequired: { nb: 'Skriv spørsmålet først.', nn: 'Skriv spørsmålet først.', en: 'Please write your question first.' },
  patient: { nb: 'Ikke skriv noe om en pasient.', nn: 'Ikkje skriv noko om ein pasient.', en: 'Please write nothing about a patient.' },
  failed: {
    nb: 'Svaret i håndboka som ikke hjalp:',
    nn: 'Svaret i handboka som ikkje hjelpte:',
    en: 'The handbook’s answer that did not help:',
  },
  answeredBefore,
  topic: { nb: 'Tema', nn: 'Tema', en: 'Topic' },
  suggested: {
    nb: 'Temaet er et forslag. Du kan endre det.',
    nn: 'Temaet er eit framlegg. Du kan endre det.',
    en: 'The topic is a suggestion. You can change it.',
  },
  region: { nb: 'Region', nn: 'Region', en: 'Region' },
  phase: { nb: 'Fase', nn: 'Fase', en: 'Phase' },
  unknown: { nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Don’t know' },
  team: { nb: 'Team', nn: 'Team', en: 'Team' },
  urgent: { nb: 'Haster det?', nn: 'Hastar det?', en: 'Is it urgent?' },
  yesUrgent: { nb: 'Ja, det haster', nn: 'Ja, det hastar', en: 'Yes, it is urgent' },
  wish: { nb: 'Hvordan vil du ha svaret?', nn: 'Korleis vil du ha svaret?', en: 'How would you like the answer?' },
  wishRequired: { nb: 'Velg en av dem.', nn: 'Vel ein av dei.', en: 'Please choose one.' },
  hereInChat: { nb: 'Her i chatten', nn: 'Her i chatten', en: 'Here in the chat' },
  hereInThread: {
    nb: 'Her i tråden – alle i kanalen ser svaret',
    nn: 'Her i tråden – alle i kanalen ser svaret',
    en: 'Here in the thread – everyone in the channel sees the answer',
  },
  inChannel: {
    nb: 'I kanalen for alle, uten navnet ditt',
    nn: 'I kanalen for alle, utan namnet ditt',
    en: 'In the channel for all, without your name',
  },
  byPhone: { nb: 'Ring meg', nn: 'Ring meg', en: 'Call me' },
  seenByAll: {
    nb: 'Svar i tråden blir lest av alle i kanalen. Velg «Ring meg» hvis det skal være mellom dere to.',
    nn: 'Svar i tråden blir lese av alle i kanalen. Vel «Ring meg» om det skal vere mellom dykk to.',
    en: 'Everyone in the channel can read an answer in the thread. Choose “Call me” to keep it between the two of you.',
  },
  mayChange: {
    nb: 'Endrer du tema, region eller fase, kan en annen svare.',
    nn: 'Endrar du tema, region eller fase, kan ein annan svare.',
    en: 'If you change topic, region or phase, somebody else may answer.',
  },
  send,
});

export const receiptLabels = labelsOf({
  goesTo: { nb: 'Går til:', nn: 'Går til:', en: 'Goes to:' },
  answer: { nb: 'Svar', nn: 'Svar', en: 'Answer' },
  urgent,
  contact,
  answeredBefore,
  look: {
    nb: 'Skriv «mine henvendelser» for å se hvordan det går.',
    nn: 'Skriv «mine førespurnader» for å sjå korleis det går.',
    en: 'Write “my inquiries” to see how it is going.',
  },
  lookInThread: {
    nb: 'Nevn meg og skriv «mine henvendelser» for å se hvordan det går.',
    nn: 'Nemn meg og skriv «mine førespurnader» for å sjå korleis det går.',
    en: 'Mention me and write “my inquiries” to see how it is going.',
  },
  change: { nb: 'Endre', nn: 'Endre', en: 'Change' },
  reopen: adviserAfterAll,
  add,
  withdraw,
  openThread,
});

export const statusLabels = labelsOf({
  goesTo: { nb: 'Går til:', nn: 'Går til:', en: 'Goes to:' },
  due: { nb: 'Svar innen', nn: 'Svar innan', en: 'Answer by' },
  add,
  withdraw,
});

export const askedLabels = labelsOf({
  text: { nb: 'Svaret ditt', nn: 'Svaret ditt', en: 'Your reply' },
  required: writeFirst,
  orMessage: {
    nb: 'Du kan også svare på denne meldingen.',
    nn: 'Du kan òg svare på denne meldinga.',
    en: 'You can also reply to this message.',
  },
  orThread: {
    nb: 'Du kan også svare i tråden ved å nevne meg. Alle i kanalen ser det du skriver i tråden.',
    nn: 'Du kan òg svare i tråden ved å nemne meg. Alle i kanalen ser det du skriv i tråden.',
    en: 'You can also reply in the thread by mentioning me. Everyone in the channel sees what you write in the thread.',
  },
  reply: { nb: 'Svar', nn: 'Svar', en: 'Reply' },
  replied: {
    nb: 'Takk. Svaret ditt er sendt til rådgiveren.',
    nn: 'Takk. Svaret ditt er sendt til rådgjevaren.',
    en: 'Thank you. Your reply has been sent to the adviser.',
  },
});

export const answerLabels = labelsOf({
  youAsked: { nb: 'Du spurte:', nn: 'Du spurde:', en: 'You asked:' },
  helped: { nb: 'Hjalp dette?', nn: 'Hjelpte dette?', en: 'Did this help?' },
  rating1: { nb: 'Nei', nn: 'Nei', en: 'No' },
  rating2: { nb: 'Litt', nn: 'Litt', en: 'A little' },
  rating3: { nb: 'Delvis', nn: 'Delvis', en: 'Partly' },
  rating4: { nb: 'Ja, det meste', nn: 'Ja, det meste', en: 'Yes, mostly' },
  rating5: { nb: 'Ja, helt', nn: 'Ja, heilt', en: 'Yes, fully' },
  ratingRequired: { nb: 'Velg en av dem.', nn: 'Vel ein av dei.', en: 'Please choose one.' },
  comment: {
    nb: 'Vil du si noe mer? (valgfritt)',
    nn: 'Vil du seie noko meir? (valfritt)',
    en: 'Anything you would like to add? (optional)',
  },
  send,
  rated: { nb: 'Takk for tilbakemeldingen.', nn: 'Takk for tilbakemeldinga.', en: 'Thank you for the feedback.' },
  reopen: { nb: 'Åpne igjen', nn: 'Opne igjen', en: 'Open again' },
});

export const referralLabels = labelsOf({
  contact,
  adviserSays: { nb: 'Fra rådgiveren:', nn: 'Frå rådgjevaren:', en: 'From the adviser:' },
  reopen: adviserAfterAll,
});

export const publishedLabels = labelsOf({
  heading: {
    nb: 'Spurt og besvart i ressursbanken',
    nn: 'Spurt og svart på i ressursbanken',
    en: 'Asked and answered in the resource bank',
  },
  askAdviser,
});

export const writeLabels = labelsOf({
  back: { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' },
  required: writeFirst,
  everybodySees,
  question: { nb: 'Spørsmålet:', nn: 'Spørsmålet:', en: 'The question:' },
});

export const mineLabels = labelsOf({
  heading: { nb: 'Mine henvendelser', nn: 'Mine førespurnader', en: 'My inquiries' },
  none: { nb: 'Du har ingen henvendelser ennå.', nn: 'Du har ingen førespurnader enno.', en: 'You have no inquiries yet.' },
  waitsForYou: { nb: 'Venter på svar fra deg', nn: 'Ventar på svar frå deg', en: 'Waiting for your reply' },
  openThread,
  add,
  withdraw,
  another: { nb: 'Ny henvendelse', nn: 'Ny førespurnad', en: 'New inquiry' },
});

export const looseLabels = labelsOf({
  which: { nb: 'Er dette svar på en av disse?', nn: 'Er dette svar på ein av desse?', en: 'Is this a reply to one of these?' },
  notReply: { nb: 'Nei, det er et nytt spørsmål', nn: 'Nei, det er eit nytt spørsmål', en: 'No, it is a new question' },
});
