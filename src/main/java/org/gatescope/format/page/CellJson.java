package org.gatescope.format.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.Names;
import org.gatescope.cell.Operation;
import org.gatescope.cell.PlayedLine;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.SymbolName;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The equations of parts that are alike, forward and backward, with their operations in the order of playback.
 *
 * @param title      of the cell; empty for none
 * @param states     the first is what it puts out
 * @param parameters by their own names
 * @param forward    as they are written; each has one statement or more
 * @param backward   adjoint lines
 */
record CellJson(
        String title,
        List<String> states,
        List<String> parameters,
        List<PlayedLine> forward,
        List<PlayedLine> backward,
        ExpressionJson expressions) {

    ObjectNode node() {
        ObjectNode cell = JsonNodeFactory.instance.objectNode();
        cell.put("title", title);
        states.forEach(cell.putArray("states")::add);
        parameters.forEach(cell.putArray("parameters")::add);
        addForward(cell.putArray("lines"), cell.putArray("written"));
        addBackward(cell.putArray("adjoints"));
        addSymbols(cell.putObject("symbols"));
        return cell;
    }

    private void addForward(ArrayNode lines, ArrayNode written) {
        for (int line = 0; line < forward.size(); line++) {
            written.addObject()
                    .put("name", forward.get(line).quantity())
                    .put("html", FormulaHtml.of(forward.get(line).formula()));
            for (Operation operation : forward.get(line).operations()) {
                if (operation.completes()) {
                    ObjectNode statement = lines.addObject().put("name", operation.quantity());
                    statement.put("written", line);
                    statement.set("expression", expressions.of(operation.node()));
                }
            }
        }
    }

    private void addBackward(ArrayNode lines) {
        for (PlayedLine played : backward) {
            Adjoint line = ((PlayedLine.Backward) played).line();
            ObjectNode adjoint = lines.addObject()
                    .put("target", line.target())
                    .put("source", line.source())
                    .put("kind", line.kind() == Adjoint.Kind.ARRIVAL ? "arrival" : "use")
                    .put("html", FormulaHtml.of(played.formula()));
            adjoint.set("expression", expressions.of(line.share()));
        }
    }

    /** Of every name that stands in a line; that of a gradient is made of that of its quantity. */
    private void addSymbols(ObjectNode symbols) {
        Set<String> names = new LinkedHashSet<>(states);
        names.addAll(parameters);
        for (PlayedLine line : forward) {
            for (Operation operation : line.operations()) {
                names.add(operation.quantity());
                addNames(operation.node(), names);
            }
        }
        for (PlayedLine line : backward) {
            names.add(line.quantity());
            line.operations().forEach(operation -> addNames(operation.node(), names));
        }
        for (String name : names) {
            symbols.put(name, FormulaHtml.of(SymbolName.of(name)));
            String base = QuantityName.base(name);
            symbols.put(base, FormulaHtml.of(SymbolName.of(base)));
        }
    }

    private static void addNames(Expression node, Set<String> names) {
        Names.in(node).forEach(name -> names.add(name.text()));
    }

    /** One step's operations of a pass. */
    ArrayNode operations(boolean isBack) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int line = 0;
        for (PlayedLine played : isBack ? backward : forward) {
            for (Operation operation : played.operations()) {
                list.addObject()
                        .put("quantity", operation.quantity())
                        .put("completes", operation.completes())
                        .put("line", line)
                        .put("html", FormulaHtml.of(Mathematics.of(operation.node())));
                line += isBack || operation.completes() ? 1 : 0;
            }
        }
        return list;
    }

    /** The cells of which each has another text, and where each part's is among them. */
    static final class Distinct {
        private final List<CellJson> all = new ArrayList<>();

        int indexOf(CellJson cell) {
            int known = all.indexOf(cell);
            if (known >= 0) {
                return known;
            }
            all.add(cell);
            return all.size() - 1;
        }

        CellJson get(int index) {
            return all.get(index);
        }

        void write(ArrayNode list) {
            all.forEach(cell -> list.add(cell.node()));
        }
    }
}
