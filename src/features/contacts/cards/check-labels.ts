import { labelsOf } from '../../../core/labels.ts';
import { edit, isRight, open } from './team-labels.ts';

export const checkLabels = labelsOf({
  isRight,
  edit,
  notLeader: { nb: 'Jeg er ikke leder lenger', nn: 'Eg er ikkje leiar lenger', en: 'I’m no longer the leader' },
  newLeader: { nb: 'Teamet har ny leder', nn: 'Teamet har ny leiar', en: 'The team has a new leader' },
  heading: { nb: 'Stemmer dette fortsatt?', nn: 'Stemmer dette framleis?', en: 'Is this still right?' },
  leader: {
    nb: 'Du står som leder. Se over det som er registrert. Stemmer det, holder det med ett trykk.',
    nn: 'Du står som leiar. Sjå over det som er registrert. Stemmer det, held det med eitt trykk.',
    en: 'You are registered as leader. Please look over what is registered. If it’s right, one press is enough.',
  },
  reminded: {
    nb: 'Vi har ikke fått svar ennå. Stemmer det, holder det med ett trykk.',
    nn: 'Vi har ikkje fått svar enno. Stemmer det, held det med eitt trykk.',
    en: 'We have had no answer yet. If it’s right, one press is enough.',
  },
  deputy: {
    nb: 'Lederen har ikke svart, så vi spør deg som stedfortreder. Stemmer det, holder det med ett trykk.',
    nn: 'Leiaren har ikkje svara, så vi spør deg som stedfortredar. Stemmer det, held det med eitt trykk.',
    en: 'The leader has not answered, so we ask you as deputy. If it’s right, one press is enough.',
  },
  mailbox: {
    nb: 'Verken leder eller stedfortreder har svart. Vet du hva som stemmer, kan du svare for teamet.',
    nn: 'Verken leiar eller stedfortredar har svara. Veit du kva som stemmer, kan du svare for teamet.',
    en: 'Neither the leader nor the deputy has answered. If you know what is right, you can answer for the team.',
  },
  notGiven: { nb: 'ikke oppgitt', nn: 'ikkje oppgitt', en: 'not given' },
  oneOther: {
    nb: 'Du får ett team til å se over etter dette.',
    nn: 'Du får eitt team til å sjå over etter dette.',
    en: 'You will get one more team to look over after this.',
  },
  others: {
    nb: 'team til kommer etter dette, ett om gangen.',
    nn: 'team til kjem etter dette, eitt om gongen.',
    en: 'more teams will follow, one at a time.',
  },
  confirmed: {
    nb: 'Takk. Opplysningene er bekreftet.',
    nn: 'Takk. Opplysningane er stadfesta.',
    en: 'Thank you. The details are confirmed.',
  },
  changed: {
    nb: 'Takk. Endringene er tatt imot.',
    nn: 'Takk. Endringane er tekne imot.',
    en: 'Thank you. The changes have been received.',
  },
  over: {
    nb: 'Du trenger ikke svare lenger. En annen har svart, eller runden er over.',
    nn: 'Du treng ikkje svare lenger. Ein annan har svara, eller runden er over.',
    en: 'You no longer need to answer. Somebody else has answered, or the round is over.',
  },
});

export const progressLabels = labelsOf({
  open,
  heading: { nb: 'Stemmer oversikten?', nn: 'Stemmer oversikta?', en: 'Is the register right?' },
  startedAt: { nb: 'Runden begynte', nn: 'Runden byrja', en: 'The round began' },
  ended: { nb: 'Runden er over.', nn: 'Runden er over.', en: 'The round is over.' },
  of: { nb: 'av', nn: 'av', en: 'of' },
  answered: { nb: 'team har svart', nn: 'team har svara', en: 'teams have answered' },
  confirmed: { nb: 'bekreftet', nn: 'stadfesta', en: 'confirmed' },
  changed: { nb: 'endret', nn: 'endra', en: 'changed' },
  waiting: { nb: 'venter', nn: 'ventar', en: 'waiting' },
  unreachable: { nb: 'uten kontakt', nn: 'utan kontakt', en: 'not reached' },
  perRegion: { nb: 'Per region', nn: 'Per region', en: 'By region' },
  notReached: { nb: 'Team vi ikke når', nn: 'Team vi ikkje når', en: 'Teams we can’t reach' },
  nobody: {
    nb: 'Verken leder, stedfortreder eller felles e-post er registrert.',
    nn: 'Verken leiar, stedfortredar eller felles e-post er registrert.',
    en: 'Neither leader, deputy nor shared mailbox is registered.',
  },
  unknown: {
    nb: 'De som er registrert, finnes ikke i Teams.',
    nn: 'Dei som er registrerte, finst ikkje i Teams.',
    en: 'Those who are registered are not found in Teams.',
  },
  silent: {
    nb: 'Ingen av dem som er spurt, har svart.',
    nn: 'Ingen av dei som er spurde, har svara.',
    en: 'None of those who were asked has answered.',
  },
  andMore: { nb: '… og', nn: '… og', en: '… and' },
  more: { nb: 'til', nn: 'til', en: 'more' },
});

export const startCheckLabels = labelsOf({
  heading: {
    nb: 'Spør alle team om opplysningene stemmer',
    nn: 'Spør alle team om opplysningane stemmer',
    en: 'Ask all teams whether their details are right',
  },
  about: {
    nb: 'Hver leder får et kort med det som er registrert, ett om gangen. Den som ikke svarer, blir minnet på det etter en uke. Deretter spør vi stedfortrederen, så felles e-post, og til slutt kommer teamet på lista til koordinatoren.',
    nn: 'Kvar leiar får eit kort med det som er registrert, eitt om gongen. Den som ikkje svarar, blir mint på det etter ei veke. Deretter spør vi stedfortredaren, så felles e-post, og til slutt kjem teamet på lista til koordinatoren.',
    en: 'Each leader gets a card with what is registered, one at a time. Whoever does not answer is reminded after a week. Then we ask the deputy, then the shared mailbox, and at last the team goes on the coordinator’s list.',
  },
  oneTeam: { nb: '1 team blir spurt.', nn: '1 team blir spurt.', en: '1 team will be asked.' },
  teams: { nb: 'team blir spurt.', nn: 'team blir spurde.', en: 'teams will be asked.' },
  noTeams: { nb: 'Det er ingen team å spørre.', nn: 'Det er ingen team å spørje.', en: 'There are no teams to ask.' },
  running: { nb: 'En runde er i gang. Den begynte', nn: 'Ein runde er i gang. Han byrja', en: 'A round is running. It began' },
  nextAt: { nb: 'Neste runde begynner av seg selv', nn: 'Neste runde byrjar av seg sjølv', en: 'The next round begins by itself' },
  months: { nb: 'Måneder til neste runde', nn: 'Månader til neste runde', en: 'Months until the next round' },
  monthsRequired: {
    nb: 'Skriv et helt tall fra 1 til 24.',
    nn: 'Skriv eit heilt tal frå 1 til 24.',
    en: 'Please write a whole number from 1 to 24.',
  },
  july: {
    nb: 'I juli spør vi ingen. Prøv igjen i august.',
    nn: 'I juli spør vi ingen. Prøv igjen i august.',
    en: 'In July we ask nobody. Please try again in August.',
  },
  start: { nb: 'Start runden', nn: 'Start runden', en: 'Start the round' },
});
