import { labelsOf } from '../../../core/labels.ts';
import { inputWords } from './input-words.ts';

const back = { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' };
const { endDate, start, end, reason, recordingUrl, materialsUrl, participants, teams } = inputWords;

export const rescheduleLabels = labelsOf({
  heading: { nb: 'Flytt', nn: 'Flytt', en: 'Move' },
  changedSince: {
    nb: 'Noen andre har endret dette i mellomtida. Se over tidspunktet før du flytter.',
    nn: 'Nokon andre har endra dette i mellomtida. Sjå over tidspunktet før du flyttar.',
    en: 'Somebody else has changed this in the meantime. Please look at the time before you move it.',
  },
  happens: { nb: 'Kortene viser den nye tida.', nn: 'Korta viser den nye tida.', en: 'The cards will show the new time.' },
  date: { nb: 'Ny dato', nn: 'Ny dato', en: 'New date' },
  dateRequired: { nb: 'Velg en dato.', nn: 'Vel ein dato.', en: 'Please choose a date.' },
  endDate,
  start,
  end,
  reason,
  reasonHint: {
    nb: 'Står på kortet og i beskjeden. Kan stå tom',
    nn: 'Står på kortet og i beskjeden. Kan stå tom',
    en: 'Appears on the card and in the message. May be left empty',
  },
  move: { nb: 'Flytt', nn: 'Flytt', en: 'Move' },
  back,
});

export const reasonLabels = labelsOf({
  cancelHeading: { nb: 'Avlys', nn: 'Avlys', en: 'Cancel' },
  cancelHappens: {
    nb: 'Kortene blir stående og viser at det er avlyst.',
    nn: 'Korta blir ståande og viser at det er avlyst.',
    en: 'The cards will stay and show that it is cancelled.',
  },
  reason,
  reasonHint: {
    nb: 'Står på kortet og i beskjeden',
    nn: 'Står på kortet og i beskjeden',
    en: 'Appears on the card and in the message',
  },
  reasonRequired: {
    nb: 'Skriv en kort begrunnelse.',
    nn: 'Skriv ei kort grunngjeving.',
    en: 'Please give a short reason.',
  },
  cancel: { nb: 'Avlys', nn: 'Avlys', en: 'Cancel it' },
  withdrawHeading: { nb: 'Trekk tilbake', nn: 'Trekk tilbake', en: 'Take back' },
  withdrawHappens: {
    nb: 'Bruk dette når noe er kunngjort ved en feil. Alle kortene blir tatt bort.',
    nn: 'Bruk dette når noko er kunngjort ved ein feil. Alle korta blir tekne bort.',
    en: 'Use this when something was announced by mistake. All its cards will be taken away.',
  },
  withdraw: { nb: 'Trekk tilbake', nn: 'Trekk tilbake', en: 'Take it back' },
  back,
});

export const wrapUpLabels = labelsOf({
  heading: { nb: 'Oppsummer', nn: 'Oppsummer', en: 'Wrap up' },
  happens: {
    nb: 'De som er interesserte, får opptaket og materiellet, og spørsmål om hva de syntes.',
    nn: 'Dei som er interesserte, får opptaket og materiellet, og spørsmål om kva dei syntest.',
    en: 'Those who are interested get the recording and the material, and are asked what they thought.',
  },
  recordingUrl,
  materialsUrl,
  participants,
  teams,
  save: { nb: 'Lagre', nn: 'Lagre', en: 'Save' },
  back,
});

/** The question that follows an event; stands on a form and on a notice. */
export const evaluateWords = {
  question: { nb: 'Hvor nyttig var det for deg?', nn: 'Kor nyttig var det for deg?', en: 'How useful was it to you?' },
  rating1: { nb: '1 – svært lite nyttig', nn: '1 – svært lite nyttig', en: '1 – hardly useful at all' },
  rating2: { nb: '2 – lite nyttig', nn: '2 – lite nyttig', en: '2 – not very useful' },
  rating3: { nb: '3 – litt nyttig', nn: '3 – litt nyttig', en: '3 – somewhat useful' },
  rating4: { nb: '4 – nyttig', nn: '4 – nyttig', en: '4 – useful' },
  rating5: { nb: '5 – svært nyttig', nn: '5 – svært nyttig', en: '5 – very useful' },
  ratingRequired: { nb: 'Velg en av dem.', nn: 'Vel ein av dei.', en: 'Please choose one.' },
  comment: {
    nb: 'Vil du si noe mer? Det kan stå tomt.',
    nn: 'Vil du seie noko meir? Det kan stå tomt.',
    en: 'Anything to add? You can leave this empty.',
  },
  anonymous: {
    nb: 'Svaret er anonymt, og svarene vises når minst tre har svart. Ikke skriv noe om en pasient.',
    nn: 'Svaret er anonymt, og svara blir viste når minst tre har svart. Ikkje skriv noko om ein pasient.',
    en: 'Your answer is anonymous, and answers are shown when at least three have answered. Please write nothing about a patient.',
  },
  send: { nb: 'Send', nn: 'Send', en: 'Send' },
} as const;

export const evaluateLabels = labelsOf({
  ...evaluateWords,
  heading: { nb: 'Tilbakemelding', nn: 'Tilbakemelding', en: 'Feedback' },
  commentTooLong: {
    nb: 'Teksten kan ha høyst 1000 tegn.',
    nn: 'Teksten kan ha høgst 1000 teikn.',
    en: 'The text can have 1000 characters at most.',
  },
  back,
});
