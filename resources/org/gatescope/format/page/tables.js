// Weights, inputs, targets and states in tables; a number that is changed changes everything that follows from it.

class NumberTable {
    constructor(stage, table) {
        this.stage = stage;
        this.table = table;
        this.body = element("tbody");
        this.element = element("div", { class: "table" });
        this.error = element("p", { class: "error", role: "alert" });
        this.isMade = false;
        this.shows = "values";
    }

    /** Whether it has gradients: inputs and targets have none here. */
    get hasGradient() {
        return ["parameter", "start"].includes(this.table.kind);
    }

    get isOfGradients() {
        return this.shows === "gradients" && this.hasGradient;
    }

    /** Whether all of its gradient has been added up. */
    get isGradientThere() {
        const { schedule, position } = this.stage;
        const ends = schedule.passes.flatMap((pass, i) =>
            pass.phase === "backward" && (partOf(pass.part).own === this.table.part || pass.part === this.table.part) ? [schedule.starts[i + 1]] : [],
        );
        return position >= Math.max(...ends);
    }

    /** Made when it is first seen. */
    make() {
        if (this.isMade) {
            return;
        }
        this.isMade = true;
        const { model } = this.stage;
        this.columns = model.columns(this.table);
        this.rows = model.rows(this.table);
        const head = Array.from({ length: this.columns }, (_, c) =>
            element("th", { scope: "col", text: this.table.columnNames?.[c] ?? String(c) }),
        );
        this.cells = Array.from({ length: this.rows }, (_, r) => Array.from({ length: this.columns }, (_, c) => this.#cell(r, c)));
        const rows = this.cells.map((cells, r) => element("tr", {}, element("th", { scope: "row", text: this.#rowName(r) }), ...cells));
        this.element.append(
            element(
                "div",
                { class: "scroller" },
                element(
                    "table",
                    {},
                    element("caption", {}, formula(this.table.label), " ", element("span", { class: "subtitle", text: this.table.subtitle })),
                    element("thead", {}, element("tr", {}, element("td"), ...head)),
                    element("tbody", {}, ...rows),
                ),
            ),
            this.error,
        );
        this.update();
    }

    #rowName(r) {
        const isOverTime = ["input", "upstream"].includes(this.table.kind) || (this.table.kind === "target" && this.rows > 1);
        return isOverTime ? (SESSION.words?.[this.stage.sequence]?.[r] ?? `t = ${r}`) : (this.table.rowNames?.[r] ?? String(r));
    }

    #cell(row, column) {
        return element("td", {
            tabindex: row === 0 && column === 0 ? 0 : -1,
            "data-table": this.table.name ?? this.table.kind,
            onclick: (event) => this.#edit(event.currentTarget, row, column),
            onkeydown: (event) => this.#key(event, row, column),
        });
    }

    #key(event, row, column) {
        const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
        if (event.target.tagName === "INPUT") {
            return;
        }
        const cell = event.currentTarget;
        if (moves[event.key]) {
            this.#focus(row + moves[event.key][0], column + moves[event.key][1]);
        } else if (event.key === "Enter" || event.key === "F2") {
            this.#edit(cell, row, column);
        } else if (/^[-+\d.,−]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
            this.#edit(cell, row, column, event.key);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    #focus(row, column) {
        const cell = this.cells[row]?.[column];
        if (cell) {
            this.cells.flat().forEach((one) => (one.tabIndex = -1));
            cell.tabIndex = 0;
            cell.focus();
        }
    }

    #edit(cell, row, column, begun) {
        if (this.isOfGradients) {
            if (this.isGradientThere) {
                this.stage.open({ gradient: this.table.name, row, column });
            }
            return;
        }
        if (cell.querySelector("input")) {
            return;
        }
        const { stage, table } = this;
        const before = stage.model.number(table, row, column, stage.sequence);
        const field = element("input", { type: "text", autocomplete: "off", spellcheck: "false", "aria-label": this.#words(row, column) });
        field.value = begun ?? exact(before);
        let isOver = false;
        const end = (isKept) => {
            if (isOver) {
                return true;
            }
            const value = typed(field.value);
            if (isKept && field.value.trim() !== exact(before)) {
                if (value === undefined) {
                    this.error.textContent = text("number.wrong", field.value.trim());
                    cell.classList.add("wrong");
                    return false;
                }
                isOver = true;
                stage.model.set(table, row, column, stage.sequence, value);
            }
            isOver = true;
            this.error.textContent = "";
            cell.classList.remove("wrong");
            field.remove();
            this.update();
            return true;
        };
        field.addEventListener("keydown", (event) => {
            const next = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1], Escape: [0, 0] }[event.key];
            event.stopPropagation();
            if (next && end(event.key !== "Escape")) {
                const isInside = this.cells[row + next[0]]?.[column + next[1]];
                this.#focus(isInside ? row + next[0] : row, isInside ? column + next[1] : column);
                if (event.key !== "Tab" || isInside) {
                    event.preventDefault();
                }
            } else if (next) {
                event.preventDefault();
            }
        });
        field.addEventListener("blur", () => {
            if (!end(true)) {
                end(false);
            }
        });
        cell.replaceChildren(field);
        field.focus();
        if (begun === undefined) {
            field.select();
        }
    }

    #words(row, column) {
        return `${spoken(this.table.label)} [${this.#rowName(row)}, ${this.table.columnNames?.[column] ?? column}]`;
    }

    update() {
        if (!this.isMade) {
            return;
        }
        const { model, sequence } = this.stage;
        const gradients = this.isOfGradients ? model.result.gradients[this.table.name] : undefined;
        const isThere = !gradients || this.isGradientThere;
        const number = (r, c) => (gradients ? at(gradients, r, c) : model.number(this.table, r, c, sequence));
        const numbers = this.cells.map((cells, r) => cells.map((_, c) => number(r, c)));
        const largest = numbers.flat().reduce((size, x) => Math.max(size, finiteSize(x)), 0);
        const form = NumberForm.of(largest, 3);
        const family = gradients ? "gradients" : this.table.kind === "parameter" ? "weights" : ["upstream", "end"].includes(this.table.kind) ? "gradients" : "values";
        const palette = Palette.of(family);
        const scale = new Scale(family, largest);
        numbers.forEach((row, r) =>
            row.forEach((value, c) => {
                const cell = this.cells[r][c];
                const index = scale.index(value, palette.size);
                cell.style.backgroundColor = isThere ? palette.colours[index] : "";
                cell.style.color = isThere ? palette.inks[index] : "";
                cell.title = isThere ? exact(value) : text("tables.not-yet");
                if (!cell.querySelector("input")) {
                    cell.textContent = isThere ? form.write(value) : "–";
                }
            }),
        );
    }
}

/** All tables, by groups that open. */
class Tables {
    constructor(stage) {
        this.stage = stage;
        this.tables = SESSION.tables.map((table) => new NumberTable(stage, table));
        this.element = element("section", { id: "tables", "aria-label": text("tables") }, this.#heading(), ...this.#groups());
        this.#choose("values");
        stage.model.onChange(() => this.#update());
        stage.on("look", () => this.#update());
        stage.on("move", () => this.tables.some((one) => one.isOfGradients) && this.#update());
        DARK.addEventListener("change", () => this.#update());
    }

    #heading() {
        this.reset = element("button", {
            type: "button", class: "plain", text: text("reset"), disabled: true, onclick: () => this.stage.model.reset(),
        });
        const choices = ["values", "gradients"].map((what) =>
            element("button", { type: "button", class: "chip", "data-shows": what, text: text(`tables.${what}`), onclick: () => this.#choose(what) }),
        );
        this.choices = choices;
        this.help = element("p");
        return element(
            "div",
            { class: "section-heading" },
            element("h2", { text: text("tables") }),
            element("span", { class: "choice", role: "group", "aria-label": text("tables.shown") }, ...choices),
            this.reset,
            this.help,
        );
    }

    /** Values, which can be changed, or gradients, which can be opened. */
    #choose(what) {
        this.choices.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.shows === what)));
        this.tables.forEach((one) => (one.shows = what));
        this.help.textContent = text(what === "values" ? "tables.help" : "tables.help-gradients");
        this.#update();
    }

    #groups() {
        const groups = new Map();
        for (const one of this.tables) {
            const key = one.table.group || text("tables");
            groups.set(key, [...(groups.get(key) ?? []), one]);
        }
        return Array.from(groups, ([title, tables]) =>
            element(
                "details",
                { ontoggle: (event) => event.currentTarget.open && tables.forEach((one) => one.make()) },
                element("summary", { text: title }),
                ...tables.map((one) => one.element),
            ),
        );
    }

    #update() {
        this.reset.disabled = !this.stage.model.isChanged;
        this.tables.forEach((one) => one.update());
    }
}
