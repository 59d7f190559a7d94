package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;

/** A line as it is read while it is played: as it is written, with the operations that compute it. */
public sealed interface PlayedLine {
    /** What it computes: {@code f}, or the gradient {@code d.f}. */
    String quantity();

    /** In the order in which they are played. */
    List<Operation> operations();

    Formula formula(ShownNames names);

    /** By the cell's own names, as code has them. */
    default Formula formula() {
        return formula(ShownNames.OWN);
    }

    /** The same with a node marked. */
    default Formula formula(int operation) {
        return formula(operation, ShownNames.OWN);
    }

    /** The formula in which the node of one of the operations is marked. */
    Formula formula(int operation, ShownNames names);

    /**
     * An equation.
     *
     * @param nodes of the equation as written, one for each operation
     */
    record Forward(Assignment line, List<Operation> operations, List<Expression> nodes) implements PlayedLine {
        public Forward {
            operations = List.copyOf(operations);
            nodes = List.copyOf(nodes);
        }

        @Override
        public String quantity() {
            return line.name();
        }

        @Override
        public Formula formula(ShownNames names) {
            return Mathematics.of(line, names);
        }

        @Override
        public Formula formula(int operation, ShownNames names) {
            return Mathematics.of(line, names, nodes.get(operation));
        }
    }

    /** An adjoint line, which is one operation. */
    record Backward(Adjoint line, Operation operation) implements PlayedLine {
        @Override
        public String quantity() {
            return operation.quantity();
        }

        @Override
        public List<Operation> operations() {
            return List.of(operation);
        }

        @Override
        public Formula formula(ShownNames names) {
            return Mathematics.of(line, names);
        }

        @Override
        public Formula formula(int played, ShownNames names) {
            return Mathematics.of(line, names, line.share());
        }
    }

    /** A pre-activation, which the cell's writer never named, is played within its line. */
    static List<PlayedLine> forward(Cell cell) {
        List<PlayedLine> played = new ArrayList<>();
        List<Assignment> statements = new ArrayList<>();
        int line = 0;
        for (Assignment statement : cell.statements()) {
            statements.add(statement);
            if (statement.name().equals(cell.lines().get(line).name())) {
                played.add(forward(cell.lines().get(line), statements));
                statements.clear();
                line++;
            }
        }
        return List.copyOf(played);
    }

    static List<PlayedLine> forward(List<Assignment> statements) {
        return statements.stream()
                .<PlayedLine>map(statement -> forward(statement, List.of(statement)))
                .toList();
    }

    static List<PlayedLine> backward(List<Adjoint> adjoints) {
        List<Operation> operations = Operation.backward(adjoints);
        List<PlayedLine> played = new ArrayList<>();
        for (int i = 0; i < adjoints.size(); i++) {
            played.add(new Backward(adjoints.get(i), operations.get(i)));
        }
        return List.copyOf(played);
    }

    /** The last operation makes the whole line, though its statement may be a function of the pre-activation's name. */
    private static PlayedLine forward(Assignment line, List<Assignment> statements) {
        List<Operation> operations = Operation.forward(statements);
        List<Expression> nodes =
                new ArrayList<>(operations.stream().map(Operation::node).toList());
        nodes.set(nodes.size() - 1, line.expression());
        return new Forward(line, operations, nodes);
    }
}
