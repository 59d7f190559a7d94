package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * What a question asks for: numbers of a run, in braces as session files name them, and what is made of them, such as {@code
 * tanh(0.5 * {given input 0 1 0})}. {@code {mistakes}} is how many are made on purpose, {@code {changed}} how much was changed
 * since the step began, and {@code {state 0.forward c}} is 1 where a cell has a state of that name, else 0. It is worked out
 * from the run, so it stays right when the weights change.
 */
public final class Reckoning {
    private static final Pattern NUMBER = Pattern.compile("\\{([^{}]*)\\}");
    private static final String PLACE = "n";
    private static final String MISTAKES = "mistakes";
    private static final String CHANGED = "changed";
    private static final Pattern STATE = Pattern.compile("state (\\S+) (\\S+)");

    /** A number of a run. */
    private interface Of {
        /** @param begin what the run's session was made from */
        OptionalDouble in(Run run, Session begin);
    }

    private final String text;
    private final List<Of> numbers = new ArrayList<>();
    private final Expression expression;

    private Reckoning(String text) {
        this.text = text;
        Matcher found = NUMBER.matcher(text);
        StringBuilder named = new StringBuilder();
        while (found.find()) {
            numbers.add(number(found.group(1)));
            found.appendReplacement(named, PLACE + (numbers.size() - 1));
        }
        expression = WatchedExpression.parse(found.appendTail(named).toString()).expression();
        in(expression, new double[numbers.size()]); // has nothing that is not reckoned here
    }

    private static Of number(String name) {
        if (name.equals(MISTAKES)) {
            return (run, begin) ->
                    OptionalDouble.of(run.session().mistakes().mistakes().size());
        }
        if (name.equals(CHANGED)) {
            return (run, begin) ->
                    OptionalDouble.of(SessionChanges.of(begin, run.session()).count());
        }
        Matcher state = STATE.matcher(name);
        if (state.matches()) {
            return (run, begin) -> OptionalDouble.of(has(run.session(), state.group(1), state.group(2)) ? 1 : 0);
        }
        NumberId number = WrittenNumber.read(name).orElseThrow(() -> new IllegalArgumentException("“" + name + "”"));
        return (run, begin) -> WrittenNumber.isThere(run, number) ? value(run, number) : OptionalDouble.empty();
    }

    private static boolean has(Session session, String part, String state) {
        return session.part(part)
                .filter(found -> found.layer().cell().states().contains(state))
                .isPresent();
    }

    private static OptionalDouble value(Run run, NumberId number) {
        return Explanation.of(run, number)
                .map(why -> OptionalDouble.of(why.value()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Reads what is asked for.
     *
     * @throws org.gatescope.cell.CellException if it is no expression
     * @throws IllegalArgumentException         naming what is no number, or cannot be reckoned
     */
    public static Reckoning of(String text) {
        return new Reckoning(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** What it comes to; empty where the run does not have its numbers. */
    public OptionalDouble in(Run run) {
        return in(run, run.session());
    }

    /** The same where something was changed. @param begin what the run's session was made from */
    public OptionalDouble in(Run run, Session begin) {
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = numbers.get(i).in(run, begin);
            if (value.isEmpty()) {
                return value;
            }
            values[i] = value.getAsDouble();
        }
        return OptionalDouble.of(in(expression, values));
    }

    private static double in(Expression node, double[] values) {
        return switch (node) {
            case Number(double value) -> value;
            case Name(String name) -> values[place(name, values.length)];
            case Negate(Expression argument) -> -in(argument, values);
            case Power(Expression base, double exponent) -> Math.pow(in(base, values), exponent);
            case Apply(var function, Expression argument) -> function.at(in(argument, values));
            case Binary(var operator, Expression left, Expression right) ->
                operator.apply(in(left, values), in(right, values));
            case Combine(var combination, List<Expression> arguments) ->
                combination.of(arguments.stream().map(one -> in(one, values)).toList());
            default -> throw new IllegalArgumentException("“" + node + "”");
        };
    }

    private static int place(String name, int count) {
        int place = name.matches(PLACE + "\\d{1,6}") ? Integer.parseInt(name.substring(PLACE.length())) : count;
        if (place >= count) {
            throw new IllegalArgumentException("“" + name + "”");
        }
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reckoning reckoning && reckoning.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
