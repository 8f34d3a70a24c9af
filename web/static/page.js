// Without this file every page says and does the same, by plain links that the browser keeps.
"use strict";

const home = new URL(".", document.currentScript.src).href;
const find = (selector) => document.querySelector(selector);
const tell = (words) => (find(".status").textContent = words);

// Leave this page: blank at once, and no entry in the history of this tab for the page that is left.
let awaited = ""; // the page that was pressed last; none once the guide is left

function leave() {
  const { href } = find(".leave");
  awaited = "";
  document.body.replaceChildren();
  document.title = new URL(href).hostname;
  window.top.location.replace(href); // of the page around a frame too
}

const TIMES = 3;
const WITHIN = 5000; // milliseconds
let pressed = 0;
let last = 0;

addEventListener("keydown", (event) => {
  if (event.repeat || !find(".leave")) return;
  const now = Date.now();
  pressed = event.key === "Shift" ? (now - last < WITHIN ? pressed + 1 : 1) : 0;
  last = now;
  if (pressed === TIMES) leave();
  else if (pressed) tell(find(".leave").dataset.shift.replace("{times}", TIMES - pressed));
});

// The guide in one document. A browser keeps the address of every document it opens, so a link draws its page here.
const PATIENCE = 4000; // milliseconds; then the link is followed as without a script
const loading = {};

function loadScript(name, isAsync = true) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: home + name, async: isAsync, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function load(language) {
  loading[language] ??= loadScript(`guide.${language}.js`).catch((failed) => {
    delete loading[language]; // the next press tries again
    throw failed;
  });
  return loading[language].then(() => self.guide[language]);
}

async function follow(href) {
  const address = href.slice(home.length).replace(/index\.html$/, "");
  const language = address.split("/")[0];
  awaited = href;
  try {
    const guide = await Promise.race([load(language), new Promise((_, fail) => setTimeout(fail, PATIENCE))]);
    if (awaited !== href) return;
    draw(guide.pages[address].map((line) => guide.lines[line]).join("\n"));
    document.documentElement.lang = language;
    document.documentElement.dir = guide.dir;
    document.title = guide.title;
    dress(home + (find("main.paper") ? "paper.css" : "style.css"));
  } catch {
    if (awaited === href) location.replace(href); // not even now a page to go back to
  }
}

function draw(html) {
  const page = document.createElement("template");
  page.innerHTML = html;
  for (const name of ["href", "src"]) {
    for (const element of page.content.querySelectorAll(`[${name}]`)) {
      const there = element.getAttribute(name);
      if (!there.startsWith("#")) element.setAttribute(name, new URL(there, home));
    }
  }
  document.body.replaceChildren(page.content);
  prepare();
  scrollTo(0, 0);
  point("h1");
  announce();
}

function dress(href) {
  const style = find("link[rel=stylesheet]");
  if (style.href !== href) style.href = href; // the same one would be loaded again
}

// Put the keyboard and the screen reader at an element.
function point(selector) {
  const element = find(selector);
  element.tabIndex = -1;
  element.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented) return;
  const there = link.getAttribute("href");
  const opensElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (link.matches(".leave")) leave(); // whatever key is held: nobody means another tab
  else if (opensElsewhere || link.hasAttribute("download")) return;
  else if (there.startsWith("#")) point(there); // a # is an entry in the history too
  else if (link.matches(".alone")) location.replace(link.href); // no page of the guide: it leaves none to go back to
  else if (link.href.startsWith(home)) follow(link.href);
  else return;
  event.preventDefault();
});

// A sentence to copy. A button without one passes on the address of the first page.
function prepareCopy(button) {
  const label = button.textContent;
  const sentence = button.dataset.copy;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const url = `${home}index.html`;
    if (!sentence && navigator.share) return navigator.share({ title: document.title, url }).catch(() => {});
    await navigator.clipboard.writeText(sentence ?? url);
    tell((button.textContent = button.dataset.copied));
    setTimeout(() => (button.textContent = label), WITHIN);
  });
}

// What is open now, on a Dutch clock; a page may stay open longer than a line.
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

function tellWhatIsOpen() {
  const parts = clock.formatToParts(new Date());
  const part = (type) => parts.find((each) => each.type === type).value;
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday"));
  const time = `${part("hour")}:${part("minute")}`;

  for (const element of document.querySelectorAll("[data-hours]")) {
    const [days, opens, closes] = element.dataset.hours.split(" ");
    const isOpen = days.includes(day) && opens <= time && time < closes;
    if (element.dataset.isOpen === String(isOpen)) continue; // nothing moves under a finger without need
    element.dataset.isOpen = isOpen;
    const now = element.querySelector(".now");
    if (now) {
      now.textContent = isOpen ? now.dataset.open : now.dataset.closed;
      if (!isOpen) element.parentElement.append(element); // those that are open come first
    }
  }
}

setInterval(tellWhatIsOpen, 20_000);

// Before the first page is painted, and before each that is drawn is announced: nothing jumps.
function prepare() {
  document.querySelectorAll(".copy").forEach(prepareCopy);
  tellWhatIsOpen();
}

prepare();

// Other scripts prepare a page on `page`: when the first one is there, and after each that is drawn.
const announce = () => document.dispatchEvent(new Event("page"));

// The field for typed words: its script comes with the first page that has one.
document.addEventListener("page", () => {
  if (!find(".typed") || self.typedWords) return;
  self.typedWords = {};
  loadScript("field.js").catch(() => {}); // without it the field stays hidden
});

addEventListener("DOMContentLoaded", () => {
  announce();
  load(document.documentElement.lang).catch(() => {});
});
