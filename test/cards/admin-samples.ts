import * as admin from '../../src/features/admin/cards.ts';
import { channelId, long, many, personId, type Sample } from './sample.ts';

const chosen = { announceIn: channelId(1), adviserChannel: null, leaderChannel: channelId(2), editorChannel: null, centreChannel: null };
const banks = [
  { id: 'rph', name: 'RPH Ressursbank' },
  { id: 'fact-ung', name: 'FACT ung-forum' },
];
const bind = {
  bank: 'rph',
  banks,
  channels: [
    { id: channelId(1), name: 'Kunngjøringer' },
    { id: channelId(2), name: 'Teamledere' },
    { id: channelId(3), name: 'Generelt' },
  ],
  chosen,
  done: false,
};
const manyChannels = many(200, (index) => ({ id: channelId(index), name: long(90) }));
const people = [
  { id: personId(1), name: 'Kari Eksempel', roles: 'rådgiver (vest), redaktør' },
  { id: personId(2), name: 'Ola Prøve', roles: 'administrator' },
];
const help = {
  bank: 'rph',
  bankName: 'RPH Ressursbank',
  commands: [
    { words: 'hjelp', help: 'Viser dette' },
    { words: 'språk', help: 'Velg bokmål, nynorsk eller engelsk' },
    { words: 'bytt bank', help: 'Velg hvilken ressursbank du spør i' },
    { words: 'mine data', help: 'Se hva som er lagret om deg' },
  ],
  examples: ['Må vi ha psykolog i teamet?', 'Hva koster opplæringen i kognitiv terapi?', 'Når er neste nettverkssamling?'],
};
const welcome = { bank: 'rph', bankName: 'RPH Ressursbank', examples: help.examples, inTeam: true };
const facts = [
  { label: 'Håndbok', value: 'Versjon 7, 142 svar' },
  { label: 'Kunngjøringer', value: 'Kunngjøringer' },
  { label: 'Rådgivere', value: 'Ingen kanal er valgt' },
];
const letter = (index: number) => ({ message: personId(index), to: 'Kari Eksempel', reason: 'Boten er blokkert i personlig chat.' });

export const adminSamples: readonly Sample[] = [
  { of: 'hjelp', card: admin.helpCard.ref(help) },
  {
    of: 'lengst',
    card: admin.helpCard.ref({
      ...help,
      commands: many(30, () => ({ words: 'kontakt <team, sted>', help: long(120) })),
      examples: many(5, () => long(200)),
    }),
    worst: true,
  },
  { of: 'i et team', card: admin.welcomeCard.ref(welcome) },
  { of: 'i en chat', card: admin.welcomeCard.ref({ ...welcome, inTeam: false, examples: [] }) },
  {
    of: 'lengst',
    card: admin.welcomeCard.ref({ ...welcome, bankName: long(200), examples: many(5, () => long(200)) }),
    worst: true,
  },
  { of: 'to banker', card: admin.chooseBankCard.ref({ banks }, { question: 'Må vi ha psykolog?' }) },
  {
    of: 'lengst',
    card: admin.chooseBankCard.ref({ banks: many(8, (index) => ({ id: `bank-${index}`, name: long(80) })) }, { question: long(20_000) }),
    worst: true,
  },
  { of: 'skjema', card: admin.bindCard.ref(bind) },
  { of: 'ny', card: admin.bindCard.ref({ ...bind, bank: null, chosen: { ...chosen, announceIn: null, leaderChannel: null } }) },
  { of: 'ferdig', card: admin.bindCard.ref({ ...bind, done: true }) },
  { of: 'lengst', card: admin.bindCard.ref({ ...bind, channels: manyChannels }), worst: true },
  { of: 'i orden', card: admin.setupCard.ref({ bank: 'rph', bankName: 'RPH Ressursbank', facts, letters: [], canRoute: true }) },
  {
    of: 'kom ikke fram',
    card: admin.setupCard.ref({ bank: 'rph', bankName: 'RPH Ressursbank', facts, letters: [letter(1)], canRoute: false }),
  },
  {
    of: 'lengst',
    card: admin.setupCard.ref({
      bank: 'rph',
      canRoute: true,
      bankName: long(80),
      facts: many(15, () => ({ label: long(40), value: long(200) })),
      letters: many(40, (index) => ({ ...letter(index), to: long(90), reason: long(2000) })),
    }),
    worst: true,
  },
  {
    of: 'på',
    card: admin.feedCard.ref({
      ...{ bank: 'rph', bankName: 'RPH Ressursbank', on: true },
      address: 'https://bot.example.no/calendar/rph.ics',
    }),
  },
  { of: 'av', card: admin.feedCard.ref({ bank: 'rph', bankName: 'RPH Ressursbank', on: false, address: null }) },
  { of: 'uten adresse', card: admin.feedCard.ref({ bank: 'rph', bankName: 'RPH Ressursbank', on: true, address: null }) },
  {
    of: 'lengst',
    card: admin.feedCard.ref({ bank: 'rph', bankName: long(80), on: true, address: `https://bot.example.no/${'a'.repeat(200)}/rph.ics` }),
    worst: true,
  },
  { of: 'roller', card: admin.rolesCard.ref({ bank: 'rph', bankName: 'RPH Ressursbank', people, choices: people, note: null }) },
  {
    of: 'endret',
    card: admin.rolesCard.ref({
      bank: 'rph',
      bankName: 'RPH Ressursbank',
      people: [],
      choices: people,
      note: 'Kari Eksempel er ikke lenger redaktør.',
    }),
  },
  {
    of: 'lengst',
    card: admin.rolesCard.ref({
      bank: 'rph',
      bankName: long(80),
      people: many(200, (index) => ({ id: personId(index), name: long(90), roles: long(100) })),
      choices: many(500, (index) => ({ id: personId(index), name: long(90) })),
      note: long(200),
    }),
    worst: true,
  },
  { of: 'bokmål', card: admin.localeCard.ref({ bank: 'rph', chosen: 'nb' }) },
  { of: 'nynorsk', card: admin.localeCard.ref({ bank: 'rph', chosen: 'nn' }) },
  { of: 'engelsk', card: admin.localeCard.ref({ bank: 'rph', chosen: 'en' }) },
  {
    of: 'noe',
    card: admin.personalDataCard.ref({
      bank: 'rph',
      facts: [
        { label: 'Språk', value: 'bokmål' },
        { label: 'Ressursbank', value: 'RPH Ressursbank' },
        { label: 'Tilbakemeldinger', value: '3 svar' },
      ],
    }),
  },
  { of: 'ingenting', card: admin.personalDataCard.ref({ bank: 'rph', facts: [] }) },
  {
    of: 'lengst',
    card: admin.personalDataCard.ref({ bank: 'rph', facts: many(30, () => ({ label: long(40), value: long(300) })) }),
    worst: true,
  },
  { of: 'bekreft', card: admin.forgetCard.ref({ bank: 'rph' }) },
];
