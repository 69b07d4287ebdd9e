// Saves a section while somebody writes in it: through the same form, with the same token, as its button does. "Saved 14:02" is said
// only when the server has answered so; until then the words are kept in this browser, under the section and the person.

const own = document.querySelector("script[data-person]");
const editor = document.querySelector("[data-editor]");
const form = editor.closest("form");
const saved = editor.querySelector("[data-saved]");
const trouble = editor.querySelector("[data-trouble]");
const place = `words ${own.dataset.person} ${location.pathname}`;
const onItsWay = `sent ${place}`;
const FIELDS = ["heading", "text", "owner", "state"];
const PAUSE = 2_000;
const AT_MOST_EVERY = 20_000;
const AGAIN = 10_000;
const KEPT_FOR = 14 * 24 * 3600 * 1000; // what nobody came back for
const OFFLINE = "No connection. Your words are kept in this browser and will be saved when it is back.";
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });

let known = "unsaved" in editor.dataset || document.querySelector("[data-unsaved]") ? null : values();
let waiting;
let under = null; // the save that is under way
let last = 0;
let since = 0; // when the first word was typed that is not saved
let stopped = false;

throwOldOnesAway();
const waited = takeUpWhatWasOnItsWay();
if (!waited) offerWhatWasKept();
form.addEventListener("input", typed);
form.addEventListener("change", typed);
window.addEventListener("online", () => now());
window.addEventListener("offline", () => dirty() && !stopped && troubled(OFFLINE));
window.addEventListener("focus", () => trouble.textContent && now());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && now());
form.addEventListener("submit", (event) => {
  const submitter = event.submitter;
  if (under) {
    // The answer brings the token that the button's own save needs.
    event.preventDefault();
    under.then(() => setTimeout(() => form.requestSubmit(submitter)));
    return;
  }
  clearTimeout(waiting);
  stopped = true;
  if (dirty() && keep(true)) sayThatItIsKept();
});
// Back from the browser's memory the page can be written in again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) stopped = false;
});

function values() {
  return JSON.stringify(FIELDS.map((name) => form.elements[name].value.replaceAll("\r\n", "\n")));
}

function dirty() {
  return values() !== known;
}

function typed() {
  if (!dirty() || stopped) return;
  keep(false);
  saved.textContent = "Not saved yet";
  if (!navigator.onLine) trouble.textContent = OFFLINE;
  const moment = Date.now();
  since ||= moment;
  later(Math.max(last + AT_MOST_EVERY, Math.min(moment + PAUSE, since + AT_MOST_EVERY)) - moment);
}

function later(pause) {
  clearTimeout(waiting);
  waiting = setTimeout(now, pause);
}

function now() {
  clearTimeout(waiting);
  if (under || stopped || !dirty()) return;
  under = save().finally(() => {
    under = null;
  });
}

async function save(again = true) {
  last = Date.now();
  since = 0;
  const sent = values();
  let answer;
  remember(sent);
  try {
    // Words of an ordinary section outlive the page that is being left.
    const body = new FormData(form);
    answer = await fetch(location.pathname, {
      method: "POST",
      body,
      headers: { "X-Saved-By-Itself": "1" },
      redirect: "manual",
      keepalive: sent.length < 15_000,
    });
  } catch {
    return troubled(OFFLINE, AGAIN);
  }
  sessionStorage.removeItem(onItsWay);
  if (answer.ok) return done(sent, await answer.json());
  if (answer.status === 409) {
    stopped = true;
    const whose = (await answer.json()).own ? "You saved this section in another tab" : "Somebody else saved this section meanwhile";
    return troubled(`${whose}. Your words are kept here. Press “Save section” to see both texts.`);
  }
  if (answer.status === 422) return troubled(`Not saved yet. ${(await answer.json()).errors.join(" ")}`);
  if (answer.status === 404 || answer.status === 410) return troubled("This section is no longer in the draft. Your words are kept in this browser.");
  if (answer.status >= 500) return troubled("The service is not answering. Your words are kept in this browser and will be saved when it is back.", AGAIN);
  // The sign-in ended, or a new one has made the page's own token old.
  if (again && (await freshToken())) return save(false);
  return signedOut();
}

function done(sent, answer) {
  form.elements.seen_version.value = answer.seen_version;
  sessionStorage.setItem(`seen ${location.pathname}`, answer.seen_version);
  const parts = JSON.parse(sent);
  const state = FIELDS.indexOf("state");
  // Whoever gives a section its first words is writing it.
  if (form.elements.state.value === parts[state]) form.elements.state.value = parts[state] = answer.state;
  known = JSON.stringify(parts);
  // What a warning before leaving compares with.
  form.elements.text.defaultValue = parts[FIELDS.indexOf("text")];
  for (const mark of document.querySelectorAll("[data-unsaved]")) delete mark.dataset.unsaved;
  trouble.replaceChildren();
  if (dirty()) return later(PAUSE);
  forget();
  saved.textContent = `Saved ${answer.at}`;
}

function troubled(words, again = 0) {
  if (trouble.textContent !== words) trouble.textContent = words;
  saved.textContent = "";
  keep(false);
  if (again) later(again);
}

function signedOut() {
  troubled("You are no longer signed in. Your words are kept in this browser.", AGAIN);
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = `${own.dataset.signIn}?next=/account/`;
  link.target = "_blank";
  link.rel = "opener";
  link.textContent = "Sign in in a new tab";
  trouble.append(" ", link, ", then come back: they are saved by themselves.");
}

async function freshToken() {
  try {
    const answer = await fetch(location.pathname, { redirect: "manual" });
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("#record input[name=csrfmiddlewaretoken]");
    if (token) for (const old of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) old.value = token.value;
    return Boolean(token);
  } catch {
    return false;
  }
}

function keep(submitted) {
  const copy = { values: JSON.parse(values()), at: Date.now(), seen: Number(form.elements.seen_version.value), submitted };
  try {
    localStorage.setItem(place, JSON.stringify(copy));
    return true;
  } catch {
    // A browser that keeps nothing still has the page.
    return false;
  }
}

// The page that says that the sign-in has ended would else ask the person to copy the words.
function sayThatItIsKept() {
  const field = document.createElement("input");
  [field.type, field.name, field.value] = ["hidden", "seen_kept", "1"];
  form.append(field);
}

function forget() {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

function throwOldOnesAway() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith("words "));
    for (const name of names) if (!(kept(name)?.at > Date.now() - KEPT_FOR)) localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing old.
  }
}

function kept(name = place) {
  try {
    const copy = JSON.parse(localStorage.getItem(name));
    return Array.isArray(copy?.values) && copy.values.length === FIELDS.length ? copy : null;
  } catch {
    return null;
  }
}

function fill(words) {
  FIELDS.forEach((name, number) => (form.elements[name].value = words[number]));
}

// Spaces around a text are not kept, and the server moves a section that is given its first words from "To write".
function same(some, others) {
  return FIELDS.every((name, number) => name === "state" || some[number].trim() === others[number].trim());
}

function remember(sent) {
  try {
    sessionStorage.setItem(onItsWay, JSON.stringify({ values: JSON.parse(sent), seen: Number(form.elements.seen_version.value) }));
  } catch {
    // Without it the person is asked, as after a browser was closed.
  }
}

// A save sent while this tab left the page may have come before the page was served anew, or after. Answers whether the words that it
// carried are put back here, and saved once more if need be.
function takeUpWhatWasOnItsWay() {
  if (known === null) return false;
  let sent;
  try {
    sent = JSON.parse(sessionStorage.getItem(onItsWay));
  } catch {
    return false;
  }
  if (!sent) return false;
  sessionStorage.removeItem(onItsWay);
  const served = Number(editor.dataset.version);
  const arrived = same(sent.values, JSON.parse(values()));
  if (!arrived && served !== sent.seen) return false;
  form.elements.seen_version.value = served;
  sessionStorage.setItem(`seen ${location.pathname}`, String(served));
  // What was typed after it was sent.
  const copy = kept();
  const words = copy?.seen === sent.seen ? copy.values : sent.values;
  if (arrived && same(words, sent.values)) return false;
  setTimeout(() => {
    fill(words);
    form.elements.text.dispatchEvent(new InputEvent("input", { bubbles: true }));
    now();
  });
  return true;
}

function offerWhatWasKept() {
  const copy = kept();
  const offer = editor.querySelector("[data-kept]");
  const seen = Number(form.elements.seen_version.value);
  // What was sent by the button and has been saved since needs no offer.
  if (!copy || same(copy.values, JSON.parse(values())) || (copy.submitted && seen > copy.seen)) return copy && forget();
  offer.querySelector("[data-kept-at]").textContent = clock.format(copy.at);
  offer.hidden = false;
  offer.querySelector("[data-put-back]").addEventListener("click", () => {
    fill(copy.values);
    // Somebody may have saved since: then both texts are shown.
    form.elements.seen_version.value = copy.seen;
    offer.hidden = true;
    form.elements.text.dispatchEvent(new InputEvent("input", { bubbles: true }));
    form.elements.text.focus();
  });
  offer.querySelector("[data-throw-away]").addEventListener("click", () => {
    forget();
    offer.hidden = true;
    form.elements.text.focus();
  });
}
