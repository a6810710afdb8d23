import type { DateExpression } from "../language/date-expression.ts";
import { liesWithin } from "../language/dates/edtf.ts";
import { bracketedDates } from "./bracketed-dates.ts";
import type { ClaimDate } from "./claim.ts";
import { amountBefore, counted } from "./counted-date.ts";
import {
  clauseVerbs,
  hasClosed,
  isAside,
  isAtOneTime,
  isBehind,
  isBehindIncluding,
  isElsewhen,
  isMadeBy,
  isOfReason,
  isOwnClause,
  isPurpose,
  isSaidBehind,
  isSince,
  isSubmitted,
  isSudden,
  isThankedFor,
  isWhoCame,
  lendsItsTime,
} from "./date-scope.ts";
import { isYearOfThing } from "./dated-things.ts";
import { ELSEWHEN, isOfAnother, isOfOtherTime, isSoFar, isSpokenOf } from "./elsewhen.ts";
import { isApartFrom, isGround, isReasonOf } from "./grounds.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { isToBeHeld } from "./still-to-come.ts";
import { isDoneBefore, isEarlier, isFuture, isNonetheless, isPast, isPerfect, isPerfectSince, isPresent, isUnderWay } from "./verb-time.ts";

const REPORTING = new Set("say state announce report tell add note claim declare write confirm recall explain".split(" "));
/** What may stand between two dates of one verb: "and again in". */
const AGAIN =
  /^\s*(?:(?:in|at)\s+(?:the\s+)?\p{Lu}[\p{L}'’.-]{1,40}(?:\s\p{Lu}[\p{L}'’.-]{1,40})?\s*)?(?:,\s*(?:and\s+)?|and\s+)(?:(?:once\s+more|again|then|later)\s+)?(?:(?:in|on|from|between|during)\s+)?$/iu;
/** Participles that only say when and where a gathering was, or when a paper spoke. */
const GATHERED: ReadonlySet<string> = new Set(
  "hold convene organise organize host stage celebrate sponsor conduct chair attend table issue publish release adopt".split(" "),
);
/** What lasts some days, so that what came of it came then. */
const GATHERINGS = /^(?:visit|trip|tour|talk|meeting|summit)$/;
const AHEAD = /^(?:schedule|plan|expect|set|slate|arrange)$/i;
/** Coming together, said of somebody beside what he then did: "the minister, who visited Kenya, signed it on Friday". */
const COMING = /^(?:visit|meet|arrive|come|attend|tour|travel|fly|lead|head|accompany|host|receive)$/;
const NEVER = 100;

export const NO_DATE: ClaimDate = { edtf: null, text: null, basis: "none" };

/** Attaches the dates of one sentence to the predicates they belong to. */
export class ClaimDates {
  private readonly graph: SentenceGraph;
  private readonly text: string;
  readonly dates: readonly { readonly expression: DateExpression; readonly node: number; readonly leading: boolean }[];
  /** What the heading, list item or table row says. */
  readonly fallbackDate: ClaimDate;

  constructor(graph: SentenceGraph, dates: readonly DateExpression[], text: string, fallback: ClaimDate) {
    this.graph = graph;
    this.text = text;
    this.fallbackDate = fallback;
    this.dates = dates.flatMap((expression) => {
      const node = this.headNode(expression);
      if (node < 0) return [];
      const before = text.slice(graph.parse.sentence.start, expression.start);
      const after = text.slice(expression.end, expression.end + 4);
      const leading = /^[\s([•*–—-]*(?:in|on)?\s*$/i.test(before) && /^\)?\s*[:–—-]/.test(after);
      return [{ expression, node, leading }];
    });
  }

  /** The date of what node `i` says, or what the context gives, or none. `also` are nodes whose own dates count as well (a theme); `reported` lets the date of an announcement count; with `speaks` node `i` is a word to somebody, and the date of a thing it is about is not its own. */
  dateOf(i: number, also: readonly number[] = [], reported = false, speaks = false): ClaimDate {
    // "the treaty, ratified so far by Peru, was signed in 2022": done until now, whenever that was
    if (isSoFar(this.text, this.graph.node(i).end)) {
      const own = this.dates.find((d) => this.graph.subtreeHas(i, d.node));
      return own ? toClaimDate(own.expression) : NO_DATE;
    }
    // "a round of the Norwegian-mediated talks is scheduled for May": the date is that of the round
    if (
      this.graph.node(i).relation === "amod" &&
      this.graph.isVerb(i) &&
      this.graph.ancestors(i).some((a) => AHEAD.test(this.graph.node(a).lemma))
    )
      return this.fallbackDate;
    const when = this.dateBeforeWhen(i);
    if (when) return toClaimDate(when);
    const counted = this.countedClause(i);
    if (counted) return counted;
    const options: { cost: number; expression: DateExpression }[] = [];
    const within = (node: number): boolean => node > i && this.graph.subtreeHas(i, node);
    // "the visit to Peru in March and the visit to Chad last May": each has its own
    const isSecond =
      this.graph.isNoun(i) && this.graph.node(i).relation === "conj" && this.dates.filter((d) => within(d.node)).length === 1;
    for (const { expression, node, leading } of this.dates) {
      if (
        (this.isApart(expression) && !this.isBefore(expression, node, also)) ||
        this.isOtherClause(node, i) ||
        isYearOfThing(this.graph, i, also, node)
      )
        continue;
      // "asked for support for its 2030 bid"
      if (speaks && expression.role === "attribute" && node > i) continue;
      const cost =
        Math.min(...[i, ...also].map((target, k) => this.cost(node, target, reported, k > 0) + k * 0.5), leading ? 12 : NEVER) +
        // of two dates of one verb each thing has the one beside it
        Math.abs(node - (also[0] ?? i)) / 1000;
      const own = isSecond && within(node) ? Math.min(cost, 1) : cost;
      if (own < NEVER) options.push({ cost: own, expression });
    }
    options.sort((x, y) => x.cost - y.cost);
    const nearest = options[0];
    if (!nearest) {
      const given = isEarlier(this.graph, i) ? NO_DATE : this.fallbackDate;
      return this.countedFromClause(i) ?? (given.edtf === null ? (this.afterEvent(i) ?? given) : given);
    }
    // "during his presidency … in February 2003": the narrower of two that agree; not the May that "later that year" leans on
    const { cost, expression } = nearest;
    const agreeing = options.filter((o) => o.cost - cost <= 4 && liesWithin(o.expression.edtf, expression.edtf));
    return this.sinceThen(agreeing.find((o) => o !== nearest && o.expression.start !== expression.anchor)?.expression ?? expression, i);
  }

  /**
   * Partners paired with the dates said beside them: "with Kenya in May 1995, with Laos in June 1996". The map is
   * empty unless at least two of the nodes, or `least`, have a date of their own.
   */
  pairs(nodes: readonly number[], least = 2): ReadonlyMap<number, ClaimDate> {
    const sorted = [...nodes].sort((a, b) => a - b);
    const own = new Map<number, ClaimDate>();
    if (sorted.length < 2 || this.dates.length < least) return own;
    const used = new Set<number>();
    sorted.forEach((node, k) => {
      const next = sorted[k + 1] ?? this.graph.nodes.length;
      const mine = this.dates.find((d) => d.node > node && d.node < next && d.node - node <= 6 && !this.verbBetween(node, d.node));
      if (!mine) return;
      own.set(node, toClaimDate(mine.expression));
      used.add(mine.node);
    });
    if (own.size < least || used.size < least) own.clear();
    // "in Lima and Quito in May 1993, in Bogotá in 1995": a time is of all that are joined before it
    for (let k = sorted.length - 2; k >= 0 && own.size > 0; k--) {
      const [node, next] = [sorted[k]!, sorted[k + 1]!];
      const then = own.get(next);
      if (!own.has(node) && then && this.isJoined(node, next)) own.set(node, then);
    }
    return own;
  }

  /** Nothing but "and", a comma and the words of a place stand between: "Lima and Quito". */
  private isJoined(a: number, b: number): boolean {
    return this.graph.nodes.slice(a + 1, b).every((n) => /^(?:,|and|&|the|in|to|with)$/i.test(n.text));
  }

  /** "belongs to the Union (since 1997) and to the Bank": partners with the times said in brackets behind them. */
  bracketed(nodes: readonly number[]): ReadonlyMap<number, ClaimDate> {
    const dates = this.dates.map(({ expression, node }) => ({ date: toClaimDate(expression), node }));
    return bracketedDates(this.graph, dates, nodes);
  }

  /** "France, Italy and, since 2017, China": the partner that a time stands apart before, with that time. */
  apart(nodes: readonly number[]): ReadonlyMap<number, ClaimDate> {
    const own = new Map<number, ClaimDate>();
    for (const { expression, node } of this.dates) {
      const partner = this.isApart(expression) ? [...nodes].sort((a, b) => a - b).find((n) => n > node) : undefined;
      if (partner !== undefined && partner - node <= 6) own.set(partner, toClaimDate(expression));
    }
    return own;
  }

  private isApart({ start, end }: DateExpression): boolean {
    // put together from its parts, the partner stands in a clause of its own
    return (
      !this.graph.isPutTogether &&
      /\band,\s*(?:in|on|since|from)?\s*$/i.test(this.text.slice(Math.max(0, start - 14), start)) &&
      /^,\s*(?:(?:of|with|to|in|by)\s+)?(?:(?:the\s+)?\p{Lu}|an?\s+\p{L})/u.test(this.text.slice(end, end + 24))
    );
  }

  /** "an embassy in Jakarta and, since 2014, a consulate": the time stands before the thing that it is of. */
  private isBefore({ end }: DateExpression, node: number, themes: readonly number[]): boolean {
    return /^,\s*an?\s/.test(this.text.slice(end, end + 6)) && themes.some((t) => t > node && t - node <= 6);
  }

  /** A semicolon stands between, and the time does not open the sentence: it is of its own clause. */
  private isOtherClause(date: number, target: number): boolean {
    const [from, to] = date < target ? [date, target] : [target, date];
    if (!this.graph.nodes.slice(from, to).some((n) => n.text === ";")) return false;
    return date > target || this.graph.nodes.slice(0, date).some((_, k) => this.graph.isVerb(k));
  }

  /** "in 1976 and again in 1996": the dates of one verb, said in a row; none unless there are two. */
  repeats(i: number, text: string): readonly ClaimDate[] {
    if (this.dates.length < 2) return [];
    let row: (typeof this.dates)[number][] = [];
    for (const date of this.dates) {
      const last = row.at(-1)?.expression;
      const goesOn = last && AGAIN.test(text.slice(last.end, date.expression.start)) && !this.isOfNextClause(date.node, i);
      if (!goesOn && row.length > 1 && this.isTimeOf(row, i)) break;
      if (goesOn) row.push(date);
      else row = [date];
    }
    return row.length > 1 && this.isTimeOf(row, i) ? row.map((d) => toClaimDate(d.expression)) : [];
  }

  /** Whether the times of a row, wherever the parser hung them, stand behind what node `i` says and are its own. */
  private isTimeOf(row: typeof this.dates, i: number): boolean {
    const isAt = (d: (typeof row)[number]): boolean => this.graph.node(d.node).head === i;
    if (row[0]!.node < i) return isAt(row[0]!);
    const own = this.dateOf(i).text;
    return row.some((d) => isAt(d) || d.expression.text === own);
  }

  /** "in 1961, and six years later Kenya opened": the time of a verb that has a subject of its own. */
  private isOfNextClause(node: number, i: number): boolean {
    const verb = this.graph.ancestors(node).find((n) => this.graph.isVerb(n));
    // "although he had been there, in 1994 and in 2002": hung at a verb before both, they are of one clause
    return verb !== undefined && verb > node && verb !== i && this.graph.childrenBy(verb, "nsubj").length > 0;
  }

  /** "in June 2011, when he visited Peru", "until 1999, when it became a member": the date that "when" takes up. */
  private dateBeforeWhen(i: number): DateExpression | null {
    const { relation, head } = this.graph.node(i);
    for (const w of this.graph.childrenBy(relation === "xcomp" ? head : i, "advmod", "mark", "obl")) {
      if (w > i || this.graph.node(w).text.toLowerCase() !== "when") continue;
      const before = w > 0 && this.graph.node(w - 1).text === "," ? w - 2 : w - 1;
      const date = this.dates.find((d) => d.node === before);
      if (date) return { ...date.expression, edtf: date.expression.edtf.replace(/^\.\.\//, "") };
    }
    return null;
  }

  /** "twenty months after he had been recalled": the time of that clause, counted from what the sentence tells. */
  private countedClause(i: number): ClaimDate | null {
    const clause = [i, ...this.graph.ancestors(i)].find((n) => this.graph.node(n).relation.startsWith("advcl"));
    if (clause === undefined || this.hasDate(clause)) return null;
    const amount = amountBefore(this.graph, this.text, clause);
    const head = this.graph.node(clause).head;
    return amount && head >= 0 ? counted(this.dateOf(head), amount.words, amount.after ? -1 : 1) : null;
  }

  /** "Two years after it had signed the treaty in 2010, Laos left": the time of a verb, counted from a clause that has one. */
  private countedFromClause(i: number): ClaimDate | null {
    for (const clause of this.graph.childrenBy(i, "advcl")) {
      const amount = this.hasDate(clause) ? amountBefore(this.graph, this.text, clause) : null;
      if (amount) return counted(this.dateOf(clause), amount.words, amount.after ? 1 : -1);
    }
    return null;
  }

  /** "since the riots of May 2021": from that time on, but for the riots themselves. */
  private sinceThen(expression: DateExpression, i: number): ClaimDate {
    const { edtf } = expression;
    const date = toClaimDate(expression);
    const { head } = this.graph.node(this.headNode(expression));
    const goesOn = head >= 0 && head !== i && !edtf.includes("/") && this.graph.isNoun(head) && this.graph.preposition(head) === "since";
    return goesOn ? { ...date, edtf: `${edtf}/..` } : date;
  }

  /** "After the coup of May 2014 the talks were suspended": what answers something sudden was done in its year, no more is known. */
  private afterEvent(i: number): ClaimDate | null {
    const event = clauseVerbs(this.graph, i)
      .flatMap((verb) => this.graph.childrenBy(verb, "obl", "nmod", "advcl"))
      .find((n) => isSudden(this.graph, n));
    const date =
      event === undefined ? undefined : this.dates.find((d) => this.graph.subtreeHas(event, d.node) || isBehind(this.graph, event, d.node));
    const year = date && /^\d{4}(?![^-])/.exec(date.expression.edtf)?.[0];
    return year ? { edtf: year, text: date.expression.text, basis: "context" } : null;
  }

  private hasDate(clause: number): boolean {
    return this.dates.some((d) => this.graph.subtreeHas(clause, d.node));
  }

  /** "in November he travelled to Peru before attending the summit": the next thing that somebody does, in the same month. */
  private goesOn(i: number, date: number): boolean {
    return (
      this.graph.node(i).xpos === "VBG" &&
      this.graph.preposition(i) === "before" &&
      this.graph.childrenBy(i, "nsubj").length === 0 &&
      (this.dates.find((d) => d.node === date)?.expression.edtf.length ?? 0) <= 7
    );
  }

  private verbBetween(from: number, to: number): boolean {
    return this.graph.nodes.slice(from + 1, to).some((_, k) => this.graph.isVerb(from + 1 + k));
  }

  private headNode(expression: DateExpression): number {
    const inside: number[] = [];
    this.graph.nodes.forEach((n, i) => {
      if (n.start < expression.end && n.end > expression.start) inside.push(i);
    });
    return inside.find((i) => !inside.includes(this.graph.node(i).head)) ?? -1;
  }

  /** How far a date stands from a predicate in the tree; NEVER when a clause of its own lies between. */
  private cost(date: number, target: number, reported: boolean, isTheme: boolean): number {
    if (date === target) return NEVER;
    if (
      isOfOtherTime(this.graph, target, date) ||
      isOfReason(this.graph, date, target) ||
      (date < target && isDoneBefore(this.graph, target, date))
    )
      return NEVER;
    // "thanked Chad for backing its election for 2017-2018": a term is of what it is the term of
    if (this.graph.preposition(date) === "for" && this.graph.node(date).head !== target && this.graph.isNoun(this.graph.node(date).head))
      return NEVER;
    const up = [date, ...this.graph.ancestors(date)];
    const down = [target, ...this.graph.ancestors(target)];
    const meeting = up.find((n) => down.includes(n));
    if (meeting === undefined) return NEVER;
    if (isBehindIncluding(this.graph, target, date)) return NEVER;
    // "in June they announced a meeting to be held in July": the thing has a time of its own, where one is said
    if (isOfAnother(this.graph, date)) return NEVER;
    let cost = isToBeHeld(this.graph, target) && !up.includes(target) ? 6 : 0;
    for (const n of up) {
      if (n === meeting) break;
      const relation = this.graph.node(n).relation;
      const base = relation.split(":")[0]!;
      const lends = lendsItsTime(this.graph, n, target, isTheme);
      // "when the president came in May, both sides signed": at one time
      const together = base === "advcl" && isAtOneTime(this.graph, n) && this.graph.node(n).head === meeting;
      const same =
        n !== date &&
        (isPurpose(this.graph, n, target) ||
          isWhoCame(this.graph, n, target) ||
          isSubmitted(this.graph, n, target) ||
          isMadeBy(this.graph, n, target));
      if (same) cost += 2;
      if (
        n !== date &&
        !lends &&
        !together &&
        !same &&
        (relation === "acl:relcl" || base === "parataxis" || base === "ccomp" || base === "advcl")
      )
        return NEVER;
      if (together && n !== date) cost += 4;
      if (n !== date && base === "conj" && this.graph.isVerb(n)) return NEVER;
      // "after the death of its leader in April 1985"
      if (n !== date && n !== target && ELSEWHEN.has(this.graph.preposition(n)) && !isPerfectSince(this.graph, n)) return NEVER;
      // "suspended it as punishment for last week's coup", "over its raid of May"
      if (n !== date && n !== target && isReasonOf(this.graph, n, date)) return NEVER;
      // "Peru, an observer since 1976, asked to join", "shifted to China: Togo in 2021": the time of what is said beside
      if (n !== date && n !== target && base === "appos" && this.graph.node(n).head !== target)
        if (isAside(this.graph, n) || this.graph.nodes[n - 1]?.text === ":") return NEVER;
      // "in addition to recognising it in 2014, Sweden gave": the date of a clause within a phrase
      if (n !== date && n !== target && base === "acl" && this.graph.node(n).xpos === "VBG" && this.graph.childrenBy(n, "mark").length > 0)
        return NEVER;
      // "the treaty signed in 2010 was ratified": the time of a participle is its own, but what a gathering held in 2010 did it did then
      if (
        n !== date &&
        base === "acl" &&
        n !== target &&
        !same &&
        /^VB[ND]$/.test(this.graph.node(n).xpos) &&
        !GATHERED.has(this.graph.lemma(n)) &&
        !AHEAD.test(this.graph.node(n).lemma) &&
        (this.graph.node(n).head === target || (isTheme && this.graph.subtreeHas(target, n))
          ? isTheme
          : this.graph.isVerb(meeting) || this.graph.childrenBy(meeting, "cop").length > 0)
      )
        return NEVER;
      if (n !== date && base === "acl" && n !== target) cost += this.graph.node(n).head === target ? 1 : 4;
      else if (n !== date && base === "xcomp") cost += 2;
      cost += 1;
    }
    let crossed = false;
    for (const n of down) {
      if (n === meeting) break;
      const relation = this.graph.node(n).relation;
      const base = relation.split(":")[0]!;
      const head: number = this.graph.node(n).head;
      if (isSpokenOf(this.graph, n) && !this.graph.subtreeHas(n, date)) return NEVER;
      if (date < n && isThankedFor(this.graph, n)) return NEVER;
      if (n === target && isGround(this.graph, n) && isApartFrom(this.graph, n, date)) return NEVER;
      if (ELSEWHEN.has(this.graph.preposition(n)) && (base === "obl" || base === "nmod" || base === "advcl") && !this.goesOn(n, date))
        return NEVER;
      // "opened it in May, having closed it before": that was earlier; "despite being a member it was suspended in 1962"
      if (base === "advcl" && (isDoneBefore(this.graph, n, -1) || isNonetheless(this.graph, n))) return NEVER;
      // "although it never joined, it became an observer in 2012": what never came to be did not fail to in that year
      if (base === "advcl" && this.graph.childrenBy(n, "advmod").some((c) => c < n && /^never$/i.test(this.graph.node(c).text)))
        return NEVER;
      // "he met the president in May and has 300 soldiers there", "…, although they have no relations": what stands has no part in that time
      if ((base === "conj" || base === "advcl" || base === "parataxis") && this.graph.isSimplePresent(n) && isPast(this.graph, meeting))
        return NEVER;
      // "Fiji, a member of the Union, sent troops in 2010": what is said beside holds at all times, unless "then"
      // but "agreed on Friday to meet again, the first result of a visit" tells of one time
      if (
        base === "appos" &&
        isAside(this.graph, n) &&
        !(GATHERINGS.test(this.graph.lemma(target)) && this.graph.node(date).head === meeting)
      )
        return NEVER;
      // "Mali, among the first to open an embassy there, closed it in 2001"
      if (base === "nmod" && ["among", "amongst"].includes(this.graph.preposition(n))) return NEVER;
      if (base === "ccomp" && head === meeting && REPORTING.has(this.graph.node(head).lemma) && !isSaidBehind(this.graph, n, date)) {
        // what is planned has the date of its announcement when it has none of its own
        if (!reported && !isUnderWay(this.graph, n)) return NEVER;
        cost += 8;
      }
      if (base === "acl" && this.graph.childrenBy(n, "mark").length > 0) cost += 3;
      if (base === "acl" && isSoFar(this.text, this.graph.node(n).end)) return NEVER;
      // "established in 1971, suspended after the coup of 1973": it has another time, though that is not said
      if (/^(?:conj|advcl|acl|ccomp)$/.test(base) && !this.graph.subtreeHas(n, date) && isElsewhen(this.graph, n)) return NEVER;
      // "although it has so far declined to join": up to now, not when the rest was
      if (base === "advcl" && isPerfect(this.graph, n) && !isPerfect(this.graph, head)) return NEVER;
      // "Bhutan, which has no relations with it, was visited in 2018": what stands is not of the time of what happened
      if (
        relation === "acl:relcl" &&
        (isPast(this.graph, meeting)
          ? isPresent(this.graph, n) || isFuture(this.graph, n)
          : isPresent(this.graph, n) && isFuture(this.graph, meeting))
      )
        return NEVER;
      if (relation === "acl:relcl") {
        cost += 5;
        crossed = true;
      } else if (base === "conj") {
        // "opened a base in 2017 and has trained soldiers": what goes on till now has no part in the first one's time
        if (isPerfect(this.graph, n) && !isPerfect(this.graph, head)) return NEVER;
        // "work began in May, and the embassy was closed": a time said within one clause is not that of another's subject
        if (isOwnClause(this.graph, n, head, date)) return NEVER;
        cost += 2;
      } else if (
        base === "parataxis" &&
        (hasClosed(this.graph, date, head, n) || (isPerfect(this.graph, n) && !isPerfect(this.graph, head) && !isSince(this.graph, date)))
      )
        return NEVER;
      else if (base === "advcl" || base === "ccomp") cost += 3;
      else cost += 1;
    }
    // a date said after the clause it would have to reach into belongs to the other clause
    if (crossed && date > target) {
      // "Seoul, which lent Peru a million, was visited in 2023": the time behind the verb is not that of the clause before it
      if (date > meeting && meeting > target && this.graph.lemma(meeting) !== "do" && !COMING.test(this.graph.lemma(target))) return NEVER;
      cost += 6;
    }
    return cost > 30 ? NEVER : cost;
  }
}

export function toClaimDate(expression: DateExpression): ClaimDate {
  return { edtf: expression.edtf, text: expression.text, basis: expression.basis };
}
