/** What calls for a short, kind word and no search. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'howAreYou' | 'who' | 'fine' | 'help';

/** Said as a whole. */
const PHRASES: Readonly<Record<'goodbye' | 'howAreYou' | 'who' | 'help', RegExp>> = {
  goodbye: /^(ha det( bra| godt)?|hade|hadet|snakkes|vi snakkes|god helg|god natt|bye|goodbye|see you)$/,
  howAreYou:
    /^(hei )?(hvordan (går det|har du det|står det til)|korleis (går det|har du det|står det til)|åssen går det|går det bra|how are you)( med deg| i dag)?$/,
  who: /^(hei )?(hvem er du|kven er du|hva er du|kva er du|er du en robot|er du ein robot|who are you|what are you|are you a (bot|robot))$/,
  help: /^(hei )?(kan du hjelpe( meg)?|kan du hjelpa( meg)?|jeg trenger hjelp|eg treng hjelp|can you help( me)?|i need help)$/,
};

const setOf = (words: string) => new Set(words.split(' '));
const THANKS = setOf('takk takker tusentakk thanks thank thx');
const GREETS = setOf('hei hallo heisann heia morn hello hi hey');
const DAYTIMES = setOf('morgen morgon dag kveld ettermiddag morning afternoon evening');
const FINE = setOf(
  'ok okei okay oki super supert flott fint fine bra greit grei gjerne ja jo nei jepp neida joda hyggelig hyggeleg nyttig kult perfekt topp kjempebra kjempefint skjønner forstår great nice good yes no cool perfect understood',
);
/** Words that mean nothing by themselves in such talk. */
const FILLERS = setOf(
  'så mye mykje tusen mange hjertelig hjarteleg for det den de du deg dere skal ha hjelpen hjelpa svar svaret svaret ditt var er veldig kjempe på der alle sammen og med en god fin dag bot robot ressursbank ressursbanken you a lot so much very that was is the there it very all right da igjen bare berre alt i',
);

/** Lower-case words without punctuation. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Talk that calls for a short, kind word and no search; undefined for anything else. */
export function smallTalk(text: string): SmallTalk | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(text) ? 'fine' : undefined;
  const plain = words.join(' ');
  for (const [kind, phrase] of Object.entries(PHRASES)) if (phrase.test(plain)) return kind as keyof typeof PHRASES;
  const known = [THANKS, GREETS, DAYTIMES, FINE, FILLERS];
  if (!words.every((word) => known.some((set) => set.has(word)))) return undefined;
  if (words.some((word) => THANKS.has(word))) return 'thanks';
  if (words.some((word) => GREETS.has(word)) || ((words[0] === 'god' || words[0] === 'good') && words.some((word) => DAYTIMES.has(word))))
    return 'greeting';
  return words.some((word) => FINE.has(word)) ? 'fine' : undefined;
}
