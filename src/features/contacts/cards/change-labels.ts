import { labelsOf } from '../../../core/labels.ts';
import { back, decline, edit, open, takeOver } from './team-labels.ts';

const approve = { nb: 'Godkjenn', nn: 'Godkjenn', en: 'Approve' };
const reject = { nb: 'Avvis', nn: 'Avvis', en: 'Turn down' };
const wanted = { nb: 'ber om dette', nn: 'ber om dette', en: 'asks for this' };
const why = { nb: 'Begrunnelse', nn: 'Grunngjeving', en: 'Reason' };
const whyHint = {
  nb: 'Den som spurte, får begrunnelsen',
  nn: 'Den som spurde, får grunngjevinga',
  en: 'Whoever asked will be given the reason',
};
const whyRequired = { nb: 'Skriv en kort begrunnelse.', nn: 'Skriv ei kort grunngjeving.', en: 'Please give a short reason.' };

export const changeLabels = labelsOf({
  approve,
  reject,
  wanted,
  why,
  whyHint,
  whyRequired,
  open: { nb: 'Åpne teamet', nn: 'Opne teamet', en: 'Open the team' },
  heading: { nb: 'Endring til godkjenning', nn: 'Endring til godkjenning', en: 'Change to approve' },
  ifRejected: { nb: 'Begrunnelse hvis du avviser', nn: 'Grunngjeving om du avviser', en: 'Reason, if you turn it down' },
  waiting: { nb: 'Venter på svar', nn: 'Ventar på svar', en: 'Waiting for an answer' },
  approved: { nb: 'Godkjent', nn: 'Godkjent', en: 'Approved' },
  rejected: { nb: 'Avvist', nn: 'Avvist', en: 'Turned down' },
  overtaken: {
    nb: 'Gjelder ikke lenger: det er endret igjen siden.',
    nn: 'Gjeld ikkje lenger: det er endra igjen sidan.',
    en: 'No longer applies: it has been changed again since.',
  },
  by: { nb: 'av', nn: 'av', en: 'by' },
});

export const rejectLabels = labelsOf({
  reject,
  wanted,
  why,
  whyHint,
  whyRequired,
  back,
  heading: { nb: 'Avvis endringen', nn: 'Avvis endringa', en: 'Turn down the change' },
  tooLong: {
    nb: 'Begrunnelsen kan ha høyst 1000 tegn.',
    nn: 'Grunngjevinga kan ha høgst 1000 teikn.',
    en: 'The reason can have 1000 characters at most.',
  },
});

export const noticeLabels = labelsOf({
  open,
  edit,
  takeOver,
  decline,
  why,
  approved: { nb: 'Endringen er godkjent', nn: 'Endringa er godkjend', en: 'The change is approved' },
  approvedBy: {
    nb: 'har godkjent endringen. Den gjelder nå.',
    nn: 'har godkjent endringa. Ho gjeld no.',
    en: 'has approved the change. It applies now.',
  },
  rejected: { nb: 'Endringen er ikke godkjent', nn: 'Endringa er ikkje godkjend', en: 'The change was not approved' },
  rejectedBy: {
    nb: 'har sagt nei. Det som sto før, gjelder fortsatt.',
    nn: 'har sagt nei. Det som stod før, gjeld framleis.',
    en: 'has turned it down. What was there before still applies.',
  },
  overtaken: { nb: 'Endringen gjelder ikke lenger', nn: 'Endringa gjeld ikkje lenger', en: 'The change no longer applies' },
  overtakenBy: {
    nb: 'Det samme er endret igjen siden. Se om det som står nå, er riktig.',
    nn: 'Det same er endra igjen sidan. Sjå om det som står no, er rett.',
    en: 'The same has been changed again since. Please see whether it is right now.',
  },
  changed: { nb: 'Senteret har endret opplysningene', nn: 'Senteret har endra opplysningane', en: 'The centre has changed the details' },
  changedBy: { nb: 'endret dette:', nn: 'endra dette:', en: 'changed this:' },
  handOverAsk: { nb: 'Vil du ta over som leder?', nn: 'Vil du ta over som leiar?', en: 'Will you take over as leader?' },
  handOverAskBy: {
    nb: 'har ført deg opp som ny leder. Sier du ja, er det du som får spørsmål om teamet.',
    nn: 'har ført deg opp som ny leiar. Seier du ja, er det du som får spørsmål om teamet.',
    en: 'has named you as the new leader. If you say yes, questions about the team come to you.',
  },
  handOverAccepted: { nb: 'Teamet har fått ny leder', nn: 'Teamet har fått ny leiar', en: 'The team has a new leader' },
  handOverAcceptedBy: { nb: 'har tatt over som leder.', nn: 'har teke over som leiar.', en: 'has taken over as leader.' },
  handOverDeclined: {
    nb: 'Den du spurte, tar ikke over',
    nn: 'Den du spurde, tek ikkje over',
    en: 'The person you asked won’t take over',
  },
  handOverDeclinedBy: {
    nb: 'tar ikke over. Lederen er den samme som før. Du kan spørre en annen.',
    nn: 'tek ikkje over. Leiaren er den same som før. Du kan spørje ein annan.',
    en: 'won’t take over. The leader is the same as before. You can ask somebody else.',
  },
  isItYou: { nb: 'Er det du som leder teamet?', nn: 'Er det du som leier teamet?', en: 'Are you the leader of the team?' },
  isItYouBy: {
    nb: 'Lederen er registrert med e-postadressen din. Sier du ja, ser senteret over, og så kan du holde opplysningene oppdatert her.',
    nn: 'Leiaren er registrert med e-postadressa di. Seier du ja, ser senteret over, og så kan du halde opplysningane oppdaterte her.',
    en: 'The leader is registered with your e-mail address. If you say yes, the centre looks it over, and you can then keep the details up to date here.',
  },
  itIsMe: { nb: 'Ja, det er meg', nn: 'Ja, det er meg', en: 'Yes, that’s me' },
  askLeader: { nb: 'Hvem leder teamet nå?', nn: 'Kven leier teamet no?', en: 'Who leads the team now?' },
  askLeaderBy: {
    nb: 'Ingen er registrert som leder. Vet du hvem det er, kan du føre det opp.',
    nn: 'Ingen er registrert som leiar. Veit du kven det er, kan du føre det opp.',
    en: 'Nobody is registered as leader. If you know who it is, you can enter it.',
  },
  leaderGoneBy: {
    nb: 'ser ut til å ha sluttet. Vet du hvem som leder teamet nå, kan du føre det opp.',
    nn: 'ser ut til å ha slutta. Veit du kven som leier teamet no, kan du føre det opp.',
    en: 'seems to have left. If you know who leads the team now, you can enter it.',
  },
  centre: { nb: 'Senteret', nn: 'Senteret', en: 'The centre' },
  nameLeader: { nb: 'Før opp leder', nn: 'Før opp leiar', en: 'Name the leader' },
  askAnother: { nb: 'Spør en annen', nn: 'Spør ein annan', en: 'Ask somebody else' },
});
