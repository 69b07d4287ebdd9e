// Says by when a version has to be sent as soon as the day of publication is typed. Without it the button "Check" does.

const box = document.querySelector("[data-send-by]");
const day = document.querySelector("input[name=published_on]");
if (box && day) {
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(`${location.pathname}?published_on=${encodeURIComponent(day.value || "?")}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-send-by]");
      if (mine === asked && now && now.textContent !== box.textContent) box.replaceChildren(...now.childNodes);
    } catch {
      // Without a connection the page keeps what it said; the server says it again when the form is sent.
    }
  };
  let waiting;
  day.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
}
