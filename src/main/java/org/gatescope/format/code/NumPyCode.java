package org.gatescope.format.code;

import java.util.List;
import org.gatescope.engine.ReadOut;

/** A session as a program for NumPy, forward and, by hand, backward. */
final class NumPyCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("numpy-functions.txt");
    private final OperatorText expressions = new OperatorText(functions);
    private final PythonProgram program;

    private NumPyCode(CodeSubject subject) {
        this.subject = subject;
        program = new PythonProgram(subject, functions);
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new NumPyCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells =
                new PythonCells(subject.network(), expressions, CodeTemplate.of("numpy-cell.txt"), "np.zeros_like");
        program.texts.put("CELLS", cells.text());
        program.texts.put("ARRIVING", program.flags.contains("window") ? "arriving" : "d_states");
        subject.network().readOut().ifPresent(this::addReadOut);
        return program.text("numpy.txt", "numpy-main.txt", notes, cells::nameOf);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> BrokenLines.python(name + " = ", expressions.of(value, ReadOutLines::named), 8),
                (name, weight) -> List.of(name + " = np.where(" + weight + " == 0, 0, " + name + ")"));
        program.texts.put("READOUT", lines.forward());
        program.texts.put("READOUT_BACK", lines.backward());
        program.texts.put("SCORED", readOut.hasWeights() ? "z, " : "");
        program.texts.put("DENSE", dense(readOut));
    }

    private static String dense(ReadOut readOut) {
        String weights = readOut.hasWeights() ? "\"dense.W\": d_W" : "";
        return weights + (readOut.hasBias() ? ", \"dense.b\": d_b" : "");
    }
}
