// Counts the quorum while seats are marked. The server counts again when the sheet is saved; without this script its button does.

const box = document.querySelector("[data-quorum]");
if (box) {
  const seats = [...document.querySelectorAll("fieldset[data-counts]")];
  const needed = box.dataset.needed === "" ? null : Number(box.dataset.needed);
  const base = Number(box.dataset.base);
  const chairNeeded = "chair" in box.dataset;
  const verdict = box.querySelector("[data-quorum-verdict]");
  const there = box.querySelector("[data-quorum-there]");
  const unmarked = box.querySelector("[data-quorum-unmarked]");
  const came = (seat) => seat.querySelector("input[type=radio]:checked")?.value ?? "";
  const isThere = (seat) => ["member", "deputy"].includes(came(seat));
  const met = (present, chair) => present >= needed && (chair || !chairNeeded);

  const count = () => {
    const members = seats.filter((seat) => seat.dataset.counts === "member");
    const chairs = seats.filter((seat) => seat.dataset.counts === "chair");
    const open = (seat) => !came(seat);
    const present = members.filter(isThere).length;
    const chair = chairs.some(isThere);
    const quorate = met(present, chair);
    const could = met(present + members.filter(open).length, chair || chairs.some(open));
    const known = needed !== null && base > 0 && (quorate || !could);
    const [word, colour] = !known ? ["Cannot tell yet", "yellow"] : quorate ? ["Quorate", "green"] : ["Not quorate", "red"];
    const left = seats.filter(open).length;
    const words = [word, `${present} there${chair ? " and the chair" : ""}`, left ? `, ${left} not marked` : ""];
    // Only what has changed is written, so that it is read out once.
    [verdict, there, unmarked].forEach((part, number) => {
      if (part.textContent !== words[number]) part.textContent = words[number];
    });
    verdict.className = `govuk-tag govuk-tag--${colour}`;
  };

  box.querySelector("[data-quorum-count]").hidden = true;
  document.addEventListener("change", (event) => {
    const seat = event.target.closest("fieldset[data-counts]");
    if (seat && event.target.value === "deputy") seat.querySelector("details").open = true;
    if (seat) count();
  });
  count();
}
