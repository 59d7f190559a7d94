package org.gatescope.format.page;

import java.util.List;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.RowFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Expressions as trees that a page computes with: {@code {"op": "+", "left": …, "right": …}}.
 *
 * @param outputs of the read-out, which losses are averaged over
 */
record ExpressionJson(int outputs) {
    ObjectNode of(Expression node) {
        return switch (node) {
            case Name(String text) -> op("name").put("name", text);
            case Number(double value) -> number(value);
            case Binary(Expression.Operator operator, Expression left, Expression right) ->
                two(operator.sign(), left, right);
            case Product(Expression left, Expression right) -> two("@", left, right);
            case Negate(Expression argument) -> one("negate", argument);
            case Power(Expression base, double exponent) -> {
                ObjectNode power = op("power");
                power.set("base", of(base));
                yield power.put("exponent", exponent);
            }
            case Apply(org.gatescope.cell.Function function, Expression argument) ->
                one("apply", argument).put("function", function.word());
            case Transpose(Expression argument) -> one("transpose", argument);
            case RowSum(Expression argument) -> one("rowsum", argument);
            case Combine(org.gatescope.cell.Combination combination, List<Expression> arguments) ->
                many("combine", combination.word(), arguments);
            case Call(RowFunction function, List<Expression> arguments) -> call(function, arguments);
        };
    }

    private static ObjectNode op(String name) {
        return JsonNodeFactory.instance.objectNode().put("op", name);
    }

    /** JSON knows neither NaN nor infinities: those are texts. */
    private static ObjectNode number(double value) {
        return Double.isFinite(value)
                ? op("number").put("value", value)
                : op("number").put("value", Double.toString(value));
    }

    /** A loss is computed by what it means; what means something simpler can be opened. */
    private ObjectNode call(RowFunction function, List<Expression> arguments) {
        ObjectNode call = many("call", function.word(), arguments);
        function.meaning(arguments, outputs).ifPresent(meaning -> call.set("meaning", of(meaning)));
        return call;
    }

    private ObjectNode one(String name, Expression argument) {
        ObjectNode node = op(name);
        node.set("argument", of(argument));
        return node;
    }

    private ObjectNode two(String name, Expression left, Expression right) {
        ObjectNode node = op(name);
        node.set("left", of(left));
        node.set("right", of(right));
        return node;
    }

    private ObjectNode many(String name, String function, List<Expression> arguments) {
        ObjectNode node = op(name).put("function", function);
        ArrayNode list = node.putArray("arguments");
        arguments.forEach(argument -> list.add(of(argument)));
        return node;
    }
}
