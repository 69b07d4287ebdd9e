// Helps for those who read and comment: words chosen with the pointer or the keyboard can be commented on, words commented on are
// marked, and reading to the end is noted. Without any of it the page's links and buttons do the same.

const NOT_READ = "del, .govuk-visually-hidden";
const BLOCKS = "p, li, td, th, h2, h3, h4, h5, h6, blockquote, pre";
const KEPT = "svd words to comment on";
const LONGEST = 2000;
const PAUSE = 250;
const IN_SIGHT = 2000;
const FOOT = "0px 0px -150px 0px"; // what the choices at the foot of the window may cover

offerToComment();
fillInTheQuote();
markWhatIsQuoted();
noteTheEnd();
openWhatIsLinkedTo();

function offerToComment() {
  const sections = document.querySelectorAll("[data-comment]");
  if (!sections.length) return;
  const offer = document.createElement("button");
  offer.type = "button";
  offer.className = "govuk-button govuk-button--secondary svd-read__offer";
  const heard = document.createElement("p");
  heard.className = "govuk-visually-hidden";
  heard.setAttribute("role", "status");
  document.querySelector("[data-read]").append(heard);
  let chosen = null;
  let waiting;
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    if (!chosen || chosen.words.length > LONGEST) return;
    sessionStorage.setItem(KEPT, JSON.stringify(chosen));
    location.assign(chosen.address);
  });
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  // Words chosen by a script of a screen reader, or with a finger, leave the next press of Tab at the top of the page.
  document.addEventListener("keydown", (event) => {
    const nowhere = document.activeElement === document.body || document.activeElement?.id === "main";
    if (event.key !== "Tab" || event.shiftKey || !offer.isConnected || !nowhere) return;
    event.preventDefault();
    offer.focus();
  });

  function show() {
    if (document.activeElement === offer) return;
    const range = selected();
    const section = range && range.commonAncestorContainer.parentElement?.closest("[data-comment]");
    const text = section?.querySelector("[data-words]");
    const words = text?.contains(range.commonAncestorContainer) ? wordsOf(range) : "";
    if (!words) {
      chosen = null;
      offer.remove();
      heard.textContent = "";
      return;
    }
    chosen = { address: section.dataset.comment, words };
    const many = words.length > LONGEST;
    offer.textContent = many ? "Choose fewer words to comment on" : "Comment on these words";
    offer.setAttribute("aria-disabled", String(many));
    // Behind the paragraph where the choice ends, so that the next press of Tab comes to it.
    let last = range.endContainer;
    while (last !== text && last.parentNode !== text) last = last.parentNode;
    if (last === text) text.append(offer);
    else last.after(offer);
    offer.style.top = `${range.getBoundingClientRect().bottom - text.getBoundingClientRect().top + 6}px`;
    heard.textContent = many ? offer.textContent : "Press Tab to comment on these words.";
  }

  function selected() {
    const selection = document.getSelection();
    return selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  }
}

function wordsOf(range) {
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  for (const part of copy.querySelectorAll(`${NOT_READ}, .svd-read__offer`)) part.remove();
  for (const block of copy.querySelectorAll(`${BLOCKS}, br`)) block.after(" ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function fillInTheQuote() {
  const box = document.getElementById("id_quote");
  const kept = box && JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (!kept) return;
  sessionStorage.removeItem(KEPT);
  if (box.value || kept.address !== location.pathname + location.search) return;
  // Nobody typed them, so leaving the page loses nothing.
  box.defaultValue = kept.words;
  document.getElementById("id_text").focus();
}

function markWhatIsQuoted() {
  if (!CSS.highlights) return;
  const marked = [];
  for (const quote of document.querySelectorAll(".svd-read__section [data-quote]")) {
    const range = find(quote.closest(".svd-read__section").querySelector("[data-words]"), quote.textContent);
    if (!range) continue;
    marked.push(range);
    const show = document.createElement("button");
    show.type = "button";
    show.className = "svd-button--link";
    show.textContent = "Show these words in the text";
    show.addEventListener("click", () => {
      CSS.highlights.set("svd-shown", new Highlight(range));
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
    });
    quote.after(show);
  }
  CSS.highlights.set("svd-commented", new Highlight(...marked));
}

// Where words stand in a part of the page, whatever tags lie between them.
function find(root, words) {
  const wanted = plain(words).trim();
  const places = [];
  let text = "";
  let block = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const add = (letter, node, at) => {
    if (letter === " " && (!text || text.endsWith(" "))) return;
    text += letter;
    places.push([node, at]);
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const own = node.parentElement.closest(BLOCKS);
    if (own !== block) add(" ", node, 0);
    block = own;
    for (let at = 0; at < node.data.length; at += 1) add(plain(node.data[at]), node, at);
  }
  const from = text.indexOf(wanted);
  if (!wanted || from < 0) return null;
  const range = new Range();
  range.setStart(...places[from]);
  const [node, at] = places[from + wanted.length - 1];
  range.setEnd(node, at + 1);
  return range;
}

function plain(words) {
  return words.replace(/\s+/g, " ").replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"');
}

function noteTheEnd() {
  const form = document.querySelector("form[data-read-done]");
  if (!form || !window.IntersectionObserver) return;
  let waiting;
  const watch = new IntersectionObserver(
    ([end]) => {
      clearTimeout(waiting);
      if (end.isIntersecting) waiting = setTimeout(note, IN_SIGHT);
    },
    { rootMargin: FOOT },
  );
  watch.observe(form);

  async function note() {
    watch.disconnect();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Read": "1" }, redirect: "manual" });
      if (answer.status !== 204) return;
    } catch {
      // Without a connection the button is still there.
      return;
    }
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    form.replaceWith(said);
    said.textContent = form.dataset.readDone;
  }
}

function openWhatIsLinkedTo() {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", open);
  open();
}
