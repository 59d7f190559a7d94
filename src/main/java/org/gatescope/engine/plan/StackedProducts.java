package org.gatescope.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Extent;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Makes one matrix product of those that share an operand: the gates' {@code h @ Wh.GATE} side by side, the gradients
 * that they send back to h one below the other, and their weight gradients over all steps.
 */
final class StackedProducts {
    private final ExpressionCompiler compiler;
    /** Right operands by left operand, for products forward. */
    private final Map<Expression, List<Expression>> rights = new LinkedHashMap<>();
    /** Gradients by what they are multiplied with, for products over all steps: {@code transpose(left) @ gradient}. */
    private final Map<Expression, List<Expression>> gradients = new LinkedHashMap<>();
    /** Gradients that stand side by side already, for all steps. */
    private final Map<List<Expression>, Slot> stacks = new HashMap<>();

    StackedProducts(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    /** Notes a product that will be asked for, so that it can be stacked with others. */
    void announce(Product product) {
        if (product.left() instanceof Transpose(Expression left)) {
            if (isBatch(left)) {
                announce(gradients, left, product.right());
            }
        } else if (isBatch(product.left())) {
            announce(rights, product.left(), product.right());
        }
    }

    private static void announce(Map<Expression, List<Expression>> groups, Expression shared, Expression other) {
        List<Expression> members = groups.computeIfAbsent(shared, key -> new ArrayList<>());
        if (!members.contains(other)) {
            members.add(other);
        }
    }

    /** True if {@link #find} would find it. */
    boolean serves(Expression expression, Section section) {
        return !members(expression, section).isEmpty();
    }

    /** The place of a product that belongs to a stack, which is then computed; null for any other expression. */
    @Nullable Slot find(Expression expression, Section section) {
        List<Expression> members = members(expression, section);
        if (members.isEmpty() || !(expression instanceof Product(Expression left, Expression right))) {
            return null;
        }
        return left instanceof Transpose(Expression shared)
                ? gradient(shared, right, members)
                : forward(left, right, members, section);
    }

    private List<Expression> members(Expression expression, Section section) {
        List<Expression> members = List.of();
        if (expression instanceof Product(Expression left, Expression right)) {
            if (left instanceof Transpose(Expression shared)) {
                members = section == Section.FINAL ? gradients.getOrDefault(shared, List.of()) : List.of();
            } else if (section == Section.FORWARD || section == Section.SERIES) {
                members = rights.getOrDefault(left, List.of());
            }
            return members.size() > 1 && members.contains(right) ? members : List.of();
        }
        return members;
    }

    /** {@code left @ [W1 | W2 | …]}; the parameters live within the wide matrix. */
    private Slot forward(Expression left, Expression right, List<Expression> members, Section section) {
        int inner = compiler.columns(left);
        Slot weights = compiler.storage().buffers().table(inner, totalColumns(members));
        boolean keep = members.stream().anyMatch(member -> compiler.isKept(new Product(left, member)));
        Slot out = compiler.newSlot(section, weights.columns(), keep);
        int offset = 0;
        for (Expression member : members) {
            int columns = compiler.columns(member);
            settle(member, weights.slice(offset, columns), inner);
            compiler.remember(new Product(left, member), section, out.slice(offset, columns));
            offset += columns;
        }
        int rows = compiler.batchRows(section);
        compiler.products().multiply(rows, compiler.compile(left, section), weights, out, section);
        return compiler.compile(new Product(left, right), section);
    }

    private void settle(Expression weights, Slot place, int rows) {
        boolean lives =
                weights instanceof Name(String text) && compiler.storage().adopt(text, place);
        if (!lives) {
            compiler.copy(compiler.compile(weights, Section.STATIC), place, rows, Section.STATIC);
        }
    }

    /** {@code leftᵀ [dA1 | dA2 | …]} over all steps at once. */
    private Slot gradient(Expression left, Expression right, List<Expression> members) {
        Slot over = compiler.compile(left, Section.AFTERWARDS);
        Slot stack = stack(members, Section.AFTERWARDS);
        Slot out = compiler.storage().buffers().table(over.columns(), stack.columns());
        int rows = compiler.batchRows(Section.AFTERWARDS);
        compiler.products().multiplyOverRows(rows, over, stack, out, Section.FINAL);
        int offset = 0;
        for (Expression member : members) {
            int columns = compiler.columns(member);
            compiler.remember(new Product(new Transpose(left), member), Section.FINAL, out.slice(offset, columns));
            offset += columns;
        }
        return compiler.compile(new Product(new Transpose(left), right), Section.FINAL);
    }

    /**
     * {@code target (+)= dA1 @ transpose(W1) + dA2 @ transpose(W2) + …} as one product.
     *
     * @param terms each {@code dA @ transpose(W)}
     * @param first true if nothing was put into the target before
     */
    void sum(List<Product> terms, Slot target, boolean first, Section section) {
        int rows = compiler.batchRows(section);
        Slot stack = stack(terms.stream().map(Product::left).toList(), section);
        Slot weights = compiler.storage().buffers().table(stack.columns(), target.columns());
        int offset = 0;
        for (Product term : terms) {
            Expression right = ((Transpose) term.right()).argument();
            compiler.transpose(compiler.compile(right, Section.STATIC), weights.below(offset), Section.STATIC);
            offset += compiler.columns(right);
        }
        Slot out = first ? target : compiler.newSlot(section, target.columns(), false);
        compiler.products().multiply(rows, stack, weights, out, section);
        if (!first) {
            compiler.addTo(out, target, rows, section);
        }
    }

    /** Expressions side by side, for all steps; one alone stays where it is. */
    private Slot stack(List<Expression> members, Section section) {
        if (members.size() == 1) {
            return compiler.compile(members.getFirst(), section);
        }
        Slot known = stacks.get(members);
        if (known != null) {
            return known;
        }
        Slot stack = compiler.storage().allSteps(totalColumns(members));
        int offset = 0;
        for (Expression member : members) {
            Slot place = stack.slice(offset, compiler.columns(member));
            compiler.assign(member, place, compiler.batchRows(section), section);
            if (!(member instanceof Name)) {
                compiler.remember(member, section, place);
            }
            offset += place.columns();
        }
        stacks.put(members, stack);
        return stack;
    }

    private int totalColumns(List<Expression> members) {
        return members.stream().mapToInt(compiler::columns).reduce(0, Math::addExact);
    }

    private boolean isBatch(Expression expression) {
        return compiler.shape(expression).rows().equals(Extent.N);
    }
}
