// Finds what could point to a person in a text, by the rules of telling.js. Pure: text in, marks out.

import { rules } from "./telling.js";

// Capitals that name nobody: days, peoples, laws, tools, and the bodies that everybody deals with.
const harmless = new Set(`
  I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
  Sundays January February March April May June July August September October November December Christmas Easter Ramadan
  Eid Diwali Passover Hanukkah English Welsh Scottish Irish British European American Britain England Scotland Wales
  Northern Ireland Europe Brexit Covid Excel Word Outlook Teams Zoom Slack Google Microsoft LinkedIn WhatsApp PowerPoint
  SharePoint Facebook Instagram YouTube Xero Sage QuickBooks Internet Companies House Revenue Customs Acas Parliament
  Government Self Assessment Making Tax Digital Mum Dad God Bible Koran Quran Torah Christian Muslim Jewish Hindu Sikh
  Buddhist Catholic Samaritans Health Safety Executive Citizens Advice Likert Myers Briggs PhD Big Five Universal Credit
  Statutory Sick Pay Access Work Mr Mrs Ms Dr School Council University College Hospital Trust Board Police Church Bank
  Charity Group National Insurance CVs
`.trim().split(/\s+/));

const law = /\b(?:Act|Acts|Regulations?|Directive|Code|Standards?|Order|Bill|Scheme|Charter|Convention)\b/u;
// Words that begin a sentence and belong to no name, and words that make a name only together with another.
const opening = oneOf(`
  The A An Our My Your His Her Their This That At In On For From When While If As And But So Is Are Was Does Do Did
  Should Can Could Would May Must Since After Before Every Each Some Which What Who How Why Where We They He She It You
`);
const general = oneOf(`
  Primary Secondary High Local County Borough City Parish Town State Private Public Royal Saint St
`);

function oneOf(words) {
  return new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})(?: |$)`, "u");
}

// [{ start, end, kind }] in the order of the text; none overlaps another.
export function marks(text) {
  const found = [];
  for (const { kind, pattern } of rules) {
    for (const { 0: words, index: start } of text.matchAll(pattern)) {
      const mark = kind === "employer" ? employer(start, words) : kind === "name" ? name(start, words)
        : { start, end: start + words.length, kind };
      if (mark && !found.some((other) => mark.start < other.end && other.start < mark.end)) found.push(mark);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

// ‘Our Primary School’ names none; of ‘When Ludlow School’ the school remains.
function employer(start, words) {
  const end = start + words.length;
  let rest = words;
  while (opening.test(rest) || (general.test(rest) && rest.split(" ").length < 3)) rest = rest.replace(/^\S+ ?/u, "");
  const isGeneral = rest === "" || (rest !== words && !rest.includes(" "));
  return isGeneral || law.test(rest) ? null : { start: end - rest.length, end, kind: "employer" };
}

function name(start, words) {
  const parts = words.split(/ (?:and |of |the |& )?/u).map((part) => part.replace(/[’']s$/u, ""));
  const isHarmless = parts.every((part) => harmless.has(part));
  return isHarmless || law.test(words) ? null : { start, end: start + words.length, kind: "name" };
}
