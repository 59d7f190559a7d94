package org.gatescope.cell;

import org.gatescope.cell.Condition.And;
import org.gatescope.cell.Condition.Any;
import org.gatescope.cell.Condition.Compare;
import org.gatescope.cell.Condition.Flaw;
import org.gatescope.cell.Condition.Has;
import org.gatescope.cell.Condition.Not;
import org.gatescope.cell.Condition.Or;
import org.gatescope.cell.Token.Kind;

/** Reads a condition: {@code or} binds loosest, then {@code and}, {@code not} and comparisons. */
final class ConditionParser {
    private final Parser parser;

    ConditionParser(String text) {
        parser = Parser.ofCondition(new SourceLine(1, text.replaceAll("\\R", " ")));
    }

    Condition condition() {
        Condition condition = or();
        parser.requireEnd("expected.condition.end");
        return condition;
    }

    Expression measure() {
        Expression expression = parser.sum();
        parser.requireEnd("expected.operator");
        return expression;
    }

    private Condition or() {
        Condition left = and();
        while (isWord(parser.peek(), "or")) {
            parser.operator();
            left = new Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (isWord(parser.peek(), "and")) {
            parser.operator();
            left = new And(left, not());
        }
        return left;
    }

    private Condition not() {
        if (!isWord(parser.peek(), "not")) {
            return atom();
        }
        parser.descend(parser.next());
        Condition negated = new Not(not());
        parser.ascend();
        return negated;
    }

    private Condition atom() {
        Token token = parser.peek();
        if (isWord(token, "any")) {
            parser.next();
            return new Any(flaw());
        }
        if (isFlawCall(0)) {
            Flaw flaw = flaw();
            return new Has(flaw, parser.argument());
        }
        return token.is("(") && holdsCondition() ? inner() : comparison();
    }

    private Condition inner() {
        Token open = parser.next();
        parser.descend(open);
        Condition inner = or();
        parser.close(open);
        parser.ascend();
        return inner;
    }

    private Condition comparison() {
        Expression left = parser.sum();
        Relation relation = Relation.of(parser.peek()).orElseThrow(() -> parser.error("expected.comparison"));
        parser.next();
        return new Compare(relation, left, parser.sum());
    }

    private Flaw flaw() {
        Token word = parser.peek();
        if (!isFlaw(word)) {
            throw parser.error("expected.flaw");
        }
        parser.next();
        return word.text().equalsIgnoreCase("nan") ? Flaw.NAN : Flaw.INF;
    }

    /** Looks ahead to the end of the parentheses that open here: do they hold a condition, or a number? */
    private boolean holdsCondition() {
        int open = 0;
        for (int ahead = 0; parser.peek(ahead).kind() != Kind.END; ahead++) {
            Token token = parser.peek(ahead);
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open == 0) {
                return false;
            }
            if (isWord(token, Combination.WHERE.word())
                    && parser.peek(ahead + 1).is("(")) {
                ahead = endOfCall(ahead + 1);
            } else if (Relation.of(token).isPresent() || isWord(token, "any") || isFlawCall(ahead)) {
                return true;
            }
        }
        return false;
    }

    /** The comparison that {@code where(…)} asks is none of the condition's. */
    private int endOfCall(int opening) {
        int open = 0;
        int ahead = opening;
        do {
            open += parser.peek(ahead).is("(") ? 1 : parser.peek(ahead).is(")") ? -1 : 0;
            ahead++;
        } while (open > 0 && parser.peek(ahead).kind() != Kind.END);
        return ahead - 1;
    }

    private boolean isFlawCall(int ahead) {
        return isFlaw(parser.peek(ahead)) && parser.peek(ahead + 1).is("(");
    }

    /** In any letters: NaN is how it is usually written. */
    private static boolean isFlaw(Token word) {
        return word.kind() == Kind.NAME
                && (word.text().equalsIgnoreCase("nan") || word.text().equalsIgnoreCase("inf"));
    }

    private static boolean isWord(Token token, String word) {
        return token.kind() == Kind.NAME && token.text().equals(word);
    }
}
