package org.gatescope.format.cases;

import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.training.Training;

/** A file with a network's numbers and what another program computed from them. */
public sealed interface ReferenceCase {

    /** One run forward and backward. */
    record SingleRun(Network network, int batch, int steps, NetworkInputs inputs, List<Figures> figures)
            implements ReferenceCase {
        public SingleRun {
            figures = List.copyOf(figures);
        }
    }

    /** A run over consecutive chunks: the state is carried on, the gradient is cut. */
    record Chunks(List<SingleRun> chunks) implements ReferenceCase {
        public Chunks {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * A training.
     *
     * @param losses of each update, before it
     * @param norms  of all gradients together, before clipping
     * @param rates  learning rates
     * @param after  parameters after some of the updates, in order
     */
    record Trained(
            Network network,
            int batch,
            int steps,
            NetworkInputs inputs,
            Training training,
            List<Double> losses,
            List<Double> norms,
            List<Double> rates,
            List<Moment> after)
            implements ReferenceCase {
        public Trained {
            losses = List.copyOf(losses);
            norms = List.copyOf(norms);
            rates = List.copyOf(rates);
            after = List.copyOf(after);
        }
    }

    /**
     * What is known of the parameters after an update.
     *
     * @param update from 1
     */
    record Moment(int update, List<Table> tables) {
        public Moment {
            tables = List.copyOf(tables);
        }
    }

    /** Figures to be held against those of a run. */
    sealed interface Figures {
        /** As in the file. */
        String label();
    }

    /**
     * A quantity for all times, (N, T, width).
     *
     * @param part       layer and direction, as in {@code 0.forward}
     * @param quantity   the cell's name for it
     * @param isGradient of the loss with respect to it, instead of its value
     */
    record OverTime(String label, String part, String quantity, boolean isGradient, double[][][] figures)
            implements Figures {
        /** What the engine has in its place. */
        public Series in(NetworkTrace trace) {
            Trace own = trace.part(part);
            return isGradient ? own.gradient(quantity) : own.value(quantity);
        }
    }

    /** The top layer's output. */
    record Output(String label, double[][][] figures) implements Figures {}

    /** What the read-out and its loss made of each row that is read out, (N, T, width); of the last step alone, T is 1. */
    record Scores(String label, What what, double[][][] figures) implements Figures {
        public enum What {
            OUTPUTS,
            /** Before averaging; width 1. */
            LOSSES
        }

        /** What the engine has in its place. */
        public Series in(NetworkTrace trace) {
            NetworkTrace.ReadOutTrace readOut = trace.readOut().orElseThrow();
            return what == What.OUTPUTS ? readOut.outputs() : readOut.losses();
        }
    }

    /** The loss of the run, averaged. */
    record TotalLoss(String label, double figure) implements Figures {}

    /** The gradient with respect to the network's input. */
    record InputGradient(String label, double[][][] figures) implements Figures {}

    /** The gradient with respect to a parameter, by its full name. */
    record ParameterGradient(String label, String name, Matrix figures) implements Figures {}

    /** The gradient with respect to a state before the first step. */
    record StateGradient(String label, String part, String state, Matrix figures) implements Figures {}

    /** A state after the last step of each sequence, by its full name. */
    record FinalState(String label, String name, Matrix figures) implements Figures {}

    /** Frobenius norms of ∂h[t]/∂h[k], (T, T), of the first sequence and a part's output. */
    record JacobianFigures(String label, String part, Matrix figures) implements Figures {}

    /** A parameter, by its full name. */
    record Table(String label, String name, Matrix figures) {}
}
