package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatescope.cell.ParameterName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.session.TableId.Parameter;

/**
 * A fused kernel, in which the weights of all gates stand side by side, or below each other where it is transposed.
 *
 * @param tables     of the gates in the kernel's order, each (rows, units)
 * @param transposed whether it has a row for each unit of each gate, as PyTorch and ONNX have it
 * @param of         who orders the gates so, a key of texts
 */
public record GateSplit(List<Parameter> tables, boolean transposed, String of) {
    private record Order(String of, List<String> gates) {}

    private static final Map<Set<String>, List<Order>> ORDERS = Map.of(
            Set.of("i", "f", "g", "o"),
            List.of(
                    new Order("keras-pytorch", List.of("i", "f", "g", "o")),
                    new Order("onnx", List.of("i", "o", "f", "g")),
                    new Order("tensorflow-1", List.of("i", "g", "f", "o"))),
            Set.of("r", "z", "n"),
            List.of(new Order("pytorch", List.of("r", "z", "n")), new Order("keras-onnx", List.of("z", "r", "n"))));

    public GateSplit {
        tables = List.copyOf(tables);
    }

    /** The gates in the kernel's order: {@code i f g o}. */
    public List<String> gates() {
        return tables.stream()
                .map(table -> ParameterName.of(table.name().local()).gate())
                .toList();
    }

    /** In which ways a block of numbers is a fused kernel to which a gate's table belongs; none if its size says that it is not. */
    public static List<GateSplit> of(Session session, Parameter table, int rows, int columns) {
        List<Parameter> gates = gates(session, table);
        Matrix own = session.table(table);
        int fused = gates.size() * own.columns();
        List<GateSplit> splits = new ArrayList<>();
        if (gates.size() < 2) {
            return splits;
        }
        for (Order order : orders(gates)) {
            List<Parameter> ordered =
                    order.gates().stream().map(gate -> sibling(table, gate)).toList();
            if (rows == own.rows() && columns == fused) {
                splits.add(new GateSplit(ordered, false, order.of()));
            }
            if (rows == fused && columns == own.rows()) {
                splits.add(new GateSplit(ordered, true, order.of()));
            }
        }
        return splits;
    }

    /** The tables of the same weights in all gates that have them, each as large as this one. */
    private static List<Parameter> gates(Session session, Parameter table) {
        ParameterName own = ParameterName.of(table.name().local());
        Matrix size = session.table(table);
        List<Parameter> gates = new ArrayList<>();
        session.numbers().parameters().forEach((name, matrix) -> {
            FullName full = FullName.of(name);
            ParameterName other = ParameterName.of(full.local());
            if (!own.gate().isEmpty()
                    && full.part().equals(table.name().part())
                    && other.stem().equals(own.stem())
                    && matrix.rows() == size.rows()
                    && matrix.columns() == size.columns()) {
                gates.add(new Parameter(full));
            }
        });
        return gates;
    }

    private static List<Order> orders(List<Parameter> tables) {
        List<String> gates = tables.stream()
                .map(table -> ParameterName.of(table.name().local()).gate())
                .toList();
        return ORDERS.getOrDefault(Set.copyOf(gates), List.of(new Order("tables", gates)));
    }

    private static Parameter sibling(Parameter table, String gate) {
        ParameterName own = ParameterName.of(table.name().local());
        return new Parameter(new FullName(table.name().part(), new ParameterName(own.stem(), gate).text()));
    }

    /** Puts a kernel into the gates' tables. @param kernel of the size for which the split was found */
    public UnaryOperator<Session> with(double[][] kernel) {
        return session -> {
            Session changed = session;
            for (int gate = 0; gate < tables.size(); gate++) {
                Matrix size = session.table(tables.get(gate));
                double[][] part = new double[size.rows()][size.columns()];
                for (int r = 0; r < size.rows(); r++) {
                    for (int c = 0; c < size.columns(); c++) {
                        int unit = gate * size.columns() + c;
                        part[r][c] = transposed ? kernel[unit][r] : kernel[r][unit];
                    }
                }
                changed = changed.with(tables.get(gate), Matrix.of(part, size.columns()));
            }
            return changed;
        };
    }
}
