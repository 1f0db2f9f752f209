// Which published questions are like a text: those that share the words few of them have.

const most = 3;
// Below this a likeness is chance: 1 is the same words, 0 none in common.
const least = 0.12;
const common = new Set(`
  about after again all also and any are because been before being between both but can could did does doing done down
  each even every few for from get give had has have her him his how into its just know like made make many may might
  more most much must not now off one only other our out over own people same say she should some such take tell than
  that the their them then there these they thing this those though time too until very want was well were what when
  where which while who why will with work would year you your
`.trim().split(/\s+/));

// Rows are [id, title, topic, words]. The result ranks rows against a text, the most alike first.
export function ranking(rows) {
  const questions = rows.map(([id, title, , words]) => ({ id, title, words: new Set(wordsOf(`${title} ${words}`)) }));
  const holders = new Map();
  for (const question of questions) {
    for (const word of question.words) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  const weight = (word) => Math.log(1 + questions.length / holders.get(word));
  const sum = (words) => words.reduce((total, word) => total + weight(word), 0);
  for (const question of questions) question.whole = sum([...question.words]);

  return (text) => {
    const typed = [...new Set(wordsOf(text))].filter((word) => holders.has(word));
    const whole = sum(typed);
    return questions
      .map((question) => ({ question, shared: typed.filter((word) => question.words.has(word)) }))
      .filter(({ shared }) => shared.length > 1)
      // Measured by both sides, so that neither a long text nor a long question is like everything.
      .map(({ question, shared }) => ({ ...question, likeness: sum(shared) / Math.sqrt(whole * question.whole) }))
      .filter(({ likeness }) => likeness >= least)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, most);
  };
}

// Lower case, without accents, and the singular where that is plain: enough for English words that are compared.
export function wordsOf(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\d]{3,}/gu) ?? []).map(singular).filter((word) => !common.has(word));
}

function singular(word) {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^suia]s$/.test(word) ? word.slice(0, -1) : word;
}
