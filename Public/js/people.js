// First names common in the United Kingdom, in every generation that is at work. Those that are also words count only
// inside a sentence, where a capital letter means something.

const words = (list) => new Set(list.trim().split(/\s+/));

export const firstNames = words(`
  Aaron Abdul Abigail Adam Adrian Ahmed Aisha Alan Alasdair Alexander Alexandra Alice Alison Amanda Amelia Amy Andrew
  Angela Anita Ann Anna Anne Annette Anthony Antonia Ayesha Barbara Ben Benjamin Bethany Beverley Brian Bridget
  Bronwen Callum Cameron Carol Caroline Catherine Charlotte Chloe Chris Christine Christopher Claire Clare Colin
  Connor Craig Daniel Darren David Dawn Debbie Deborah Denise Derek Desmond Diana Diane Donna Dorothy Duncan Edward
  Elaine Eleanor Elizabeth Ella Ellie Emily Emma Erin Esther Ethan Evelyn Fatima Fiona Frances Gareth Gary Gavin Geoff
  Geoffrey George Gillian Glenn Graham Greg Gwen Hannah Harjit Harpreet Harriet Hassan Heather Helen Henry Hilary Hugh
  Ian Imran Ines Irene Isabella Jacob Jacqueline James Jamie Jane Janet Janice Jason Jayne Jean Jennifer Jenny Jessica
  Jill Joan Joanna Joanne John Jonathan Jordan Joseph Joshua Joyce Judith Julia Julie Karen Kate Katherine Kathleen
  Kathryn Katie Keith Kelly Kenneth Kerry Kevin Khadija Kieran Kimberley Kirsty Kyle Laura Lauren Leanne Lee Leslie
  Lewis Liam Linda Lisa Lorraine Louise Lucy Luke Lynn Lynne Malcolm Mandy Margaret Maria Marie Marilyn Marion Martin
  Mary Matthew Maureen Megan Mehmet Melanie Melissa Michael Michelle Mohamed Mohammed Muhammad Nadia Naomi Natalie
  Natasha Neil Nerys Niamh Nicholas Nicola Nigel Oliver Olivia Omar Owen Pamela Patricia Patrick Paul Paula Pauline
  Peter Philip Phillip Pritpal Priya Rachel Rajesh Rebecca Rhys Richard Robert Roger Ronald Rosemary Ruth Ryan Sally
  Samantha Samuel Sandra Sarah Sean Sharon Shaun Sheila Shirley Sian Simon Sophie Stacey Stephanie Stephen Steve
  Steven Stuart Susan Suzanne Sylvia Tariq Teresa Thomas Timothy Tina Tom Tony Tracey Tracy Trevor Valerie Vanessa
  Vera Veronica Victoria Vincent Wayne Wendy William Yasmin Yvonne Zahra Zainab Zoe
`);

export const namesThatAreWords = words(`
  Amber Angel Art Bill Bob Daisy Dale Dan Dean Don Drew Faith Frank Gene Glen Grace Grant Guy Harry Holly Hope Iris
  Ivy Jack Joy June Lily Mark Max May Miles Nick Norm Pat Penny Pearl Peg Ray Rich Rob Robin Rose Ruby Sam Sky Sue
  Summer Victor Violet Will
`);

export const titles = [
  "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Rev", "Revd", "Reverend",
  "Father", "Sister", "Imam", "Rabbi", "Councillor", "Cllr", "Judge", "Captain", "Sergeant", "Nurse",
];
