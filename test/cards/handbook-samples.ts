import * as handbook from '../../src/features/handbook/cards.ts';
import { long, many, type Sample } from './sample.ts';

const answer = {
  bank: 'rph',
  entry: 'R09',
  question: 'Hva koster opplæringen i kognitiv terapi?',
  answer: 'Den er gratis for alle ansatte i RPH-team og gis av NFKT.',
  source: 'NAPHAs årsrapport 2023',
  link: 'https://example.no/rapporter/2023_(endelig)',
  asOf: '2023-12-31',
  stale: false,
  related: [
    { entry: 'R12', question: 'Må vi ha psykolog i teamet?' },
    { entry: 'R25', question: 'Kan vi delta på webinar før vi har startet RPH?' },
  ],
  canRate: true,
  canAsk: true,
  canShare: true,
  thanks: false,
  quote: null,
};
const worstAnswer = {
  ...answer,
  question: long(300),
  answer: long(4000),
  source: long(300),
  link: `https://example.no/${'a'.repeat(2000)}`,
  stale: true,
  related: many(3, (index) => ({ entry: `R${index}`, question: long(300) })),
  quote: long(4000),
};

export const handbookSamples: readonly Sample[] = [
  { of: 'svar', card: handbook.answerCard.ref(answer) },
  {
    of: 'utdatert, uten lenke',
    card: handbook.answerCard.ref({ ...answer, stale: true, link: null, related: [], canAsk: false, canShare: false }),
  },
  {
    of: 'takk',
    card: handbook.answerCard.ref({
      ...answer,
      answer: 'Først dette.\n- så *dette*\n- og dette',
      thanks: true,
      canShare: false,
      related: [],
    }),
  },
  {
    of: 'svar på en melding',
    card: handbook.answerCard.ref({
      ...answer,
      quote: 'Noen som vet hva kurset i kognitiv terapi koster?\nVi skal legge budsjett på mandag.',
      canRate: false,
      canAsk: false,
      related: [],
    }),
  },
  { of: 'lengst', card: handbook.answerCard.ref(worstAnswer), worst: true },
  {
    of: 'ett',
    card: handbook.unsureCard.ref({ bank: 'rph', options: [{ entry: 'R12', question: 'Må vi ha psykolog i teamet?' }], canAsk: false }),
  },
  {
    of: 'tre',
    card: handbook.unsureCard.ref({
      bank: 'rph',
      options: [
        { entry: 'R12', question: 'Må vi ha psykolog i teamet?' },
        { entry: 'R25', question: 'Kan vi delta på webinar før vi har startet RPH?' },
        { entry: 'R61', question: 'Når er den nasjonale nettverkssamlingen for RPH, og hvem er den for?' },
      ],
      canAsk: true,
    }),
  },
  {
    of: 'lengst',
    card: handbook.unsureCard.ref({
      bank: 'rph',
      options: many(3, (index) => ({ entry: `R${index}`, question: long(300) })),
      canAsk: true,
    }),
    worst: true,
  },
  {
    of: 'uten rådgiver',
    card: handbook.missingCard.ref({
      bank: 'rph',
      canAsk: false,
      examples: ['Må vi ha psykolog i teamet?', 'Hva heter RPH på engelsk?'],
    }),
  },
  { of: 'med rådgiver', card: handbook.missingCard.ref({ bank: 'rph', canAsk: true, examples: [] }) },
  { of: 'lengst', card: handbook.missingCard.ref({ bank: 'rph', canAsk: true, examples: many(10, () => long(300)) }), worst: true },
  {
    of: 'med spørsmål',
    card: handbook.narrowCard.ref(
      {
        bank: 'rph',
        ask: 'Gjelder det etablering eller drift?',
        choices: [
          { choice: 'etablering', label: 'Etablering av et nytt team' },
          { choice: 'drift', label: 'Drift av et team som er i gang' },
        ],
      },
      { question: 'Hva koster det?' },
    ),
  },
  {
    of: 'lengst',
    card: handbook.narrowCard.ref(
      { bank: 'rph', ask: long(300), choices: many(4, (index) => ({ choice: `valg-${index}`, label: long(200) })) },
      { question: long(20_000) },
    ),
    worst: true,
  },
  { of: 'skjema', card: handbook.reasonCard.ref({ bank: 'rph', entry: 'R12', question: answer.question }) },
  { of: 'lengst', card: handbook.reasonCard.ref({ bank: 'rph', entry: 'R12', question: long(300) }), worst: true },
];
