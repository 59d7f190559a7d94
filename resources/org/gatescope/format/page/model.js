// The numbers: parameters and data as they are now, and all that follows from them.

class Model {
    constructor(program) {
        this.program = program;
        this.listeners = [];
        this.reset();
    }

    onChange(listener) {
        this.listeners.push(listener);
    }

    /** Everything as it was when the page was opened. */
    reset() {
        this.parameters = { ...this.program.PARAMETERS };
        this.data = { ...this.program.DATA, start: { ...this.program.DATA.start }, end: { ...this.program.DATA.end } };
        this.losses = [];
        this.memory = {};
        this.isChanged = false;
        this.#compute();
    }

    #compute() {
        this.result = this.program.run(this.parameters, this.data);
        this.listeners.forEach((listener) => listener());
    }

    get hasLoss() {
        return this.result.readOut !== undefined;
    }

    get trains() {
        return typeof this.program.update === "function";
    }

    /** Some updates of all that is trained. */
    train(count) {
        if (this.losses.length === 0) {
            this.losses.push(this.result.loss);
        }
        for (let i = 0; i < count; i++) {
            this.parameters = this.program.update(this.parameters, this.result.gradients, this.memory);
            this.result = this.program.run(this.parameters, this.data);
            this.losses.push(this.result.loss);
        }
        this.isChanged = true;
        this.listeners.forEach((listener) => listener());
    }

    /** The matrix and the row of it in which a row of a table stands. @param sequence of input, targets and upstream */
    #place({ kind, name }, row, sequence) {
        const n = this.program.N;
        switch (kind) {
            case "parameter":
                return [this.parameters, name, row];
            case "start":
                return [this.data.start, name, row];
            case "end":
                return [this.data.end, name, row];
            case "input":
                return [this.data.input, row, sequence];
            case "upstream":
                return [this.data.upstream, row, sequence];
            default:
                return [this.data, "targets", this.data.targets.rows === n ? sequence : row * n + sequence];
        }
    }

    number(table, row, column, sequence) {
        const [owner, key, inner] = this.#place(table, row, sequence);
        return owner[key].values[inner * owner[key].columns + column];
    }

    rows(table) {
        const { T, N } = this.program;
        if (table.kind === "target") {
            return this.data.targets.rows === N ? 1 : T;
        }
        const [owner, key] = this.#place(table, 0, 0);
        return Array.isArray(owner) ? T : owner[key].rows;
    }

    columns(table) {
        const [owner, key] = this.#place(table, 0, 0);
        return owner[key].columns;
    }

    /** Changes a number; everything follows. */
    set(table, row, column, sequence, value) {
        this.#setNumber(table, row, column, sequence, value);
        if (table.kind === "input" && SESSION.nextToken && row > 0) {
            this.#setNumber({ kind: "target" }, row - 1, column, sequence, value);
        }
        this.isChanged = true;
        this.losses = [];
        this.#compute();
    }

    #setNumber(table, row, column, sequence, value) {
        if (["input", "upstream"].includes(table.kind)) {
            this.data[table.kind] = [...this.data[table.kind]];
        }
        const [owner, key, inner] = this.#place(table, row, sequence);
        const changed = { ...owner[key], values: owner[key].values.slice() };
        changed.values[inner * changed.columns + column] = value;
        owner[key] = changed;
    }

    /** A quantity ("f"), or a gradient ("d.f"), of a step: (N, H); undefined where there is none. */
    quantity(part, name, step) {
        return isGradientName(name)
            ? this.result.steps[part]?.[step]?.[name.slice(2)]
            : (this.result.values[part]?.[step]?.[name] ?? this.#total(part, name, step));
    }

    /** The loss of the whole run belongs to the read-out. */
    #total(part, name, step) {
        return part === "dense" && name === "L" ? this.result.values["dense.total"]?.[step]?.L : undefined;
    }

    parameter(part, name) {
        const own = partOf(part)?.own ?? part;
        return this.parameters[`${own}.${name}`];
    }
}

const scalar = (value) => ({ rows: 1, columns: 1, values: [value] });

const partOf = (key) => SESSION.parts.find((part) => part.key === key);
const cellOf = (key) => SESSION.cells[partOf(key).cell];
