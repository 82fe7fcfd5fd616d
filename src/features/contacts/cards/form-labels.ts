import { labelsOf } from '../../../core/labels.ts';
import type { Texts } from '../../../core/locale.ts';
import { inputWords } from './field-words.ts';

/** The choices that empty a field. */
export const noneWords: { readonly status: Texts; readonly region: Texts } = {
  status: { nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not given' },
  region: { nb: 'Som kommunene tilsier', nn: 'Som kommunane tilseier', en: 'As the municipalities say' },
};

const { publish: _, ...inputs } = inputWords;

export const formLabels = labelsOf({
  ...inputs,
  publish: {
    nb: 'Hva kan alle få se?',
    nn: 'Kva kan alle få sjå?',
    en: 'What may everybody see?',
  },
  publishHint: {
    nb: 'Det du krysser av, kan også stå på napha.no. Resten ser bare medlemmer av ressursbanken og senteret.',
    nn: 'Det du kryssar av, kan òg stå på napha.no. Resten ser berre medlemer av ressursbanken og senteret.',
    en: 'What you tick may also appear on napha.no. The rest is seen by members of the resource bank and the centre alone.',
  },
  shared: {
    nb: 'Flere kommuner driver teamet sammen',
    nn: 'Fleire kommunar driv teamet saman',
    en: 'Several municipalities run the team together',
  },
  heading: { nb: 'Nytt team', nn: 'Nytt team', en: 'New team' },
  change: { nb: 'Endre', nn: 'Endre', en: 'Change' },
  changedSince: {
    nb: 'Noen andre har endret dette i mellomtida. Ingenting av ditt er lagret ennå. Se over og lagre på nytt.',
    nn: 'Nokon andre har endra dette i mellomtida. Ingenting av ditt er lagra enno. Sjå over og lagre på nytt.',
    en: 'Somebody else has changed this in the meantime. Nothing of yours is saved yet. Please look it over and save again.',
  },
  teamPart: { nb: 'Teamet', nn: 'Teamet', en: 'The team' },
  teamHint: {
    nb: 'Det du endrer i denne delen, gjelder når senteret har godkjent det.',
    nn: 'Det du endrar i denne delen, gjeld når senteret har godkjent det.',
    en: 'What you change in this part applies once the centre has approved it.',
  },
  peoplePart: { nb: 'Leder og stedfortreder', nn: 'Leiar og stedfortredar', en: 'Leader and deputy' },
  peopleHint: {
    nb: 'En ny leder eller stedfortreder gjelder når senteret har godkjent det. E-post og telefon gjelder med en gang.',
    nn: 'Ein ny leiar eller stedfortredar gjeld når senteret har godkjent det. E-post og telefon gjeld med ein gong.',
    en: 'A new leader or deputy applies once the centre has approved it. E-mail and phone apply at once.',
  },
  restPart: { nb: 'Felles kontakt og visning', nn: 'Felles kontakt og vising', en: 'Shared contact, and who sees what' },
  atOnce: { nb: 'Dette gjelder med en gang.', nn: 'Dette gjeld med ein gong.', en: 'This applies at once.' },
  more: { nb: 'Flere opplysninger', nn: 'Fleire opplysningar', en: 'Further details' },
  moreHint: {
    nb: 'Roller, opplæring, fidelity, vertskommune, helseforetak og nettside.',
    nn: 'Roller, opplæring, fidelity, vertskommune, helseføretak og nettside.',
    en: 'Roles, training, fidelity, host municipality, health trust and website.',
  },
  morePending: {
    nb: 'Vertskommune, samarbeid, region og fylke gjelder når senteret har godkjent det. Resten gjelder med en gang.',
    nn: 'Vertskommune, samarbeid, region og fylke gjeld når senteret har godkjent det. Resten gjeld med ein gong.',
    en: 'Host municipality, sharing, region and county apply once the centre has approved them. The rest applies at once.',
  },
  commas: {
    nb: 'Navn/nummer, med komma mellom',
    nn: 'Namn/nummer, med komma mellom',
    en: 'Names or numbers, with commas between',
  },
  willing: { nb: 'Bare de som vil stå her', nn: 'Berre dei som vil stå her', en: 'Only those who want to be listed' },
  nameRequired: { nb: 'Skriv hva teamet heter.', nn: 'Skriv kva teamet heiter.', en: 'Please give the name of the team.' },
  typeRequired: { nb: 'Velg en type.', nn: 'Vel ein type.', en: 'Please choose a type.' },
  save: { nb: 'Lagre', nn: 'Lagre', en: 'Save' },
  consentHeading: { nb: 'Før du begynner', nn: 'Før du byrjar', en: 'Before you begin' },
  consentWhat: {
    nb: 'Her lagrer vi navn, e-post og telefon til leder og stedfortreder, og navn på ansatte som selv vil stå her. Det brukes til å holde oversikten over team riktig, så andre finner dere.',
    nn: 'Her lagrar vi namn, e-post og telefon til leiar og stedfortredar, og namn på tilsette som sjølve vil stå her. Det blir brukt til å halde oversikta over team rett, så andre finn dykk.',
    en: 'Here we keep the name, e-mail and phone of leader and deputy, and names of staff who want to be listed. It is used to keep the register of teams right, so that others can find you.',
  },
  consentWho: {
    nb: 'Medlemmer av ressursbanken og senteret ser det. Helsemyndighetene kan få kontaktlista. Alle andre ser bare det du krysser av for.',
    nn: 'Medlemer av ressursbanken og senteret ser det. Helsestyresmaktene kan få kontaktlista. Alle andre ser berre det du kryssar av for.',
    en: 'Members of the resource bank and the centre see it. The health authorities may get the contact list. Everybody else sees only what you tick.',
  },
  consentRights: {
    nb: 'Har noen sluttet, blir opplysningene slettet etter en tid. Skriv «mine data» for å se hva som er lagret om deg, og «slett mine data» for å få det bort. Fyll ikke inn noe om andre uten at de vet om det.',
    nn: 'Har nokon slutta, blir opplysningane sletta etter ei tid. Skriv «mine data» for å sjå kva som er lagra om deg, og «slett mine data» for å få det bort. Fyll ikkje inn noko om andre utan at dei veit om det.',
    en: 'When somebody has left, their details are deleted after a time. Write “mine data” to see what is kept about you, and “slett mine data” to have it removed. Please enter nothing about others without their knowing.',
  },
  consent: { nb: 'Jeg har lest dette', nn: 'Eg har lese dette', en: 'I have read this' },
});
