// What a typed text gets, as `listening/` decides it: sure, ask, topic, language or open; and which screens are offered.
"use strict";

globalThis.typedWords ??= {};
{
  const { Reader, Firm, Scorer, ends, entry, fold, sentences, sum, unique, STOP, OTHER } = typedWords;
  const descending = (items, of) => [...items].sort((one, other) => of(other) - of(one));

  const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
    return byte;
  });

  function crc32(text) {
    let found = -1;
    for (const byte of new TextEncoder().encode(text)) found = CRC[(found ^ byte) & 255] ^ (found >>> 8);
    return ~found >>> 0;
  }

  // A table as `listening/table.py` describes it.
  class Table {
    constructor(file, madeOf, numbers) {
      const end = file.indexOf(10);
      const head = JSON.parse(new TextDecoder().decode(file.subarray(0, end)));
      const size = head.features;
      const part = (n) => file.subarray(end + 1 + n * size, end + 1 + (n + 1) * size);
      const [low, middle, high, telling, counts] = [0, 1, 2, 3, 4].map(part);
      const many = sum(counts);
      const steps = file.subarray(end + 1 + 5 * size, end + 1 + 5 * size + many);
      const weights = file.slice(end + 1 + 5 * size + many);
      if (head.made_of !== madeOf || weights.length !== many) throw new Error("another table");
      Object.assign(this, head, { numbers, telling, places: new Map(), begins: [0], columnOf: new Uint16Array(many) });
      this.weights = new Int8Array(weights.buffer);
      let number = 0;
      for (let place = 0; place < size; place++) {
        number += low[place] + (middle[place] << 8) + (high[place] << 16);
        this.places.set(number, place);
        const begin = this.begins[place];
        this.begins.push(begin + counts[place]);
        for (let n = begin, column = -1; n < begin + counts[place]; n++) this.columnOf[n] = column += 1 + steps[n];
      }
    }

    place(feature) {
      return this.places.get((crc32(feature) % this.numbers) + (feature.startsWith("=") ? this.numbers : 0));
    }

    scores(found) {
      const known = [...found].map((feature) => this.place(feature)).filter((place) => place !== undefined);
      if (!known.length) return [...this.always];
      const [telling, weight] = this.units;
      const length = telling * Math.sqrt(sum(known.map((place) => this.telling[place] ** 2)));
      const scale = weight / Math.max(length, this.shortest);
      const totals = this.columns.map(() => 0);
      for (const place of known) {
        for (let n = this.begins[place]; n < this.begins[place + 1]; n++) totals[this.columnOf[n]] += this.weights[n];
      }
      return totals.map((total, n) => scale * total + this.always[n]);
    }
  }

  function weighed(shares, weights) {
    const found = [...shares].map(([route, share]) => [route, share * (weights[route] ?? 1)]);
    const total = sum(found.map((one) => one[1]));
    return new Map(found.map(([route, share]) => [route, share / total]));
  }

  async function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(whole).arrayBuffer());
  }

  class Listener {
    constructor(told, routes, topics) {
      Object.assign(this, { told, topics, figures: told.figures });
      const isKnown = (word) => routes.place(word) !== undefined;
      this.reader = new Reader(this.figures.reader, isKnown, Object.values(told.phrases).flat(), told.emoji);
      this.ownAge = new RegExp(told.ownAge);
      this.asks = new RegExp(told.asks);
      this.grownUp = new RegExp(told.grownUpWords);
      this.corrected = new RegExp(told.corrected, "g");
      this.denied = Object.entries(told.denied).map(([pattern, routes]) => [new RegExp(pattern), routes]);
      this.firm = new Firm(this.figures.firm, told.phrases, this.figures.reader.LONGEST);
      this.scorer = new Scorer({ ...this.figures.scorer, ...this.figures.features }, told, routes, this.firm);
    }

    hear(text) {
      const read = this.reader.read(text);
      const words = this.withoutDenied(read);
      const length = words.filter((word) => word !== STOP).length;
      const marks = this.firm.marks(words);
      const languages = marks.size ? [] : this.languages(text, words);
      if (languages.length) return { certainty: "language", languages, routes: [], screens: [], shares: new Map(), length: 0 };
      const { shares: plain, english } = this.scorer.score(words, marks);
      const said = words.join(" ");
      const isChild = this.ownAge.test(said);
      const asks = text.includes("?") || this.asks.test(said);
      const isGrownUp = !isChild && this.grownUp.test(said);
      const ofAge = weighed(plain, isChild ? this.told.ofAChild : isGrownUp ? this.told.ofAGrownUp : {});
      const denies = this.denied.flatMap(([pattern, routes]) => (pattern.test(read.join(" ")) ? routes : []));
      const shares = weighed(ofAge, Object.fromEntries(denies.map((route) => [route, this.figures.denials.AS_DENIED])));
      const certain = this.figures.listener.CERTAIN;
      const own = english >= certain ? "en" : english <= 1 - certain ? "nl" : "";
      const heard = this.decide(shares, this.nearest(words, asks), length, marks, asks);
      const isOnlyAge = isChild && heard.certainty === "open";
      const found = isOnlyAge ? { ...heard, certainty: "sure", routes: ["young"] } : heard;
      return { ...found, languages: own ? [own] : [], shares, length, isChild, isGrownUp };
    }

    // No firm phrase of a crisis is left out.
    withoutDenied(words) {
      const marks = this.firm.marks(words);
      if (!marks.has("never") && this.told.crisis.some((crisis) => marks.has(crisis))) return words;
      const left = words.join(" ").replace(this.corrected, "").split(" ").filter(Boolean);
      if (left.every((word) => word === STOP) || left.length === words.length) return words;
      return left[0] === STOP ? left.slice(1) : left;
    }

    nearest(words, asks) {
      const { AS_NEAR_AS_ITS_OWN, AS_NEAR_AS_OTHERS, LONGEST, MOST, SHORTEST } = this.figures.topics;
      if (words.length > LONGEST) return [[], ""];
      const { features } = this.figures;
      const asked = asks ? sentences(words, SHORTEST).map((sentence) => ends(sentence, features)) : [];
      const whole = [...ends(words, features), ...entry(words, features)];
      const scores = [whole, ...asked].map((found) => this.topics.scores(found));
      const { faq: screenOf } = this.told;
      const most = new Map(this.topics.columns.map((name, n) => [name, Math.max(...scores.map((one) => one[n]))]));
      for (const name of Object.keys(screenOf)) most.set(name, (most.get(name) ?? 0) / AS_NEAR_AS_OTHERS);
      const near = new Map();
      for (const [name, score] of descending(most, (one) => one[1])) {
        const screen = screenOf[name] ?? name;
        if (score > 0 && !near.has(screen)) near.set(screen, name in screenOf ? score * AS_NEAR_AS_OTHERS : score);
      }
      const best = [...near].slice(0, MOST);
      const askedOf = Object.keys(screenOf).filter((name) => screenOf[name] === best[0]?.[0]);
      const [faq] = descending(askedOf, (name) => most.get(name));
      return [best, faq && most.get(faq) * AS_NEAR_AS_OTHERS >= AS_NEAR_AS_ITS_OWN * best[0][1] ? faq : ""];
    }

    // Of a script that several languages have, and no letter that tells: all of them. There is no detector here.
    languages(text, words) {
      const { FEW, FEWEST_WORDS, READ, MOST_KNOWN, MOST_KNOWN_IF_STRONG } = this.figures.language;
      const start = [...text.slice(0, 2 * READ)].slice(0, READ);
      const letters = start.filter((letter) => /\p{L}/u.test(letter));
      const isOf = ([, script]) => letters.length && 2 * letters.filter((letter) => script.test(letter)).length >= letters.length;
      const [script, pattern] = SCRIPTS.find(isOf) ?? [];
      if (script === "HAN") return letters.some((letter) => /[\u3040-\u30ff]/.test(letter)) ? [] : ["zh"];
      const own = this.byLetters(text);
      const among = this.told.scripts[script] ?? [];
      const isOwn = among.includes(own);
      if (script === "LATIN" && isOwn) {
        const plain = words.filter((word) => /^\p{L}+$/u.test(word));
        const most = plain.length <= FEW ? MOST_KNOWN : MOST_KNOWN_IF_STRONG;
        const ours = plain.filter((word) => this.reader.knows(word)).length;
        if (plain.length >= FEWEST_WORDS && ours < most * plain.length) return [own];
      } else if (isOwn) return [own];
      const isAny = script !== "LATIN" && own === undefined && letters.every((letter) => pattern?.test(letter));
      return isAny && among.length ? among : this.byWords(start.join(""));
    }

    byLetters(text) {
      const letters = new Set(text.toLowerCase());
      return this.told.telling.find(([, telling]) => [...telling].some((letter) => letters.has(letter)))?.[0];
    }

    byWords(text) {
      const { MOST_WORDS_OF_A_CRY, FEWEST_TELLING, SHARE_TELLING } = this.figures.language;
      const bare = (word) => word.replace(/^[!?.,¡¿…]+|[!?.,¡¿…]+$/g, "");
      const words = unique(text.split(/\s+/u).filter(Boolean).map((word) => fold(bare(word), this.figures.reader.LONGEST)));
      const cry = Object.entries(this.told.cries).find(([, cries]) => cries.some((one) => words.includes(one)));
      if (cry && words.length <= MOST_WORDS_OF_A_CRY) return [cry[0]];
      const told = Object.entries(this.told.words).map(([code, telling]) => [code, telling.filter((word) => words.includes(word)).length]);
      const [code, most] = descending(told, (one) => one[1])[0];
      return most >= Math.max(FEWEST_TELLING, SHARE_TELLING * words.length) ? [code] : [];
    }

    decide(shares, [near, faq], length, marks, asks) {
      const F = this.figures.decision;
      const isTale = !asks && length > F.MUCH;
      const first = descending(shares.keys(), (route) => shares.get(route))[0];
      const usual = length <= F.FEW || first === OTHER ? F.NEAR_IN_FEW : F.NEAR;
      const isElse = shares.get(OTHER) >= F.ELSE_FROM || (this.told.smallTalk.includes(first) && !asks);
      const enough = isElse ? F.NEAR_IF_ELSE : usual;
      const forTopic = isTale ? F.NEAR_A_TALE : this.told.tells.includes(first) ? F.NEAR_A_STORY : enough;
      const isTopic = near.length > 0 && near[0][1] >= forTopic;
      const decided = this.decided(shares, length, marks, isTopic);
      const { claims, crisis } = this.told;
      const isEntry = near.length > 0 && near[0][1] >= F.ENTRY_FROM && !crisis.some((route) => marks.has(route));
      const told = decided[1][0];
      const isTold = decided[0] !== "open" && claims.includes(told) && shares.get(told) >= F.TOLD_BY_ENTRY;
      const soundsAsked = near.length > 0 && (asks || near[0][1] >= F.FAQ_UNASKED);
      const isNear = faq && soundsAsked && near[0][1] >= F.FAQ_FROM;
      const isFaq = isNear && ["ask", "open"].includes(decided[0]) && !crisis.includes(told);
      const [certainty, routes] = (isEntry || isFaq) && !isTold ? ["topic", ["question"]] : decided;
      const isSure = certainty === "sure";
      const ofClaim = isSure ? F.NEAR_A_CLAIM : F.NEAR_ASKED;
      const usually = claims.includes(routes[0]) ? ofClaim : isSure ? forTopic : enough;
      const least = Math.max(usually, near.length ? F.AS_NEAR * near[0][1] : 0, isTale ? F.NEAR_A_TALE : 0);
      const screens = near.filter((one) => one[1] >= least).map((one) => one[0]);
      const isAsked = screens.length && (soundsAsked || routes[0] === "question");
      return { certainty, routes, isEntry, isTale, screens, faq: isAsked ? faq : "" };
    }

    decided(shares, length, marks, isTopic) {
      const F = this.figures.decision;
      const { claims, crisis, smallTalk, routes } = this.told;
      const share = (route) => shares.get(route);
      const ranked = descending(shares.keys(), share);
      const ofHarm = routes.filter((route) => claims.includes(route) && !crisis.includes(route));
      const leastClaimed = Math.max(F.BESIDE, F.AS_LIKELY * Math.max(...ofHarm.map(share)));
      const usual = (route) => (claims.includes(route) ? F.ASKED_LEAST_IF_CLAIMED : F.ASKED_LEAST);
      const least = (route) => F.ASKED_LEAST_IF_GRAVE[route] ?? usual(route);
      const inSome = (route) => (length <= F.SOME && F.ASKED_LEAST_IN_SOME[route]) || least(route);
      const claimed = ofHarm.filter((route) => share(route) >= Math.max(leastClaimed, inSome(route)));
      const [first] = ranked;
      const some = unique([...claimed, ...ranked]).slice(0, F.MOST_ASKED);
      const calm = descending(some, (route) => !crisis.includes(route));
      const asked = calm.filter((route) => share(route) >= inSome(route));
      const likely = asked.length ? asked : some.slice(0, 1);
      const leading = (route) => [route, ...likely.filter((other) => other !== route)].slice(0, F.MOST_ASKED);

      const firm = crisis.find((route) => marks.has(route));
      if (firm) return [share(OTHER) >= F.DOUBTED_FROM ? "ask" : "sure", leading(firm)];
      const enoughClaimed = length <= 1 ? F.ALWAYS_ASKED : length <= F.FEW ? F.SURE_IN_FEW : F.SURE_IN_SOME;
      const enough = claims.includes(first) && length <= F.SOME ? enoughClaimed : F.SURE;
      if (first !== OTHER && !crisis.includes(first) && share(first) >= enough) {
        return ["sure", claims.includes(first) ? likely : leading(first)];
      }
      const needed = (route) => {
        if (marks.has("never")) return F.CRISIS_FROM_DENIED;
        if (first === OTHER) return F.CRISIS_FROM_CALM[route];
        return Math.max(F.CRISIS_FROM[route], claims.includes(first) ? F.CRISIS_BESIDE * share(first) : 0);
      };
      const inFew = length <= 1 ? F.CRISIS_IN_ONE : length <= F.FEW ? F.CRISIS_IN_FEW : 0;
      const found = crisis.find((route) => share(route) >= Math.max(inFew, needed(route)));
      if (found) return [share(found) >= F.SURE ? "sure" : "ask", leading(found)];
      const isCalm = first !== OTHER && !claims.includes(first) && (!smallTalk.includes(first) || length <= F.SOME);
      if (isCalm && share(first) >= F.SURE_CALM) return ["sure", leading(first)];
      if (isTopic && !claimed.length) return ["topic", likely];
      const hurt = claims.filter((route) => length > 1 || !crisis.includes(route));
      const isClaimed = sum(hurt.map(share)) >= (length > 1 ? F.CLAIMED_IN_FEW : F.CLAIMED_IN_ONE);
      const isClear = isClaimed || length > F.FEW || share(first) >= (claims.includes(first) ? F.ASKED_CLAIM_IN_FEW : F.ASKED_FIRST_IN_FEW);
      const total = sum(likely.filter((route) => route !== OTHER).map(share));
      return [first !== OTHER && isClear && total >= F.ASKED_FROM ? "ask" : "open", likely];
    }

    // Which answer this is, and the screens that it offers: `listening/answer.py` and `flows/offers.py`.
    answerTo(heard) {
      const { certainty } = heard;
      const { asked, asksOnly, crisis, oneself, regions, strict } = this.told;
      const { MOST, ALSO_FIRST } = this.figures.offers;
      const [route = OTHER] = heard.routes;
      if (certainty === "language") return { kind: "language", languages: heard.languages };
      const { BRIEF, CLAIMED, FEW, LEANING, LEANING_TO_SCREENS, LIKELY, LIKELY_IN_FEW, STORY } = this.figures.answer;
      const enough = heard.length <= BRIEF ? LIKELY_IN_FEW : LIKELY;
      const kept = (least) => this.told.keeps.filter((one) => heard.shares.get(one) >= least);
      const keeps = kept(heard.isEntry ? LIKELY_IN_FEW : LIKELY).length > 0;
      const open = heard.screens.filter((screen) => this.fits(screen, heard)).map((screen) => this.told[keeps ? "kept" : "opened"][screen] ?? screen);
      const screens = unique(open.filter(Boolean));
      const isAnswered = heard.faq && screens.length;
      const isNear = certainty === "sure" && kept(enough).length > 0 && this.told.nearParents.includes(route);
      const isClosed = isNear && !isAnswered;
      const isNoQuestion = !asksOnly.includes(route) || (route === OTHER && !screens.length);
      const isUnsure = certainty === "topic" && isNoQuestion && !isAnswered;
      const faqOf = (some) => (some.length && some[0] === this.told.faq[heard.faq] ? heard.faq : "");
      if (certainty === "ask" || isUnsure || isClosed) {
        const likely = heard.routes.filter((one) => one !== "question" || !screens.length);
        const all = isClosed ? unique([route, ...kept(enough), ...likely]) : likely;
        const askable = all.filter((one) => asked.includes(one)).slice(0, MOST);
        const [likeliest] = descending(heard.shares.keys(), (one) => heard.shares.get(one));
        const isLeast = !crisis.includes(route) && !crisis.includes(likeliest);
        const isOnlyCrisis = isLeast && askable.every((one) => crisis.includes(one));
        const routes = isOnlyCrisis ? [] : askable;
        const isOwnRegion = (screen) => all.some((one) => regions[one].includes(this.told.regionOf[screen]));
        const ours = heard.isTale ? screens.filter(isOwnRegion) : screens;
        const isTold = this.told.lean.includes(route) && heard.length > FEW;
        const leans = isTold && heard.shares.get(route) >= (ours.length ? LEANING_TO_SCREENS : LEANING);
        const isOwn = this.told.ownLines.includes(routes[0]);
        const isTall = leans || isOwn || routes.some((one) => crisis.includes(one)) ? 1 : 0; // the words above take more room
        const isAsked = (screen) => routes.includes(this.told.sameWords[screen]); // no two buttons say the same
        const near = ours.slice(0, ALSO_FIRST).filter((screen) => !isAsked(screen)).slice(0, ALSO_FIRST - isTall);
        const most = Math.min(MOST, MOST + 1 - isTall - leans - near.length);
        if (routes.length) return { kind: "ask", routes: routes.slice(0, most), screens: near, leans };
      }
      if (certainty === "sure" && (route !== "question" || !screens.length)) {
        const isOwn = (screen) => regions[route].includes(this.told.regionOf[screen]);
        const isOther = (screen) => !strict.includes(route) && !oneself.includes(this.told.regionOf[screen]);
        const danger = route === "acute" ? descending(Object.keys(this.told.inDanger), (one) => heard.shares.get(one)) : [];
        const likely = danger.filter((one) => heard.shares.get(one) >= CLAIMED).map((one) => this.told.inDanger[one]);
        const isSeen = (screen) => likely.length > 0 && screen === this.told.seenNow;
        const fitting = screens.filter((screen) => (isOwn(screen) || isOther(screen)) && !isSeen(screen));
        const also = unique([...fitting, ...likely]);
        const offered = asked.includes(route) ? also.slice(0, ALSO_FIRST) : [];
        return { kind: "heard", route, screens: offered, faq: this.ownWords(route, heard) ? "" : faqOf(offered) };
      }
      if (screens.length && certainty !== "open") return { kind: "topic", screens: screens.slice(0, MOST), faq: faqOf(screens) };
      return { kind: heard.length >= STORY ? "story" : "heard", route: OTHER, screens: [], faq: "" };
    }

    ownWords(route, heard) {
      return this.told.ownWords.includes(route) && !this.told.ofTheGuide.includes(heard.faq);
    }

    fits(screen, heard) {
      const { BRIEF, CLAIMED, FEW, OF_A_CHILD } = this.figures.answer;
      const isSure = heard.certainty === "sure";
      const claims = this.told.claiming[screen];
      const region = this.told.regionOf[screen];
      const none = heard.isGrownUp || this.told.grownUp.includes(heard.routes[0]) ? ["child"] : [];
      if ((heard.isChild ? this.told.notOfAChild : none).includes(region)) return false;
      if (heard.length <= BRIEF && isSure && this.told.askNothing.includes(heard.routes[0])) return false;
      const { maybeAChild, ofAnybody } = this.told;
      const isLikely = heard.isChild || sum(maybeAChild.map((route) => heard.shares.get(route))) >= OF_A_CHILD;
      if (region === "child" && !isLikely && ![...ofAnybody, ...maybeAChild].includes(heard.routes[0])) return false;
      const saysWho = isSure && heard.routes[0] !== "question";
      if (heard.length <= FEW && this.told.oneself.includes(region) && !saysWho && !heard.isEntry) return false;
      return !claims || (heard.routes[0] !== OTHER && claims.some((route) => heard.shares.get(route) >= CLAIMED));
    }
  }

  const SCRIPTS = [
    ["LATIN", /[A-Za-z\u00c0-\u024f]/],
    ["ARABIC", /[\u0600-\u06ff]/],
    ["CYRILLIC", /[\u0400-\u04ff]/],
    ["HAN", /[\u4e00-\u9fff]/],
  ];

  // Raises when a table is not there, not whole, or another one than the answers were made for.
  typedWords.listener = async (told, madeOf) => {
    const [routes, topics] = await Promise.all([unpacked(told.tables.routes), unpacked(told.tables.topics)]);
    const { NUMBERS } = told.figures.table;
    return new Listener(told, new Table(routes, madeOf.routes, NUMBERS), new Table(topics, madeOf.topics, NUMBERS));
  };
}
