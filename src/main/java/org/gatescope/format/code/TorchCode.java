package org.gatescope.format.code;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.ReadOut;

/** A session as a program for PyTorch, forward, with the gradients of autograd. */
final class TorchCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("torch-functions.txt");
    private final ExpressionText expressions = new FoldedText(new OperatorText(functions));
    private final PythonProgram program;

    private TorchCode(CodeSubject subject) {
        this.subject = subject;
        program = new PythonProgram(subject, functions);
    }

    /**
     * With the modules of PyTorch where it has all that there is to the session.
     *
     * @param notes what the program does not say, a sentence each
     */
    static String of(CodeSubject subject, List<String> notes) {
        Optional<TorchStack> modules = TorchStack.of(subject);
        return modules.isPresent()
                ? new TorchCode(subject).ofModules(modules.get(), notes)
                : new TorchCode(subject).ofCells(notes);
    }

    private String ofCells(List<String> notes) {
        PythonCells cells = new PythonCells(subject.network(), expressions, CodeTemplate.of("torch-cell.txt"), "");
        program.flags.add("merged");
        if (!program.flags.contains("window")) {
            program.flags.add("gradients");
        }
        program.texts.put("CELLS", cells.text());
        addMerged();
        subject.network().readOut().ifPresent(readOut -> addReadOut(readOut, 4, ""));
        return program.text("torch.txt", "torch-main.txt", notes, cells::nameOf);
    }

    private String ofModules(TorchStack modules, List<String> notes) {
        modules.addTo(program);
        if (program.flags.contains("last")) {
            program.flags.add("merged");
        }
        addMerged();
        subject.network().readOut().ifPresent(readOut -> addReadOut(readOut, 8, "z = self.dense(h)"));
        return program.text("torch-modules.txt", "torch-modules-main.txt", notes, part -> "");
    }

    private void addMerged() {
        String merged = CodeTemplate.of("torch-merged.txt").filled(program.flags, program.texts);
        program.texts.put("MERGED", merged.isBlank() ? "" : merged + "\n\n");
    }

    /** @param dense the line that makes the logits; empty where they are written out */
    private void addReadOut(ReadOut readOut, int indent, String dense) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> name.equals("z") && !dense.isEmpty()
                        ? List.of(dense)
                        : BrokenLines.python(name + " = ", expressions.of(value, ReadOutLines::named), indent),
                (name, weight) -> List.of());
        program.texts.put("READOUT", lines.differentiated());
    }
}
