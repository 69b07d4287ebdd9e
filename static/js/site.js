// Everything here is a help on top of pages that work without it.

// The address comes from the page because a published file's name carries its fingerprint.
const govuk = document.querySelector("script[data-govuk]").dataset.govuk;
import(govuk).then(({ initAll }) => initAll());

foldPlaces();
closeMenus();
sendOnce();
warnOfUnsavedText();
keepTheTokenOfOldWords();
unfoldForPrint();
lookAgain();

function foldPlaces() {
  const toggle = document.querySelector("[data-places-toggle]");
  if (!toggle) return;
  const list = document.getElementById(toggle.getAttribute("aria-controls"));
  const phone = window.matchMedia("(max-width: 640px)");
  const fold = () => {
    toggle.hidden = !phone.matches;
    list.hidden = phone.matches && toggle.getAttribute("aria-expanded") !== "true";
  };
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
    fold();
  });
  phone.addEventListener("change", fold);
  fold();
}

function closeMenus() {
  const menus = [...document.querySelectorAll("details[data-menu]")];
  document.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
}

function sendOnce() {
  const pause = 4000;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (Date.now() - Number(form.dataset.sentAt || 0) < pause) event.preventDefault();
    else form.dataset.sentAt = String(Date.now());
  });
}

function warnOfUnsavedText() {
  const texts = [...document.querySelectorAll("form[method=post] textarea")];
  let sending = false;
  document.addEventListener("submit", (event) => {
    sending = !event.defaultPrevented;
  });
  window.addEventListener("beforeunload", (event) => {
    const previewed = document.querySelector("[data-unsaved]");
    if (!sending && (previewed || texts.some((text) => text.value !== text.defaultValue))) event.preventDefault();
  });
}

// After "Back" a browser puts the words typed before into a page fetched anew. Sent with the new page's token they would pass
// for an answer to what a colleague saved meanwhile; with the token they were typed under, both texts are shown.
function keepTheTokenOfOldWords() {
  const token = document.querySelector("input[name=seen_version]");
  if (!token) return;
  const place = `seen ${location.pathname}`;
  const visit = performance.getEntriesByType("navigation")[0];
  const kept = Number(sessionStorage.getItem(place));
  if (visit?.type === "back_forward" && kept && kept < Number(token.value)) token.value = kept;
  else sessionStorage.setItem(place, token.value);
}

function unfoldForPrint() {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const part of folded) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
}

// A page of work in the background looks again by itself. Words change only where something has changed, so that they are read out once.
function lookAgain() {
  const place = document.querySelector("[data-look-again]");
  if (!place) return;
  const pause = 1500;
  const look = async () => {
    try {
      const answer = await fetch(place.dataset.lookAgain, { headers: { "X-Look-Again": "1" }, redirect: "manual" });
      if (answer.status < 500 && answer.status !== 200) return location.reload();
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      const now = page.querySelector("[data-look-again]");
      if (answer.ok && !now) return location.reload();
      if (now && now.textContent !== place.textContent) place.replaceChildren(...now.childNodes);
    } catch {
      // Without a connection there is nothing new to show; the next look may find one.
    }
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
}
