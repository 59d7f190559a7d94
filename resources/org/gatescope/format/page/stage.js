// What the reader looks at: a position in the run, a sequence, an opened number, and what is hidden for prediction.

class Stage {
    constructor(program) {
        this.model = new Model(program);
        this.schedule = new Schedule(
            SESSION.passes.map((pass) => ({
                ...pass,
                operations: Array.isArray(pass.operations) ? pass.operations : SESSION.operations[pass.operations],
            })),
        );
        this.why = new Why(this.model);
        this.position = this.schedule.clamp(SESSION.start ?? 0);
        this.sequence = 0;
        this.trail = [];
        this.ahead = [];
        this.hidden = new Set(SESSION.hidden ?? []);
        this.shown = new Set();
        this.listeners = { move: [], open: [], hide: [], look: [], part: [] };
        this.part = this.momentPart;
        this.model.onChange(() => this.shown.clear());
    }

    on(what, listener) {
        this.listeners[what].push(listener);
    }

    #tell(what) {
        this.listeners[what].forEach((listener) => listener());
    }

    /** Takes the playhead to a position; one outside the run becomes its nearest end. */
    move(position) {
        const place = this.schedule.clamp(position);
        if (place !== this.position) {
            const before = this.momentPart;
            this.position = place;
            if (this.momentPart !== before) {
                this.choose(this.momentPart);
            }
            this.#tell("move");
        }
    }

    /** The part that is under way; before the first operation the one that begins. */
    get momentPart() {
        return shownPart(this.moment?.pass ?? this.schedule.passes[0]);
    }

    /** Looks at another part of the network. */
    choose(part) {
        if (part !== this.part) {
            this.part = part;
            this.#tell("part");
        }
    }

    get moment() {
        return this.schedule.moment(this.position);
    }

    get opened() {
        return this.trail[this.trail.length - 1];
    }

    /** Shows why a number is what it is. */
    open(id) {
        if (!this.opened || !sameId(id, this.opened)) {
            this.trail.push(id);
            this.ahead = [];
        }
        if (id.node?.op === "name") {
            this.choose(id.part);
        }
        this.#tell("open");
    }

    back() {
        this.ahead.push(this.trail.pop());
        this.#tell("open");
    }

    forward() {
        this.trail.push(this.ahead.pop());
        this.#tell("open");
    }

    close() {
        this.trail = [];
        this.ahead = [];
        this.#tell("open");
    }

    /** Another sequence of the batch. */
    look(sequence) {
        this.sequence = sequence;
        this.close();
        this.#tell("look");
    }

    /** Hides a quantity of a part, or shows it again. */
    hide(part, name, isHidden) {
        const key = `${part}|${name}`;
        if (isHidden) {
            this.hidden.add(key);
        } else {
            this.hidden.delete(key);
        }
        this.#tell("hide");
    }

    reveal(id) {
        this.shown.add(numberKey(id));
        this.#tell("hide");
    }

    /** Whether a number is to be predicted, or is computed with one that is within the same line. */
    isHidden(id) {
        if (!id?.node) {
            return false;
        }
        return namesIn(id.node).some((name) => this.isAskedFor({ ...id, node: nameNode(name) }));
    }

    /** Whether a number itself is to be predicted. */
    isAskedFor(id) {
        return (
            id?.node?.op === "name" &&
            this.hidden.has(`${id.part}|${id.node.name}`) &&
            !this.shown.has(numberKey(id))
        );
    }

    /** Whether the playhead has come to a number. */
    isReached(id) {
        return id.node?.op !== "name" || this.schedule.isComplete(id.part, id.node.name, id.step, this.position);
    }
}

/** All names in an expression. */
function namesIn(node) {
    const inner = [node.left, node.right, node.argument, node.base, ...(node.arguments ?? [])].filter(Boolean);
    return node.op === "name" ? [node.name] : inner.flatMap(namesIn);
}

const numberKey = ({ part, node, step, row, column }) => [part, node?.name, step, row, column].join("|");
