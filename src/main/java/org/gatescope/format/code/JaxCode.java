package org.gatescope.format.code;

import java.util.List;
import org.gatescope.engine.ReadOut;

/** A session as a program for JAX, forward by scans, with the gradients that JAX computes. */
final class JaxCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("jax-functions.txt");
    private final ExpressionText expressions = new FoldedText(new OperatorText(functions));
    private final PythonProgram program;

    private JaxCode(CodeSubject subject) {
        this.subject = subject;
        program = new PythonProgram(subject, functions);
        program.flags.add("merged");
        if (!program.flags.contains("window")) {
            program.flags.add("gradients");
        }
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new JaxCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells = new PythonCells(subject.network(), expressions, CodeTemplate.of("torch-cell.txt"), "");
        program.texts.put("CELLS", cells.text());
        program.texts.put("MERGED", CodeTemplate.of("jax-merged.txt").filled(program.flags, program.texts) + "\n\n");
        subject.network().readOut().ifPresent(this::addReadOut);
        return program.text("jax.txt", "jax-main.txt", notes, cells::nameOf);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> BrokenLines.python(name + " = ", expressions.of(value, ReadOutLines::named), 4),
                (name, weight) -> List.of());
        program.texts.put("READOUT", lines.differentiated());
    }
}
