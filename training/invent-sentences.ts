import { AGAINST, BODIES, CITIES, DEMONYMS, MONTHS, PEOPLE, STATES, TITLES, VERBS } from "./invented-words.ts";
import type { MergedTree } from "./merge-units.ts";

/**
 * Invented sentences of the kind that chronologies and ministries write, with their trees, so that the network sees what the
 * treebanks seldom have: states as subjects, bare objects ("established relations"), dates at both ends, lists of states.
 * Made from a small grammar over word lists; only attachments that are beyond doubt are in it.
 */
export function inventSentence(random: () => number): MergedTree {
  const maker = new Maker(random);
  const words = linearise(maker.sentence());
  const first = words[0]!.node;
  first.form = first.form[0]!.toUpperCase() + first.form.slice(1);
  return {
    text: "",
    opensParagraph: false,
    words: words.map(({ node, head }) => ({
      form: node.form,
      lemma: node.form,
      upos: node.upos,
      xpos: node.xpos,
      head,
      relation: node.relation,
      spaceAfter: true,
    })),
    units: words.map(({ node }) => node.unit ?? null),
  };
}

interface Branch {
  form: string;
  upos: string;
  xpos: string;
  relation: string;
  unit?: "name" | "date" | "list";
  left: Branch[];
  right: Branch[];
}

class Maker {
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  sentence(): Branch {
    const kind = this.random();
    const verb =
      kind < 0.52
        ? this.active()
        : kind < 0.66
          ? this.passive()
          : kind < 0.78
            ? this.intransitive()
            : kind < 0.86
              ? this.reported()
              : kind < 0.94
                ? this.member()
                : this.appointed();
    if (kind < 0.94 && this.chance(0.25)) verb.left.unshift(...this.leadingDate());
    else if (verb.right.at(-1)?.relation !== "ccomp" && this.chance(0.6)) verb.right.push(this.date("obl"));
    if (this.chance(0.95)) verb.right.push(mark("."));
    return { ...verb, relation: "root" };
  }

  private active(): Branch {
    const [, past, , objects] = this.pick(VERBS);
    const verb = branch(past, "VERB", "VBD", "root");
    verb.left.push(this.chance(0.08) ? this.described("nsubj") : this.subject("nsubj"));
    verb.right.push(this.object(this.pick(objects)));
    if (this.chance(0.15)) {
      const [, second, , others] = this.pick(VERBS);
      const other = branch(second, "VERB", "VBD", "conj");
      other.left.push(branch("and", "CCONJ", "CC", "cc"));
      other.right.push(this.object(this.pick(others)));
      verb.right.push(other);
    }
    return verb;
  }

  private passive(): Branch {
    const [, , participle, objects] = this.pick(VERBS.filter(([base]) => !/^(?:join|leave|visit|meet|urge)$/.test(base)));
    const verb = branch(participle, "VERB", "VBN", "root");
    const subject = this.object(this.pick(objects.filter((object) => object !== "@")));
    const plural = /s$/.test(subject.form);
    verb.left.push({ ...subject, relation: "nsubj:pass" });
    if (this.chance(0.2))
      verb.left.push(branch(plural ? "have" : "has", "AUX", plural ? "VBP" : "VBZ", "aux"), branch("been", "AUX", "VBN", "aux:pass"));
    else verb.left.push(branch(plural ? "were" : "was", "AUX", "VBD", "aux:pass"));
    if (this.chance(0.3)) verb.right.push(withCase(this.name("obl:agent"), "by"));
    return verb;
  }

  private intransitive(): Branch {
    const [, past, phrases] = this.pick(AGAINST);
    const verb = branch(past, "VERB", "VBD", "root");
    verb.left.push(this.subject("nsubj"));
    verb.right.push(this.phrase(this.pick(phrases)));
    return verb;
  }

  private reported(): Branch {
    const verb = branch(this.pick(["said", "announced", "agreed", "declared"]), "VERB", "VBD", "root");
    verb.left.push(this.subject("nsubj"));
    const [base, , , objects] = this.pick(VERBS);
    const inner = branch(base, "VERB", "VB", "ccomp");
    if (verb.form === "agreed") {
      inner.relation = "xcomp";
      inner.left.push(branch("to", "PART", "TO", "mark"));
    } else
      inner.left.push(branch("that", "SCONJ", "IN", "mark"), branch("it", "PRON", "PRP", "nsubj"), branch("would", "AUX", "MD", "aux"));
    inner.right.push(this.object(this.pick(objects)));
    verb.right.push(inner);
    return verb;
  }

  private member(): Branch {
    const noun = branch(this.pick(["member", "observer", "signatory", "partner"]), "NOUN", "NN", "root");
    noun.left.push(this.name("nsubj"), branch(this.pick(["is", "was", "became"]), "AUX", "VBZ", "cop"));
    const [subject, copula] = noun.left as [Branch, Branch];
    if (copula.form === "was") copula.xpos = "VBD";
    noun.left.push(branch("a", "DET", "DT", "det"));
    const body = withCase(this.body("nmod"), "of");
    noun.right.push(body);
    if (copula.form !== "became") return noun;
    const verb = branch("became", "VERB", "VBD", "root");
    verb.left.push(subject);
    noun.left.splice(0, 2);
    verb.right.push({ ...noun, relation: "xcomp" });
    return verb;
  }

  private appointed(): Branch {
    const verb = branch(this.pick(["named", "appointed", "nominated"]), "VERB", "VBD", "root");
    verb.left.push(this.name("nsubj"));
    verb.right.push(this.person("obj"));
    const post = branch(this.pick(["ambassador", "envoy", "consul"]), "NOUN", "NN", "obl");
    post.left.push(branch("as", "ADP", "IN", "case"));
    post.right.push(withCase(this.name("nmod"), "to"));
    verb.right.push(post);
    return verb;
  }

  private subject(relation: string): Branch {
    const r = this.random();
    if (r < 0.4) return this.name(relation);
    if (r < 0.55) return this.several(relation);
    if (r < 0.66) return this.title(relation);
    const nouns = this.pick(["government", "president", "foreign minister", "parliament", "foreign ministry", "delegation", "army"]).split(
      " ",
    );
    const noun = branch(nouns.at(-1)!, "NOUN", "NN", relation);
    if (nouns.length > 1) noun.left.push(branch(nouns[0]!, "ADJ", "JJ", "amod"));
    if (r < 0.76) {
      const owner = this.name("nmod:poss");
      owner.right.push(branch("'s", "PART", "POS", "case"));
      noun.left.unshift(owner);
    } else if (r < 0.88) noun.left.unshift(branch("the", "DET", "DT", "det"), branch(this.pick(DEMONYMS), "ADJ", "JJ", "amod"));
    else if (r < 0.94) {
      noun.left.unshift(branch("the", "DET", "DT", "det"));
      noun.right.push(withCase(this.name("nmod"), "of"));
    } else {
      const two = branch(this.pick(["countries", "sides", "states", "governments", "presidents"]), "NOUN", "NNS", relation);
      two.left.push(branch("the", "DET", "DT", "det"), branch("two", "NUM", "CD", "nummod"));
      return two;
    }
    return noun;
  }

  /** A state with a clause between commas: "Kenya, which had closed its embassy in 1990, …". */
  private described(relation: string): Branch {
    const name = this.name(relation);
    const [, , participle, objects] = this.pick(VERBS);
    const clause = branch(participle, "VERB", "VBN", "acl:relcl");
    clause.left.push(mark(","), branch("which", "PRON", "WDT", "nsubj"), branch("had", "AUX", "VBD", "aux"));
    clause.right.push(this.object(this.pick(objects)));
    if (this.chance(0.5)) clause.right.push(this.date("obl"));
    name.right.push(clause, mark(","));
    return name;
  }

  private name(relation: string): Branch {
    const name = branch(this.pick(STATES), "PROPN", "NNP", relation);
    const r = this.random();
    if (r < 0.12) name.unit = "name";
    else if (r < 0.2) name.left.push(branch(this.pick(["South", "North", "New"]), "PROPN", "NNP", "compound"));
    return name;
  }

  /** Two or three states, as words or as one unit. */
  private several(relation: string): Branch {
    const first = branch(this.pick(STATES), "PROPN", "NNP", relation);
    if (this.chance(0.5)) return { ...first, unit: "list" };
    const more = this.chance(0.3) ? 2 : 1;
    for (let i = 1; i <= more; i++) {
      const next = branch(this.pick(STATES), "PROPN", "NNP", "conj");
      if (i === more) next.left.push(branch("and", "CCONJ", "CC", "cc"));
      else next.left.push(mark(","));
      first.right.push(next);
    }
    return first;
  }

  private title(relation: string): Branch {
    const person = this.person(relation);
    const title = branch(this.pick(TITLES), "PROPN", "NNP", "nmod:desc");
    if (title.form === "Minister") title.left.push(branch(this.pick(["Foreign", "Prime"]), "ADJ", "JJ", "amod"));
    person.left.push(title);
    if (this.chance(0.4)) title.left.unshift(branch(this.pick(DEMONYMS), "ADJ", "JJ", "amod"));
    return person;
  }

  private person(relation: string): Branch {
    const [given, family] = this.pick(PEOPLE).split(" ") as [string, string];
    if (this.chance(0.4)) return { ...branch(family, "PROPN", "NNP", relation), unit: "name" };
    const person = branch(given, "PROPN", "NNP", relation);
    person.right.push(branch(family, "PROPN", "NNP", "flat"));
    return person;
  }

  private body(relation: string): Branch {
    const words = this.pick(BODIES).split(" ");
    const head = branch(words.at(-1)!, "PROPN", nameTag(words), relation);
    if (this.chance(0.5) && words.length > 1) head.unit = "name";
    else for (const part of words.slice(0, -1)) head.left.push(branch(part, "PROPN", "NNP", "compound"));
    head.left.unshift(branch("the", "DET", "DT", "det"));
    return head;
  }

  /** "@" a state, "#" a body, "*" a demonym; else article, adjectives and a noun. */
  private object(pattern: string): Branch {
    if (pattern === "@") return this.chance(0.25) ? this.several("obj") : this.name("obj");
    if (pattern.includes("#")) return this.body("obj");
    const words = pattern.split(" ");
    const last = words.at(-1)!;
    const plural = /s$/.test(last) || /^(?:memoranda|aircraft)$/.test(last);
    const noun = branch(last, "NOUN", plural ? "NNS" : "NN", "obj");
    for (const word of words.slice(0, -1)) {
      if (/^(?:a|an|the|all)$/.test(word)) noun.left.push(branch(word, "DET", "DT", "det"));
      else if (word === "its") noun.left.push(branch(word, "PRON", "PRP$", "nmod:poss"));
      else if (/^(?:two|five|eight)$/.test(word)) noun.left.push(branch(word, "NUM", "CD", "nummod"));
      else if (word === "*") noun.left.push(branch(this.pick(DEMONYMS), "ADJ", "JJ", "amod"));
      else if (/^(?:trade|defence|patrol|visa)$/.test(word)) noun.left.push(branch(word, "NOUN", "NN", "compound"));
      else noun.left.push(branch(word, "ADJ", "JJ", "amod"));
    }
    if (/^(?:relations|ties)$/.test(last) && this.chance(0.5)) noun.right.push(withCase(this.name("nmod"), "with"));
    return noun;
  }

  private phrase(pattern: string): Branch {
    const [preposition, ...rest] = pattern.split(" ") as [string, ...string[]];
    if (rest[0] === "^") return withCase(branch(this.pick(CITIES), "PROPN", "NNP", "obl"), preposition);
    if (rest[0] === "&") {
      const pair = branch(this.pick(STATES), "PROPN", "NNP", "obl");
      if (this.chance(0.5)) return withCase({ ...pair, unit: "list" }, preposition);
      const other = branch(this.pick(STATES), "PROPN", "NNP", "conj");
      other.left.push(branch("and", "CCONJ", "CC", "cc"));
      pair.right.push(other);
      return withCase(pair, preposition);
    }
    return withCase({ ...this.object(rest.join(" ")), relation: "obl" }, preposition);
  }

  private leadingDate(): Branch[] {
    const date = this.date("obl");
    return this.chance(0.5) ? [date, mark(",")] : [date];
  }

  private date(relation: string): Branch {
    const year = String(1945 + Math.floor(this.random() * 80));
    const r = this.random();
    if (r < 0.45) return withCase(branch(year, "NUM", "CD", relation), "in");
    const month = branch(this.pick(MONTHS), "PROPN", "NNP", relation);
    if (r < 0.85) return withCase({ ...month, unit: "date" }, this.pick(["in", "in", "on", "since"]));
    month.right.push(branch(year, "NUM", "CD", "nmod:unmarked"));
    return withCase(month, "in");
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }
}

function branch(form: string, upos: string, xpos: string, relation: string): Branch {
  return { form, upos, xpos, relation, left: [], right: [] };
}

function mark(form: string): Branch {
  return branch(form, "PUNCT", form, "punct");
}

function withCase(node: Branch, preposition: string): Branch {
  return { ...node, left: [branch(preposition, "ADP", "IN", "case"), ...node.left] };
}

function nameTag(words: readonly string[]): string {
  return words.at(-1) === "Nations" ? "NNPS" : "NNP";
}

function linearise(root: Branch): { node: Branch; head: number }[] {
  const order: Branch[] = [];
  const visit = (node: Branch): void => {
    for (const child of node.left) visit(child);
    order.push(node);
    for (const child of node.right) visit(child);
  };
  visit(root);
  const heads = new Map<Branch, number>([[root, -1]]);
  order.forEach((node, i) => {
    for (const child of [...node.left, ...node.right]) heads.set(child, i);
  });
  return order.map((node) => ({ node, head: heads.get(node)! }));
}
