import assert from 'node:assert/strict';
import { askedKinds, givenKinds, kindsOf, type QuestionKind, VISIBLE_KINDS } from '../../src/norwegian/question-kind.ts';
import { tokenise } from '../../src/norwegian/tokens.ts';

describe('norwegian/question-kind', () => {
  const questions: [string, QuestionKind[]][] = [
    ['Hvor mange kommuner har RPH?', ['count']],
    ['Kor mange årsverk er det?', ['count']],
    ['How many municipalities are there', ['count']],
    ['Hva koster opplæringen?', ['cost']],
    ['Kva kostar kurset?', ['cost']],
    ['Is the course free', ['cost']],
    ['Hvor mye penger får vi', ['amount']],
    ['Når startet RPH i Norge?', ['when']],
    ['When did it start', ['when']],
    ['Hvor lenge varer behandlingen', ['duration']],
    ['Kor lang er ventetida?', ['duration']],
    ['Hvor ofte kommer undersøkelsen?', ['frequency']],
    ['Hvor gammel er håndboka?', ['age']],
    ['Hva er aldersgrensen', ['age', 'definition']],
    ['Kven kan bli medlem?', ['who']],
    ['Hvor finner jeg håndboka?', ['where']],
    ['Where is the handbook', ['where']],
    ['Korleis melder vi oss på?', ['how']],
    ['Kvifor spør de?', ['why']],
    ['Må vi ha psykolog?', ['requirement']],
    ['Do we need to have a psychologist', ['requirement']],
    ['Kan vi delta på webinar?', ['permission']],
    ['Finnes det en app?', ['existence']],
    ['Is there an app?', ['existence']],
    ['Hva er recovery?', ['definition']],
    ['Har dere telefonnummer til teamet', ['contact']],
    ['Kva for team blir prioritert?', ['which']],
    ['psykolog teamet', []],
  ];
  for (const [question, kinds] of questions) {
    it(`«${question}» asks for ${kinds.join(', ') || 'nothing by name'}`, () => {
      assert.deepEqual(
        kindsOf(askedKinds(tokenise(question))).filter((kind) => kinds.length === 0 || kinds.includes(kind)),
        kinds,
      );
    });
  }

  const texts: [string, QuestionKind[]][] = [
    ['I 2023 var det noen', ['when']],
    ['Det er 383 årsverk', ['count', 'amount', 'size']],
    ['Kurset er gratis', ['cost']],
    ['Satsen er 500 kroner', ['cost', 'amount']],
    ['Kurset går over to dager', ['amount', 'when', 'duration', 'frequency', 'age']],
    ['Vi møtes ukentlig', ['frequency']],
    ['Dere må melde fra, fordi det er lovfestet', ['why', 'requirement']],
    ['På e-post eller telefon', ['contact']],
    ['Teamet deler erfaringer', []],
  ];
  for (const [text, kinds] of texts) {
    it(`«${text}» gives ${kinds.join(', ') || 'no kind that shows'}`, () => {
      assert.deepEqual([...kindsOf(givenKinds(tokenise(text)))].sort(), [...kinds].sort());
    });
  }

  it('looks for no kind in a text that words cannot show', () => {
    assert.deepEqual(
      kindsOf(VISIBLE_KINDS).filter((kind) => ['who', 'how', 'definition', 'existence'].includes(kind)),
      [],
    );
  });
});
