import { labelsOf } from '../../core/labels.ts';

const askAdviser = { nb: 'Spør en rådgiver', nn: 'Spør ein rådgjevar', en: 'Ask an adviser' };

export const answerLabels = labelsOf({
  answerTo: { nb: 'Svar på:', nn: 'Svar på:', en: 'In reply to:' },
  stale: {
    nb: 'Kan være utdatert. Svaret skulle vært sett over.',
    nn: 'Kan vere utdatert. Svaret skulle ha vore sett over.',
    en: 'May be out of date. This answer is due for review.',
  },
  source: { nb: 'Kilde:', nn: 'Kjelde:', en: 'Source:' },
  asOf: { nb: 'Per', nn: 'Per', en: 'As of' },
  helpful: { nb: 'Nyttig', nn: 'Nyttig', en: 'Helpful' },
  notHelpful: { nb: 'Ikke nyttig', nn: 'Ikkje nyttig', en: 'Not helpful' },
  thanks: { nb: 'Takk for tilbakemeldingen.', nn: 'Takk for tilbakemeldinga.', en: 'Thank you for the feedback.' },
  askAdviser,
  share: { nb: 'Del i kanalen', nn: 'Del i kanalen', en: 'Share in channel' },
  related: { nb: 'Se også', nn: 'Sjå òg', en: 'See also' },
});

export const unsureLabels = labelsOf({
  heading: { nb: 'Mente du …?', nn: 'Meinte du …?', en: 'Did you mean …?' },
  press: { nb: 'Trykk for å se svaret.', nn: 'Trykk for å sjå svaret.', en: 'Press to see the answer.' },
  rephrase: {
    nb: 'Var det noe annet? Skriv spørsmålet på en annen måte.',
    nn: 'Var det noko anna? Skriv spørsmålet på ein annan måte.',
    en: 'Something else? Try putting your question another way.',
  },
  orAsk: {
    nb: 'Var det noe annet? Skriv spørsmålet på en annen måte, eller spør en rådgiver.',
    nn: 'Var det noko anna? Skriv spørsmålet på ein annan måte, eller spør ein rådgjevar.',
    en: 'Something else? Try putting your question another way, or ask an adviser.',
  },
  askAdviser,
});

export const missingLabels = labelsOf({
  heading: { nb: 'Det står ikke i håndboka.', nn: 'Det står ikkje i handboka.', en: 'The handbook does not say.' },
  counted: {
    nb: 'Spørsmålet er talt med, uten navnet ditt, så håndboka kan bli bedre.',
    nn: 'Spørsmålet er talt med, utan namnet ditt, så handboka kan bli betre.',
    en: 'Your question is counted, without your name, so that the handbook can get better.',
  },
  askHint: {
    nb: 'En rådgiver kan hjelpe deg videre.',
    nn: 'Ein rådgjevar kan hjelpe deg vidare.',
    en: 'An adviser can help you further.',
  },
  otherWay: {
    nb: 'Spør gjerne kollegene i kanalen, eller skriv det på en annen måte.',
    nn: 'Spør gjerne kollegaene i kanalen, eller skriv det på ein annan måte.',
    en: 'You are welcome to ask your colleagues in the channel, or put it another way.',
  },
  examples: { nb: 'Slikt står i håndboka:', nn: 'Slikt står i handboka:', en: 'Questions the handbook answers:' },
  askAdviser,
});

export const narrowLabels = labelsOf({
  press: { nb: 'Velg det som passer best.', nn: 'Vel det som passar best.', en: 'Choose what fits best.' },
});

export const reasonLabels = labelsOf({
  heading: { nb: 'Hva var galt?', nn: 'Kva var gale?', en: 'What was wrong?' },
  about: { nb: 'Svaret på:', nn: 'Svaret på:', en: 'The answer to:' },
  reason: { nb: 'Velg det som passer best', nn: 'Vel det som passar best', en: 'Choose what fits best' },
  wrong: { nb: 'Svaret er feil', nn: 'Svaret er feil', en: 'The answer is wrong' },
  outdated: { nb: 'Svaret er utdatert', nn: 'Svaret er utdatert', en: 'The answer is out of date' },
  unclear: { nb: 'Svaret er uklart', nn: 'Svaret er uklart', en: 'The answer is unclear' },
  other: { nb: 'Noe annet', nn: 'Noko anna', en: 'Something else' },
  required: { nb: 'Velg en av dem.', nn: 'Vel ein av dei.', en: 'Please choose one.' },
  send: { nb: 'Send', nn: 'Send', en: 'Send' },
});
