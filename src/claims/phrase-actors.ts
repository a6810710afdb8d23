import type { Mention } from "../actors/mention.ts";
import { readNumber } from "../language/read-number.ts";
import { isCounted, isOfMany, titlesBefore } from "./counted-phrase.ts";
import { officeInList } from "./dignitary-lists.ts";
import type { Lexicon } from "./frame.ts";
import { membersListed } from "./listed-members.ts";
import { mentionsOfNodes } from "./node-mentions.ts";
import { ACTING, GATHERED, isMilitant, JOINS, LED, OTHERS, POSTED, representedBy, SENDING, SENT, SPEAKING } from "./phrase-words.ts";
import { readPhrase } from "./read-phrase.ts";
import { branchOf, isSome, isSomeOfBody, saidOf } from "./said-of.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { unique } from "./unique-actors.ts";

/** An actor that a phrase means, and the words that say so. Offsets into the document's text. */
export interface PhraseActor {
  readonly actor: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly person: string | null;
  readonly office: string | null;
  readonly body: string | null;
  readonly city: string | null;
  readonly mention: Mention;
  /** The node it was found at. */
  readonly node: number;
}

/** What was said before and may be meant again (topic-memory.ts). */
interface Recalled {
  readonly region?: readonly PhraseActor[];
  /** The two that last did something together. */
  lastPartners?(): readonly PhraseActor[];
}

/** Says which actors a phrase of a sentence means: by name, or by a noun that acts for the actor beside it. */
export class PhraseActors {
  private readonly graph: SentenceGraph;
  private readonly lexicon: Lexicon;
  private readonly at: Mention[][];
  readonly text: string;
  private readonly phrases: string[] = [];
  private readonly recalled: Recalled;
  // every frame asks for those of the same few nodes
  private readonly heads: (readonly PhraseActor[])[][] = [];
  private readonly phrasesOf: (readonly PhraseActor[])[][] = [];
  private timesRecalled = 0;

  constructor(graph: SentenceGraph, mentions: readonly Mention[], lexicon: Lexicon, text: string, memory: Recalled = {}) {
    this.recalled = memory;
    this.graph = graph;
    this.lexicon = lexicon;
    this.text = text;
    this.at = mentionsOfNodes(graph, mentions, text);
  }

  private get memory(): Recalled {
    this.timesRecalled++;
    return this.recalled;
  }

  mentionsAt(i: number): readonly Mention[] {
    return this.at[i] ?? [];
  }

  /** Actors of the phrase headed by node `i`, coordination included unless `alone`. */
  actorsOf(i: number, options: { alone?: boolean; places?: boolean } = {}): readonly PhraseActor[] {
    const kind = (options.alone ? 1 : 0) + (options.places ? 2 : 0);
    return this.once(this.phrasesOf, kind, i, () => this.readPhrase(i, options));
  }

  private readPhrase(i: number, options: { alone?: boolean; places?: boolean }): PhraseActor[] {
    const heads = options.alone ? [i] : this.graph.conjuncts(i);
    const found: PhraseActor[] = [];
    for (const head of heads) {
      if (head !== i && this.graph.isVerb(head)) continue;
      const own = this.ofHead(head, 0);
      found.push(...(own.length > 0 || !options.places ? own : this.locatedAt(head)));
    }
    return unique(found);
  }

  /** The state in which a named city lies, for roles that a place can fill ("an embassy in Shanghai"). */
  private locatedAt(i: number): PhraseActor[] {
    return this.mentionsAt(i)
      .filter((m) => m.kind === "place" && m.actors.length === 1)
      .map((m) => this.toActor(m.actors[0]!, m, i, null));
  }

  /** The place a phrase names, whether or not it stands for an actor: a city, a country. */
  placeOf(i: number): { text: string; actor: string | null; city: string | null } | null {
    for (const m of this.mentionsAt(i)) {
      if (m.form === "person" || m.kind === "organisation" || m.kind === "group") continue;
      if (m.actors.length === 1 || m.city) return { text: m.text, actor: m.actors[0] ?? null, city: m.city };
    }
    return null;
  }

  private ofHead(i: number, depth: number): readonly PhraseActor[] {
    return this.once(this.heads, depth, i, () => this.readHead(i, depth));
  }

  /** What is found of node `i`, kept under `kind` unless it hangs on what was told before, which changes on the way. */
  private once(kept: (readonly PhraseActor[])[][], kind: number, i: number, read: () => readonly PhraseActor[]): readonly PhraseActor[] {
    kept[kind] ??= [];
    const known = kept[kind][i];
    if (known) return known;
    const before = this.timesRecalled;
    const found = read();
    if (this.timesRecalled === before) kept[kind][i] = found;
    return found;
  }

  private readHead(i: number, depth: number): readonly PhraseActor[] {
    const own = this.mentionsAt(i).filter((m) => m.kind !== "place" && m.actors.length > 0);
    // "four Gulf states have embassies there: Kuwait, Qatar …"
    const some = own.length > 0 && own.every((m) => m.kind === "region") ? this.listedFor(i) : [];
    if (some.length > 0) return some;
    if (own.length > 0) return own.flatMap((m) => m.actors.map((actor) => this.toActor(actor, m, i, null)));
    if (depth > 3) return [];
    // "our Deputy Minister Jane Doe": a name that is on no list, and whose it is
    const unlisted = this.mentionsAt(i).find((m) => m.form === "person" && m.office !== null);
    const owners = unlisted
      ? this.through(i, ["poss", "mod"], depth, { office: unlisted.office!, words: unlisted.text, isBody: false })
      : [];
    if (owners.length > 0) return owners;
    // "the government of A and the secretariat of B set up a fund, and both signed": those who did it together
    if (/^(?:both|neither)$/i.test(this.graph.node(i).text) && this.graph.node(i).relation.startsWith("nsubj")) {
      const two = this.twoBefore(i) ?? this.memory.lastPartners?.() ?? [];
      if (two.length === 2) return two.map((f) => ({ ...f, node: i }));
    }
    const counted = this.listedBehind(i);
    if (counted.length > 0) return counted;
    if (this.graph.node(i).xpos === "PRP$" && /^(?:his|her|its|their)$/i.test(this.graph.node(i).text)) return this.ofSubjectBehind(i);
    const node = this.graph.node(i);
    const lemma = node.lemma.toLowerCase();
    const compound = this.graph.childrenBy(i, "compound", "amod").map((c) => this.graph.node(c).lemma.toLowerCase());
    // "Taylor's rebel fighters", "Chadian rebel leaders": none of the state that they fight
    if (isMilitant(lemma, compound)) return this.through(i, ["poss", "mod", "of"], depth, null).filter((f) => f.actor.startsWith("group:"));
    const office = representedBy(this.lexicon, node.text, lemma, compound);
    const gathers = this.lexicon.gatherers.has(lemma);
    const partner = this.ofOther(i, depth);
    if (partner.length > 0) return partner;
    // "Peru is the only country that does not", "one of the first states to": whom the words of kind are said of
    const said = (): readonly PhraseActor[] => {
      const meant = saidOf(this.graph, i);
      return meant >= 0 && meant !== i ? unique(this.graph.conjuncts(meant).flatMap((n) => this.ofHead(n, depth + 1))) : [];
    };
    if (!office && !gathers) {
      const meant = said();
      if (meant.length > 0) return meant;
      // "a joint statement by Kenya and Uganda condemned": who speaks in it
      if (SPEAKING.has(lemma) && node.relation.startsWith("nsubj"))
        return this.through(i, ["by", "from", "of", "poss", "mod"], depth, null);
      // "the summit of the African Union urged"
      if (GATHERED.has(lemma) && node.relation === "nsubj")
        return this.through(i, ["of", "poss", "mod"], depth, null).filter((f) => f.actor.startsWith("org:"));
      if (node.upos !== "PROPN") {
        const listed = [this.countedBeside(i, depth), this.examplesOf(i, depth)].find((found) => found.length > 0);
        return listed ?? this.namedBeside(i, (m) => m.form === "person");
      }
      // "H.E. Mr. Tran Van": the honorific was read as the head of the name
      const behind = this.graph.childrenBy(i, "flat").flatMap((c) => this.ofHead(c, depth + 1));
      if (behind.length > 0) return unique(behind);
      const named = this.through(i, ["appos"], depth, null);
      // "an embassy in Nairobi: Chad, Togo and Benin": behind a city stands its country, but no list
      if (named.length > 0 && !(named.length > 1 && this.mentionsAt(i).some((m) => m.kind === "place"))) return named;
      // "John Smith, whom Canada named its envoy"
      const appointer = this.senderOf(i, depth);
      if (appointer.length > 0) return this.dress(appointer, { office: "official", words: this.phrase(i), isBody: false });
      // "Presidents X of Peru and Y of Chile": the title stands before the name
      const title = this.graph
        .childrenBy(i, "nmod:desc", "compound", "flat")
        .map((c) => this.lexicon.representatives.get(this.graph.node(c).lemma.toLowerCase()))
        .find(Boolean);
      const sibling = node.relation === "conj" || node.relation.startsWith("nsubj");
      // "Iran's National Security Council Secretary X": whose title it is stands before it
      for (const holder of titlesBefore(this.graph, i)) {
        // "US Treasury Secretary X"; "South Sudan's Salva X", a name of two words and whose it is
        const owners = this.through(holder, holder === i ? ["poss"] : ["poss", "mod"], depth, {
          office: "official",
          words: this.phrase(i),
          isBody: false,
        });
        if (owners.length > 0) return owners;
      }
      if (!title && !sibling) return [];
      return this.through(i, ["of"], depth, title ? { office: title, words: this.phrase(i), isBody: false } : null);
    }
    if (gathers) {
      const listed = this.through(i, ["such as", "including", "like", "namely", "among", "appos"], depth, null);
      if (listed.length > 0) return listed;
      const enumerated = this.afterNamely(i);
      if (enumerated.length > 0) return enumerated;
      const named = this.listedFor(i);
      if (named.length > 0) return named;
      const meant = said();
      if (meant.length > 0) return meant;
    }
    // "six further members of CARICOM": some of a body, nobody knows which, are not the body
    if (!office || (lemma === "member" && isSome(this.graph, i))) return [];
    const as = { office, words: this.phrase(i), isBody: office === "body" };
    // "her colleagues from Ghana" are Ghana's
    const slots = OTHERS.has(lemma) ? [...ACTING.slice(1), "poss"] : ACTING;
    // "the special envoy for Libya", "the consul in Samoa" is somebody else's
    const away = SENT.has(lemma) ? "for" : POSTED.has(lemma) ? "in" : null;
    const actedFor = this.through(i, away ? slots.filter((slot) => slot !== away) : slots, depth, as);
    // "the Caribbean Disaster Agency": no region acts; of "five CARICOM states" nobody knows which
    const silent = as.isBody && node.upos === "PROPN" ? "region:" : isSomeOfBody(this.graph, i) ? "org:" : null;
    const acting = silent ? actedFor.filter((f) => !f.actor.startsWith(silent)) : actedFor;
    if (acting.length > 0) return unique([...acting, ...this.dress(this.joinedTo(acting, i), as)]);
    const branch = branchOf(this.graph, i);
    if (branch >= 0) return this.through(branch, ["of", "poss"], depth + 1, as);
    const sender = this.senderOf(i, depth);
    if (sender.length > 0) return this.dress(sender, as);
    // "the ambassadors who presented their credentials are from Chad and Togo"
    const meant = said();
    if (meant.length > 0) return this.dress(meant, as);
    // "the Mission, UNIFIL, has": the name stands beside the word for what it is
    const named = this.namedBeside(i, (m) => m.kind === "organisation" && m.form === "name");
    if (named.length > 0) return named;
    if (isCounted(this.graph, i)) return this.ofCounted(i);
    // "a delegation led by the Malian minister"
    if (office === "delegation" || office === "body") {
      const led = this.graph
        .childrenBy(i, "acl")
        .filter((c) => LED.has(this.graph.node(c).lemma.toLowerCase()) && this.graph.isPassive(c))
        .flatMap((c) => this.graph.slots(c).get("agent") ?? [])
        .flatMap((leader) => this.ofHead(leader, depth + 1));
      if (led.length > 0) return this.dress(unique(led.slice(0, 1)), as);
    }
    // "the Kenyan foreign minister", where the adjective hangs on another word of the phrase
    const before = this.graph
      .subtree(i, false)
      .filter((n) => n < i && this.mentionsAt(n).some((m) => m.form === "demonym" && m.actors.length > 0));
    return before.length > 0 ? this.dress(this.ofHead(before[0]!, depth + 1), as) : [];
  }

  /** The two that the subject of an earlier clause names: "Peru and Chile came, but neither signed". */
  private twoBefore(i: number): PhraseActor[] | null {
    const { nodes } = this.graph;
    const k = nodes.findLastIndex((n, at) => at < i && /^nsubj/.test(n.relation) && n.head !== nodes[i]!.head);
    const two = k < 0 ? [] : unique(this.graph.conjuncts(k).flatMap((n) => this.ofHead(n, 1)));
    return two.length === 2 ? two : null;
  }

  /** Whether the sentence names an actor that is none of these. */
  namesAnother(known: readonly string[]): boolean {
    return this.graph.nodes.some((_, i) => this.mentionsAt(i).some((m) => m.kind !== "place" && m.actors.some((a) => !known.includes(a))));
  }

  /** "each summoned the other's envoy": "each" and "the other" are both of the two that are spoken of. */
  private ofOther(i: number, depth: number): PhraseActor[] {
    const { text, relation } = this.graph.node(i);
    const isEach = /^each$/i.test(text) && relation.startsWith("nsubj");
    const isOther = /^other$/i.test(text) && this.graph.childrenBy(i, "det").some((d) => this.graph.node(d).text.toLowerCase() === "the");
    if (!isEach && !isOther) return [];
    const each = isEach ? i : this.graph.nodes.findLastIndex((n, k) => k < i && n.text.toLowerCase() === "each");
    if (each < 0) return [];
    // "each side blamed the other"
    const sides = isOther ? this.mentionsAt(each).filter((m) => m.form === "reference" && m.actors.length === 2) : [];
    if (sides.length > 0)
      return sides.flatMap((m) => m.actors.map((actor) => ({ ...this.toActor(actor, m, i, null), mention: { ...m, text: "each other" } })));
    const verb = this.graph.node(each).head;
    const beside = verb < 0 ? [] : this.graph.childrenBy(verb, "nsubj").filter((k) => k !== each && k < verb);
    let pair = unique(beside.flatMap((k) => this.graph.conjuncts(k).flatMap((c) => this.ofHead(c, depth + 1))));
    if (beside.length === 0) {
      const before = this.graph.nodes.flatMap((_, k) => (k < each && this.mentionsAt(k).length > 0 ? this.ofHead(k, depth + 1) : []));
      pair = unique(before).filter((f) => f.person === null && f.office === null && f.mention.form !== "demonym");
    }
    if (pair.length !== 2) return [];
    return isEach ? pair : pair.map((f) => ({ ...f, node: i, mention: { ...f.mention, text: "each other" } }));
  }

  /** "officials sent by Chile", "a delegation that Kenya's president led": a body acts for who sent, made or leads it. */
  private senderOf(i: number, depth: number): PhraseActor[] {
    for (const c of this.graph.childrenBy(i, "acl")) {
      if (!SENDING.has(this.graph.lemma(c))) continue;
      const sender = (this.graph.slots(c).get("agent") ?? []).filter((a) => a !== i).flatMap((a) => this.ofHead(a, depth + 1));
      if (sender.length > 0) return unique(sender).map((f) => ({ ...f, person: null, office: null }));
    }
    return [];
  }

  /** Countries that are only counted are those of the region named before (docs/record.md, point 11). */
  private ofCounted(i: number): PhraseActor[] {
    for (let k = i - 1; k >= 0; k--) {
      const region = this.mentionsAt(k).find((m) => m.kind === "region" && m.actors.length === 1);
      if (region) return [{ ...this.toActor(region.actors[0]!, region, i, null), text: this.phrase(i) }];
    }
    return (this.memory.region ?? []).map((f) => ({ ...f, node: i, text: this.phrase(i) }));
  }

  /** "the three guarantors, Ghana, Togo and Benin": as many as the number says, whatever they are called. */
  private countedBeside(i: number, depth: number): readonly PhraseActor[] {
    const number = this.graph.childrenBy(i, "nummod").map((c) => readNumber(this.graph.node(c).text))[0];
    if (!number || number < 2 || !this.graph.node(i).xpos.endsWith("S")) return [];
    const listed = unique(
      this.graph.childrenBy(i, "appos").flatMap((c) => this.graph.conjuncts(c).flatMap((k) => this.ofHead(k, depth + 1))),
    );
    return listed.length === number ? listed : [];
  }

  /** "critics such as Norway", "big spenders such as Peru and Chile": whatever they are called, states that are named as examples are meant. */
  private examplesOf(i: number, depth: number): readonly PhraseActor[] {
    if (this.graph.node(i).xpos !== "NNS" || !this.graph.slots(i).has("such as")) return [];
    return this.through(i, ["such as"], depth, null).filter((f) => f.mention.kind === "state" && f.mention.form === "name");
  }

  /** "the president's successor, Ana Example", "the bloc, ECOWAS": the person or organisation that a noun is said of. */
  private namedBeside(i: number, isMeant: (m: Mention) => boolean): PhraseActor[] {
    return this.graph
      .childrenBy(i, "appos")
      .flatMap((c) => this.mentionsAt(c).flatMap((m) => (isMeant(m) ? m.actors.map((actor) => this.toActor(actor, m, c, null)) : [])));
  }

  /** Everybody whom the sentence up to a node names or refers to, places apart, each once. */
  allNamed(before = this.graph.nodes.length): PhraseActor[] {
    const found: PhraseActor[] = [];
    for (let k = 0; k < before; k++)
      for (const m of this.mentionsAt(k))
        if (m.kind !== "place" && m.form !== "city") found.push(...m.actors.map((actor) => this.toActor(actor, m, k, null)));
    return unique(found);
  }

  /** The last region that the sentence names. */
  lastRegion(): PhraseActor[] {
    for (let k = this.graph.nodes.length - 1; k >= 0; k--) {
      const region = this.mentionsAt(k).find((m) => m.kind === "region" && m.actors.length === 1);
      if (region) return [this.toActor(region.actors[0]!, region, k, null)];
    }
    return [];
  }

  /** "Kyrgyz and Tajik border guards": adjectives of nations joined to one that was found, before the noun at `i`. */
  private joinedTo(found: readonly PhraseActor[], i: number): PhraseActor[] {
    const joined: PhraseActor[] = [];
    for (const f of found) {
      if (f.mention.form !== "demonym" || f.node >= i) continue;
      let at = f.node + 1;
      while (at < i) {
        let next = at;
        while (next < i && JOINS.has(this.graph.node(next).text.toLowerCase())) next++;
        if (next === at || next >= i) break;
        const also = this.mentionsAt(next).filter((m) => m.form === "demonym" && m.actors.length > 0);
        if (also.length === 0) break;
        joined.push(...also.flatMap((m) => m.actors.map((actor) => this.toActor(actor, m, next, null))));
        at = next + 1;
      }
    }
    return joined;
  }

  /** Those that a list behind a counted noun names. */
  private listedFor(i: number): PhraseActor[] {
    const listed = membersListed(this.graph, i, (node) => this.mentionsAt(node));
    return unique(listed.flatMap(({ node, mention }) => mention.actors.map((actor) => this.toActor(actor, mention, node, null))));
  }

  /** "two have an embassy in Asmara, Qatar and Yemen": a number as the subject, and just as many names at the end of the clause. */
  private listedBehind(i: number): PhraseActor[] {
    const { xpos, relation, text } = this.graph.node(i);
    const count = xpos === "CD" && relation.startsWith("nsubj") ? readNumber(text) : null;
    if (count === null || count < 2) return [];
    for (let k = i + 2; k < this.graph.nodes.length; k++) {
      if (this.graph.node(k).unit?.kind !== "list" || !/^[,:–—-]$/.test(this.graph.node(k - 1).text)) continue;
      const named = this.mentionsAt(k).filter((m) => m.actors.length === 1 && m.kind === "state");
      const next = this.graph.nodes[k + 1]?.text ?? ".";
      if (named.length === count && /^[.,;]$/.test(next)) return named.map((m) => this.toActor(m.actors[0]!, m, k, null));
    }
    return [];
  }

  /** "five states of the region, namely Peru and Chile": read along the words, wherever the parser hung the list. */
  private afterNamely(i: number): readonly PhraseActor[] {
    const within = this.graph.nodes.findIndex(
      (n, k) =>
        k > i &&
        k <= i + 5 &&
        n.text.toLowerCase() === "among" &&
        /^(?:them|which|these|those)$/i.test(this.graph.nodes[k + 1]?.text ?? ""),
    );
    if (within >= 0 && within + 2 < this.graph.nodes.length) return this.actorsOf(within + 2);
    const at = this.graph.nodes.findIndex((n, k) => k > i && k <= i + 5 && n.text.toLowerCase() === "namely");
    return at < 0 || at + 1 >= this.graph.nodes.length ? [] : this.actorsOf(at + 1);
  }

  /** "After his participation in the summit, the Kenyan president toured Laos": who stands behind as subject, for an unexplained "his". */
  private ofSubjectBehind(i: number): PhraseActor[] {
    const up = [i, ...this.graph.ancestors(i)];
    const root = up.at(-1)!;
    const [subject] = this.graph.childrenBy(root, "nsubj");
    if (subject === undefined || subject < i || this.graph.node(subject).upos === "PRON") return [];
    if (!up.some((n) => ["advcl", "obl"].includes(this.graph.node(n).relation.split(":")[0]!))) return [];
    return this.ofHead(subject, 1).map((f) => ({ ...f, text: this.graph.node(i).text }));
  }

  /** The organisation that the sentence names last, or last before a node, if any. */
  lastOrganization(before = this.graph.nodes.length): PhraseActor | null {
    for (let k = before - 1; k >= 0; k--) {
      const m = this.mentionsAt(k).find((x) => x.kind === "organisation" && x.actors.length === 1);
      if (m) return this.toActor(m.actors[0]!, m, k, null);
    }
    return null;
  }

  private through(
    i: number,
    slots: readonly string[],
    depth: number,
    as: { office: string; words: string; isBody: boolean } | null,
  ): PhraseActor[] {
    const all = this.graph.slots(i);
    for (const slot of slots) {
      const found = (all.get(slot) ?? []).flatMap((f) =>
        this.graph.conjuncts(f).flatMap((c) => {
          // "Peru, whose president came, and Chile": the second has no share in what is owned
          if (c === i || (slot === "poss" && f < i && c > i)) return [];
          const named = this.ofHead(c, depth + 1);
          // "the government in Lomé"
          return named.length === 0 && slot === "in" && as?.isBody && !isOfMany(this.graph, i) ? this.locatedAt(c) : named;
        }),
      );
      if (found.length === 0) continue;
      if (!as) return unique(found);
      return this.dress(unique(found), as);
    }
    return [];
  }

  private dress(found: readonly PhraseActor[], as: { office: string; words: string; isBody: boolean }): PhraseActor[] {
    return found.map((f) => ({
      ...f,
      text: as.words,
      office: as.isBody || as.office === "people" ? f.office : (f.office ?? as.office),
      body: f.body ?? (as.isBody ? as.words : null),
    }));
  }

  private phrase(i: number): string {
    this.phrases[i] ??= readPhrase(this.graph, this.text, i);
    return this.phrases[i];
  }

  private toActor(actor: string, m: Mention, node: number, body: string | null): PhraseActor {
    const { start, end, text, person, city } = m;
    const office = m.office ?? officeInList(this.graph.node(node), m);
    return { actor, start, end, text, person, office, body: m.body ?? body, city, mention: m, node };
  }
}
