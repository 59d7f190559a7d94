package org.gatescope.format.code;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Function;
import org.gatescope.cell.Names;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;

/** What a program has to be able to do, as the templates ask it. */
final class CodeFlags {
    /** Gradients that grow beyond it are too steep for differences. */
    private static final double STEEP = 100;

    private static final Set<Function> SMOOTH = Set.of(Function.SIGMOID, Function.TANH, Function.IDENTITY);

    private final Set<String> flags = new HashSet<>();

    private CodeFlags() {}

    static Set<String> of(CodeSubject subject) {
        CodeFlags found = new CodeFlags();
        found.addNetwork(subject);
        subject.network().readOut().ifPresent(found::addReadOut);
        found.addTime(subject);
        found.addCheck(subject);
        subject.training().ifPresent(update -> found.addTraining(update.settings()));
        return found.flags;
    }

    private void add(String flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    private void addNetwork(CodeSubject subject) {
        List<Layer> layers = subject.network().layers();
        add("reversed", layers.stream().anyMatch(layer -> layer.directions().reads(true)));
        add("merged", layers.stream().anyMatch(layer -> layer.directions().isBidirectional()));
        add(
                "dropout",
                IntStream.range(0, layers.size())
                        .anyMatch(index -> subject.factors(index).isPresent()));
        add("shortcut", layers.stream().anyMatch(layer -> layer.shortcut() != Shortcut.NONE));
        add("embedding", subject.network().embedding().isPresent());
    }

    private void addReadOut(ReadOut readOut) {
        add("readout", true);
        add("weighted", readOut.hasWeights());
        add("biased", readOut.hasBias());
        add("every", readOut.everyStep());
        add("last", !readOut.everyStep());
    }

    private void addTime(CodeSubject subject) {
        Truncation truncation = subject.truncation();
        add("masked", subject.isMasked());
        add("silent", subject.isSilent());
        add("chunks", truncation instanceof Truncation.Chunks);
        add("lengths", truncation instanceof Truncation.Chunks);
        add("window", truncation instanceof Truncation.Window);
        add("needs-last", flags.contains("last") || flags.contains("window"));
    }

    private void addCheck(CodeSubject subject) {
        boolean isFinite = subject.gradients().values().stream().allMatch(Matrix::isFinite);
        boolean isWhole = subject.truncation().equals(Truncation.NONE);
        add("checked", isFinite && isWhole);
        boolean isTame = subject.gradients().values().stream()
                        .mapToDouble(Matrix::sumOfSquares)
                        .sum()
                < STEEP * STEEP;
        Optional<Loss.Kind> loss =
                subject.inputs().goal().map(goal -> goal.loss().kind());
        boolean hasCorner = loss.filter(kind -> kind == Loss.Kind.HINGE || kind == Loss.Kind.MEAN_ABSOLUTE)
                .isPresent();
        boolean isSmooth = subject.network().layers().stream().map(Layer::cell).allMatch(CodeFlags::isSmooth);
        add("smooth", isTame && isSmooth && !hasCorner);
    }

    private static boolean isSmooth(Cell cell) {
        return BuiltInCells.nameOf(cell).isPresent()
                && cell.statements().stream().map(Assignment::expression).allMatch(CodeFlags::isSmooth);
    }

    private static boolean isSmooth(Expression node) {
        boolean own = !(node instanceof Combine)
                && !(node instanceof Apply(Function function, Expression argument) && !SMOOTH.contains(function));
        return own && Names.operands(node).stream().allMatch(CodeFlags::isSmooth);
    }

    private void addTraining(Training training) {
        add("training", true);
        add("coupled", training.decay().coupled() != 0);
        add("decoupled", training.decay().decoupled() != 0);
        switch (training.clipping()) {
            case Clipping.None none -> {}
            case Clipping.ByValue value -> add("clip-value", true);
            case Clipping.ByNorm norm -> add("clip-norm", true);
            case Clipping.ByTensor tensor -> add("clip-tensor", true);
        }
        switch (training.optimizer()) {
            case Optimizer.Sgd(double momentum, boolean nesterov, Framework as) -> {
                add(momentum == 0 ? "sgd" : "momentum", true);
                add("nesterov", nesterov);
                add("keras", as == Framework.KERAS);
            }
            case Optimizer.SgdOverBatch over -> add("sgd-over-batch", true);
            case Optimizer.RmsProp rms -> {
                add("rmsprop", true);
                add("centred", rms.centred());
                add("rmsprop-momentum", rms.momentum() != 0);
                add("keras", rms.as() == Framework.KERAS);
            }
            case Optimizer.Adagrad adagrad -> {
                add("adagrad", true);
                add("keras", adagrad.as() == Framework.KERAS);
            }
            case Optimizer.Adam adam -> {
                add("adam", true);
                add("amsgrad", adam.amsgrad());
                add("keras", adam.as() == Framework.KERAS);
            }
            case Optimizer.Rprop rprop -> add("rprop", true);
        }
    }
}
