/** Who speaks a turn of a transcript: who asks, or who answers and announces. */
export type TurnKind = "question" | "answer";

const ASKS = "Q|Question|Journalist|Reporter|Correspondent|Interviewer|Media|Press";
const ANSWERS = "A|Answer|Spokes(?:person|man|woman)|Moderator";
/** Offices that also head an entry of a list, "Ambassador: Ana Example": labels only before what is said in a sentence. */
const OFFICES =
  "Secretary[- ]General|(?:Foreign |Prime |Defen[cs]e )?Minister|(?:Foreign |Cabinet )?Secretary|President|Chancellor|Ambassador|Commissioner|High Representative|Press Secretary";
/** A name behind or instead of the office, as transcripts set it: "MR. PRICE:", "Minister Osei:". */
const NAME = "\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){0,3}";
const LABEL = new RegExp(
  `^\\s*(?:(?<asks>${anyCase(ASKS)})(?: \\d{1,2})?|(?<answers>(?:(?:The|THE) )?(?:(?:${anyCase("Deputy|Acting|Associate|Chief|Vice")}) )?(?:${anyCase(ANSWERS)}|(?<office>${anyCase(OFFICES)}))(?: ${NAME})?|(?:M[RS]|MRS|DR|M[rs]|Mrs|Dr)\\.? ${NAME}))(?:\\s*\\([^()\\n]{1,60}\\))?\\s?:(?=\\s)`,
  "u",
);

/** The label that opens a turn of a transcript ("QUESTION (Delta News):", "Spokesperson:"), or null. `length` counts its colon, in UTF-16 units. */
export function readTurnLabel(words: string): { readonly kind: TurnKind; readonly length: number } | null {
  const match = LABEL.exec(words.slice(0, 160));
  if (!match || (match.groups!.office && !/\p{Ll}[.?!]/u.test(words.slice(match[0].length)))) return null;
  return { kind: match.groups!.asks ? "question" : "answer", length: match[0].length };
}

/** The words as written, in small letters or all in capitals. */
function anyCase(words: string): string {
  return `${words}|${words.replace(/\(\?:|\[[^\]]*\]|\\\w|\p{Ll}/gu, (part) => (part.startsWith("(") ? part : part.toUpperCase()))}`;
}
