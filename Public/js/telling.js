// What tends to give a writer away: patterns, and how to say such things so that they fit many people. Where two rules
// meet, the earlier one wins.

import { firstNames, namesThatAreWords, titles } from "./people.js";
import { places, postcodeAreas } from "./places.js";

export const advice = {
  contact: "Leave out addresses, numbers and links that lead to somebody.",
  number: "Leave it out, or round it: ‘about a third’, ‘a small team’, ‘in my fifties’.",
  date: "Write ‘recently’, ‘last year’ or ‘some months ago’ instead.",
  only: "This may fit one person alone. Say it so that it fits many: ‘someone in a small team’.",
  role: "Few people hold this role. Write ‘a senior manager’ or ‘someone in charge’ instead.",
  employer: "Write what kind of place it is: ‘a large retailer’, ‘a small charity’, ‘a public body’.",
  person: "Write who they are to you: ‘a colleague’, ‘my manager’, ‘a client’.",
  place: "Write ‘a small town’, ‘a large city’ or ‘the north of England’ instead.",
  name: "If this names a person, a place or an employer, say what kind it is instead.",
};

const any = (...choices) => `(?:${choices.flatMap((each) => [...each]).join("|")})`;
const month = any(
  ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"],
  ["December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec"]);
const day = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";
const weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const year = "(?:19|20)\\d{2}";
const few = any(
  ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fifteen"],
  ["twenty", "thirty", "forty", "fifty", "\\d[\\d,]*"]);
// Such as Ludlow, O'Brien, McKay or Weston-super-Mare; then several, as in Bank of England.
const capital = "\\p{Lu}[\\p{L}’']*\\p{Ll}[\\p{L}’'-]*";
const capitals = `${capital}(?:(?: (?:and|of|the|&))? ${capital})*`;
const word = "[\\p{L}’'-]+";
const ours = "(?:the|our|my|this)";
const organisation = any(
  ["Ltd", "Limited", "plc", "PLC", "LLP", "Inc", "Council", "NHS (?:Foundation )?Trust", "Trust", "University"],
  ["School", "College", "Academy", "Nursery", "Hospital", "Hospice", "Surgery", "Church", "Charity", "Foundation"],
  ["Association", "Federation", "Group", "Bank", "Solicitors", "Partnership", "Police", "Borough", "Consulting"],
  ["Associates", "Brothers", "& Sons", "& Co"]);
const people = any(
  ["people", "employees", "staff", "colleagues", "members", "of us", "of them", "pupils", "patients", "volunteers"],
  ["trustees", "partners", "directors", "children", "daughters", "sons", "nurses", "teachers"]);
const rareTrait = any(
  ["woman", "man", "mother", "father", "female", "male", "girl", "boy", "Black", "Asian", "white", "Muslim", "Jewish"],
  ["Sikh", "Hindu", "gay", "lesbian", "trans", "disabled", "deaf", "blind", "autistic", "Welsh", "Scottish", "Irish"],
  ["Polish"]);
const rareRole = any(
  ["chief executive", "chief [a-z]+ officer", "managing director", "finance director", "medical director"],
  ["head ?teacher", "headmaster", "headmistress", "deputy head", "vice-chancellor", "company secretary", "town clerk"],
  ["parish clerk", "chief constable", "practice manager", "coroner", "bursar", "bishop", "vicar", "mayor"],
  ["lighthouse keeper", "harbour ?master", "principal of (?:the|a|our)"],
  ["chair(?:man|woman|person)? of (?:the )?(?:board|trustees|governors)"],
  ["head of (?!(?:the|state|hair|cattle|steam|year)\\b)\\p{L}+"]);
const notAPostcode = any(["vitamin", "grade", "band", "level", "form", "section", "box", "type", "room"]);

// Without regard to capitals; `exact` where capitals carry the meaning.
const loose = (kind, ...parts) => ({ kind, pattern: new RegExp(parts.join(""), "giu") });
const exact = (kind, ...parts) => ({ kind, pattern: new RegExp(parts.join(""), "gu") });

export const rules = [
  loose("contact", "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}"),
  loose("contact", "\\b(?:https?://|www\\.)[^\\s<>\"”’)]+"),
  loose("contact", "\\b[a-z0-9-]{1,64}(?:\\.[a-z0-9-]{1,64}){0,3}\\.",
    "(?:(?:co|org|ac|gov|nhs)\\.uk|com|org|net)\\b(?:/\\S*)?"),
  loose("contact", "(?<![\\w£])(?:\\+44|\\(?0)[\\d ()-]{8,14}\\d\\b"),

  // A National Insurance number; a sort code; an account.
  loose("number", "\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\\d{2} ?){3}[A-D]\\b"),
  loose("number", "\\b\\d{2}-\\d{2}-\\d{2}\\b|(?<![£\\d,.])\\b\\d{6,}\\b"),

  exact("date", `\\b(?:${weekday},? (?:the )?)?${day}(?: of)? ${month}\\b(?:,? ${year}\\b)?`),
  exact("date", `\\b${month} (?:${year}|${day}(?:,? ${year})?)\\b`),
  exact("date", `\\b${weekday},? (?:the )?${day}\\b`),
  loose("date", `\\b\\d{1,2}([/.])\\d{1,2}\\1(?:\\d{4}|\\d{2})\\b|\\b${year}-\\d{2}-\\d{2}\\b`),
  // March marches and May may: alone they are months after a preposition.
  exact("date", "(?<=\\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Uu]ntil|[Bb]y|[Dd]uring|[Ee]arly|[Ll]ate|[Ff]rom) )",
    `${month}\\b`),
  loose("date", `(?<=\\b(?:in|since|until|by|from|during|early|late) )${year}\\b`),

  loose("number", "£ ?\\d[\\d,.]*\\d?(?: ?(?:k|m|bn)\\b| (?:thousand|million|billion))?"),
  loose("number", "\\b\\d[\\d,.]* (?:pounds|thousand|million)\\b"),
  loose("number", "\\b\\d{1,3}[ -]years?[ -]old\\b|\\b(?:aged?|age of) \\d{1,3}\\b"),
  loose("number", "(?<=\\b(?:I am|I[’']m|(?:s?he|who) is|s?he[’']s|turned|turning) )\\d{2}",
    "(?=[.,;:!?]|$| and | but | with | now)"),
  loose("number", `\\b${few} ${people}\\b|\\b(?:team|staff|group|board) of ${few}\\b`),

  loose("only", "\\b(?:I am|I[’']m|I was|(?:s?he|who) (?:is|was)|s?he[’']s|we are|we[’']re|they are|as|being) ",
    "(?:the|our) (?:only|sole|first|last|youngest|oldest|newest)\\b",
    `(?! (?:ones? )?(?:to blame|to know|resort|straw))(?: ${word})?`),
  loose("only", `\\bthe (?:only|sole|first|youngest|oldest) (?:openly )?${rareTrait}\\b(?: ${word})?`),
  loose("only", `\\b(?:the )?only (?:one|person|two|three)(?: people)? (?:in|at|of|on) ${ours} \\p{L}+`),
  loose("only", `\\b(?:nobody|no one) else (?:in|at|on) ${ours} \\p{L}+`),
  loose("only", `\\bone of (?:only )?(?:two|three|four|\\d+) (?:\\p{L}+ )?in ${ours} \\p{L}+`),

  loose("role", `\\b${rareRole}\\b`),
  exact("role", "\\bC[EFOTI]O\\b"),

  exact("employer", "(?<=\\b(?:work|works|worked|working|employed|job|role|post) (?:at|for|with|by) (?:the )?)",
    capitals),
  exact("employer", "(?<=\\b(?:[Ww]ork|[Ww]orked|[Ww]orking|[Ee]mployed) (?:at|for|by) (?:the )?)",
    "(?!HR\\b|IT\\b|UK\\b)\\p{Lu}{2,6}\\b"),
  exact("employer", `\\b(?:University|Bank|College|Church|Diocese) of ${capitals}`),
  exact("employer", `\\b${capitals} (?:(?:and|&) ${capital} )?${organisation}\\b`,
    `(?:(?: ${capital})* ${organisation}\\b)*`),

  exact("person", `\\b${any(titles)}\\.? ${capital}(?: ${capital})*`),
  exact("person", `\\b${any(firstNames)}(?![\\p{L}-])(?: (?!${organisation}\\b)${capital})?`),
  exact("person", `(?<=[\\p{Ll},;] )${any(namesThatAreWords)}(?![\\p{L}-])(?: ${capital})?`),

  exact("place", "(?<![\\p{L}-])(?:(?:North|South|East|West|Mid|Greater|Central) )?",
    `(?:${any(places)}|\\p{Lu}\\p{Ll}+shire)(?![\\p{L}-])`),
  exact("place", `\\b(?:${postcodeAreas})\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b`),
  exact("place", `(?<!\\b${notAPostcode} )\\b(?:${postcodeAreas})\\d{1,2}\\b(?![\\p{L}\\d%])`),

  // Any other capital inside a sentence.
  exact("name", "(?<=[\\p{Ll}\\d,;)’'] \\(?)", capitals),
];
