// Lanes: a quantity over time each, as squares with numbers; and the ruler above them.

const HEADING = 112;
const ROW = 14;
const LEAST_COLUMN = 46;
const LEAST_TO_SEE = 24;
const NARROW = 640;
const WIDEST_COLUMN = 220;
const WIDEST_CANVAS = 16000;
const CLOSED = 0.1;
const OPEN = 0.9;

/** Where time steps stand. */
class TimeAxis {
    /**
     * @param room of headings and steps
     * @param zoom columns wider by a factor than they are at first
     * @param drawn heading and column of the network above, which it stands below where there is room
     */
    constructor(steps, room, zoom, drawn) {
        this.steps = steps;
        this.heading = HEADING;
        const width = room - HEADING;
        const isAligned = drawn && zoom === 1 && width >= NARROW && drawn.heading + steps * drawn.column <= room;
        if (isAligned) {
            Object.assign(this, drawn);
        } else {
            const most = WIDEST_CANVAS / Math.max(1, steps);
            const least = width < NARROW ? LEAST_COLUMN : LEAST_TO_SEE;
            const fitting = Math.max(least, Math.min(WIDEST_COLUMN, width / Math.max(1, steps)));
            this.column = Math.max(1, Math.floor(Math.min(most, WIDEST_COLUMN, fitting * zoom)));
        }
        this.width = Math.round(this.column * steps);
        this.gap = this.column >= 40 ? 4 : this.column >= 14 ? 2 : this.column >= 6 ? 1 : 0;
    }

    left(t) {
        return Math.round(t * this.column);
    }

    /** Of the squares of a step. */
    squares(t) {
        return Math.max(1, this.left(t + 1) - this.left(t) - this.gap);
    }

    stepAt(x) {
        return Math.max(0, Math.min(this.steps - 1, Math.floor(x / this.column)));
    }
}

/** A lane with its heading. */
class Lane {
    constructor(stage, lane) {
        this.stage = stage;
        this.lane = lane;
        this.key = `${lane.part}|${lane.name}`;
        this.isFolded = lane.folded;
        this.isVisible = false;
        this.selected = null;
        this.canvas = element("canvas", { "aria-hidden": "true" });
        this.ring = element("div", { class: "ring", hidden: true });
        this.squares = element(
            "div",
            { class: "squares", tabindex: 0, role: "img", "aria-label": `${spoken(lane.label)}, ${lane.subtitle}` },
            this.canvas,
            this.ring,
        );
        this.legend = element("span", { class: "legend", "aria-hidden": "true" });
        this.limits = element("span", { class: "limits" });
        this.fold = iconButton("fold", "M7 10l5 5 5-5", () => this.setFolded(!this.isFolded));
        this.tableButton = iconButton("table", "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14", () => this.#toggleTable());
        this.hideButton = iconButton("hide", "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5", () =>
            stage.hide(lane.part, lane.name, !stage.hidden.has(this.key)),
        );
        const heading = element(
            "div",
            { class: "heading" },
            element("div", { class: "name" }, this.fold, formula(lane.label)),
            element("div", { class: "subtitle", text: lane.subtitle }),
            element(
                "div",
                { class: "foot" },
                element("div", { class: "scale" }, this.limits, this.legend),
                element("div", { class: "tools" }, this.hideButton, this.tableButton),
            ),
        );
        this.table = element("div", { class: "numbers", hidden: true });
        this.element = element("div", { class: "lane", "data-lane": this.key }, heading, this.squares, this.table);
        this.#listen();
        this.readNumbers();
        this.#showFold();
    }

    /** Takes the numbers from the run: all steps of the sequence. */
    readNumbers() {
        const { model, sequence } = this.stage;
        const { part, name } = this.lane;
        this.numbers = Array.from({ length: SESSION.steps }, (_, t) => {
            const table = this.stage.schedule.made(part, name, t) === undefined ? null : model.quantity(part, name, t);
            const isThere = table && (part === "dense" || !isHeld(t, sequence));
            return isThere ? Array.from({ length: table.columns }, (_, u) => at(table, sequence, u)) : null;
        });
        this.units = Math.max(0, ...this.numbers.map((numbers) => numbers?.length ?? 0));
        const largest = this.numbers.reduce(
            (size, numbers) => (numbers ?? []).reduce((all, x) => Math.max(all, finiteSize(x)), size),
            0,
        );
        this.scale = new Scale(this.lane.family, largest);
        this.limits.textContent = this.scale.words();
        this.form = null;
        this.drawn = null;
    }

    setFolded(isFolded) {
        this.isFolded = isFolded;
        this.#showFold();
        this.layOut(this.axis);
        this.update();
    }

    #showFold() {
        this.element.classList.toggle("folded", this.isFolded);
        this.fold.setAttribute("aria-expanded", String(!this.isFolded));
    }

    layOut(axis) {
        this.axis = axis;
        const usual = this.units <= 4 ? 22 : this.units <= 8 ? 18 : this.units <= 24 ? ROW : Math.max(2, Math.floor(336 / this.units));
        this.row = this.isFolded ? Math.max(1, Math.floor(12 / Math.max(1, this.units))) : usual;
        this.height = Math.max(1, this.units) * this.row;
        this.squares.style.width = `${axis.width}px`;
        this.squares.style.height = `${this.height}px`;
        this.form = null;
        this.drawn = null;
    }

    /** The steps that the playhead has reached. */
    get range() {
        const { schedule, position } = this.stage;
        return schedule.complete(this.lane.part, this.lane.name, position);
    }

    get isHidden() {
        return this.stage.hidden.has(this.key);
    }

    /** Draws what is to be seen, unless it is drawn already. */
    update() {
        if (!this.isVisible || !this.axis) {
            return;
        }
        const { from, to } = this.range;
        const wanted = [from, to, this.isHidden, this.stage.shown.size, theme(), this.lit ?? ""].join();
        if (this.drawn === wanted) {
            return;
        }
        this.drawn = wanted;
        this.hideButton.setAttribute("aria-pressed", String(this.isHidden));
        this.legend.style.background = Palette.of(this.lane.family).gradient();
        this.squares.setAttribute("aria-label", this.#spokenRange(from, to));
        this.#draw(from, to);
        if (!this.table.hidden) {
            this.#fillTable();
        }
    }

    release() {
        this.canvas.width = 0;
        this.drawn = null;
    }

    #spokenRange(from, to) {
        const name = `${spoken(this.lane.label)}, ${this.lane.subtitle}`;
        return to > from
            ? text("lane.spoken", name, this.units, from, to - 1)
            : text("lane.spoken.nothing", name, this.units);
    }

    #draw(from, to) {
        const ratio = Math.min(2, window.devicePixelRatio || 1);
        const { axis, canvas, height } = this;
        canvas.width = Math.round(axis.width * ratio);
        canvas.height = Math.round(height * ratio);
        const pen = canvas.getContext("2d");
        pen.scale(ratio, ratio);
        const palette = Palette.of(this.lane.family);
        const form = this.#formThatFits(pen);
        for (let t = 0; t < axis.steps; t++) {
            if (!this.numbers[t]) {
                pen.fillStyle = tone("hatch");
                pen.fillRect(axis.left(t), Math.floor(height / 2), axis.column, 1);
            } else if (t >= from && t < to) {
                this.#step(pen, t, palette, form);
            } else {
                this.#hatched(pen, t, 0, height);
            }
        }
    }

    #step(pen, t, palette, form) {
        const { axis, row, stage } = this;
        const left = axis.left(t) + Math.floor(axis.gap / 2);
        const width = axis.squares(t);
        this.numbers[t].forEach((value, unit) => {
            const top = unit * row;
            if (this.isHidden && stage.isHidden(this.id(t, unit))) {
                this.#hatched(pen, t, top, row, "?");
                return;
            }
            const index = this.scale.index(value, palette.size);
            pen.fillStyle = palette.colours[index];
            pen.fillRect(left, top, width, row);
            pen.fillStyle = palette.inks[index];
            if (form) {
                pen.fillText(form.write(value), left + width / 2, top + row / 2 + 0.5);
            }
            if (this.lane.family === "gates" && this.lane.saturates && !this.isFolded && (value < CLOSED || value > OPEN) && width > 8) {
                corner(pen, left + width, top, Math.min(5, row));
            }
            if (this.lit?.has(`${t}|${unit}`)) {
                pen.strokeStyle = tone("selection");
                pen.lineWidth = 2;
                pen.strokeRect(left + 1, top + 1, width - 2, row - 2);
            }
        });
    }

    #hatched(pen, t, top, height, letter) {
        const left = this.axis.left(t) + Math.floor(this.axis.gap / 2);
        const width = this.axis.squares(t);
        pen.save();
        pen.beginPath();
        pen.rect(left, top, width, height);
        pen.clip();
        pen.strokeStyle = tone("hatch");
        pen.lineWidth = 1;
        pen.beginPath();
        for (let x = left - height - ((left - height) % 6); x < left + width; x += 6) {
            pen.moveTo(x, top + height);
            pen.lineTo(x + height, top);
        }
        pen.stroke();
        pen.restore();
        pen.strokeStyle = tone("hatch");
        pen.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
        if (letter && height >= 9) {
            pen.fillStyle = tone("text");
            pen.font = `600 ${Math.min(13, height - 2)}px ${tone("sans")}`;
            pen.textAlign = "center";
            pen.textBaseline = "middle";
            pen.fillText(letter, left + width / 2, top + height / 2 + 0.5);
            this.#setFont(pen);
        }
    }

    /** One form for all numbers of a lane, with fewer digits where columns are narrow; null where they do not fit. */
    #formThatFits(pen) {
        this.#setFont(pen);
        if (this.isFolded || this.row < 11 || this.axis.column < 30) {
            return null;
        }
        if (this.form === null) {
            const room = this.axis.column - this.axis.gap - 2;
            const most = this.axis.column >= 150 ? 5 : 3;
            this.form = undefined;
            for (let digits = most; digits >= 2 && !this.form; digits--) {
                const form = NumberForm.of(this.scale.limit, digits);
                this.form = pen.measureText(form.widest()).width <= room ? form : undefined;
            }
        }
        return this.form;
    }

    #setFont(pen) {
        pen.font = `${Math.min(11.5, Math.floor(this.row * 0.8))}px ${tone("sans")}`;
        pen.textAlign = "center";
        pen.textBaseline = "middle";
    }

    id(t, unit) {
        return quantityId(this.lane.part, this.lane.name, t, this.stage.sequence, unit);
    }

    #squareAt(event) {
        const box = this.canvas.getBoundingClientRect();
        const t = this.axis.stepAt(event.clientX - box.left);
        const unit = Math.max(0, Math.min(this.units - 1, Math.floor((event.clientY - box.top) / this.row)));
        return this.numbers[t] ? { t, unit } : null;
    }

    #listen() {
        this.squares.addEventListener("pointermove", (event) => {
            const square = event.pointerType === "mouse" ? this.#squareAt(event) : null;
            hover.show(square && this.words(square.t, square.unit), event);
        });
        this.squares.addEventListener("pointerleave", () => hover.hide());
        this.squares.addEventListener("click", (event) => {
            const square = this.#squareAt(event);
            if (square) {
                this.select(square.t, square.unit);
                this.stage.open(this.id(square.t, square.unit));
            }
        });
        this.squares.addEventListener("keydown", (event) => this.#key(event));
        this.squares.addEventListener("blur", () => (this.ring.hidden = true));
    }

    /** Name and exact value, as far as they may be seen. */
    words(t, unit) {
        const id = this.id(t, unit);
        const symbol = spoken(this.stage.why.symbol(id)).replaceAll(" ", "");
        if (!this.stage.isReached(id)) {
            return text("not-yet", symbol);
        }
        return this.stage.isHidden(id) ? text("hidden.hover", symbol) : `${symbol} = ${exact(this.numbers[t][unit])}`;
    }

    #key(event) {
        const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
        const [over, down] = moves[event.key] ?? [];
        const isMine = over === 0 || (over && (event.ctrlKey || event.metaKey));
        if (isMine) {
            const { t, unit } = this.selected ?? { t: Math.max(0, this.range.to - 1), unit: down > 0 ? -1 : this.units };
            const step = Math.max(0, Math.min(SESSION.steps - 1, t + over));
            this.select(step, Math.max(0, Math.min(this.units - 1, unit + down)));
            announce(this.words(this.selected.t, this.selected.unit));
        } else if (event.key === "Enter" && this.selected) {
            this.stage.open(this.id(this.selected.t, this.selected.unit));
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    select(t, unit) {
        this.selected = { t, unit };
        const { style } = this.ring;
        style.left = `${this.axis.left(t) + Math.floor(this.axis.gap / 2)}px`;
        style.top = `${unit * this.row}px`;
        style.width = `${this.axis.squares(t)}px`;
        style.height = `${this.row}px`;
        this.ring.hidden = false;
    }

    #toggleTable() {
        this.table.hidden = !this.table.hidden;
        this.tableButton.setAttribute("aria-expanded", String(!this.table.hidden));
        if (!this.table.hidden) {
            this.#fillTable();
        }
    }

    /** All numbers in full, as a table that can be read out, selected and copied. */
    #fillTable() {
        const { from, to } = this.range;
        const unitName = (unit) => unitWord(this.lane.part, this.lane.name, unit);
        const head = Array.from({ length: this.units }, (_, unit) => element("th", { scope: "col", text: unitName(unit) }));
        const rows = this.numbers.map((numbers, t) => {
            const words = (value, unit) =>
                t < from || t >= to ? "" : this.stage.isHidden(this.id(t, unit)) ? "?" : exact(value);
            return element(
                "tr",
                {},
                element("th", { scope: "row", text: stepWords(t, this.stage.sequence) }),
                ...(numbers ?? []).map((value, unit) => element("td", { text: words(value, unit) })),
            );
        });
        this.table.replaceChildren(
            element(
                "table",
                {},
                element("caption", {}, rich(this.lane.label), `, ${this.lane.subtitle}`),
                element("thead", {}, element("tr", {}, element("td"), ...head)),
                element("tbody", {}, ...rows),
            ),
        );
    }
}

/** A gate that is nearly closed or open lets hardly any gradient through: the corner of its square is marked. */
function corner(pen, right, top, size) {
    pen.beginPath();
    pen.moveTo(right - size, top);
    pen.lineTo(right, top);
    pen.lineTo(right, top + size);
    pen.fill();
}

/** What a unit is called: of inputs and outputs perhaps a word. */
function unitWord(part, name, unit) {
    const isInput = name === "x" && (part === "embedding" || partOf(part).layer === 0) && !hasEmbedding();
    const isOutput = part === "dense" && ["z", "y", "target", "d.z"].includes(name);
    const names = isInput ? SESSION.unitNames?.input : isOutput ? SESSION.unitNames?.output : undefined;
    return names?.[unit] ?? String(unit);
}

/** All lanes below their ruler. */
class Lanes {
    constructor(stage) {
        this.stage = stage;
        this.lanes = SESSION.lanes.map((lane) => new Lane(stage, lane)).filter((lane) => lane.units > 0);
        this.network = new NetworkSize();
        this.ruler = new Ruler(stage);
        this.parts = new PartChoice(stage);
        this.body = element("div", { class: "lanes-body" }, element("div", { class: "now", "aria-hidden": "true" }));
        this.scroller = element("div", { class: "timed scroller", tabindex: -1 }, this.body);
        this.now = this.body.firstChild;
        this.#addLanes();
        this.element = element("section", { id: "lanes", "aria-label": text("lanes") }, this.parts.element, this.ruler.element, this.scroller);
        this.#follow();
    }

    #addLanes() {
        let group = null;
        this.titles = [];
        for (const lane of this.lanes) {
            const key = `${lane.lane.part}|${lane.lane.group}`;
            if (key !== group) {
                group = key;
                const isBack = isGradientName(lane.lane.name);
                const title = element("h3", { class: isBack ? "group back" : "group" }, element("span", { text: lane.lane.group }));
                this.titles.push({ part: lane.lane.part, title });
                this.body.append(title);
            }
            this.body.append(lane.element);
        }
    }

    /** One part at a time, as the playhead comes to it or as it is chosen. */
    #showPart() {
        const { part } = this.stage;
        this.lanes.forEach((lane) => (lane.element.hidden = lane.lane.part !== part));
        this.titles.forEach((one) => (one.title.hidden = one.part !== part));
    }

    #follow() {
        const { stage } = this;
        this.#showPart();
        stage.on("part", () => this.#showPart());
        stage.on("move", () => this.update());
        stage.on("hide", () => this.update());
        stage.on("open", () => this.#light());
        stage.on("look", () => this.#read());
        stage.model.onChange(() => this.#read());
        this.seen = new IntersectionObserver(
            (entries) => entries.forEach(({ target, isIntersecting }) => this.#see(target, isIntersecting)),
            { rootMargin: "300px" },
        );
        this.lanes.forEach((lane) => this.seen.observe(lane.element));
        new ResizeObserver(() => this.layOut()).observe(this.element);
    }

    #see(target, isVisible) {
        const lane = this.lanes.find((one) => one.element === target);
        lane.isVisible = isVisible || printing;
        if (lane.isVisible) {
            lane.update();
        } else {
            lane.release();
        }
    }

    /** All of them, as paper shows them. */
    showAll() {
        this.lanes.forEach((lane) => {
            lane.isVisible = true;
            lane.update();
        });
    }

    #read() {
        this.lanes.forEach((lane) => {
            lane.readNumbers();
            lane.layOut(this.axis);
        });
        this.#light();
    }

    layOut() {
        const width = this.element.clientWidth - 8;
        if (width === this.width) {
            return;
        }
        this.width = width;
        this.#setAxis();
    }

    /** Wider columns, or narrower ones; 0 for as they are at first. */
    zoom(factor) {
        this.factor = factor === 0 ? 1 : Math.max(0.25, Math.min(8, (this.factor ?? 1) * factor));
        this.step = null;
        this.#setAxis();
    }

    #setAxis() {
        this.axis = new TimeAxis(SESSION.steps, this.width, this.factor ?? 1, this.network.fit(this.width));
        this.element.style.setProperty("--heading", `${this.axis.heading}px`);
        this.body.style.width = `${this.axis.heading + this.axis.width}px`;
        this.ruler.layOut(this.axis);
        this.lanes.forEach((lane) => lane.layOut(this.axis));
        this.update();
    }

    update() {
        const { moment } = this.stage;
        this.now.hidden = !moment;
        if (moment && this.axis) {
            this.now.style.left = `${this.axis.heading + this.axis.left(moment.step)}px`;
            this.now.style.width = `${this.axis.column}px`;
        }
        this.lanes.forEach((lane) => lane.update());
        this.ruler.update();
        this.#bringIntoView();
    }

    /** Steps beyond the edge come into view as the playhead comes to them. */
    #bringIntoView() {
        const step = this.stage.moment?.step;
        if (step === undefined || !this.axis || step === this.step) {
            return;
        }
        this.step = step;
        const left = this.axis.left(step);
        const room = this.scroller.clientWidth - this.axis.heading;
        if (left < this.scroller.scrollLeft || left + this.axis.column > this.scroller.scrollLeft + room) {
            this.scroller.scrollLeft = left - (room - this.axis.column) / 2;
        }
    }

    /** Lights what the opened number is made from, and outlines it. */
    #light() {
        const { stage } = this;
        const lit = new Map();
        if (stage.opened) {
            const { groups } = stage.why.explain(stage.opened);
            groups.forEach(({ terms }) => terms.forEach(({ factors }) => factors.forEach(({ opens }) => add(opens))));
        }
        function add(id) {
            if (id?.node?.op === "name" && id.row === stage.sequence) {
                const key = `${id.part}|${id.node.name}`;
                lit.set(key, (lit.get(key) ?? new Set()).add(`${id.step}|${id.column}`));
            }
        }
        this.lanes.forEach((lane) => {
            lane.lit = lit.get(lane.key);
            lane.drawn = null;
            lane.update();
            lane.ring.hidden = true;
        });
        const opened = stage.opened;
        const lane = opened?.node && this.lanes.find(({ key }) => key === `${opened.part}|${opened.node.name}`);
        if (lane && lane.axis) {
            lane.select(opened.step, opened.column);
        }
    }
}

/** How large the drawn network is, and how large it can be so that lanes stand below its steps. */
class NetworkSize {
    static HEADING = 96;
    static HIGHEST = 460;
    static LARGEST = 1.35;

    constructor() {
        this.pictures = Array.from(document.querySelectorAll("#network svg"));
        const [first] = this.pictures;
        this.width = Number(first?.getAttribute("width"));
        this.height = Number(first?.getAttribute("height"));
    }

    /** Heading and column in pixels; undefined where nothing is drawn. */
    fit(room) {
        if (this.pictures.length === 0 || SESSION.steps === 0) {
            return undefined;
        }
        const most = Math.min(NetworkSize.LARGEST, NetworkSize.HIGHEST / this.height, room / this.width);
        const scale = Math.max(HEADING / NetworkSize.HEADING, most);
        const isRoomy = room - HEADING >= NARROW && this.width * scale <= room;
        this.pictures.forEach((picture) => (picture.style.width = `${this.width * (isRoomy ? scale : 1)}px`));
        const column = (this.width - NetworkSize.HEADING) / SESSION.steps;
        return { heading: NetworkSize.HEADING * scale, column: column * scale };
    }
}

/** The parts of the network, of which one is shown. */
class PartChoice {
    constructor(stage) {
        const keys = new Set(SESSION.lanes.map(({ part }) => part));
        const all = SESSION.parts.filter(({ key }) => keys.has(key) && stage.schedule.passes.some((pass) => pass.part === key));
        const parts = all.length > 1 ? all : [];
        this.buttons = parts.map(({ key, label }) =>
            element("button", { type: "button", class: "chip", text: label, "data-part-choice": key, onclick: () => stage.choose(key) }),
        );
        this.element = element("div", { class: "parts", role: "group", "aria-label": text("parts") }, ...this.buttons);
        this.element.append(
            element("button", { type: "button", class: "chip plain-chip", text: text("to-gradients"), onclick: () => toGradients() }),
        );
        const update = () => this.buttons.forEach((button) => {
            const isShown = button.dataset.partChoice === stage.part;
            button.setAttribute("aria-pressed", String(isShown));
            if (isShown && button.scrollIntoView && this.element.scrollWidth > this.element.clientWidth) {
                this.element.scrollLeft = button.offsetLeft - this.element.clientWidth / 2;
            }
        });
        stage.on("part", update);
        update();
    }
}

/** Down to the gradients of the part, or up again. */
function toGradients() {
    const titles = Array.from(document.querySelectorAll("#lanes .group")).filter((title) => !title.hidden);
    const gradients = titles.find((title) => title.classList.contains("back")) ?? titles[0];
    const isThere = gradients.getBoundingClientRect().top < 160;
    (isThere ? titles[0] : gradients).scrollIntoView({ behavior: REDUCED.matches ? "auto" : "smooth" });
}

const REDUCED = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Time steps and words; dragging over it takes the playhead there. */
class Ruler {
    constructor(stage) {
        this.stage = stage;
        this.track = element("div", {
            class: "track", role: "slider", tabindex: 0, "aria-label": text("ruler"),
            "aria-valuemin": 0, "aria-valuemax": SESSION.steps - 1,
        });
        const heading = element("div", { class: "heading" }, sequenceChoice(stage) ?? text("time"));
        this.row = element("div", { class: "ruler-row" }, heading, this.track);
        this.element = element("div", { class: "timed ruler" }, this.row);
        this.marks = Array.from({ length: SESSION.steps }, (_, t) => this.#mark(t));
        this.track.append(...this.marks);
        stage.on("look", () => this.marks.forEach((mark, t) => mark.replaceChildren(...this.#labels(t))));
        this.#listen();
    }

    #mark(t) {
        return element("div", { class: "mark" }, ...this.#labels(t));
    }

    #labels(t) {
        const word = SESSION.words?.[this.stage.sequence]?.[t];
        return [element("span", { class: "t", text: `t = ${t}` }), word ? element("b", { text: word }) : null].filter(Boolean);
    }

    layOut(axis) {
        this.axis = axis;
        this.row.style.width = `${axis.heading + axis.width}px`;
        this.track.style.width = `${axis.width}px`;
        const every = Math.ceil(40 / axis.column);
        this.marks.forEach((mark, t) => {
            mark.style.left = `${axis.left(t)}px`;
            mark.style.width = `${axis.column}px`;
            mark.classList.toggle("bare", t % every !== 0);
            mark.querySelector(".t").textContent = axis.column >= 52 ? `t = ${t}` : String(t);
        });
    }

    update() {
        const { moment } = this.stage;
        const step = moment ? moment.step : -1;
        this.marks.forEach((mark, t) => mark.classList.toggle("current", t === step));
        this.track.setAttribute("aria-valuenow", Math.max(0, step));
        this.track.setAttribute("aria-valuetext", moment ? stepWords(step, this.stage.sequence) : text("before"));
    }

    /** To the end of a step in the part and phase that is under way. */
    go(step) {
        const { stage } = this;
        const { pass } = stage.moment ?? { pass: stage.schedule.passes.find((one) => one.steps > 1) ?? stage.schedule.passes[0] };
        const there = stage.schedule.atStep(pass.phase, pass.part, step);
        if (there !== undefined) {
            stage.move(there);
        }
    }

    #listen() {
        const scrub = (event) => this.go(this.axis.stepAt(event.clientX - this.track.getBoundingClientRect().left));
        this.track.addEventListener("pointerdown", (event) => {
            this.track.setPointerCapture(event.pointerId);
            scrub(event);
        });
        this.track.addEventListener("pointermove", (event) => this.track.hasPointerCapture(event.pointerId) && scrub(event));
    }
}

/** Which sequence of the batch is shown, where there are several. */
function sequenceChoice(stage) {
    if (SESSION.sequences < 2) {
        return null;
    }
    const options = Array.from({ length: SESSION.sequences }, (_, n) =>
        element("option", { value: n, text: text("sequence", n + 1) }),
    );
    return element(
        "select",
        { class: "sequence", "aria-label": text("sequence.choose"), onchange: (event) => stage.look(Number(event.target.value)) },
        ...options,
    );
}

/** What the pointer is over. */
const hover = {
    element: element("div", { id: "hover", role: "tooltip", hidden: true }),
    show(words, event) {
        this.element.hidden = !words;
        if (words) {
            this.element.textContent = words;
            const left = Math.min(event.clientX + 14, window.innerWidth - this.element.offsetWidth - 8);
            this.element.style.left = `${Math.max(4, left)}px`;
            this.element.style.top = `${Math.max(4, event.clientY - 34)}px`;
        }
    },
    hide() {
        this.element.hidden = true;
    },
};
