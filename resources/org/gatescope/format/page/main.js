// Puts the page together.

/** Views of time are scrolled together. */
function scrollTogether() {
    let leader = null;
    const all = () => document.querySelectorAll(".timed");
    all().forEach((one) =>
        one.addEventListener("scroll", () => {
            if (leader === null || leader === one) {
                leader = one;
                all().forEach((other) => other !== one && (other.scrollLeft = one.scrollLeft));
                requestAnimationFrame(() => (leader = null));
            }
        }, { passive: true }),
    );
}

/** On paper everything is dark on light, and there. */
function followPaper(lanes, drawings) {
    window.addEventListener("beforeprint", () => {
        printing = true;
        lanes.showAll();
        drawings.update();
    });
    window.addEventListener("afterprint", () => {
        printing = false;
        lanes.update();
        drawings.update();
    });
    DARK.addEventListener("change", () => lanes.update());
}

function start() {
    const stage = new Stage(PROGRAM);
    document.body.append(element("p", { id: "live", class: "unseen", role: "status", "aria-live": "polite" }), hover.element);
    const main = document.querySelector("main");
    const drawings = new Drawings(stage);
    const lanes = new Lanes(stage);
    const card = new WhyCard(stage);
    const tables = new Tables(stage);
    const training = new Training(stage);
    const player = new Player(stage, (factor) => lanes.zoom(factor));
    const byId = (id) => document.getElementById(id);
    const side = element("aside", { "aria-label": text("side") }, card.element, byId("cell"), byId("equations"));
    const middle = element("div", { class: "middle" }, byId("network"), lanes.element);
    const more = element("div", { class: "more-below" }, training.element, tables.element);
    main.prepend(middle, side, more);
    document.body.append(player.element);
    document.body.classList.add("alive");
    scrollTogether();
    followPaper(lanes, drawings);
    lanes.layOut();
    // for tests and for the curious: the numbers as they are
    window.gatescope = { stage, player };
}

start();
