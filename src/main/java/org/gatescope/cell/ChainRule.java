package org.gatescope.cell;

/** How a gradient passes a function. */
@FunctionalInterface
public interface ChainRule {
    /** Upstream times the function's slope at its argument. */
    ChainRule EXACT = Function::chain;

    /**
     * @param upstream gradient with respect to the function's value
     * @param argument what the function is applied to
     * @param value    an expression that already holds the function's value there
     * @return the gradient with respect to the argument
     */
    Expression pass(Function function, Expression upstream, Expression argument, Expression value);
}
