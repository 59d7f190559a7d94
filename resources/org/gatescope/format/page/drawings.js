// The network, the cell and the equations as Gatescope has drawn them: what is named in them is lit and filled in.

/** Pictures whose groups carry names: box|part|step, arrow|part|name|step, strip|part|name|step, line|2, node|… */
class Drawings {
    constructor(stage) {
        this.stage = stage;
        this.named = ["network", "cell", "equations"].flatMap((section) => this.#read(section));
        this.scales = new Map();
        stage.on("move", () => this.update());
        stage.on("part", () => this.update());
        stage.on("hide", () => this.update());
        stage.on("look", () => this.#again());
        stage.model.onChange(() => this.#again());
        DARK.addEventListener("change", () => this.update());
        this.update();
    }

    #read(section) {
        const root = document.getElementById(section);
        return Array.from(root?.querySelectorAll("[data-name]") ?? [], (group) => {
            const [kind, ...words] = group.dataset.name.split("|");
            const owner = group.closest("[data-part], [data-cell]");
            const named = { section, group, kind, words, owner };
            this.#open(named);
            return named;
        });
    }

    /** What stands for a number or a line opens it. */
    #open({ group, kind, words }) {
        if (kind === "strip" && words.length >= 3) {
            group.classList.add("opens");
            group.addEventListener("click", (event) => {
                const id = this.#numberAt(group, words, event);
                if (id) {
                    this.stage.open(id);
                    event.stopPropagation();
                }
            });
        }
        if (kind === "box") {
            group.classList.add("opens");
            group.addEventListener("click", () => this.#goTo(words[0], Number(words[1])));
        }
    }

    #goTo(part, step) {
        const { schedule, moment } = this.stage;
        const back = moment?.pass.phase === "backward";
        const places = (back ? ["backward", "forward", "loss"] : ["forward", "loss", "backward"]).map((phase) =>
            schedule.atStep(phase, part, step),
        );
        const there = places.find((place) => place !== undefined);
        if (there !== undefined) {
            this.stage.move(there);
        }
    }

    #numberAt(group, [part, name, step], event) {
        const place = group.querySelector("[data-place]");
        const table = this.stage.model.quantity(part, name, Number(step));
        const square = event.target.closest("rect[data-unit]");
        return place && table && square
            ? quantityId(part, name, Number(step), this.stage.sequence, Number(square.dataset.unit))
            : null;
    }

    #again() {
        this.scales.clear();
        this.update();
    }

    update() {
        const { moment } = this.stage;
        const { part } = this.stage;
        const step = moment?.step ?? 0;
        this.#choose(part);
        for (const named of this.named) {
            this.#light(named, part, step, moment);
        }
        document.body.dataset.phase = moment?.pass.phase ?? "start";
    }

    /** Cell and equations are those of the part that is under way. */
    #choose(part) {
        const cell = String(partOf(part)?.cell ?? "");
        for (const section of ["cell", "equations"]) {
            const all = Array.from(document.querySelectorAll(`#${section} [data-part], #${section} [data-cell]`));
            const mine = (one) => one.dataset.part === part || (!one.dataset.part && one.dataset.cell === cell);
            const shown = all.find((one) => one.dataset.part === part) ?? all.find(mine);
            if (shown) {
                all.forEach((one) => (one.hidden = one !== shown));
            }
        }
    }

    #light({ section, group, kind, words, owner }, part, step, moment) {
        if (owner?.hidden) {
            return;
        }
        switch (kind) {
            case "box":
                return this.#mark(group, this.#stateOf(words[0], Number(words[1]), moment));
            case "arrow":
                return this.#mark(group, this.#arrow(words));
            case "strip":
                return section === "network"
                    ? this.#fill(group, words[0], words[1], Number(words[2]))
                    : this.#fill(group, words.length > 1 ? words[0] : part, words[words.length - 1], step);
            case "line":
            case "adjoint":
                return this.#line(group, kind, Number(words[0]), part, step, moment);
            case "node":
                return this.#node(group, words[0], part, step, moment);
            default:
                return undefined;
        }
    }

    #mark(group, state) {
        group.classList.remove("later", "now", "done");
        group.classList.add(state);
    }

    #stateOf(part, step, moment) {
        const { schedule, position } = this.stage;
        if (moment && shownPart(moment.pass) === part && moment.step === step) {
            return "now";
        }
        const phase = part === "dense" ? "loss" : "forward";
        const { done, of } = schedule.done(phase, part, step, position);
        return of > 0 && done === of ? "done" : "later";
    }

    #arrow([part, name, step]) {
        const { schedule, position } = this.stage;
        const isDone = schedule.isComplete(part, name, Number(step), position);
        const phase = part === "dense" ? "loss" : "forward";
        const { done } = schedule.done(phase, part, Number(step), position);
        return isDone || done > 0 ? "done" : "later";
    }

    #line(group, kind, index, part, step, moment) {
        const phase = kind === "adjoint" ? "backward" : part === "dense" ? "loss" : "forward";
        const { lines } = cellOf(part);
        const place = ({ line }) => (kind === "adjoint" ? line : (lines[line]?.written ?? line));
        const isNow =
            moment &&
            shownPart(moment.pass) === part &&
            (moment.pass.phase === "backward") === (kind === "adjoint") &&
            place(moment.operation) === index;
        if (isNow) {
            return this.#mark(group, "now");
        }
        const { done } = this.stage.schedule.done(phase, part, step, this.stage.position);
        const pass = this.stage.schedule.passes[this.stage.schedule.find(phase, part)];
        const last = pass ? pass.operations.findLastIndex((operation) => place(operation) === index) : -1;
        return this.#mark(group, last >= 0 && done > last ? "done" : "later");
    }

    #node(group, id, part, step, moment) {
        const isBack = moment?.pass.phase === "backward";
        const phase = isBack ? "backward" : part === "dense" ? "loss" : "forward";
        const pass = this.stage.schedule.passes[this.stage.schedule.find(phase, part)];
        const places = pass ? pass.operations.flatMap(({ node }, i) => (String(node) === id ? [i] : [])) : [];
        if (moment && shownPart(moment.pass) === part && places.includes(moment.place)) {
            return this.#mark(group, "now");
        }
        const { done } = this.stage.schedule.done(phase, part, step, this.stage.position);
        const isDone = places.length === 0 || done > places[places.length - 1];
        return this.#mark(group, isDone || isBack ? "done" : "later");
    }

    /** Squares with the colours that they have in lanes. */
    #fill(group, part, name, step) {
        const place = group.matches("[data-place]") ? group : group.querySelector("[data-place]");
        const { model, schedule, position, sequence } = this.stage;
        const table = model.quantity(part, name, step);
        const isThere = table && schedule.isComplete(part, name, step, position);
        group.classList.toggle("later", !isThere);
        if (!place || !table) {
            return;
        }
        const squares = this.#squares(place, table.columns);
        const { palette, scale } = this.#colours(part, name);
        squares.forEach((square, unit) => {
            const isHidden = this.stage.isHidden(quantityId(part, name, step, sequence, unit));
            const value = at(table, sequence, unit);
            square.style.fill = isThere && !isHidden ? palette.colours[scale.index(value, palette.size)] : "transparent";
        });
    }

    /** One for each unit, or where there are fewer places than units, for the strongest of some. */
    #squares(place, units) {
        if (place.childElementCount === 0) {
            const [x, y, width, height] = place.dataset.place.split(/[ ,]+/).map(Number);
            const rows = Math.max(1, Math.min(Number(place.dataset.rows ?? units), units));
            const isUpright = Number(place.dataset.columns ?? 1) <= 1;
            const count = isUpright ? rows : Math.min(Number(place.dataset.columns), units);
            const gap = (isUpright ? height : width) / count > 5 ? 1 : 0;
            for (let unit = 0; unit < count; unit++) {
                const size = (isUpright ? height : width) / count;
                place.append(
                    svg("rect", {
                        x: isUpright ? x : x + unit * size,
                        y: isUpright ? y + unit * size : y,
                        width: isUpright ? width : size - gap,
                        height: isUpright ? size - gap : height,
                        "data-unit": unit,
                    }),
                );
            }
        }
        return Array.from(place.children);
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
}
