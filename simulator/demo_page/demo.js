// The page shows what the simulator holds: it asks for the whole state, waits for the next one, and keeps nothing.
// Texts come in as text and stay text: formatting is built from entities, never from markup.

const $ = (id) => document.getElementById(id);
const PANELS = document.querySelectorAll(".panel");
const HOME = "Europe/Amsterdam";
const WORDS = {
  nl: { copied: "Gekopieerd", open: "Link openen?", yes: "Open", you: "Jij", copies: "kopieert", leads: "opent een link" },
  en: { copied: "Copied", open: "Open link?", yes: "Open", you: "You", copies: "copies", leads: "opens a link" },
};
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

let state = null;
let alertsSeen = 0;
let clockOffset = 0;
let words = WORDS.nl;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", `sign ${name}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

async function act(action, given = {}) {
  const headers = { "Content-Type": "application/json" };
  await fetch(`/demo/${action}`, { method: "POST", headers, body: JSON.stringify(given) }).catch(() => {});
}

// Messages

function webAddress(url) {
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`);
  return ["http:", "https:"].includes(address?.protocol) ? address.href : null;
}

function wrap(entity, text) {
  if (entity.type === "spoiler") return element("span", { class: "spoiler" });
  if (entity.type === "text_link" || entity.type === "url") {
    const href = webAddress(entity.url ?? text);
    return href ? element("a", { href, target: "_blank", rel: "noopener noreferrer" }) : element("span");
  }
  return element(TAGS[entity.type] ?? "span", entity.type in TAGS ? {} : { class: entity.type });
}

// Offsets count UTF-16 units, as JavaScript does.
function format(into, text, begin, end, entities) {
  let at = begin;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index++];
    const last = entity.offset + entity.length;
    const inner = [];
    while (index < entities.length && entities[index].offset < last) inner.push(entities[index++]);
    const made = wrap(entity, text.slice(entity.offset, last));
    format(made, text, entity.offset, last, inner);
    into.append(text.slice(at, entity.offset), made);
    at = last;
    // A block ends its own line: the line break that follows would show as an empty line.
    if (/^(BLOCKQUOTE|PRE)$/.test(made.tagName) && text[at] === "\n") at++;
  }
  into.append(text.slice(at, end));
}

function clockTime(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: HOME });
}

function drawButton(message, button, row, column) {
  const made = element("button", { type: "button" }, element("span", {}, button.text));
  if (button.url) made.append(icon("link"), element("span", { class: "unseen" }, `, ${words.leads}`));
  if (button.copy_text) made.append(icon("copy"), element("span", { class: "unseen" }, `, ${words.copies}`));
  if (button.style) made.dataset.style = button.style;
  if (button.callback_data) made.dataset.sends = button.callback_data;
  made.addEventListener("click", () => press(message, button, row, column, made));
  return made;
}

function drawMessage(message) {
  const text = element("div", { class: "text", dir: "auto" });
  format(text, message.text, 0, message.text.length, message.entities);
  // As in Telegram's apps: a message of a bot does not say that it was edited. Those of a visitor cannot be, here.
  const time = element("span", { class: "time" }, clockTime(message.date));
  if (!message.from_bot) time.append(icon("sent"));
  text.append(element("span", { class: "room", "aria-hidden": "true" }, time.textContent));
  const bubble = element("div", { class: "bubble", tabindex: "-1" }, text, time);
  const item = element("li", { class: message.from_bot ? "bot" : "visitor", "data-id": message.message_id }, bubble);
  if (!message.from_bot) bubble.prepend(element("span", { class: "unseen" }, `${words.you}: `));
  if (message.keyboard.length) {
    const rows = message.keyboard.map((buttons, row) =>
      element("div", { class: "row" }, ...buttons.map((button, column) => drawButton(message, button, row, column))));
    item.append(element("div", { class: "keyboard" }, ...rows));
    item.classList.add("wide");
  }
  return item;
}

function drawMessages() {
  const list = $("messages");
  const standing = new Map([...list.children].map((item) => [Number(item.dataset.id), item]));
  let newest = null;
  for (const message of state.messages) {
    const looks = JSON.stringify([message, words]);
    const old = standing.get(message.message_id);
    standing.delete(message.message_id);
    if (old?.looks === looks) continue;
    newest = drawMessage(message);
    newest.looks = looks;
    if (!old) {
      list.append(newest);
      continue;
    }
    // With a keyboard the focus stays at this message: the next Tab is its first button.
    const focused = old.contains(document.activeElement);
    old.replaceWith(newest);
    if (focused) newest.querySelector(".bubble").focus({ preventScroll: true });
  }
  for (const gone of standing.values()) gone.remove();
  if (newest || standing.size) showEnd();
}

// Telegram keeps the end of a chat in view, also when its last message is taller than the screen.
function showEnd() {
  $("chat").scrollTop = $("chat").scrollHeight;
  hintAtMore();
}

function hintAtMore() {
  const { scrollHeight, scrollTop, clientHeight } = $("chat");
  $("down").hidden = scrollHeight - scrollTop - clientHeight < 24;
}

function drawTurning() {
  for (const button of $("messages").querySelectorAll("[data-sends]")) {
    const message = Number(button.closest("li").dataset.id);
    const waits = ({ message_id, callback_data }) => message_id === message && callback_data === button.dataset.sends;
    button.classList.toggle("turning", state.turning.some(waits));
  }
}

async function press(message, button, row, column, pressed) {
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text.text);
    toast(`${words.copied}: ${button.copy_text.text}`);
  } else if (button.url) {
    ask(words.open, button.url, words.yes, () => window.open(webAddress(button.url) ?? "", "_blank", "noopener,noreferrer"));
  } else {
    pressed.classList.add("turning");
    await act("press", { message_id: message.message_id, button: [row, column] });
  }
}

// What lies over the chat

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("shown"), 3500);
}

let agreed = null;
let returnTo = null;
function ask(title, text, yes = "OK", then = null) {
  $("alert-name").textContent = title;
  $("alert-text").textContent = text;
  $("alert-yes").textContent = yes;
  $("alert-no").hidden = !then;
  agreed = then;
  if ($("veil").hidden) returnTo = document.activeElement;
  cover(true);
  $("alert-yes").focus({ preventScroll: true });
}

function cover(isCovered) {
  $("veil").hidden = !isCovered;
  for (const part of [...PANELS, ...$("screen").children]) part.inert = isCovered && part !== $("veil");
}

function closeAlert() {
  cover(false);
  if (returnTo?.isConnected) returnTo.focus({ preventScroll: true });
}

$("alert-yes").addEventListener("click", () => {
  closeAlert();
  agreed?.();
});
$("alert-no").addEventListener("click", closeAlert);
$("veil").addEventListener("keydown", (event) => event.key === "Escape" && closeAlert());

// The whole screen

function speak(part, language) {
  part.dataset.lang = language;
  part.lang = language;
  const said = language === "nl" ? "Nl" : "En";
  for (const named of [part, ...part.querySelectorAll("[data-name-nl]")]) {
    if (named.dataset.nameNl) named.ariaLabel = named.dataset[`name${said}`];
  }
  for (const field of part.querySelectorAll("[data-hint-nl]")) field.placeholder = field.dataset[`hint${said}`];
}

function drawPanel() {
  for (const radio of document.getElementsByName("language")) radio.checked = radio.value === state.language;
  for (const radio of document.getElementsByName("clock")) radio.checked = radio.value === String(state.clock.chosen ?? "");
  $("connection").checked = state.connection_lost;
  $("phone").classList.toggle("offline", state.connection_lost);
  for (const box of document.querySelectorAll("[data-fault]")) box.checked = state.faults.includes(box.dataset.fault);
  $("count").textContent = state.messages.length;
}

let toured = "";
function drawTour() {
  const { purpose, scenes, exhibits, codes } = state;
  const tour = JSON.stringify([purpose, scenes, exhibits, codes]);
  if (tour === toured) return; // drawn anew it would lose the focus
  toured = tour;
  $("purpose").replaceChildren(...inBoth((language) => purpose[language] ?? ""));
  $("scenes").hidden = !scenes.length;
  $("scene-list").replaceChildren(...scenes.map(drawScene));
  $("exhibits").hidden = !exhibits.length;
  $("exhibit-list").replaceChildren(...exhibits.map(drawExhibit));
  $("codes").replaceChildren(...codes.map((code) => element("option", { value: code })));
  $("picks").replaceChildren(...codes.slice(0, 6).map((code) => presses("start", { payload: code }, code)));
}

function presses(action, given, ...children) {
  const button = element("button", { type: "button" }, ...children);
  button.addEventListener("click", () => act(action, given));
  return button;
}

function inBoth(say) {
  return ["nl", "en"].map((language) => element("span", { lang: language }, say(language)));
}

function drawScene({ name, moment: [weekday, hour, minute], language, code }, number) {
  const day = new Date(Date.UTC(2024, 0, 1 + weekday, hour, minute)); // 1 January 2024 was a Monday
  const told = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" };
  const small = inBoth((page) => {
    const spoken = new Intl.DisplayNames(page, { type: "language" }).of(language);
    return [day.toLocaleString(page === "nl" ? "nl-NL" : "en-GB", told), code || spoken].join(" · ");
  });
  const title = element("b", {}, ...inBoth((page) => name[page]));
  return element("li", {}, presses("scene", { number }, title, element("small", {}, ...small)));
}

function drawExhibit({ name, file }) {
  const links = ["nl", "en"].map((language) =>
    element("a", { lang: language, href: `/exhibits/${file[language]}`, target: "_blank", rel: "noopener" }, name[language], icon("link")));
  return element("li", {}, ...links);
}

function draw(next) {
  const before = state?.visitor;
  const starts = state && next.messages.length && (before !== next.visitor || !state.messages.length);
  state = next;
  clockOffset = Date.parse(state.clock.time) - Date.now();
  words = WORDS[state.language] ?? WORDS.nl;
  speak($("phone"), state.language);
  if (before !== state.visitor) {
    $("messages").replaceChildren();
    alertsSeen = before ? 0 : state.alerts.length;
  }
  document.title = state.name;
  $("name").textContent = state.name;
  $("description").textContent = state.description;
  const begun = state.messages.length > 0;
  // START disappears when it is pressed: with a keyboard the focus goes on in the chat.
  if (begun && document.activeElement === $("start")) $("chat").focus({ preventScroll: true });
  for (const part of ["empty", "start"]) $(part).hidden = begun;
  for (const part of ["compose", "day"]) $(part).hidden = !begun;
  if (begun) {
    const options = { day: "numeric", month: "long", timeZone: HOME };
    $("day").textContent = new Date(state.messages[0].date * 1000).toLocaleDateString(state.language, options);
  }
  drawMessages();
  drawTurning();
  drawPanel();
  drawTour();
  for (const alert of state.alerts.slice(alertsSeen)) alert.show_alert ? ask(state.name, alert.text) : toast(alert.text);
  alertsSeen = state.alerts.length;
  if (starts) $("phone").scrollIntoView({ block: "nearest" });
  tick();
}

function tick() {
  $("time").textContent = clockTime((Date.now() + clockOffset) / 1000);
}

async function follow() {
  for (let seen = -1; ; ) {
    try {
      const answer = await fetch(`/demo/state?seen=${seen}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      const next = await answer.json();
      seen = next.version;
      $("gone").hidden = true;
      draw(next);
    } catch {
      $("gone").hidden = false;
      seen = -1;
      await new Promise((later) => setTimeout(later, 1500));
    }
  }
}

// Actions of the visitor, and of the person who shows the demo

$("chat").addEventListener("scroll", hintAtMore, { passive: true });
addEventListener("resize", showEnd);
$("down").addEventListener("click", showEnd);
$("start").addEventListener("click", () => act("start"));
$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (text) act("type", { text });
});
$("link").addEventListener("submit", (event) => {
  event.preventDefault();
  act("start", { payload: $("code").value.trim() });
});
$("language").addEventListener("change", (event) => act("language", { code: event.target.value }));
$("clock").addEventListener("change", (event) => {
  act("clock", { moment: event.target.value ? event.target.value.split(",") : null });
});
$("connection").addEventListener("change", (event) => act("connection", { lost: event.target.checked }));
for (const box of document.querySelectorAll("[data-fault]")) {
  box.addEventListener("change", () => act("fault", { name: box.dataset.fault, on: box.checked }));
}
$("reset").addEventListener("click", () => act("reset"));
$("page-language").addEventListener("change", (event) => {
  document.documentElement.lang = event.target.value;
  for (const panel of PANELS) speak(panel, event.target.value);
});

for (const panel of PANELS) speak(panel, "nl");
setInterval(tick, 1000);
follow();
