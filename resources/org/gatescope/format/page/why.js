// What any number is made from: an explanation has groups of terms that add up, and what is done to their sum. A number
// is named by where it is: {part, node, step, row, column} of the equations, {table, row, column} of what is given,
// {gradient, row, column} of a parameter, or {loss: true}.

const nameNode = (name) => ({ op: "name", name });
const quantityId = (part, name, step, row, column) => ({ part, node: nameNode(name), step, row, column });
const givenId = (kind, name, row, column, sequence = 0) => ({ table: { kind, name }, row, column, sequence });
const sameId = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function termValue({ negative, factors }) {
    const product = factors.reduce((value, f) => (f.divides ? value / f.value : value * f.value), 1);
    return negative ? -product : product;
}

const groupValue = (group) => group.terms.reduce((sum, term) => sum + termValue(term), 0);

class Why {
    constructor(model) {
        this.model = model;
        this.program = model.program;
    }

    /** What a number is. */
    value(id) {
        if (id.loss) {
            return this.model.result.loss;
        }
        if (id.gradient) {
            return at(this.model.result.gradients[id.gradient], id.row, id.column);
        }
        return id.table
            ? this.model.number(id.table, id.row, id.column, id.sequence)
            : at(this.numbers(id).of(id.node), id.row, id.column);
    }

    numbers({ part, step }) {
        return new StepNumbers(this.model, part, step);
    }

    symbol(id) {
        if (id.loss) {
            return "<i>L</i>";
        }
        if (id.gradient) {
            const [part, name] = this.#split(id.gradient);
            const isState = cellOf(part).states.includes(name);
            return isState
                ? `∂${cellOf(part).symbols[name]}<sub>${MINUS}1</sub>[${id.column}]`
                : new Symbols(this.model, part, 0).write(nameNode(`d.${name}`), [id.row, id.column]);
        }
        return id.table
            ? this.#givenSymbol(id)
            : new Symbols(this.model, id.part, id.step).write(id.node, [id.row, id.column]);
    }

    #givenSymbol({ table: { kind, name }, row, column }) {
        const part = name && this.#split(name)[0];
        const local = name && this.#split(name)[1];
        switch (kind) {
            case "parameter":
                return new Symbols(this.model, part, 0).write(nameNode(local), [row, column]);
            case "start":
                return `${cellOf(part).symbols[local]}<sub>${MINUS}1</sub>[${column}]`;
            case "end":
                return `∂${cellOf(part).symbols[local]}<sub>${this.program.T}</sub>[${column}]`;
            case "input":
                return `<i>x</i><sub>${row}</sub>[${column}]`;
            case "upstream":
                return `∂<i>y</i><sub>${row}</sub>[${column}]`;
            default:
                return `target<sub>${row}</sub>[${column}]`;
        }
    }

    /** The part and the own name of 0.forward.Wx.i: of the parts that share their parameters the first. */
    #split(name) {
        const part = SESSION.parts.find(({ own, key }) => name.startsWith(`${own}.`) || name.startsWith(`${key}.`));
        const own = name.startsWith(`${part.own}.`) ? part.own : part.key;
        return [part.key, name.slice(own.length + 1)];
    }

    explain(id) {
        const made = id.loss
            ? this.#loss()
            : id.gradient
              ? this.#gradient(id)
              : id.table
                ? { outer: { kind: "sum" }, groups: [], remarks: ["given"] }
                : this.#ofStep(id);
        const explanation = { id, value: this.value(id), remarks: [], outer: { kind: "sum" }, ...made };
        explanation.total = this.total(explanation);
        if (explanation.remarks.length === 0 && !isSame(explanation.total, explanation.value)) {
            this.#addRest(explanation);
        }
        if (explanation.groups.length === 0 && explanation.remarks.length === 0) {
            explanation.remarks = ["nothing"];
        }
        return explanation;
    }

    /** What the terms make. */
    total({ outer, groups }) {
        const functions = this.program.FUNCTIONS;
        const terms = groups.flatMap((group) => group.terms.map(termValue));
        const sum = terms.reduce((a, b) => a + b, 0);
        switch (outer.kind) {
            case "apply":
                return outer.function === "identity" ? sum : (functions[outer.function] ?? MATHEMATICS[outer.function])(scalar(sum)).values[0];
            case "power":
                return Math.pow(sum, outer.exponent);
            case "combine":
                return functions[outer.function](...terms.map(scalar)).values[0];
            case "logsumexp":
                return logSumExp(terms);
            default:
                return sum;
        }
    }

    /** Of a sum what is carried past a layer, or cut off, without being named one by one. */
    #addRest(explanation) {
        if (explanation.outer.kind === "sum" && Number.isFinite(explanation.total)) {
            const rest = { symbol: text("why.rest"), value: explanation.value - explanation.total };
            explanation.groups.push({ title: text("why.rest"), terms: [{ negative: false, factors: [rest] }] });
            explanation.total = this.total(explanation);
        }
    }

    #loss() {
        const terms = [];
        const { T, N } = this.program;
        for (let t = SESSION.readOut.everyStep ? 0 : Math.max(0, T - 1); t < T; t++) {
            for (let n = 0; n < N; n++) {
                const factors = ["weight", "loss"].map((name) => this.factor(quantityId("dense", name, t, n, 0)));
                if (factors[0].value !== 0) {
                    terms.push({ negative: false, factors });
                }
            }
        }
        return { groups: [{ terms }] };
    }

    /** The gradient of a parameter, or of an initial state: each step's share. */
    #gradient({ gradient, row, column }) {
        const [first, name] = this.#split(gradient);
        if (cellOf(first).states.includes(name)) {
            if (this.program.T === 0) {
                return this.#same(givenId("end", gradient, row, column));
            }
            const step = partOf(first).backwards ? this.program.T - 1 : 0;
            const id = quantityId(first, `d.${name}`, step, row, column);
            return { groups: [{ title: text("why.from-step", step), terms: [{ factors: [this.factor(id)] }] }] };
        }
        const own = partOf(first).own;
        const groups = [];
        for (const { key } of SESSION.parts.filter((part) => part.own === own && part.cell !== undefined)) {
            const lines = cellOf(key).adjoints.filter((line) => line.target === name);
            for (const t of this.#stepsOf(key)) {
                const terms = lines.flatMap((line) => this.#expansion(key, t).terms(line.expression, false, row, column));
                groups.push({ title: text("why.share", stepWords(t)), step: t, part: key, terms });
            }
        }
        return { groups };
    }

    /** The steps that add to a gradient, in the order of the backward pass. */
    #stepsOf(part) {
        const all = Array.from({ length: this.program.T }, (_, t) => t);
        if (part === "dense" && !SESSION.readOut.everyStep) {
            return all.slice(-1);
        }
        return partOf(part).backwards ? all : all.reverse();
    }

    #expansion(part, step) {
        return new Expansion(this, part, step);
    }

    #ofStep(id) {
        const { part, node, step } = id;
        if (node.op !== "name") {
            return this.#node(id);
        }
        const special = this.#special(id);
        if (special) {
            return special;
        }
        const link = this.link(id);
        if (link && !sameId(link, id)) {
            return this.#same(link, id.part);
        }
        if (!link) {
            return { groups: [], remarks: ["nothing"] };
        }
        const cell = cellOf(part);
        const statement = cell.lines.find((line) => line.name === node.name);
        if (statement) {
            return this.#node({ ...id, node: statement.expression });
        }
        const adjoints = cell.adjoints.filter((line) => `d.${line.target}` === node.name);
        const groups = adjoints.flatMap((line) =>
            this.#groups(id, line.expression, (summand) => this.#origin(summand, line, part, step)),
        );
        return groups.length > 0 ? { groups } : { groups: [], remarks: ["nothing"] };
    }

    #origin(summand, line, part, step) {
        if (summand.op === "name" && summand.name === "upstream[t]") {
            return text("why.from-output", stepWords(step));
        }
        if (summand.op === "name" && isArrival(summand.name)) {
            return text("why.from-time", stepWords(nextStep(part, step)));
        }
        return text("why.through", spoken(cellOf(part).symbols[line.source] ?? line.source));
    }

    /** The number that stands elsewhere; of another part that is said, as both may be called the same. */
    #same(id, readBy) {
        const group = { terms: [{ negative: false, factors: [this.factor(id)] }] };
        const isElsewhere = readBy !== undefined && id.part !== undefined && id.part !== readBy;
        return { groups: [isElsewhere ? { ...group, title: text("why.from-part", partOf(id.part).label), isRead: true } : group] };
    }

    factor(id, divides = false) {
        return { symbol: this.symbol(id), value: this.value(id), divides, opens: id };
    }

    #node(id) {
        const { node } = id;
        const whole = (argument) => ({ terms: [this.#expansion(id.part, id.step).whole(argument, id.row, id.column)] });
        switch (node.op) {
            case "apply":
                return { outer: { kind: "apply", function: node.function }, groups: [whole(node.argument)] };
            case "power":
                return { outer: { kind: "power", exponent: node.exponent }, groups: [whole(node.base)] };
            case "combine":
                return { outer: { kind: "combine", function: node.function }, groups: node.arguments.map(whole) };
            case "call":
                return this.#call(id);
            default:
                return { groups: this.#groups(id, node) };
        }
    }

    #call(id) {
        const { node, row } = id;
        if (node.function === "log_sum_exp") {
            const terms = this.#expansion(id.part, id.step).columns(node.arguments[0], row);
            return { outer: { kind: "logsumexp" }, groups: [{ terms }] };
        }
        const meant = node.meaning;
        if (meant?.op === "apply") {
            return { outer: { kind: "apply", function: meant.function }, groups: this.#groups(id, meant.argument) };
        }
        return { groups: this.#groups(id, node) };
    }

    /** A group for each summand. */
    #groups({ part, step, row, column }, node, title = () => undefined) {
        return summands(node).map((summand) => ({
            title: title(summand.node),
            symbol: new Symbols(this.model, part, step).write(summand.node, [row, column]),
            negative: summand.negative,
            terms: this.#expansion(part, step).terms(summand.node, summand.negative, row, column),
        }));
    }

    /** Which number a name is: one of this step, of another step or part, or one that is given; null for none. */
    link(id) {
        const { part, node, step, row, column } = id;
        if (node.op !== "name") {
            return node.op === "number" ? null : id;
        }
        const { name } = node;
        const base = name.replace(/^d\./, "");
        if (isParameter(part, base)) {
            const full = `${partOf(part).own}.${base}`;
            return base === name ? givenId("parameter", full, row, column) : { gradient: full, row, column };
        }
        if (name.endsWith("[t+1]")) {
            return this.#fromNextStep(id, base.slice(0, -5));
        }
        if (part === "dense") {
            return this.#linkOfReadOut(id);
        }
        if (part === "embedding") {
            return name === "token" ? givenId("input", undefined, step, column, row) : id;
        }
        if (name === "x") {
            return this.#coming(id) ?? id;
        }
        return cellOf(part).states.includes(name) ? this.#before(id) : id;
    }

    #linkOfReadOut(id) {
        const { node, step, row, column } = id;
        if (node.name === "target") {
            const goal = this.model.data.targets;
            return givenId("target", undefined, goal.rows === this.program.N ? 0 : step, column, row);
        }
        if (node.name === "L") {
            return { loss: true };
        }
        if (node.name === "h") {
            const read = SESSION.readOut.everyStep ? this.#output(this.program.LAYERS.length - 1, id) : null;
            return read ?? id;
        }
        return id;
    }

    #before({ part, node, step, row, column }) {
        const before = previousStep(part, step);
        return before === undefined
            ? givenId("start", `${part}.${node.name}`, row, column)
            : quantityId(part, `${node.name}'`, before, row, column);
    }

    /** What the step that is computed next hands back, or what is given at the end; null where time is cut. */
    #fromNextStep(id, state) {
        const { part, step, row, column } = id;
        const next = nextStep(part, step);
        const link =
            next === undefined
                ? givenId("end", `${part}.${state}`, row, column)
                : quantityId(part, `d.${state}`, next, row, column);
        if (isSame(this.value(link), this.value(id))) {
            return link;
        }
        return this.value(id) === 0 ? null : id;
    }

    /** What a layer reads, where it is a single number as it is. */
    #coming({ part, step, row, column }) {
        const layer = partOf(part).layer;
        if (this.program.DROPOUT?.[layer]) {
            return null;
        }
        if (layer === 0) {
            return hasEmbedding()
                ? quantityId("embedding", "x", step, row, column)
                : givenId("input", undefined, step, column, row);
        }
        return this.#output(layer - 1, { step, row, column });
    }

    /** Of what a direction puts out. */
    #width(part) {
        return this.model.data.start[`${part}.${cellOf(part).states[0]}`].columns;
    }

    /** A column of what a layer puts out, where it is a single number. */
    #output(index, { step, row, column }) {
        const layer = this.program.LAYERS[index];
        const first = layer.parts[0];
        const state = `${cellOf(first.key).states[0]}'`;
        const width = this.#width(first.key);
        const isSingle = layer.merging === "concatenation" || layer.parts.length === 1;
        const maker = layer.parts[isSingle ? Math.floor(column / width) : 0];
        if (!isSingle || !maker || (layer.shortcut ?? "none") === "added") {
            return null;
        }
        return quantityId(maker.key, state, step, row, column % width);
    }

    /** What comes from elsewhere as more than one number, and what is over. */
    #special(id) {
        const { part, node, step, row } = id;
        if (partOf(part).layer >= 0 && part !== "dense" && isHeld(step, row) && node.name !== "x") {
            return this.#held(id);
        }
        if (node.name === "x" && part !== "dense" && part !== "embedding" && !this.#coming(id)) {
            return { groups: this.#madeInput(id) };
        }
        if (part === "embedding" && node.name === "d.x") {
            return { groups: this.#handedDown(0, id) };
        }
        if (part === "dense" && node.name === "weight") {
            return { groups: [], remarks: ["weight"] };
        }
        if (part === "dense" && node.name === "h" && this.link(id) === id) {
            return { groups: this.#madeOutput(this.program.LAYERS.length - 1, id) };
        }
        return node.name === "upstream[t]" ? { groups: this.#upstream(id) } : null;
    }

    /** At a step that is not computed a state stays, and its gradient passes; nothing else is there. */
    #held(id) {
        const { part, node, step, row, column } = id;
        const base = node.name.replace(/^d\./, "").replace(/'$/, "");
        if (!cellOf(part).states.includes(base) || (isGradientName(node.name) && node.name.endsWith("'"))) {
            return { groups: [], remarks: ["over"] };
        }
        const link = isGradientName(node.name)
            ? this.#fromNextStep(quantityId(part, `d.${base}[t+1]`, step, row, column), base)
            : this.#before({ part, node: nameNode(base), step, row, column });
        const passes = isGradientName(node.name);
        return link && isSame(this.value(link), this.value(id))
            ? { ...this.#same(link), remarks: [passes ? "passed-on" : "kept"] }
            : { groups: [], remarks: ["over"] };
    }

    #madeInput(id) {
        const { part, step, row, column } = id;
        const layer = partOf(part).layer;
        const coming =
            layer > 0
                ? this.#madeOutput(layer - 1, id)
                : [{ terms: [{ factors: [this.factor(hasEmbedding() ? quantityId("embedding", "x", step, row, column) : givenId("input", undefined, step, column, row))] }] }];
        const dropped = this.#dropped(layer, step, row, column);
        return coming.map((group) => ({
            ...group,
            terms: group.terms.map((term) => ({ ...term, factors: [...term.factors, ...dropped] })),
        }));
    }

    #dropped(layer, step, row, column) {
        const masks = this.program.DROPOUT?.[layer];
        if (!masks) {
            return [];
        }
        return [{ symbol: text("why.kept-share"), value: at(masks[step % masks.length], row, column) }];
    }

    /** What a number of a layer's output is made of: of its directions. */
    #madeOutput(index, { part, step, row, column }) {
        const layer = this.program.LAYERS[index];
        const last = part === "dense" && !SESSION.readOut.everyStep;
        const width = this.#width(layer.parts[0].key);
        const isBeside = layer.merging === "concatenation";
        const makers = isBeside ? [layer.parts[Math.floor(column / width)]].filter(Boolean) : layer.parts;
        const factors = makers.flatMap(({ key, backwards }) => {
            const stepThere = last ? this.#last(backwards, row) : step;
            if (stepThere < 0) {
                return []; // of a sequence without a step
            }
            return this.factor(quantityId(key, `${cellOf(key).states[0]}'`, stepThere, row, column % width));
        });
        if (layer.merging === "product" && factors.length > 1) {
            return [{ terms: [{ factors }] }];
        }
        const shared = layer.merging === "average" && factors.length > 1 ? [{ symbol: "2", value: 2, divides: true }] : [];
        return factors.map((factor) => ({ terms: [{ factors: [factor, ...shared] }] }));
    }

    /** The step that is computed last. */
    #last(backwards, row) {
        const last = this.program.LAST?.[backwards];
        return last ? last.values[row] : backwards ? 0 : this.program.T - 1;
    }

    /** What the layers above, or the read-out, hand down, and what was typed. */
    #upstream({ part, step, row, column }) {
        const { LAYERS } = this.program;
        const index = partOf(part).layer;
        const layer = LAYERS[index];
        const place = layer.parts.findIndex(({ key }) => key === part);
        const width = this.#width(part);
        const isBeside = layer.merging === "concatenation";
        const there = isBeside ? place * width + column : column;
        const slope = this.#slope(layer, part, step, row, column);
        const group = (factor, title) => ({ title, terms: [{ factors: [factor, ...slope] }] });
        if (index < LAYERS.length - 1) {
            return this.#handedDown(index + 1, { step, row, column: there }, slope);
        }
        const groups = [];
        if (this.model.hasLoss) {
            const { everyStep } = SESSION.readOut;
            const isRead = everyStep || this.#last(layer.parts[place].backwards, row) === step;
            if (isRead) {
                const id = quantityId("dense", "d.h", everyStep ? step : this.program.T - 1, row, there);
                groups.push(group(this.factor(id), text("why.from-part", partOf("dense").label)));
            }
        }
        const given = givenId("upstream", undefined, step, there, row);
        if (this.value(given) !== 0 || groups.length === 0) {
            groups.push(group(this.factor(given), text("why.typed")));
        }
        return groups;
    }

    /** What each direction of a layer hands down to what it reads. */
    #handedDown(layer, { step, row, column }, slope = []) {
        const dropped = this.#dropped(layer, step, row, column);
        return this.program.LAYERS[layer].parts.map(({ key }) => ({
            title: text("why.from-part", partOf(key).label),
            terms: [{ factors: [this.factor(quantityId(key, "d.x", step, row, column)), ...dropped, ...slope] }],
        }));
    }

    /** What the gradient of an output is multiplied by on its way to one direction. */
    #slope(layer, part, step, row, column) {
        if (layer.parts.length < 2 || ["concatenation", "sum"].includes(layer.merging)) {
            return [];
        }
        if (layer.merging === "average") {
            return [{ symbol: "2", value: 2, divides: true }];
        }
        const other = layer.parts.find(({ key }) => key !== part).key;
        return [this.factor(quantityId(other, `${cellOf(other).states[0]}'`, step, row, column))];
    }
}

/** Takes a node apart into the products whose sum it is. */
class Expansion {
    constructor(why, part, step) {
        this.why = why;
        this.part = part;
        this.step = step;
        this.numbers = new StepNumbers(why.model, part, step);
        this.symbols = new Symbols(why.model, part, step);
        this.symbolsBySequence = new Symbols(why.model, part, step, true);
        this.bySequence = false;
    }

    /** Within a sum over sequences. */
    #overSequences(act) {
        const before = this.bySequence;
        this.bySequence = true;
        act();
        this.bySequence = before;
    }

    terms(node, negative, row, column) {
        const to = [];
        this.#expand(node, negative, row, column, to);
        return to;
    }

    /** A node as the only factor of a term. */
    whole(node, row, column) {
        return { negative: false, factors: [this.#factor(node, row, column)] };
    }

    columns(node, row) {
        return Array.from({ length: this.numbers.of(node).columns }, (_, k) => this.whole(node, row, k));
    }

    #expand(node, negative, row, column, to) {
        for (const summand of summands(node, negative)) {
            const { node: inner, negative: sign } = summand;
            switch (inner.op) {
                case "@": {
                    const count = this.numbers.of(inner.right).rows;
                    const each = () => {
                        for (let k = 0; k < count; k++) {
                            to.push(this.#product([[inner.left, row, k], [inner.right, k, column]], sign));
                        }
                    };
                    if (inner.left.op === "transpose") {
                        this.#overSequences(each);
                    } else {
                        each();
                    }
                    break;
                }
                case "rowsum":
                    this.#overSequences(() => {
                        for (let n = 0; n < this.numbers.of(inner.argument).rows; n++) {
                            this.#expand(inner.argument, sign, n, column, to);
                        }
                    });
                    break;
                case "transpose":
                    this.#expand(inner.argument, sign, column, row, to);
                    break;
                case "call":
                    this.#call(inner, sign, row, column, to);
                    break;
                default:
                    to.push(this.#product([[inner, row, column]], sign));
            }
        }
    }

    #product(nodes, negative) {
        const term = { negative, factors: [] };
        nodes.forEach(([node, row, column]) => this.#add(term, node, row, column, false));
        return term;
    }

    #add(term, node, row, column, divides) {
        switch (node.op) {
            case "negate":
                term.negative = !term.negative;
                this.#add(term, node.argument, row, column, divides);
                break;
            case "*":
            case "/":
                this.#add(term, node.left, row, column, divides);
                this.#add(term, node.right, row, column, divides !== (node.op === "/"));
                break;
            case "transpose":
                this.#add(term, node.argument, column, row, divides);
                break;
            default:
                term.factors.push({ ...this.#factor(node, row, column), divides });
        }
    }

    #factor(node, row, column) {
        const table = this.numbers.of(node);
        const place = [table.rows === 1 ? 0 : row, table.columns === 1 ? 0 : column];
        const id = { part: this.part, node, step: this.step, row: place[0], column: place[1] };
        const symbols = this.bySequence ? this.symbolsBySequence : this.symbols;
        const symbol = symbols.write(node, place);
        const link = this.why.link(id);
        return {
            symbol: summands(node).length > 1 ? `(${symbol})` : symbol,
            value: at(table, ...place),
            divides: false,
            opens: link ?? undefined,
        };
    }

    #call(node, negative, row, column, to) {
        const [first] = node.arguments;
        const count = this.numbers.of(first).columns;
        switch (node.function) {
            case "total":
            case "sum":
                for (let k = 0; k < count; k++) {
                    this.#expand(first, negative, row, k, to);
                }
                break;
            case "total_where":
                for (let k = 0; k < count; k++) {
                    if (at(this.numbers.of(first), row, k) !== 0) {
                        this.#expand(node.arguments[1], negative, row, k, to);
                    }
                }
                break;
            default:
                if (node.meaning && node.function !== "softmax") {
                    this.#expand(node.meaning, negative, row, column, to);
                } else {
                    to.push(this.#product([[node, row, column]], negative));
                }
        }
    }
}

const isSame = (a, b) => Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const hasEmbedding = () => partOf("embedding")?.cell !== undefined;
const isHeld = (step, row) => SESSION.computed !== undefined && SESSION.computed[row][step] === 0;

/** The step that is computed before one, and the one after it; undefined beyond the ends. */
const previousStep = (part, step) => neighbour(step + (partOf(part).backwards ? 1 : -1));
const nextStep = (part, step) => neighbour(step + (partOf(part).backwards ? -1 : 1));
const neighbour = (step) => (step >= 0 && step < SESSION.steps ? step : undefined);

/** t = 3, and the word that is read there. */
function stepWords(step, sequence = 0) {
    if (step === undefined) {
        return text("end");
    }
    const word = SESSION.words?.[sequence]?.[step];
    return word ? text("step.word", step, word) : text("step", step);
}
