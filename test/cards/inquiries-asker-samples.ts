import type { CardDefinition } from '../../src/cards.ts';
import * as inquiries from '../../src/features/inquiries/cards/index.ts';
import { STATES } from '../../src/features/inquiries/model.ts';
import { long, many, personId, type Sample } from './sample.ts';

export const askerCards: readonly CardDefinition[] = [
  ...[inquiries.formCard, inquiries.receiptCard, inquiries.statusCard, inquiries.askedCard, inquiries.answerCard],
  ...[inquiries.referralCard, inquiries.publishedCard, inquiries.writeCard, inquiries.mineCard, inquiries.looseCard],
];

/** Thursday 5 March 2026, 15.30 in Norway. */
const DUE = Date.UTC(2026, 2, 5, 14, 30);
const AT = Date.UTC(2026, 2, 3, 9, 12);
const LINK = 'https://example.no/l/message/19%3Akanal%40thread.tacv2/1772529120000';
const about = { bank: 'rph', inquiry: 'RPH-26-0042' };
const asker = { id: personId(1), name: 'Kari Eksempel' };
const adviser = { role: 'adviser', topic: 'Opplæring', region: 'vest', phase: null, referral: null } as const;
const nfkt = { name: 'NFKT', address: 'post@example.no', note: 'De har kurs hver høst. Skriv hvilket team det gjelder.' };
const outside = { ...adviser, role: 'referral', referral: nfkt } as const;
const due = { at: DUE, count: 3, unit: 'workdays' } as const;
const soon = { at: DUE, count: 4, unit: 'hours' } as const;
const question = 'Hvem betaler for reise og opphold når hele teamet skal på opplæring i kognitiv terapi?';
const written =
  'Opplæringen er gratis.\nReise og opphold dekker kommunen selv, men dere kan søke tilskudd:\n- søk innen 1. mai\n- legg ved planen';
const similar = [{ question: 'Hva koster opplæringen i kognitiv terapi?', answer: 'Den er gratis for alle ansatte i RPH-team.' }];
const longReferral = { name: long(200), address: `https://example.no/${'a'.repeat(400)}`, note: long(1_000) };
const longReceiver = { role: 'adviser', topic: long(120), region: 'øst', phase: 'etablering', referral: null } as const;
/** What takes the most of a card for its length. */
const heavy = (length: number) => '漢*\\ '.repeat(length / 4);

const form = {
  bank: 'rph',
  inquiry: null,
  inChannel: false,
  canPublish: true,
  topics: [
    { id: 'opplæring', label: 'Opplæring' },
    { id: 'aus-ips-nav', label: 'Arbeid, AUS, IPS og NAV' },
  ],
  chosen: { topic: 'opplæring', region: 'vest', phase: null, team: 'RPH Eksempelby', urgent: false, wish: 'here' },
  suggested: true,
  failed: { entry: 'R09', question: 'Hva koster opplæringen i kognitiv terapi?' },
  receiver: adviser,
  due,
  similar: [],
} as const;
const formOf = (changes: Partial<Parameters<typeof inquiries.formCard.ref>[0]>, typed: string) =>
  inquiries.formCard.ref({ ...form, topics: [...form.topics], similar: [], ...changes }, { question: typed });

const forms: readonly Sample[] = [
  { of: 'i en chat', card: formOf({}, question) },
  {
    of: 'i en kanal, besvart før',
    card: formOf(
      { inChannel: true, suggested: false, failed: null, similar, chosen: { ...form.chosen, urgent: true }, due: soon },
      question,
    ),
  },
  {
    of: 'endre, den som ikke vet noe',
    card: formOf(
      {
        inquiry: about.inquiry,
        chosen: { topic: null, region: null, phase: 'drift', team: null, urgent: false, wish: 'phone' },
        suggested: false,
        receiver: { ...adviser, topic: null, region: null, phase: 'drift' },
      },
      question,
    ),
  },
  { of: 'andre svarer', card: formOf({ receiver: outside, failed: null }, '') },
  {
    of: 'lengst',
    card: formOf(
      {
        inChannel: true,
        topics: many(60, (index) => ({ id: `ganske-langt-tema-${index}`, label: long(90) })),
        failed: { entry: 'R09', question: long(500) },
        receiver: longReceiver,
        similar: many(2, () => ({ question: heavy(2_000), answer: heavy(4_000) })),
      },
      '漢'.repeat(4_000),
    ),
    worst: true,
  },
];

const receipt = {
  ...about,
  inChannel: false,
  changed: false,
  receiver: adviser,
  due,
  urgent: false,
  backOn: null,
  opensOn: null,
  link: null,
  similar: [],
};

const receipts: readonly Sample[] = [
  { of: 'sendt', card: inquiries.receiptCard.ref(receipt) },
  {
    of: 'endret, haster, i en kanal',
    card: inquiries.receiptCard.ref({
      ...receipt,
      ...{ inChannel: true, changed: true, urgent: true, due: soon, link: LINK, similar, opensOn: '2026-03-09', backOn: '2026-03-10' },
      receiver: { ...adviser, role: 'admin' },
    }),
  },
  { of: 'andre svarer', card: inquiries.receiptCard.ref({ ...receipt, receiver: outside }) },
  {
    of: 'lengst',
    card: inquiries.receiptCard.ref({
      ...receipt,
      ...{ urgent: true, link: LINK, opensOn: '2026-03-09', backOn: '2026-03-10' },
      receiver: { ...outside, referral: longReferral },
      similar: many(2, () => ({ question: heavy(2_000), answer: heavy(4_000) })),
    }),
    worst: true,
  },
];

const statuses: readonly Sample[] = [
  ...STATES.map((state) => ({
    of: state,
    card: inquiries.statusCard.ref({
      ...{ ...about, state, done: null, receiver: adviser, due: DUE, removed: state === 'closed' ? ('expired' as const) : null },
      name: state === 'new' ? '' : 'Roar Rådgiver',
    }),
  })),
  {
    of: 'lengst',
    card: inquiries.statusCard.ref({
      ...about,
      state: 'new',
      done: 'added',
      receiver: longReceiver,
      due: DUE,
      name: long(200),
      removed: 'forgotten',
    }),
    worst: true,
  },
];

const asked = {
  ...about,
  inChannel: false,
  mention: null,
  name: 'Roar Rådgiver',
  text: 'Hvor mange er dere i teamet?\nOg når starter dere?',
  waits: true,
  replied: false,
  removed: null,
};

const askings: readonly Sample[] = [
  { of: 'i en chat', card: inquiries.askedCard.ref(asked) },
  { of: 'i en kanal', card: inquiries.askedCard.ref({ ...asked, inChannel: true, mention: asker }) },
  { of: 'svart', card: inquiries.askedCard.ref({ ...asked, waits: false, replied: true }) },
  { of: 'slettet', card: inquiries.askedCard.ref({ ...asked, text: '', removed: 'forgotten' }) },
  {
    of: 'lengst',
    card: inquiries.askedCard.ref({
      ...asked,
      inChannel: true,
      mention: { id: personId(2), name: long(200) },
      name: long(200),
      text: heavy(4_000),
    }),
    worst: true,
  },
];

const answer = {
  ...about,
  inChannel: false,
  mention: null,
  question,
  answer: written,
  part: 1,
  parts: 1,
  name: 'Roar Rådgiver',
  topic: 'Opplæring',
  at: AT,
  rating: null,
  canRate: true,
  canReopen: true,
  removed: null,
};
const longAnswer = { ...answer, mention: { id: personId(2), name: long(200) }, name: long(200), topic: long(120), part: 1, parts: 3 };

const answers: readonly Sample[] = [
  { of: 'i en chat', card: inquiries.answerCard.ref(answer) },
  {
    of: 'i en kanal, i tre deler',
    card: inquiries.answerCard.ref({ ...answer, inChannel: true, mention: asker, question: '', part: 2, parts: 3, topic: null }),
  },
  { of: 'vurdert', card: inquiries.answerCard.ref({ ...answer, rating: 4 }) },
  { of: 'slettet', card: inquiries.answerCard.ref({ ...answer, answer: '', removed: 'expired', canRate: false, canReopen: false }) },
  {
    of: 'lengst',
    card: inquiries.answerCard.ref({ ...longAnswer, question: long(4_000), answer: long(7_000), part: 1, parts: 1 }),
    worst: true,
  },
  { of: 'tyngst', card: inquiries.answerCard.ref({ ...longAnswer, question: heavy(4_000), answer: heavy(7_000), parts: 1 }), worst: true },
];

const referral = { ...about, mention: null, referral: nfkt, text: 'De kan dette bedre enn oss.', canReopen: true, removed: null };

const referrals: readonly Sample[] = [
  { of: 'e-post', card: inquiries.referralCard.ref(referral) },
  {
    of: 'nettside, i en kanal',
    card: inquiries.referralCard.ref({
      ...referral,
      mention: asker,
      referral: { ...nfkt, address: 'https://example.no/kurs', note: '' },
      text: '',
    }),
  },
  {
    of: 'telefon, slettet',
    card: inquiries.referralCard.ref({
      ...referral,
      ...{ referral: { ...nfkt, address: 'Telefon 116 117' }, text: '', removed: 'expired', canReopen: false },
    }),
  },
  {
    of: 'lengst',
    card: inquiries.referralCard.ref({
      ...referral,
      mention: { id: personId(2), name: long(200) },
      referral: longReferral,
      text: heavy(4_000),
    }),
    worst: true,
  },
];

const published = { bank: 'rph', question, answer: written, topic: 'Opplæring', name: 'Roar Rådgiver', at: AT, removed: null };

const publishings: readonly Sample[] = [
  { of: 'svar', card: inquiries.publishedCard.ref(published) },
  { of: 'slettet', card: inquiries.publishedCard.ref({ ...published, question: '', answer: '', topic: null, removed: 'forgotten' }) },
  {
    of: 'lengst',
    card: inquiries.publishedCard.ref({ ...published, question: heavy(4_000), answer: heavy(20_000), topic: long(120), name: long(200) }),
    worst: true,
  },
];

const write = { ...about, isPublic: false, longest: 4_000, version: null, changed: null, back: null };

const writings: readonly Sample[] = [
  ...inquiries.WRITE_PURPOSES.map((purpose) => ({ of: purpose, card: inquiries.writeCard.ref({ ...write, purpose }) })),
  {
    of: 'answer, endret i mellomtiden',
    card: inquiries.writeCard.ref(
      { ...write, back: 'case', purpose: 'answer', isPublic: true, longest: 20_000, version: 4, changed: 'added' },
      { question, typed: 'Opplæringen er gratis.' },
    ),
  },
  {
    of: 'lengst',
    card: inquiries.writeCard.ref(
      { ...write, purpose: 'answer', isPublic: true, longest: 20_000, version: 4, changed: 'passed' },
      { question: heavy(4_000), typed: 'blåbær '.repeat(2_850) },
    ),
    worst: true,
  },
  { of: 'reopen, fra et svar', card: inquiries.writeCard.ref({ ...write, purpose: 'reopen', back: 'answer' }) },
  {
    of: 'lengst spørsmål',
    card: inquiries.writeCard.ref({ ...write, purpose: 'askBack', isPublic: true }, { question: heavy(4_000), typed: heavy(4_000) }),
    worst: true,
  },
];

const item = {
  ...about,
  state: 'taken',
  topic: 'Opplæring',
  name: 'Roar Rådgiver',
  at: AT,
  due: DUE,
  link: LINK,
  canAdd: true,
  canWithdraw: true,
} as const;

const lists: readonly Sample[] = [
  {
    of: 'flere',
    card: inquiries.mineCard.ref(
      {
        bank: 'rph',
        items: [
          { ...item, inquiry: 'RPH-26-0051', state: 'asked' },
          { ...item, link: null, canWithdraw: false },
          { ...item, inquiry: 'RPH-26-0017', state: 'answered', due: null, topic: null, name: '', canAdd: false, canWithdraw: false },
        ],
        more: 4,
      },
      { questions: { 'RPH-26-0042': question } },
    ),
  },
  { of: 'ingen', card: inquiries.mineCard.ref({ bank: 'rph', items: [], more: 0 }) },
  {
    of: 'lengst',
    card: inquiries.mineCard.ref(
      {
        bank: 'rph',
        items: many(10, (index) => ({
          ...{ ...item, inquiry: `RPH-26-00${10 + index}`, topic: long(120), name: long(200), link: `${LINK}?${'a'.repeat(400)}` },
        })),
        more: 90,
      },
      { questions: Object.fromEntries(many(10, (index) => [`RPH-26-00${10 + index}`, heavy(4_000)])) },
    ),
    worst: true,
  },
  { of: 'ett', card: inquiries.looseCard.ref({ bank: 'rph', items: [about] }, { text: 'Vi er åtte.' }) },
  { of: 'to, tegnet på nytt', card: inquiries.looseCard.ref({ bank: 'rph', items: [about, { ...about, inquiry: 'RPH-26-0051' }] }) },
  {
    of: 'lengst',
    card: inquiries.looseCard.ref(
      { bank: 'rph', items: many(5, (index) => ({ ...about, inquiry: `RPH-26-00${10 + index}` })) },
      { text: long(3_000) },
    ),
    worst: true,
  },
];

export const inquiriesAskerSamples: readonly Sample[] = [
  ...forms,
  ...receipts,
  ...statuses,
  ...askings,
  ...answers,
  ...referrals,
  ...publishings,
  ...writings,
  ...lists,
];
