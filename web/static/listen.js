// Understands typed words as the chat does, with the same tables, phrases and figures (words.js). Nothing is sent or kept.
// The steps and their names are those of the Python in `listening/`, which explains them; a test compares the two.
"use strict";

globalThis.typedWords ??= {};
{
  const STOP = "$";
  const OTHER = "other";
  const SPACE = /[\s\x1c-\x1f\x85]+/u;
  const LINE = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/u;
  const ASCII = /^[\x00-\x7f]*$/;
  const NO_LETTER = /[\p{Mn}\p{Me}\p{Cf}\p{Cs}\p{Co}\p{Cn}'’‘`´ʼ]/gu;
  const LETTERS = /^\p{L}+$/u;
  const SPELLED_PAIR = /(?<![\p{L}\p{N}])[\p{L}\p{N}][ .*_\-·,/][\p{L}\p{N}](?![\p{L}\p{N}])/gu;
  const SPELLED = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .*_\-·,/][\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;
  const STRETCHED = /([\p{L}\p{Nl}\p{No}])\1{2,}/gu;
  const DOUBLED = /([\p{L}\p{Nl}\p{No}])\1/gu;
  const EDGES = /^[^\p{L}\p{N}_@$€]+|[^\p{L}\p{N}]+$/gu;
  const INSIDE = /[^\p{L}\p{N}_*]+|_+/gu;
  const ENDS = /[.!?;…]/u;
  const MARKED = /^(\p{L}+)[.,:!?;…]$/u;
  const LEET = letters("013457@$€!|+", "oieastaseiit");
  const LEET_AS_L = letters("1!|", "lll");
  const ALIKE = letters("аеорсухіјѕԁһкмтαοιυκντ", "aeopcyxijsdhkmtaoiukvt");

  function letters(from, to) {
    const there = [...to];
    return new Map([...from].map((letter, n) => [letter, there[n]]));
  }

  const changed = (word, map) => [...word].map((letter) => map.get(letter) ?? letter).join("");
  const length = (word) => [...word].length;
  const first = (text, most) => [...text.slice(0, 2 * most)].slice(0, most).join("");
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
  const unique = (items) => [...new Set(items)];

  function fold(text, longest) {
    const read = first(text, longest);
    if (ASCII.test(read)) return read.toLowerCase().replace(/['`]/g, "");
    const whole = first(read.normalize("NFKD"), 2 * length(read)).toLowerCase();
    return first(whole.replaceAll("ß", "ss").replaceAll("ς", "σ").replace(NO_LETTER, ""), longest);
  }

  // Mistakes between two words: a letter too many, missing, wrong, or changed with its neighbour. More than `most` is one more.
  function mistakes(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !isSame);
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  class Reader {
    constructor(figures, known, phrases, emoji) {
      const words = phrases.flatMap((phrase) => phrase.split(" ")).filter((word) => LETTERS.test(word));
      const grave = unique(words.map((word) => fold(word, figures.LONGEST))).sort();
      Object.assign(this, { figures, known, grave, isGrave: new Set(grave) });
      this.saidBy = new Map(Object.entries(emoji).flatMap(([word, signs]) => [...signs].map((sign) => [sign, ` ${word} `])));
      this.long = grave.filter((word) => word.length >= figures.ONE_TYPO_FROM);
    }

    knows(word) {
      return this.isGrave.has(word) || this.known(word);
    }

    read(text) {
      const { FIRST, LAST, LONGEST, MOST_TYPOS, ONE_TYPO_FROM, TWO_TYPOS_FROM } = this.figures;
      const all = [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST);
      const isLong = all.length > FIRST + LAST;
      const some = isLong ? [...all.slice(0, FIRST), "\n", ...all.slice(-LAST)] : all;
      const words = this.apart(some.map((sign) => this.saidBy.get(sign) ?? sign).join(""));
      const meant = new Map();
      const odd = unique(words).filter((word) => word !== STOP && !this.knows(word));
      for (const word of odd) meant.set(word, this.knownForm(word));
      const unknown = odd.filter((word) => !meant.get(word) && length(word) >= ONE_TYPO_FROM);
      for (const word of unknown.slice(0, MOST_TYPOS)) meant.set(word, this.nearest(word, length(word) >= TWO_TYPOS_FROM ? 2 : 1));
      return words.map((word) => meant.get(word) || word);
    }

    nearest(word, most) {
      let [found, fewest] = ["", most + 1];
      for (const grave of this.long.filter((one) => one.codePointAt(0) === word.codePointAt(0))) {
        const many = mistakes(word, grave, fewest - 1);
        if (many < fewest) [found, fewest] = [grave, many];
      }
      return found;
    }

    apart(text) {
      const words = [];
      let last = "";
      let odd = this.figures.MOST_ODD;
      for (const line of this.spelledOut(fold(text, this.figures.LONGEST).replace(STRETCHED, "$1$1")).split(LINE)) {
        for (const piece of line.split(SPACE).filter(Boolean)) {
          if (LETTERS.test(piece)) {
            if (piece !== last) words.push(piece);
            last = piece;
            continue;
          }
          const core = MARKED.exec(piece)?.[1] ?? piece.replace(EDGES, "");
          if (LETTERS.test(core)) words.push(core);
          else if (core && odd) {
            odd--;
            words.push(...this.split(core));
          }
          if (ENDS.test(piece)) words.push(STOP);
          last = words.at(-1) ?? "";
        }
        if (line && last !== STOP) words.push((last = STOP));
      }
      return words;
    }

    spelledOut(text) {
      let seen = 0;
      const join = (spelled) => {
        const joined = spelled.replace(/[^\p{L}\p{N}]/gu, "");
        if (++seen > this.figures.MOST_SPELLED || length(joined) > this.figures.LONGEST_SPELLED) return spelled;
        return this.knownForm(joined) || (length(joined) > 2 ? changed(joined, LEET) : spelled);
      };
      const found = text.replace(SPELLED, join);
      if (!seen) return found;
      seen = 0;
      return found.replace(SPELLED_PAIR, join);
    }

    split(core) {
      for (const whole of [core, core.replace(INSIDE, "")]) if (this.knownForm(whole)) return [whole];
      return core.split(INSIDE).filter(Boolean);
    }

    knownForm(word) {
      if (length(word) > this.figures.LONGEST_SPELLED) return "";
      if (word.includes("*")) return this.grave.find((grave) => isMasked(word, grave)) ?? "";
      return forms(word).find((form) => this.knows(form)) ?? "";
    }
  }

  const isMasked = (word, grave) =>
    word.length === grave.length && [...word].every((letter, n) => letter === grave[n] || (letter === "*" && /[a-z]/.test(grave[n])));

  function forms(word) {
    const plain = !ASCII.test(word) && /[\x00-\x7f]/.test(word) ? changed(word, ALIKE) : word;
    const isMixed = !LETTERS.test(plain) && /\p{L}/u.test(plain);
    const readings = isMixed ? [changed(plain, LEET), changed(changed(plain, LEET_AS_L), LEET)] : [plain];
    return readings.flatMap((reading) => [reading, reading.replace(DOUBLED, "$1")]);
  }

  class Firm {
    constructor(figures, phrases, longest) {
      const [acute, suicidal, never] = ["acute", "suicidal", "never"].map((one) => phrases[one].map((phrase) => fold(phrase, longest)));
      this.figures = figures;
      this.never = pattern(never, "g");
      this.heard = { acute: pattern(acute), suicidal: pattern(suicidal) };
      this.joined = { acute: joined(acute), suicidal: joined(suicidal) };
    }

    marks(words) {
      const text = ` ${words.map((word) => (word === STOP ? "." : word)).join(" ")} `;
      const without = text.replace(this.never, " ");
      const long = words.filter((word) => length(word) >= this.figures.LONG).join(" ");
      const found = new Set(without === text ? [] : ["never"]);
      for (const route of Object.keys(this.heard)) {
        if (this.heard[route].test(without) || this.joined[route].some((one) => long.includes(one))) found.add(route);
      }
      return found;
    }
  }

  const escaped = (words) => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const joined = (phrases) => phrases.filter((one) => / .*\p{L}$/u.test(one)).map((one) => one.replaceAll(" ", ""));

  function pattern(phrases, flags = "") {
    const word = "[\\p{L}\\p{N}_]";
    const piece = (part) => {
      if (part === "...") return `(?:${word}+ ){0,3}`;
      return escaped(part.replace(/\*+$/, "")) + (part.endsWith("*") ? `${word}* ` : " ");
    };
    return new RegExp(`(?<= )(?:${phrases.map((phrase) => phrase.split(" ").map(piece).join("")).join("|")})`, `u${flags}`);
  }

  function features(words, marks, part) {
    const plain = words.filter((word) => word !== STOP);
    const found = new Set(plain);
    for (const mark of marks) found.add(`!${mark}`);
    plain.forEach((word, n) => n && found.add(`${plain[n - 1]} ${word}`));
    for (const word of new Set(plain)) {
      const padded = [" ", ...word, " "];
      for (let begin = 0; begin + part <= padded.length; begin++) found.add(padded.slice(begin, begin + part).join(""));
    }
    return found;
  }

  function ends(words, { PART, LONG }) {
    const found = new Set();
    for (const word of words.filter((one) => one !== STOP)) {
      const spelled = [...word];
      found.add(` ${spelled.slice(0, PART).join("")}`);
      if (spelled.length >= LONG) found.add(`${spelled.slice(-PART).join("")} `);
    }
    return found;
  }

  // A short text as a whole, as it may stand in the index.
  function entry(words, { ENTRY }) {
    const plain = words.filter((one) => one !== STOP);
    return plain.length <= ENTRY ? [`=${plain.join(" ")}`] : [];
  }

  class Scorer {
    constructor(figures, lists, table, firm) {
      Object.assign(this, { figures, lists, table, firm });
    }

    score(words, marks) {
      const { CRISIS_PIECE_FROM, PIECE_FROM } = this.figures;
      const whole = this.scored(words, marks);
      const pieces = this.pieces(words);
      if (pieces.length < 2) return whole;
      const parts = pieces.map((piece) => this.scored(piece, marks.size ? this.firm.marks(piece) : []).shares);
      const most = (route) => Math.max(...parts.map((shares) => shares.get(route)));
      let shares = whole.shares;
      for (const route of this.lists.claims) {
        const least = this.lists.crisis.includes(route) ? CRISIS_PIECE_FROM : PIECE_FROM;
        if (most(route) >= least && most(route) > shares.get(route)) shares = withShare(shares, route, most(route));
      }
      for (const route of this.lists.crisis) shares = withShare(shares, route, Math.min(shares.get(route), most(route)));
      return { shares, english: whole.english };
    }

    scored(words, marks) {
      const scores = this.table.scores(features(words, marks, this.figures.PART)).map((score) => 1 / (1 + Math.exp(-score)));
      const english = scores.pop();
      const likely = new Map(scores.map((score, n) => [this.table.columns[n], score]));
      let total = sum([...likely.values()]);
      if (total < this.figures.LEAST) {
        likely.set(OTHER, likely.get(OTHER) + this.figures.LEAST - total);
        total = this.figures.LEAST;
      }
      return { shares: new Map([...likely].map(([route, share]) => [route, share / total])), english };
    }

    pieces(words) {
      const { PIECE, SHORTEST_PIECE } = this.figures;
      const step = Math.floor(PIECE / 2);
      const found = [];
      for (const sentence of sentences(words, SHORTEST_PIECE)) {
        for (let begin = 0; begin < Math.max(1, sentence.length - step); begin += step) {
          found.push(sentence.slice(begin, begin + PIECE));
        }
      }
      return found;
    }
  }

  function sentences(words, shortest) {
    const found = [[]];
    for (const word of words) word === STOP ? found.push([]) : found.at(-1).push(word);
    return found.filter((sentence) => sentence.length >= shortest);
  }

  function withShare(shares, route, share) {
    const rest = (1 - share) / (1 - shares.get(route));
    return new Map([...shares].map(([one, part]) => [one, one === route ? share : part * rest]));
  }

  Object.assign(typedWords, { Reader, Firm, Scorer, ends, entry, fold, sentences, sum, unique, STOP, OTHER });
}
