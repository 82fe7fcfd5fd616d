import type { Feature } from '../../core/features.ts';
import { coverage } from './handlers/covering.ts';
import { find, mine } from './handlers/looking.ts';
import type { Registrar } from './register.ts';

/** What one can write. */
export function commandsOf(registrar: Registrar): Feature['commands'] {
  return [
    {
      name: 'contacts.find',
      words: {
        nb: ['kontakt', 'hvem leder', 'hvem er leder for', 'hvem er leder i', 'kontaktinfo', 'telefon til', 'e-post til'],
        nn: ['kontakt', 'kven leiar', 'kven leier', 'kven er leiar for', 'kven er leiar i', 'kontaktinfo', 'telefon til', 'e-post til'],
        en: ['contact', 'who leads', 'who is the leader of'],
      },
      takesText: true,
      who: 'anyone',
      help: { nb: 'finn et team og den som leder det', nn: 'finn eit team og den som leier det', en: 'find a team and who leads it' },
      run: (turn, text) => find(registrar, turn, text),
    },
    {
      name: 'contacts.mine',
      words: { nb: ['mitt team', 'teamet mitt'], nn: ['teamet mitt', 'mitt team'], en: ['my team'] },
      who: 'member',
      help: {
        nb: 'se og endre det som står om teamet ditt',
        nn: 'sjå og endre det som står om teamet ditt',
        en: 'see and change what is said of your team',
      },
      run: (turn) => mine(registrar, turn),
    },
    {
      name: 'contacts.coverage',
      words: { nb: ['dekning'], nn: ['dekning'], en: ['coverage'] },
      who: 'member',
      help: { nb: 'se hvor i landet det er team', nn: 'sjå kvar i landet det er team', en: 'see where in the country there are teams' },
      run: (turn) => coverage(registrar, turn, {}),
    },
  ];
}
