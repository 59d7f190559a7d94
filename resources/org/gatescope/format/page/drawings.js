// The network, the cell and the equations as Gatescope has drawn them: what is named in them is lit and filled in. What
// has a form of its own for the gradient, X|d.Y beside X|Y, shows that once the gradient is there.

const SECTIONS = ["network", "cell", "equations"];

class Drawings {
    constructor(stage) {
        this.stage = stage;
        this.named = SECTIONS.flatMap((section) => this.#read(section));
        this.scales = new Map();
        ["move", "part", "hide"].forEach((what) => stage.on(what, () => this.update()));
        stage.on("look", () => this.#again());
        stage.model.onChange(() => this.#again());
        DARK.addEventListener("change", () => this.update());
        this.update();
    }

    #read(section) {
        const root = document.getElementById(section);
        const all = new Map();
        for (const group of root?.querySelectorAll("[data-name]") ?? []) {
            const [kind, ...words] = group.dataset.name.split("|");
            const isGradient = words.some(isGradientName);
            const owner = group.closest("[data-part], [data-cell], [data-sequence]");
            const base = [kind, ...words.map((word) => word.replace(/^d\./, ""))].join("|");
            const key = `${SECTIONS.indexOf(section)} ${owner?.dataset.cell ?? owner?.dataset.part ?? owner?.dataset.sequence} ${base}`;
            const named = all.get(key) ?? { section, kind, words: base.split("|").slice(1), owner };
            named[isGradient ? "back" : "forth"] = group;
            all.set(key, named);
            this.#open(named, group, words);
        }
        return Array.from(all.values());
    }

    /** A square opens its number; a box takes the playhead to its step. */
    #open({ kind, section }, group, words) {
        if (kind === "strip" && section === "network") {
            group.classList.add("opens");
            group.addEventListener("click", (event) => this.#openSquare(event, words));
        } else if (kind === "box") {
            group.classList.add("opens");
            group.addEventListener("click", () => this.#goTo(words[0].replace(/\.loss$/, ""), Number(words[1])));
        }
    }

    #openSquare(event, [part, name, step]) {
        const square = event.target.closest("rect[data-unit]");
        if (square) {
            this.stage.open(quantityId(part, name, Number(step), this.stage.sequence, Number(square.dataset.unit)));
            event.stopPropagation();
        }
    }

    #goTo(part, step) {
        const { schedule, moment } = this.stage;
        const isBack = moment?.pass.phase === "backward";
        const phases = isBack ? ["backward", "forward", "loss"] : ["forward", "loss", "backward"];
        const there = phases.map((phase) => schedule.atStep(phase, part, step)).find((place) => place !== undefined);
        if (there !== undefined) {
            this.stage.move(there);
        }
    }

    #again() {
        this.scales.clear();
        this.update();
    }

    update() {
        const { stage } = this;
        const { part, moment } = stage;
        this.part = part;
        this.moment = moment && shownPart(moment.pass) === part ? moment : null;
        this.isBack = moment?.pass.phase === "backward";
        this.step = moment?.step ?? 0;
        this.numbers = partOf(part)?.cell === undefined ? null : new StepNumbers(stage.model, part, this.step);
        this.#choose();
        this.#choosePhase();
        this.named.filter(({ owner }) => !owner?.hidden).forEach((named) => this.#show(named));
        document.body.dataset.phase = moment?.pass.phase ?? "start";
        this.#bringIntoView();
    }

    /** In the network, the step of the playhead as it comes to it. */
    #bringIntoView() {
        const column = this.named.find(
            ({ kind, words, owner }) => kind === "column" && !owner?.hidden && Number(words[0]) === this.step,
        );
        if (this.stage.moment && column && this.step !== this.shownStep) {
            this.shownStep = this.step;
            const scroller = document.getElementById("network");
            const outer = scroller.getBoundingClientRect();
            const { left, right } = column.forth.getBoundingClientRect();
            if (left < outer.left || right > outer.right) {
                scroller.scrollLeft += (left + right) / 2 - (outer.left + outer.right) / 2;
            }
        }
    }

    /** Cell and equations are those of the part that is looked at, the network that of the sequence. */
    #choose() {
        const { part, sequence } = this.stage;
        const cell = partOf(part)?.cell;
        for (const section of SECTIONS) {
            const all = Array.from(document.querySelectorAll(`#${section} > [data-part], #${section} > [data-cell], #${section} > [data-sequence]`));
            all.forEach((one) => {
                const { dataset } = one;
                one.hidden =
                    dataset.sequence !== undefined
                        ? dataset.sequence !== String(sequence)
                        : dataset.part !== undefined
                          ? dataset.part !== part
                          : dataset.cell !== String(cell);
            });
            document.getElementById(section).hidden = all.every((one) => one.hidden);
        }
    }

    /** The lines of the phase that is under way. */
    #choosePhase() {
        for (const one of document.querySelectorAll("#equations > :not([hidden])")) {
            const [forward, backward] = one.querySelectorAll(":scope > svg");
            if (backward) {
                show(forward, !this.isBack);
                show(backward, this.isBack);
            }
        }
    }

    #show(named) {
        const { kind, words, section } = named;
        switch (kind) {
            case "column":
                return show(named.forth, this.stage.moment !== null && Number(words[0]) === this.step);
            case "box":
                return mark(named.forth, this.#stateOf(words[0], Number(words[1])));
            case "arrow":
                return this.#pair(named, ...this.#arrow(words));
            case "strip":
                return section === "network" ? this.#strip(named) : this.#stripOfNode(named);
            case "number":
                return this.#number(named);
            case "norm":
                return this.#norm(named);
            case "line":
            case "adjoint":
                return this.#line(named);
            case "node":
                return mark(named.forth, this.#nodeState(Number(words[0])));
            case "label":
                return this.#pair(named, true, this.#nodeIsBack(Number(words[0])));
            case "wire":
                return this.#wire(named);
            default:
                return undefined;
        }
    }

    /** The one form or the other. */
    #pair({ forth, back }, isThere, isBackThere) {
        const isBack = Boolean(back) && isBackThere;
        if (back) {
            show(back, isBack);
            mark(back, "done");
        }
        if (forth) {
            show(forth, !isBack);
            mark(forth, isThere ? "done" : "later");
        }
    }

    #isThere(part, name, step) {
        return step !== undefined && this.stage.schedule.isComplete(part, name, step, this.stage.position);
    }

    #stateOf(box, step) {
        const part = box.replace(/\.loss$/, "");
        const { schedule, position, moment } = this.stage;
        if (moment && shownPart(moment.pass) === part && moment.step === step) {
            return "now";
        }
        const { done, of } = schedule.done(part === "dense" ? "loss" : "forward", part, step, position);
        return of === 0 || done === of ? "done" : "later";
    }

    /** Whether the value that an arrow carries is there, and whether its gradient is. */
    #arrow([box, what, time]) {
        const step = Number(time);
        const part = box.replace(/\.loss$/, "");
        if (part === "embedding" && partOf(part).cell === undefined) {
            const first = this.stage.model.program.LAYERS[0].parts[0].key;
            return [true, this.#isThere(first, "d.x", step)];
        }
        const state = partOf(part).states?.[0];
        const output = part === "embedding" ? "x" : part === "dense" ? "y" : `${state}'`;
        const input = part === "embedding" ? "token" : part === "dense" ? (box === part ? "h" : "y") : "x";
        switch (what) {
            case "out-of":
            case "past":
                return [this.#isThere(part, output, step), this.#isThere(part, output === "x" ? "d.x" : `d.${output}`, step)];
            case "state":
                return [this.#isThere(part, output, step), this.#isThere(part, `d.${state}`, nextStep(part, step))];
            default:
                return [this.#isThere(part, input, step), this.#isThere(part, input === "y" ? "d.z" : `d.${input}`, step)];
        }
    }

    /** Squares with the colours that they have in lanes. */
    #strip({ forth, back, words: [part, name, time] }) {
        const step = Number(time);
        const isBack = Boolean(back) && this.#isThere(part, `d.${name}`, step);
        this.#fillQuantity(forth, part, name, step, !isBack);
        if (back) {
            this.#fillQuantity(back, part, `d.${name}`, step, isBack);
        }
    }

    #fillQuantity(group, part, name, step, isShown) {
        if (!group) {
            return;
        }
        show(group, isShown);
        const table = this.stage.model.quantity(part, name, step);
        if (isShown && table) {
            const isThere = this.#isThere(part, name, step);
            const { palette, scale } = this.#colours(part, name);
            this.#fill(group, table, palette, scale, (unit) => isThere && !this.#isHidden(part, name, step, unit));
        }
    }

    #isHidden(part, name, step, unit) {
        return this.stage.isHidden(quantityId(part, name, step, this.stage.sequence, unit));
    }

    #fill(group, table, palette, scale, isSeen) {
        const { sequence } = this.stage;
        squaresOf(group, table.columns).forEach((square, unit) => {
            const index = scale.index(at(table, sequence, unit), palette.size);
            square.style.fill = isSeen(unit) ? palette.colours[index] : "transparent";
        });
    }

    #colours(part, name) {
        const key = `${part}|${name}`;
        if (!this.scales.has(key)) {
            const lane = SESSION.lanes.find((one) => one.part === part && one.name === name);
            const family = lane?.family ?? (isGradientName(name) ? "gradients" : "values");
            let largest = 0;
            for (let t = 0; t < SESSION.steps; t++) {
                this.stage.model.quantity(part, name, t)?.values.forEach((x) => (largest = Math.max(largest, finiteSize(x))));
            }
            this.scales.set(key, { family, scale: new Scale(family, largest) });
        }
        const { family, scale } = this.scales.get(key);
        return { palette: Palette.of(family), scale };
    }

    #number({ forth, words: [part, name, time] }) {
        const step = Number(time);
        const table = this.stage.model.quantity(part, name, step);
        const letters = forth?.querySelector("text");
        const isThere = this.#isThere(part, name, step);
        show(forth, isThere && !this.#isHidden(part, name, step, 0));
        if (letters && table && isThere) {
            letters.textContent = name === "loss" ? rounded(at(table, this.stage.sequence, 0), 2) : this.#likeliest(table);
        }
    }

    /** The word of the largest number. */
    #likeliest(table) {
        const numbers = Array.from({ length: table.columns }, (_, k) => at(table, this.stage.sequence, k));
        const best = numbers.indexOf(Math.max(...numbers));
        return SESSION.unitNames?.output?.[best] ?? rounded(numbers[best], 2);
    }

    /** How large a gradient is that goes from step to step. */
    #norm({ forth, words: [part, time] }) {
        const next = nextStep(part, Number(time));
        const letters = forth?.querySelector("text");
        if (letters && next !== undefined) {
            const squares = partOf(part).states.flatMap((state) => {
                const table = this.stage.model.quantity(part, `d.${state}`, next);
                return Array.from({ length: table.columns }, (_, k) => at(table, this.stage.sequence, k) ** 2);
            });
            letters.textContent = rounded(Math.sqrt(squares.reduce((a, b) => a + b, 0)), 2);
        }
    }

    #line({ forth, kind, words }) {
        const index = Number(words[0]);
        const { schedule, position } = this.stage;
        const { lines } = cellOf(this.part);
        const phase = kind === "adjoint" ? "backward" : this.part === "dense" ? "loss" : "forward";
        const lineOf = ({ line }) => (kind === "adjoint" ? line : (lines[line]?.written ?? line));
        const isNow = this.moment?.pass.phase === phase && lineOf(this.moment.operation) === index;
        const pass = schedule.passes[schedule.find(phase, this.part)];
        const last = pass ? pass.operations.findLastIndex((operation) => lineOf(operation) === index) : -1;
        const { done } = schedule.done(phase, this.part, this.step, position);
        mark(forth, isNow ? "now" : last >= 0 && done > last ? "done" : "later");
        if (isNow && forth !== this.lit && !this.stage.opened) {
            this.lit = forth;
            scrollWithin(forth.closest("aside"), forth);
        }
    }

    get #diagram() {
        return partOf(this.part)?.diagram ?? { nodes: [], wires: [] };
    }

    #node(id) {
        return this.#diagram.nodes.find((node) => node.id === id);
    }

    #doneOf(phase) {
        const own = phase === "forward" && this.part === "dense" ? "loss" : phase;
        return this.stage.schedule.done(own, this.part, this.step, this.stage.position).done;
    }

    #nodeIsThere(id) {
        const node = this.#node(id);
        return node !== undefined && this.#doneOf("forward") >= Math.max(0, node.done);
    }

    #nodeIsBack(id) {
        const node = this.#node(id);
        return node?.gradient !== undefined && node.back !== undefined && this.#doneOf("backward") >= node.back;
    }

    #nodeState(id) {
        if (this.moment && this.moment.operation.node === id) {
            return "now";
        }
        return this.#nodeIsThere(id) ? "done" : "later";
    }

    #stripOfNode({ forth, words }) {
        const node = this.#node(Number(words[0]));
        if (!node || !forth || !this.numbers) {
            return;
        }
        const isBack = this.#nodeIsBack(node.id);
        const shown = isBack ? node.gradient : node.expression;
        const table = this.numbers.of(shown);
        const isNamed = shown.op === "name" && SESSION.lanes.some(({ part, name }) => part === this.part && name === lanesName(this.part, shown.name));
        const { palette, scale } = isNamed ? this.#colours(this.part, lanesName(this.part, shown.name)) : ownColours(table, shown, isBack);
        const isThere = this.#nodeIsThere(node.id);
        this.#fill(forth, table, palette, scale, (unit) => isThere && !(shown.op === "name" && this.#isHidden(this.part, shown.name, this.step, unit)));
    }

    #wire(named) {
        const wire = this.#diagram.wires[Number(named.words[0])];
        if (wire) {
            const isBack = wire.back !== undefined && wire.back >= 0 && this.#doneOf("backward") >= wire.back;
            this.#pair(named, this.#nodeIsThere(wire.from), isBack);
        }
    }
}

/** The lane of a state before the step is that of the state after it. */
const lanesName = (part, name) => (partOf(part).states?.includes(name) ? `${name}'` : name);

function ownColours(table, node, isBack) {
    const isGate = node.op === "apply" && ["sigmoid", "hard_sigmoid", "hard_sigmoid_6"].includes(node.function);
    const family = isBack ? "gradients" : isGate ? "gates" : "values";
    const largest = Array.from(table.values).reduce((size, x) => Math.max(size, finiteSize(x)), 0);
    return { palette: Palette.of(family), scale: new Scale(family, largest) };
}

/** The squares of a strip, made when they are first filled. */
function squaresOf(group, units) {
    if (group.childElementCount === 0) {
        const [x, y, width, height] = group.dataset.place.split(/[ ,]+/).map(Number);
        const isUpright = Number(group.dataset.columns) === 1 && Number(group.dataset.rows) > 1;
        const count = Math.min(units, Number(isUpright ? group.dataset.rows : group.dataset.columns));
        const length = isUpright ? height : width;
        const edge = (i) => Math.round((i * length) / count);
        const gap = length / count >= 5 ? 1 : 0;
        for (let i = 0; i < count; i++) {
            const size = Math.max(1, edge(i + 1) - edge(i) - gap);
            group.append(
                svg("rect", {
                    x: isUpright ? x : x + edge(i),
                    y: isUpright ? y + edge(i) : y,
                    width: isUpright ? width : size,
                    height: isUpright ? size : height,
                    "data-unit": Math.floor((i * units) / count),
                }),
            );
        }
    }
    return Array.from(group.children);
}

function mark(group, state) {
    if (group && !group.classList.contains(state)) {
        group.classList.remove("later", "now", "done");
        group.classList.add(state);
    }
}

const show = (group, isShown) => group && (group.style.display = isShown ? "inline" : "none");

/** Brings a line into view of what scrolls it, and moves nothing else. */
function scrollWithin(scroller, line) {
    if (scroller && scroller.scrollHeight > scroller.clientHeight) {
        const outer = scroller.getBoundingClientRect();
        const { top, bottom } = line.getBoundingClientRect();
        if (top < outer.top || bottom > outer.bottom) {
            scroller.scrollTop += top - outer.top - outer.height / 2;
        }
    }
}
