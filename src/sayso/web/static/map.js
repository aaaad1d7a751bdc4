// The map: a wheel with Ctrl and a double click come closer, as its links do; dragging moves it where it is wider than
// the screen. Without this, the links above the map do all of it.
const sight = document.querySelector("[data-map]");
const ways = (name) => document.querySelector(`.ways [data-${name}]`);

if (sight) {
  sight.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      ways(event.deltaY < 0 ? "closer" : "farther")?.click();
    },
    { passive: false },
  );
  sight.addEventListener("dblclick", () => ways("closer")?.click());
  sight.addEventListener("keydown", (event) => {
    const name = { "+": "closer", "=": "closer", "-": "farther" }[event.key];
    if (name && !event.ctrlKey && !event.metaKey && !event.altKey) ways(name)?.click();
  });
}
