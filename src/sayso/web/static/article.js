// Lights up the words of a claim or attribution while its entry is pointed at or has the focus, and the other way round.
const kinds = { k: "m", h: "m", m: "k", i: "a", n: "a", a: "i" }; // the class of one, and of what belongs to it
const doc = document.querySelector(".doc");
let lit = [];

function numbers(element) {
  const own = element.closest(".k, .h, .i, .n, .body span");
  return own ? [...own.classList].map((name) => /^([khmina])(\d+)$/.exec(name)).filter(Boolean) : [];
}

function light(event) {
  for (const element of lit) element.classList.remove("lit");
  lit = numbers(event.target).flatMap(([, kind, n]) => [...doc.querySelectorAll(`.${kinds[kind]}${n}`)]);
  for (const element of lit) element.classList.add("lit");
}

function follow(event) {
  light(event);
  const entry = event.target.closest(".k");
  if (!entry || !event.target.matches(".line:focus-visible")) return;
  doc.querySelector(`.h${entry.value}`)?.scrollIntoView({ block: "nearest" });
}

doc?.addEventListener("pointerover", light);
doc?.addEventListener("focusin", follow);
