// Opens numbers of every quantity, what they are made from, and so on; answers what does not add up.
const { stage } = gatescope;
const { why } = stage;
const session = JSON.parse(document.getElementById("session").textContent);
const wrong = [];
const seen = new Set();
const differs = (a, b) => !Object.is(a, b) && !(Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)));

function open(id, depth) {
    const key = JSON.stringify(id);
    if (seen.has(key)) {
        return;
    }
    seen.add(key);
    const { groups, total, value, remarks } = why.explain(id);
    if (groups.length > 0 ? differs(total, value) : remarks.length === 0) {
        wrong.push(`${key}: ${total} is not ${value}`);
    }
    if (why.symbol(id).includes("undefined")) {
        wrong.push(`${key}: ${why.symbol(id)}`);
    }
    const terms = groups.flatMap((group) => group.terms);
    for (const factor of terms.slice(0, 40).flatMap(({ factors }) => factors)) {
        if (factor.opens && differs(why.value(factor.opens), factor.value)) {
            wrong.push(`${key}: ${JSON.stringify(factor.opens)} is not ${factor.value}`);
        }
        if (factor.opens && depth > 0) {
            open(factor.opens, depth - 1);
        }
    }
}

for (const { part, name } of session.lanes) {
    for (let step = 0; step < session.steps; step++) {
        const table = stage.model.quantity(part, name, step);
        const isMade = table && stage.schedule.made(part, name, step) !== undefined;
        for (let row = 0; isMade && row < table.rows; row++) {
            open({ part, node: { op: "name", name }, step, row, column: table.columns - 1 }, 3);
        }
    }
}
for (const [gradient, table] of Object.entries(stage.model.result.gradients)) {
    open({ gradient, row: table.rows - 1, column: table.columns - 1 }, 1);
}
if (stage.model.hasLoss) {
    open({ loss: true }, 2);
}
return { opened: seen.size, wrong: wrong.slice(0, 5) };
