package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Bounds;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;

/**
 * How much of a gate or an activation is saturated, so that hardly any gradient passes it (Karpathy, Johnson and Li
 * 2015): shares of its values over all sequences and the steps that are computed.
 *
 * @param part     layer and direction
 * @param quantity the cell's name for it
 * @param kind     which thresholds count
 * @param values   of each unit: N · T without the steps that are not computed
 * @param low      of each unit the share below the lower threshold, (1, H); 0 where there are no values
 * @param high     of each unit the share above the upper one
 */
public record Saturation(String part, String quantity, Kind kind, int values, Matrix low, Matrix high) {

    /** What a quantity's equation says about it. */
    public enum Kind {
        /** Never outside [0, 1]. */
        GATE,
        /** An activation that ranges from −1 to 1. */
        SIGNED
    }

    /**
     * Beyond which values a quantity counts as saturated; NaN never does.
     *
     * @param closed a gate below it
     * @param open   a gate above it
     * @param signed an activation from −1 to 1 whose magnitude is above it
     */
    public record Thresholds(double closed, double open, double signed) {
        public static final Thresholds USUAL = new Thresholds(0.1, 0.9, 0.9);

        private boolean isLow(Kind kind, double value) {
            return value < (kind == Kind.GATE ? closed : -signed);
        }

        private boolean isHigh(Kind kind, double value) {
            return value > (kind == Kind.GATE ? open : signed);
        }
    }

    /** Of every gate and every signed activation of a network, in the order of its parts and their equations. */
    public static List<Saturation> of(
            Network network, NetworkInputs inputs, NetworkTrace trace, Thresholds thresholds) {
        List<Saturation> all = new ArrayList<>();
        for (Part part : network.parts()) {
            Cell cell = part.layer().cell();
            Map<String, Bounds> bounds = Bounds.of(cell);
            for (Assignment statement : cell.statements()) {
                Bounds own = bounds.getOrDefault(statement.name(), Bounds.NONE);
                if (isGate(own) || isSigned(statement, own)) {
                    Series series = trace.part(part.key()).value(statement.name());
                    Kind kind = isGate(own) ? Kind.GATE : Kind.SIGNED;
                    all.add(of(part.key(), statement.name(), kind, series, inputs.mask(), thresholds));
                }
            }
        }
        return all;
    }

    private static boolean isGate(Bounds bounds) {
        return bounds.isGate() && bounds.low() < bounds.high();
    }

    /** A product of activations is bounded too, but it saturates nothing. */
    private static boolean isSigned(Assignment statement, Bounds bounds) {
        return statement.expression() instanceof Expression.Apply && bounds.equals(new Bounds(-1, 1));
    }

    private static Saturation of(
            String part, String quantity, Kind kind, Series series, StepMask mask, Thresholds thresholds) {
        int values = mask.count();
        double[] low = new double[series.width()];
        double[] high = new double[series.width()];
        for (int n = 0; n < series.batch(); n++) {
            for (int t : mask.computed(n).toArray()) {
                for (int unit = 0; unit < series.width(); unit++) {
                    double value = series.at(t, n, unit);
                    low[unit] += thresholds.isLow(kind, value) ? 1 : 0;
                    high[unit] += thresholds.isHigh(kind, value) ? 1 : 0;
                }
            }
        }
        int divisor = Math.max(values, 1);
        return new Saturation(
                part,
                quantity,
                kind,
                values,
                Matrix.row(low).map(count -> count / divisor),
                Matrix.row(high).map(count -> count / divisor));
    }

    /** The share below the lower threshold, of all units. */
    public double lowShare() {
        return mean(low);
    }

    /** The share above the upper threshold, of all units. */
    public double highShare() {
        return mean(high);
    }

    private static double mean(Matrix shares) {
        double sum = 0;
        for (int unit = 0; unit < shares.columns(); unit++) {
            sum += shares.get(0, unit);
        }
        return sum / Math.max(shares.columns(), 1);
    }
}
