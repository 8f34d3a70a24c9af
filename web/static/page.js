// Extras only: without this file every page says and does the same, a little less smoothly.
"use strict";

// Leave this page: blank at once, and no entry in the history of this tab for the page that is left.
const exit = document.querySelector(".leave");
const status = document.querySelector(".status");

function leave(event) {
  event?.preventDefault();
  document.body.replaceChildren();
  document.title = new URL(exit.href).hostname;
  location.replace(exit.href);
}

exit.addEventListener("click", leave);

const TIMES = 3;
const WITHIN = 5000; // milliseconds
let pressed = 0;
let last = 0;

addEventListener("keydown", (event) => {
  if (event.repeat) return;
  const now = Date.now();
  pressed = event.key === "Shift" ? (now - last < WITHIN ? pressed + 1 : 1) : 0;
  last = now;
  if (pressed === TIMES) leave();
  else if (pressed) status.textContent = exit.dataset.shift.replace("{times}", TIMES - pressed);
});

// A sentence to copy.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll(".copy")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.textContent = button.dataset.copied;
      setTimeout(() => (button.textContent = label), WITHIN);
    });
  }
}

// The field for typed words, where a page has one. Called again for a page that is drawn in place.
const scripts = new URL(".", document.currentScript.src);

function prepareField() {
  const field = document.querySelector(".typed[hidden]");
  if (field && globalThis.typedWords) typedWords.open?.(field);
  else if (field) {
    globalThis.typedWords = {};
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("field.js", scripts) }));
  }
}

prepareField();

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
    if (element.dataset.open === String(isOpen)) continue; // nothing moves under a finger without need
    element.dataset.open = isOpen;
    const hours = element.querySelector(".hours");
    if (hours) {
      hours.textContent = isOpen ? hours.dataset.open : hours.dataset.closed;
      hours.classList.toggle("is-open", isOpen);
      if (!isOpen) element.parentElement.append(element); // those that are open come first
    }
    for (const words of element.querySelectorAll("[data-when]")) {
      words.hidden = (words.dataset.when === "open") !== isOpen;
      words.querySelector("b")?.remove();
    }
  }
}

tellWhatIsOpen();
setInterval(tellWhatIsOpen, 20_000);
