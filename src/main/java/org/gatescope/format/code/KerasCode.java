package org.gatescope.format.code;

import java.util.List;
import org.gatescope.engine.ReadOut;

/** A session as a program for Keras 3 with PyTorch behind it, which computes the gradients. */
final class KerasCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("keras-functions.txt");
    private final ExpressionText expressions = new FoldedText(new OperatorText(functions));
    private final PythonProgram program;

    private KerasCode(CodeSubject subject) {
        this.subject = subject;
        program = new PythonProgram(subject, functions);
        program.flags.add("merged");
        if (!program.flags.contains("window")) {
            program.flags.add("gradients");
        }
        boolean isEmpty = subject.steps() == 0 || subject.batch() == 0;
        if (isEmpty || program.flags.contains("masked") || program.flags.contains("chunks")) {
            program.flags.add("looped"); // Keras' loop has no truncation, and other outputs before a first step
        }
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new KerasCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells = new PythonCells(subject.network(), expressions, CodeTemplate.of("keras-cell.txt"), "");
        program.texts.put("CELLS", cells.text());
        program.texts.put("MERGED", CodeTemplate.of("keras-merged.txt").filled(program.flags, program.texts) + "\n\n");
        subject.network().readOut().ifPresent(this::addReadOut);
        return program.text("keras.txt", "keras-main.txt", notes, cells::nameOf);
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
