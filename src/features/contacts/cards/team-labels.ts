import { labelsOf } from '../../../core/labels.ts';

/** Titles of buttons that stand on several cards. */
export const open = { nb: 'Åpne', nn: 'Opne', en: 'Open' };
export const edit = { nb: 'Endre', nn: 'Endre', en: 'Change' };
export const isRight = { nb: 'Stemmer', nn: 'Stemmer', en: 'It’s right' };
export const undo = { nb: 'Angre', nn: 'Angre', en: 'Undo' };
export const search = { nb: 'Søk', nn: 'Søk', en: 'Search' };
export const back = { nb: 'Tilbake', nn: 'Tilbake', en: 'Back' };
export const takeOver = { nb: 'Ja, jeg tar over', nn: 'Ja, eg tek over', en: 'Yes, I’ll take over' };
export const decline = { nb: 'Nei', nn: 'Nei', en: 'No' };

export const teamLabels = labelsOf({
  edit,
  isRight,
  undo,
  takeOver,
  decline,
  handOver: { nb: 'Gi videre', nn: 'Gi vidare', en: 'Hand over' },
  merge: { nb: 'Slå sammen', nn: 'Slå saman', en: 'Merge' },
  chat: { nb: 'Chat med lederen', nn: 'Chat med leiaren', en: 'Chat with the leader' },
  showHistory: { nb: 'Historikk', nn: 'Historikk', en: 'History' },
  since: { nb: 'siden', nn: 'sidan', en: 'since' },
  covers: { nb: 'Dekker', nn: 'Dekkjer', en: 'Covers' },
  coversFor: {
    nb: 'har ikke eget team av denne typen. Dette teamet dekker kommunen.',
    nn: 'har ikkje eige team av denne typen. Dette teamet dekkjer kommunen.',
    en: 'has no team of this type of its own. This team covers it.',
  },
  host: { nb: 'Vertskommune', nn: 'Vertskommune', en: 'Host municipality' },
  interMunicipal: { nb: 'Interkommunalt', nn: 'Interkommunalt', en: 'Shared by municipalities' },
  yes: { nb: 'ja', nn: 'ja', en: 'yes' },
  region: { nb: 'Region', nn: 'Region', en: 'Region' },
  healthTrust: { nb: 'Helseforetak', nn: 'Helseføretak', en: 'Health trust' },
  unknownPlaces: { nb: 'Steder vi ikke kjenner', nn: 'Stader vi ikkje kjenner', en: 'Places we don’t know' },
  contact: { nb: 'Kontakt', nn: 'Kontakt', en: 'Contact' },
  leader: { nb: 'Leder', nn: 'Leiar', en: 'Leader' },
  noLeader: { nb: 'ingen er registrert', nn: 'ingen er registrert', en: 'nobody is registered' },
  deputy: { nb: 'Stedfortreder', nn: 'Stedfortredar', en: 'Deputy' },
  sharedMailbox: { nb: 'Felles e-post', nn: 'Felles e-post', en: 'Shared mailbox' },
  website: { nb: 'Nettside', nn: 'Nettside', en: 'Website' },
  noContact: {
    nb: 'Teamet har ikke valgt å vise kontaktopplysninger her. Spør senteret.',
    nn: 'Teamet har ikkje valt å vise kontaktopplysningar her. Spør senteret.',
    en: 'The team has not chosen to show any contact details here. Please ask the centre.',
  },
  roles: { nb: 'Roller', nn: 'Roller', en: 'Roles' },
  fidelity: { nb: 'Siste fidelitymåling', nn: 'Siste fidelitymåling', en: 'Last fidelity assessment' },
  cohort: { nb: 'Opplæringskull', nn: 'Opplæringskull', en: 'Training cohort' },
  grantYear: { nb: 'Tilskuddsår', nn: 'Tilskotsår', en: 'Grant year' },
  oneWaiting: {
    nb: '1 endring venter på svar fra senteret.',
    nn: '1 endring ventar på svar frå senteret.',
    en: '1 change is waiting for the centre.',
  },
  waiting: {
    nb: 'endringer venter på svar fra senteret.',
    nn: 'endringar ventar på svar frå senteret.',
    en: 'changes are waiting for the centre.',
  },
  asked: {
    nb: 'er spurt om å ta over som leder, og har ikke svart ennå.',
    nn: 'er spurd om å ta over som leiar, og har ikkje svara enno.',
    en: 'has been asked to take over as leader, and has not answered yet.',
  },
  youAreAsked: {
    nb: 'Du er spurt om å ta over som leder for dette teamet.',
    nn: 'Du er spurd om å ta over som leiar for dette teamet.',
    en: 'You have been asked to take over as leader of this team.',
  },
  backed: { nb: 'tatt tilbake', nn: 'teke tilbake', en: 'taken back' },
  older: { nb: 'Det som er eldre, vises ikke her.', nn: 'Det som er eldre, blir ikkje vist her.', en: 'What is older is not shown here.' },
  saved: { nb: 'Endringene er lagret.', nn: 'Endringane er lagra.', en: 'The changes are saved.' },
  sentForApproval: {
    nb: 'Endringene er sendt til senteret. De gjelder når senteret har godkjent dem.',
    nn: 'Endringane er sende til senteret. Dei gjeld når senteret har godkjent dei.',
    en: 'The changes have been sent to the centre. They apply once the centre has approved them.',
  },
  savedAndSent: {
    nb: 'Endringene er lagret. Det som trenger godkjenning, er sendt til senteret.',
    nn: 'Endringane er lagra. Det som treng godkjenning, er sendt til senteret.',
    en: 'The changes are saved. What needs approval has been sent to the centre.',
  },
  confirmed: {
    nb: 'Takk. Opplysningene er bekreftet.',
    nn: 'Takk. Opplysningane er stadfesta.',
    en: 'Thank you. The details are confirmed.',
  },
  approved: {
    nb: 'Endringen er godkjent og gjelder nå.',
    nn: 'Endringa er godkjend og gjeld no.',
    en: 'The change is approved and applies now.',
  },
  rejected: { nb: 'Endringen er avvist.', nn: 'Endringa er avvist.', en: 'The change was turned down.' },
  undone: { nb: 'Endringen er tatt tilbake.', nn: 'Endringa er teken tilbake.', en: 'The change has been taken back.' },
  merged: { nb: 'Teamene er slått sammen.', nn: 'Teama er slått saman.', en: 'The teams have been merged.' },
  removed: {
    nb: 'Teamet er tatt ut av oversikten.',
    nn: 'Teamet er teke ut av oversikta.',
    en: 'The team has been taken out of the register.',
  },
  handedOver: { nb: 'Teamet har fått ny leder.', nn: 'Teamet har fått ny leiar.', en: 'The team has a new leader.' },
  handOverAsked: {
    nb: 'Den du nevnte, blir spurt om å ta over. Teamet beholder lederen til vi har fått ja.',
    nn: 'Den du nemnde, blir spurd om å ta over. Teamet beheld leiaren til vi har fått ja.',
    en: 'The person you named will be asked to take over. The team keeps its leader until they say yes.',
  },
  handOverDeclined: {
    nb: 'Det er notert at du ikke tar over. Den som spurte, får beskjed.',
    nn: 'Det er notert at du ikkje tek over. Den som spurde, får beskjed.',
    en: 'Noted that you won’t take over. Whoever asked will be told.',
  },
  changedSince: {
    nb: 'Noen andre har endret dette i mellomtida, så ingenting er gjort nå. Se over en gang til.',
    nn: 'Nokon andre har endra dette i mellomtida, så ingenting er gjort no. Sjå over ein gong til.',
    en: 'Somebody else has changed this in the meantime, so nothing was done now. Please look once more.',
  },
  nothingChanged: { nb: 'Ingenting var endret.', nn: 'Ingenting var endra.', en: 'Nothing was changed.' },
});
