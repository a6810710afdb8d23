import type { ClaimType } from "./claim.ts";
import { foundedName } from "./founded-name.ts";
import type { Lexicon } from "./frame.ts";
import type { FrameMatch } from "./match-frames.ts";
import { occasionOf, readMeetingDetails } from "./meeting-details.ts";
import { numberIn } from "./number-in.ts";
import { hasWord, wordsOf } from "./phrase-text.ts";
import { readSecurityDetails } from "./read-security-details.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { readStatementDetails } from "./statement-details.ts";
import { readAidDetails, readArmsDetails, readProjectDetails } from "./supply-details.ts";

type Details = Record<string, string | number>;

/** The details that the words of a match give, beyond what its frame fixes. */
export function readDetails(type: ClaimType, graph: SentenceGraph, match: FrameMatch, lexicon: Lexicon, text: string): Details {
  const details: Details = { ...match.frame.details };
  const head = match.said;
  // of "it", "one", the words of what it takes up count
  const phrase = `${wordsOf(graph, head)}${match.resumed ?? ""}`;
  const own = wordsOf(graph, match.trigger);
  const pick = (key: string, list: string, words: string): void => {
    if (details[key] !== undefined) return;
    const found = lexicon.values.get(list)?.find(([word]) => hasWord(words, word));
    if (found) details[key] = found[1];
  };
  switch (type) {
    case "agreement": {
      pick("instrument", "instrument", phrase);
      // "resume talks for a free trade deal", "talks on free trade": what they are for may hang on the verb
      for (const c of graph.childrenBy(match.trigger, "obl", "advcl"))
        if (["for", "on", "about", "toward", "towards"].includes(graph.preposition(c))) pick("instrument", "instrument", wordsOf(graph, c));
      details.instrument ??= "other";
      const title = titleIn(graph, head, text);
      if (title) details.title = title;
      break;
    }
    case "mission":
      pick("level", "level", phrase);
      break;
    case "membership":
      pick("standing", "standing", `${phrase}${own}`);
      details.standing ??= "member";
      break;
    case "meeting": {
      if (details.format === "bilateral" && areMany(match)) {
        delete details.format;
        const who = (match.fillers.get("participant") ?? []).map((f) => wordsOf(graph, f.node)).join(" ");
        if (/\bministers?\b/.test(who) && !/\bprime ministers?\b/.test(who)) details.format = "ministerial";
        else if (/\b(?:presidents?|prime ministers?|leaders?|heads?|kings?|premiers?|chancellors?)\b/.test(who)) details.format = "summit";
      }
      pick("format", "format", phrase);
      if (details.format === undefined || !/\b(?:conference|forum|seminar|workshop|assembly)\b/.test(phrase))
        if (areTwoSides(match)) details.format = "bilateral";
      const number = numberIn(graph, head);
      if (number !== null) details.number = number;
      Object.assign(details, readMeetingDetails(graph, match, text));
      break;
    }
    case "aid":
      return { ...readAidDetails(graph, match, lexicon, text), ...details };
    case "arms":
      return { ...readArmsDetails(graph, match, lexicon, text), ...details };
    case "project":
      return { ...readProjectDetails(graph, match, lexicon, titleIn(graph, head, text)), ...details };
    case "founding": {
      const named = match.fillers.get("organization")?.[0];
      details.name ??= nameOf(named) ?? foundedName(graph, head, text)?.name ?? plainName(graph, head, text);
      break;
    }
    case "visit": {
      const visitor = match.fillers.get("visitor")?.[0];
      // who sends somebody stays at home: the frame says who goes
      const office = match.frame.id === "visit/send" ? null : visitor?.office;
      if (office) details.rank = office === "ambassador" ? "official" : office;
      const whole = `${phrase}${own}`;
      // the "Council of State", the State President and the State of Qatar make no state visit
      const said = whole.replace(
        / of state | states? of | state (?=(?:vice[ -])?(?:president|council|secretary|minister|duma|department))/gi,
        " ",
      );
      const level = ["state", "official", "working"].find((word) => hasWord(said, word));
      if (level) details.level = level;
      const occasion = occasionOf(graph, match, text);
      if (occasion) details.occasion = occasion;
      break;
    }
    case "statement":
      Object.assign(details, readStatementDetails(graph, match, text));
      break;
    case "envoy":
    case "office":
    case "deployment":
    case "conflict":
    case "sanction":
      Object.assign(details, readSecurityDetails(type, graph, match, text));
      break;
  }
  return details;
}

/** Two states alone, whatever their rank. */
function areTwoSides({ frame, fillers }: FrameMatch): boolean {
  const participants = fillers.get("participant") ?? [];
  // "the presidents of Togo and Benin attended the summit": two of those who came
  if (COMING.test(frame.id) && participants.every((f) => /(?:agent|subject|object)$/.test(f.slot))) return false;
  const sides = new Set(participants.map((f) => f.actor));
  return !fillers.has("organization") && sides.size === 2 && [...sides].every((actor) => kindOf(actor) === "state");
}

function areMany({ fillers }: FrameMatch): boolean {
  return new Set((fillers.get("participant") ?? []).map((f) => f.actor)).size > 2;
}

const COMING = /^meeting\/(?:attend|participation|represented-at|stay-away)$/;

/** "Norwegian-brokered Oslo Accord": who brought it about is no part of its name. */
const MADE_BY = /^[\p{L}. ]{2,40}[-–‑](?:brokered|mediated|sponsored|backed|facilitated|imposed|led) /u;

/** A proper title: a quoted one, or the capitalised words that make the phrase a name ("Treaty of Friendship"). */
export function titleIn(graph: SentenceGraph, i: number, text: string): string | null {
  for (const c of [...graph.subtree(i, false), ...graph.childrenBy(i, "appos")]) {
    const unit = graph.node(c).unit;
    if (unit?.kind === "title")
      return text
        .slice(unit.start, unit.end)
        .replace(/^["“‘«]|["”’»]$/g, "")
        .replace(/\s+/g, " ");
  }
  const head = graph.node(i);
  if (head.unit?.kind === "name") {
    const name = head.text.replace(/\s+/g, " ").replace(MADE_BY, "");
    return /\s.*\p{Lu}/u.test(name) && /^\p{Lu}/u.test(name) ? name : null;
  }
  if (!/^\p{Lu}/u.test(head.text) || head.text.toUpperCase() === head.text) return null;
  const nodes = graph.subtree(i, false);
  let from = nodes.indexOf(i);
  let to = from;
  const named = (k: number): boolean =>
    k >= 0 && k < nodes.length && (/^\p{Lu}/u.test(graph.node(nodes[k]!).text) || graph.node(nodes[k]!).unit?.kind === "name");
  const joins = (k: number): boolean =>
    k >= 0 &&
    k < nodes.length &&
    ["of", "on", "for", "and", "the", "-", "–", "to", "in", ","].includes(graph.node(nodes[k]!).text.toLowerCase());
  while (named(from - 1) || (joins(from - 1) && named(from - 2) && graph.node(nodes[from - 1]!).text !== ",")) from--;
  while (named(to + 1) || (joins(to + 1) && named(to + 2)) || (joins(to + 1) && joins(to + 2) && named(to + 3))) to++;
  // "The Agreement" is no name
  while (
    from < to &&
    /^(?:the|an?|this|its|their|some|several|many|various|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i.test(
      graph.node(nodes[from]!).text,
    )
  )
    from++;
  if (to === from) return null;
  return graph.wordsOf(nodes[from]!, nodes[to]!, text).replace(/\s+/g, " ");
}

/** The name by which a founded body was said; a body that acts for its state by its own name. */
function nameOf(filler: { readonly text: string; readonly body: string | null } | undefined): string | null {
  if (!filler) return null;
  return /^\p{Lu}/u.test(filler.text) ? filler.text : (filler.body ?? filler.text);
}

/** The words of a body without a name: "joint fund for schools". */
function plainName(graph: SentenceGraph, i: number, text: string): string {
  const nodes = graph.subtree(i, false).filter((n) => !["punct", "case"].includes(graph.node(n).relation) || (n > i && n < i + 6));
  const run: number[] = [i];
  for (let k = i - 1; nodes.includes(k) && graph.node(k).upos !== "PUNCT"; k--) run.unshift(k);
  for (let k = i + 1; nodes.includes(k) && graph.node(k).upos !== "PUNCT" && k < i + 9; k++) run.push(k);
  const words = graph.wordsOf(run[0]!, run.at(-1)!, text).replace(/\s+/g, " ");
  return words.replace(/^(?:the|a|an|its|their)\s+/i, "").replace(/\s(?:in|on|by)$/i, "");
}
