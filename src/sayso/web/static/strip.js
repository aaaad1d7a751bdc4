// The strip of time: arrows move along it, dragging over it or two sliders choose a stretch. Without this, bars are links.
const strip = document.querySelector("[data-strip]");
const bars = strip ? [...strip.querySelectorAll("a")] : [];

function go(from, to) {
  const [first, last] = from <= to ? [bars[from], bars[to]] : [bars[to], bars[from]];
  const address = new URL(location.href);
  address.searchParams.set("since", first.dataset.since);
  address.searchParams.set("until", last.dataset.until);
  address.searchParams.delete("skip");
  location.assign(address);
}

function fill(name, value) {
  const field = document.querySelector(`.asked [name=${name}]`);
  if (field) field.value = value;
}

function rove(to) {
  bars.forEach((bar, k) => (bar.tabIndex = k === to ? 0 : -1));
}

function sweep(from, to) {
  bars.forEach((bar, k) => bar.parentElement.classList.toggle("swept", (k - from) * (k - to) <= 0));
}

function sliders() {
  const chosen = bars.map((bar, k) => (bar.parentElement.classList.contains("in") ? k : -1)).filter((k) => k >= 0);
  const ends = chosen.length ? [chosen[0], chosen.at(-1)] : [0, bars.length - 1];
  const field = document.createElement("fieldset");
  field.className = "span";
  field.append(Object.assign(document.createElement("legend"), { className: "skip", textContent: "Stretch of time" }));
  const made = ends.map((value, side) => {
    const label = document.createElement("label");
    const told = document.createElement("span");
    const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: bars.length - 1, value });
    const tell = () => {
      told.textContent = `${side ? "to" : "from"} ${bars[input.value].dataset.told}`;
      input.setAttribute("aria-valuetext", bars[input.value].dataset.told);
    };
    const both = () => made.map((one) => Number(one.value)).sort((a, b) => a - b);
    input.addEventListener("input", () => {
      const [from, to] = both();
      tell();
      sweep(from, to);
      fill("since", bars[from].dataset.since);
      fill("until", bars[to].dataset.until);
    });
    // What is dragged shows at once; what is typed waits for Enter, so that a step does not leave the page.
    input.addEventListener("pointerup", () => both().join() === ends.join() || go(...both()));
    input.addEventListener("keydown", (event) => event.key === "Enter" && go(...both()));
    tell();
    label.append(told, input);
    field.append(label);
    return input;
  });
  strip.after(field);
}

if (bars.length) {
  let from = -1;
  rove(0);
  sliders();
  strip.addEventListener("keydown", (event) => {
    const at = bars.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
    if (at < 0 || to === undefined || !bars[to]) return;
    event.preventDefault();
    rove(to);
    bars[to].focus();
  });
  const under = (event) => bars.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-strip] a"));
  strip.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") from = under(event);
  });
  strip.addEventListener("dragstart", (event) => event.preventDefault());
  addEventListener("pointermove", (event) => {
    const to = from < 0 ? -1 : under(event);
    if (to >= 0 && to !== from) sweep(from, to);
  });
  addEventListener("pointerup", (event) => {
    const to = from < 0 ? -1 : under(event);
    if (to >= 0 && to !== from) go(from, to);
    from = -1;
  });
}
