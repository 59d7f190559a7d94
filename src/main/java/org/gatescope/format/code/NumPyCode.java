package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;

/** A session as a program for NumPy, forward and, by hand, backward. */
final class NumPyCode {
    private static final PythonTables TABLES = new PythonTables("np.array", "np.zeros", "np");

    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("numpy-functions.txt");
    private final OperatorText expressions = new OperatorText(functions);
    private final Map<String, String> texts = new LinkedHashMap<>();

    private NumPyCode(CodeSubject subject) {
        this.subject = subject;
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new NumPyCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells = new PythonCells(
                subject.network(), expressions, CodeTemplate.of("numpy-cell.txt"), "np.zeros_like");
        Set<String> flags = CodeFlags.of(subject);
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", PythonData.notes(notes));
        texts.put("CELLS", cells.text());
        texts.put("ARRIVING", flags.contains("window") ? "arriving" : "d_states");
        subject.network().readOut().ifPresent(this::addReadOut);
        subject.training().ifPresent(update -> addTraining(update, flags));
        texts.putAll(new PythonData(subject, TABLES).texts(cells));
        String defined = functions.definitions();
        texts.put("FUNCTIONS", defined);
        if (defined.contains("math.")) {
            flags.add("math");
        }
        return CodeTemplate.of("numpy.txt").filled(flags, texts);
    }

    private void addReadOut(ReadOut readOut) {
        Loss loss = subject.inputs().goal().orElseThrow().loss();
        int outputs = readOut.outputs();
        List<String> forward = new ArrayList<>();
        ReadOutEquations.statements(readOut, loss)
                .forEach(statement -> forward.addAll(
                        line(statement.name(), expanded(statement.expression(), outputs))));
        List<String> back = new ArrayList<>();
        ReadOutEquations.adjoints(readOut, loss).forEach(adjoint -> {
            String target = Cell.gradient(adjoint.target());
            back.addAll(line(target, adjoint.share()));
            if (back.size() == 1 || adjoint.target().equals(ReadOutEquations.scored(readOut))) {
                back.add(named(target) + " = np.where(weight == 0, 0, " + named(target) + ")");
            }
        });
        texts.put("READOUT", String.join("\n", forward));
        texts.put("READOUT_BACK", String.join("\n", back));
        texts.put("SCORED", readOut.hasWeights() ? "z, " : "");
        texts.put(
                "DENSE",
                readOut.hasBias() ? "\"dense.W\": d_W, \"dense.b\": d_b" : readOut.hasWeights() ? "\"dense.W\": d_W" : "");
    }

    private List<String> line(String target, Expression value) {
        return BrokenLines.python(named(target) + " = ", expressions.of(value, NumPyCode::named), 8);
    }

    /** A loss is written as what it means. */
    private static Expression expanded(Expression expression, int outputs) {
        return expression instanceof Call(Loss.Kind kind, List<Expression> arguments)
                ? kind.meaning(arguments, outputs).orElseThrow()
                : expression;
    }

    private static String named(String name) {
        return QuantityName.isGradient(name) ? "d_" + QuantityName.base(name) : name;
    }

    private void addTraining(CodeSubject.Update update, Set<String> flags) {
        texts.put("ADDED", TrainingConstants.added(update.settings()));
        texts.put("TRAINING", CodeTemplate.of("numpy-training.txt").filled(flags, texts));
    }
}
