// The field for typed words. It answers where it stands: nothing is sent, and nothing is kept.
// The sentences are in answers-*.js and what decides is in words.js, both from `web/typed_words.py`.
"use strict";

globalThis.typedWords ??= {};
{
  const PATIENCE = 3000; // milliseconds that an answer waits for the tables
  const SIGNS = /[\p{Mn}\p{Me}\p{Cf}'’‘`´]/gu;
  const NOBODY_KNOWS = { kind: "heard", route: "other", screens: [] };
  let loaded; // the answers of every language
  let listening; // a listener, as soon as the tables are there too
  let pages; // the pages that words open, in every language

  const load = (name) => loadScript(name, false); // in this order: `loadScript` and `home` are those of page.js

  function loadAll(names) {
    const isAnswers = (name) => name.startsWith("answers-");
    loaded = Promise.all(names.filter(isAnswers).map(load));
    const others = Promise.all(names.filter((name) => !isAnswers(name)).map(load));
    listening = Promise.all([loaded, others]).then(async () => {
      pages = Object.fromEntries(Object.entries(typedWords.answers).map(([code, said]) => [code, opened(said)]));
      const listener = await typedWords.listener(typedWords.words, madeOf());
      listener.hear(Object.values(typedWords.answers)[0].title); // the first text takes longest
      return listener;
    });
    listening.catch(() => {}); // then every text gets the answer with the numbers
  }

  const madeOf = () => Object.values(typedWords.answers)[0].madeOf;

  // The answer to a text, and its language; that of the page unless the text is clearly in another one of ours.
  async function understood(text, code) {
    try {
      const tooLate = new Promise((_, reject) => setTimeout(reject, PATIENCE));
      const listener = await Promise.race([listening, tooLate]);
      if (asksToLeave(text, listener.told)) return [{ kind: "leave" }, code];
      const there = pressed(text, code);
      if (there) return [{ kind: "press", there }, code];
      const heard = listener.hear(text);
      const [own] = heard.languages;
      const isClear = heard.length >= listener.figures.answer.FEWEST_IN_A_LANGUAGE && own in typedWords.answers;
      return [listener.answerTo(heard), isClear ? own : code];
    } catch {
      return [NOBODY_KNOWS, code];
    }
  }

  // Letters and digits in small letters, as `bot/api/plain.py` compares them.
  function plain(text) {
    const letters = text.normalize("NFKD").replace(SIGNS, "").replace(/[^\p{L}\p{N}]+/gu, " ");
    return letters.toLowerCase().trim();
  }

  // The pages that words open in a language: the titles, and what opens one in the chat too. Of two it opens neither.
  function opened({ screens, presses }) {
    const found = new Map();
    const titles = Object.values(screens).filter(([, , , isPress]) => isPress);
    for (const [said, there] of [...titles, ...Object.entries(presses)]) {
      const words = plain(said);
      found.set(words, found.has(words) && found.get(words) !== there ? "" : there);
    }
    return found;
  }

  // The page that opens by these words; first in the language of the page.
  function pressed(text, code) {
    const { [code]: own, ...others } = pages;
    return [own, ...Object.values(others)].map((one) => one.get(plain(text))).find(Boolean);
  }

  // Nothing but words for the quick exit, perhaps more than once: as `bot/api/wipe_words.py` hears it.
  function asksToLeave(text, { wipes, beside, polite, pleas, figures }) {
    if (text.length > figures.reader.LONGEST) return false;
    const drawnOut = /(.)\1{2,}/gu;
    const every = plain(text).replace(drawnOut, "$1").split(" ").filter(Boolean);
    const words = every.filter((word) => !beside.includes(word));
    const isPlea = (wipe) => pleas.includes(wipe) && every.some((word) => polite.includes(word));
    const isAll = (wipe) => words.length % wipe.length === 0 && words.every((word, n) => word === wipe[n % wipe.length]);
    return words.length > 0 && wipes.some((wipe) => !isPlea(wipe) && isAll(wipe.split(" ")));
  }

  // What an answer shows: its language, HTML of ours, and the ways on. A way leads to a page, or to another answer.
  function shown(answer, code) {
    const said = typedWords.answers[code];
    const ways = (screens, own = []) => {
      const asked = screens.map((screen) => [screen, ...said.screens[screen]]);
      return differing([...asked, ...own], said.start).slice(0, said.most);
    };
    if (answer.kind === "ask") {
      const [first, ...rest] = answer.routes;
      const asked = answer.routes.map((route) => [said.labels[route], { kind: "heard", route, screens: [] }]);
      const near = ways(answer.screens).filter(([label]) => !asked.some((one) => one[0] === label));
      const urgent = answer.routes.some((route) => said.needs112.includes(route)) ? "urgent" : "";
      const isOfChildren =
        said.ofChildren.includes(first) && rest.every((route) => said.maybeOfChildren.includes(route));
      const whom = urgent || (isOfChildren ? "children" : said.telling.includes(first) ? "tells" : "");
      const dying = rest.includes("suicidal");
      const usual = said.ask[(first in said.ask ? first : whom) + (dying ? "+" : "")];
      const html = answer.leans ? said.heard[first][0] + (dying ? said.dying : "") : usual;
      return { code, title: said.title, html, ways: [asked[0], ...near, ...asked.slice(1)] };
    }
    if (answer.kind === "topic") {
      const html = (said.faq[answer.faq] ?? said.screens[answer.screens[0]][2]) + said.behind;
      return { code, title: said.title, html, ways: ways(answer.screens) };
    }
    if (answer.kind === "language") {
      const others = typedWords.others;
      const [only, more] = answer.languages;
      return more ? { code, title: said.others, html: "", ways: names(answer.languages) } : { code: only, ...others[only], ways: [] };
    }
    if (answer.kind === "story") return { code, title: said.title, html: said.story, ways: [] };
    const [usual, own] = said.heard[answer.route];
    const html = answer.faq ? said.faq[answer.faq] + usual.slice(usual.indexOf("</p>") + "</p>".length) : usual;
    const { inDanger = {}, seenNow } = typedWords.words ?? {};
    const isInDanger = answer.route === "acute" && answer.screens.some((one) => Object.values(inDanger).includes(one));
    const fitting = own.filter(([screen]) => !isInDanger || screen !== seenNow);
    return { code, title: said.title, html, ways: ways(answer.screens, fitting) };
  }

  function differing(ways, start) {
    const found = new Map();
    const screens = new Set([start]);
    for (const [screen, label, address] of ways) {
      if (!screens.has(screen) && !found.has(label)) found.set(label, address);
      screens.add(screen);
    }
    return [...found];
  }

  const names = (codes) => codes.map((code) => [typedWords.others[code].name, { kind: "language", languages: [code] }, code]);

  function made(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function way([label, there, lang = ""], show) {
    if (typeof there === "string") return made("a", { href: new URL(`${there}index.html`, home) }, label);
    return made("button", { type: "button", lang, onclick: () => show(there) }, label);
  }

  function draw(box, { code, dir = "", title, html, ways }, show) {
    const heading = made("h2", { tabIndex: -1 }, title);
    const list = made("ul", {}, ...ways.map((one) => made("li", {}, way(one, show))));
    const answer = made("div", { lang: code, dir }, heading, made("div", { innerHTML: html }));
    if (ways.length) answer.append(made("nav", { className: "ways" }, list));
    box.replaceChildren(answer);
    tellWhatIsOpen();
    heading.focus({ preventScroll: true });
    box.scrollIntoView(); // with the number below it
  }

  // Called for each page with a field, when it is there.
  async function open(field) {
    const [text, go, box, others] = ["textarea", ".go", ".heard", ".others"].map((one) => field.querySelector(one));
    const { language, scripts } = field.dataset;
    if (!loaded) loadAll(scripts.split(" "));
    try {
      await loaded;
    } catch {
      return; // the page is as it is without a script
    }
    const show = (answer, code = language) => draw(box, shown(answer, code), show);
    async function answer() {
      if (!text.value.trim()) return text.focus();
      const [found, code] = await understood(text.value, language);
      if (found.kind !== "leave" && found.kind !== "press") return show(found, code);
      const link = found.kind === "leave" ? document.querySelector(".leave") : way(["", found.there]);
      forget();
      if (found.kind === "press") box.append(link);
      link.click();
    }
    Object.assign(text, { writingSuggestions: "false", autocorrect: false });
    text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      answer();
    });
    go.addEventListener("click", answer);
    listening.then(
      () => others.append(...names(Object.keys(typedWords.others)).map((one) => way(one, show))),
      () => others.closest("details").remove(),
    );
    field.hidden = false;
  }

  const fields = () => document.querySelectorAll(".typed");

  // What was typed goes with the page, also out of the copy that a browser keeps to go back to.
  function forget() {
    for (const field of fields()) {
      field.querySelector("textarea").value = "";
      field.querySelector(".heard").replaceChildren();
    }
  }

  addEventListener("pagehide", forget);
  document.addEventListener("page", () => fields().forEach(open));
  fields().forEach(open);
}
