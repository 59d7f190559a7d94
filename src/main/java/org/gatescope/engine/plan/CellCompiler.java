package org.gatescope.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Names;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;

/** Turns a cell's statements and adjoint lines, whatever they are, into a program. */
final class CellCompiler {
    private final Cell cell;
    private final Sizes sizes;
    private final Storage storage;
    private final ExpressionCompiler compiler;

    CellCompiler(Cell cell, Sizes sizes, Storage storage, Program program) {
        this.cell = cell;
        this.sizes = sizes;
        this.storage = storage;
        this.compiler = new ExpressionCompiler(cell, sizes, storage, program);
    }

    /** @return where each parameter's gradient will stand */
    Map<String, Slot> compile() {
        announceProducts();
        keepForBackward();
        keepForAfterwards();
        cell.statements().forEach(this::statement);
        adjoints();
        return parameterGradients();
    }

    private boolean isParameter(Adjoint adjoint) {
        return cell.parameters().containsKey(adjoint.target());
    }

    private void announceProducts() {
        Consumer<Expression> announce = node -> {
            if (node instanceof Product product) {
                compiler.stacks().announce(product);
            }
        };
        cell.statements().forEach(statement -> visit(statement.expression(), announce));
        cell.adjoints().stream().filter(this::isParameter).forEach(line -> visit(line.share(), announce));
    }

    /** Products and functions that the backward pass needs again are stored as they are computed forward. */
    private void keepForBackward() {
        Set<Expression> forward = new HashSet<>();
        cell.statements().forEach(statement -> visit(statement.expression(), forward::add));
        for (Adjoint line : cell.adjoints()) {
            keepOutermost(line.share(), node -> isCostly(node) && forward.contains(node));
        }
    }

    /** So is what the backward pass computes step by step and the parameters' gradients need of all steps. */
    private void keepForAfterwards() {
        Set<Expression> backward = new HashSet<>();
        cell.adjoints().stream().filter(this::isPerStep).forEach(line -> visit(line.share(), backward::add));
        cell.adjoints().stream()
                .filter(line -> !isPerStep(line))
                .forEach(line -> keepOutermost(line.share(), backward::contains));
    }

    private void keepOutermost(Expression node, Predicate<Expression> wanted) {
        if (wanted.test(node)) {
            compiler.keep(node);
        } else {
            Names.operands(node).forEach(operand -> keepOutermost(operand, wanted));
        }
    }

    private static boolean isCostly(Expression node) {
        return node instanceof Product || node instanceof Apply || node instanceof Power;
    }

    private static void visit(Expression node, Consumer<Expression> visitor) {
        visitor.accept(node);
        Names.operands(node).forEach(operand -> visit(operand, visitor));
    }

    private void statement(Assignment statement) {
        Section section = compiler.levels().isParallel(statement.name()) ? Section.SERIES : Section.FORWARD;
        Expression expression = statement.expression();
        Slot target = storage.named(statement.name());
        target.buffer().markOverwritten();
        compiler.assign(expression, target, compiler.batchRows(section), section);
        if (!(expression instanceof Name) && !compiler.shape(expression).isShared()) {
            compiler.remember(expression, section, target);
        }
    }

    /**
     * The lines of the backward pass that lead to quantities. What no earlier step waits for is done afterwards, and
     * compiled last, so that it can use what the steps have left.
     */
    private void adjoints() {
        List<Adjoint> perStep = cell.adjoints().stream().filter(this::isPerStep).toList();
        List<Adjoint> afterwards = cell.adjoints().stream()
                .filter(line -> !isParameter(line) && !isPerStep(line))
                .toList();
        receive(perStep);
        receive(afterwards);
    }

    private void receive(List<Adjoint> lines) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Adjoint line : lines) {
            targets.computeIfAbsent(line.target(), Target::new).expect(line);
        }
        for (Adjoint line : lines) {
            Objects.requireNonNull(targets.get(line.target())).receive(line);
        }
    }

    private boolean isPerStep(Adjoint line) {
        return !isParameter(line) && !compiler.levels().isParallel(line.target());
    }

    /** The gradient of a quantity while its terms are gathered; its matrix products wait for the last of them. */
    private final class Target {
        private final Slot slot;
        private final Section section;
        private final List<Product> products = new ArrayList<>();
        private int productsSeen;
        private boolean first = true;

        Target(String name) {
            this.slot = storage.named(Cell.gradient(name));
            this.section = compiler.levels().isParallel(name) ? Section.AFTERWARDS : Section.BACKWARD;
            slot.buffer().markOverwritten();
        }

        void expect(Adjoint line) {
            for (Expression term : terms(line.share())) {
                if (isSentBack(term)) {
                    products.add((Product) term);
                }
            }
        }

        void receive(Adjoint line) {
            for (Expression term : terms(line.share())) {
                if (isSentBack(term)) {
                    productsSeen++;
                    if (productsSeen == products.size()) {
                        compiler.stacks().sum(products, slot, first, section);
                        first = false;
                    }
                } else {
                    receive(term);
                }
            }
        }

        private void receive(Expression term) {
            int rows = compiler.batchRows(section);
            if (first) {
                compiler.assign(term, slot, rows, section);
            } else {
                compiler.add(term, slot, rows, section);
            }
            first = false;
        }
    }

    /** {@code gradient @ transpose(weights)} */
    private static boolean isSentBack(Expression term) {
        return term instanceof Product(Expression left, Transpose right) && !(left instanceof Transpose);
    }

    private static List<Expression> terms(Expression share) {
        List<Expression> terms = new ArrayList<>();
        Expression rest = share;
        while (rest instanceof Binary(Operator operator, Expression left, Expression right)
                && operator == Operator.PLUS) {
            terms.addFirst(right);
            rest = left;
        }
        terms.addFirst(rest);
        return terms;
    }

    private Map<String, Slot> parameterGradients() {
        Map<String, List<Expression>> shares = new LinkedHashMap<>();
        cell.parameters().keySet().forEach(name -> shares.put(name, new ArrayList<>()));
        for (Adjoint line : cell.adjoints()) {
            List<Expression> terms = shares.get(line.target());
            if (terms != null) {
                terms.addAll(terms(line.share()));
            }
        }
        Map<String, Slot> gradients = new LinkedHashMap<>();
        shares.forEach((name, terms) -> gradients.put(name, parameterGradient(name, terms)));
        return gradients;
    }

    private Slot parameterGradient(String name, List<Expression> terms) {
        if (terms.size() == 1) {
            return compiler.compile(terms.getFirst(), Section.FINAL);
        }
        Shape shape = compiler.shape(new Name(name));
        Slot sum = storage.shared(shape);
        for (int i = 0; i < terms.size(); i++) {
            Slot term = compiler.compile(terms.get(i), Section.FINAL);
            if (i == 0) {
                compiler.copy(term, sum, sizes.rows(shape), Section.FINAL);
            } else {
                compiler.addTo(term, sum, sizes.rows(shape), Section.FINAL);
            }
        }
        return sum;
    }
}
