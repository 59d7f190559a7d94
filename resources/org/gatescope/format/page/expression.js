// Expressions of the equations: what they come to at a step, and how they are written.

/** Element by element; a single row, or a single column, is repeated. */
function elementwise(f, ...tables) {
    const rows = tables.reduce((count, a) => (a.rows === 1 ? count : a.rows), 1);
    const columns = tables.reduce((count, a) => (a.columns === 1 ? count : a.columns), 1);
    const made = { rows, columns, values: new Float64Array(rows * columns) };
    for (let i = 0; i < made.values.length; i++) {
        const row = Math.floor(i / columns);
        made.values[i] = f(...tables.map((a) => at(a, row, i % columns)));
    }
    return made;
}

/** A number of a table whose single row or column is repeated. */
const at = (a, row, column) => a.values[(a.rows === 1 ? 0 : row) * a.columns + (a.columns === 1 ? 0 : column)];

function matrixProduct(a, b) {
    const made = { rows: a.rows, columns: b.columns, values: new Float64Array(a.rows * b.columns) };
    for (let r = 0; r < a.rows; r++) {
        for (let k = 0; k < a.columns; k++) {
            for (let c = 0; c < b.columns; c++) {
                made.values[r * b.columns + c] += a.values[r * a.columns + k] * b.values[k * b.columns + c];
            }
        }
    }
    return made;
}

function turned(a) {
    const made = { rows: a.columns, columns: a.rows, values: new Float64Array(a.values.length) };
    made.values.forEach((_, i) => (made.values[i] = a.values[(i % a.rows) * a.columns + Math.floor(i / a.rows)]));
    return made;
}

function rowSum(a) {
    const made = { rows: 1, columns: a.columns, values: new Float64Array(a.columns) };
    a.values.forEach((x, i) => (made.values[i % a.columns] += x));
    return made;
}

const OPERATORS = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b };

/** What functions of whole rows are made of. */
const MATHEMATICS = {
    exp: (a) => elementwise(Math.exp, a),
    log: (a) => elementwise(Math.log, a),
    log_sum_exp: (a) => {
        const logs = Array.from({ length: a.rows }, (_, r) => logSumExp(Array.from({ length: a.columns }, (_, c) => at(a, r, c))));
        return { rows: a.rows, columns: 1, values: Float64Array.from(logs) };
    },
    total: (a) => turned(rowSum(turned(a))),
};

function logSumExp(numbers) {
    const largest = Math.max(...numbers);
    return Number.isFinite(largest)
        ? largest + Math.log(numbers.reduce((sum, x) => sum + Math.exp(x - largest), 0))
        : largest;
}

/** What the nodes of a part's equations come to at one of its steps. */
class StepNumbers {
    constructor(model, part, step) {
        Object.assign(this, { model, part, step });
        this.known = new Map();
    }

    of(node) {
        if (!this.known.has(node)) {
            this.known.set(node, this.#compute(node));
        }
        return this.known.get(node);
    }

    #compute(node) {
        const functions = this.model.program.FUNCTIONS;
        switch (node.op) {
            case "name":
                return this.#named(node.name) ?? scalar(0);
            case "number":
                return scalar(Number(node.value));
            case "@":
                return matrixProduct(this.of(node.left), this.of(node.right));
            case "negate":
                return elementwise((x) => -x, this.of(node.argument));
            case "power":
                return elementwise((x) => Math.pow(x, node.exponent), this.of(node.base));
            case "transpose":
                return turned(this.of(node.argument));
            case "rowsum":
                return rowSum(this.of(node.argument));
            case "apply":
                return node.function === "identity"
                    ? this.of(node.argument)
                    : (functions[node.function] ?? MATHEMATICS[node.function])(this.of(node.argument));
            case "combine":
                return functions[node.function](...node.arguments.map((a) => this.of(a)));
            case "call": {
                const called = functions[node.function] ?? MATHEMATICS[node.function];
                return called ? called(...node.arguments.map((a) => this.of(a))) : this.of(node.meaning);
            }
            default:
                return elementwise(OPERATORS[node.op], this.of(node.left), this.of(node.right));
        }
    }

    #named(name) {
        const { model, part, step } = this;
        if (isArrival(name)) {
            return model.result.steps[part]?.[step]?.[name.replace(/^d\./, "")];
        }
        const base = name.replace(/^d\./, "");
        if (isParameter(part, base)) {
            const own = partOf(part).own;
            return base === name ? model.parameter(part, name) : model.result.gradients[`${own}.${base}`];
        }
        return model.quantity(part, name, step);
    }
}

/** What reaches a step from outside: upstream[t], d.h[t+1]. */
const isArrival = (name) => name.endsWith("]");
const isParameter = (part, name) => cellOf(part).parameters.includes(name);

/** The summands of a chain of sums and differences. */
function summands(node, negative = false, to = []) {
    if (node.op === "+" || node.op === "-") {
        summands(node.left, negative, to);
        summands(node.right, negative !== (node.op === "-"), to);
    } else if (node.op === "negate") {
        summands(node.argument, !negative, to);
    } else {
        to.push({ negative, node });
    }
    return to;
}

const FUNCTION_SIGNS = { sigmoid: "σ", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "<": "&lt;", ">": "&gt;" };
const functionSign = (word) => FUNCTION_SIGNS[word] ?? word.replaceAll("_", " ");
const numberSign = (value) => exact(Number(value));

/** Writes expressions of a part at a step, each name with its step and its place: o₃[0] · tanh(c₃[0]). */
class Symbols {
    /** @param bySequence true within a sum over sequences, where each has to be named */
    constructor(model, part, step, bySequence = false) {
        Object.assign(this, { model, part, step, bySequence });
        this.cell = cellOf(part);
    }

    /** @param place undefined for whole tables; otherwise [row, column] */
    write(node, place) {
        switch (node.op) {
            case "name":
                return this.#name(node.name, place);
            case "number":
                return numberSign(node.value);
            case "@": {
                const whole = `${this.#factor(node.left)} ${this.#factor(node.right)}`;
                return place ? `(${whole})${this.#index(place)}` : whole;
            }
            case "negate":
                return MINUS + this.#factor(node.argument, place);
            case "power":
                return `${this.#factor(node.base, place)}<sup>${numberSign(node.exponent)}</sup>`;
            case "transpose":
                return place
                    ? this.write(node.argument, [place[1], place[0]])
                    : `${this.#factor(node.argument)}<sup>⊤</sup>`;
            case "rowsum":
                return `∑ ${this.#factor(node.argument)}${place ? this.#index(place) : ""}`;
            case "apply":
                return `${functionSign(node.function)}(${this.write(node.argument, place)})`;
            case "combine":
                return this.#combined(node, place);
            case "call": {
                const whole = node.arguments.map((a) => this.write(a)).join(", ");
                return `${functionSign(node.function)}(${whole})${place ? this.#index(place) : ""}`;
            }
            case "*":
                return `${this.#factor(node.left, place)} · ${this.#factor(node.right, place)}`;
            case "/":
                return `${this.#factor(node.left, place)} / ${this.#factor(node.right, place, true)}`;
            default: {
                const isLoose = ["+", "-"].includes(node.right.op) && node.op === "-";
                const right = isLoose ? this.#factor(node.right, place) : this.write(node.right, place);
                return `${this.write(node.left, place)} ${node.op === "-" ? MINUS : "+"} ${right}`;
            }
        }
    }

    #combined(node, place) {
        const parts = node.arguments.map((a) => this.write(a, place));
        return /^[<>=!]/.test(node.function)
            ? `${parts[0]} ${functionSign(node.function)} ${parts[1]}`
            : `${functionSign(node.function)}(${parts.join(", ")})`;
    }

    #factor(node, place, divides = false) {
        const isLoose = ["+", "-", "negate"].includes(node.op) || (divides && ["*", "/"].includes(node.op));
        const written = this.write(node, place);
        return isLoose ? `(${written})` : written;
    }

    #index([row, column]) {
        return this.bySequence && this.model.program.N > 1 ? `[${row}, ${column}]` : `[${column}]`;
    }

    #name(name, place) {
        const base = name.replace(/^d\./, "");
        const sign = base === name ? "" : "∂";
        if (isParameter(this.part, base)) {
            const table = this.model.parameter(this.part, base);
            const rows = table.rows > 1 ? `${place?.[0]}, ` : "";
            return sign + this.cell.symbols[base] + (place ? `[${rows}${place[1]}]` : "");
        }
        const [symbol, step] = this.#symbol(base);
        const signed = withSign(step < 0, Math.abs(step));
        const named = symbol.endsWith("</sub>") ? symbol.replace(/<\/sub>$/, `, ${signed}</sub>`) : `${symbol}<sub>${signed}</sub>`;
        const width = new StepNumbers(this.model, this.part, this.step).of({ op: "name", name }).columns;
        const alone = width === 1 && !(this.bySequence && this.model.program.N > 1);
        return sign + named + (place && !alone ? this.#index(place) : "");
    }

    /** The symbol of a quantity without its moment, and the moment. */
    #symbol(base) {
        const { symbols, states } = this.cell;
        const back = partOf(this.part).backwards ? 1 : -1;
        if (base === "upstream[t]") {
            return ["∂<i>y</i>", this.step];
        }
        if (base.endsWith("[t+1]")) {
            return [symbols[base.slice(0, -5)], this.step - back];
        }
        if (base.endsWith("'")) {
            return [symbols[base.slice(0, -1)] ?? symbols[base], this.step];
        }
        return states.includes(base) ? [symbols[base], this.step + back] : [symbols[base] ?? base, this.step];
    }
}
