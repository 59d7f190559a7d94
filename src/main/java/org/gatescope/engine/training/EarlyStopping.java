package org.gatescope.engine.training;

/**
 * Ends a training whose loss improves no more, as Keras' callback: after so many epochs in which it is not below best −
 * delta. The loss is that of the tests, where there are some.
 *
 * @param patience epochs; 0 for never
 */
public record EarlyStopping(int patience, double delta) {
    /** Trains until all epochs are done. */
    public static final EarlyStopping NEVER = new EarlyStopping(0, 0);

    public EarlyStopping {
        Require.notNegative("patience", patience);
        Require.notNegative("delta", delta);
    }

    LossRecord after(double loss, LossRecord before) {
        boolean isBetter = loss < before.best() - delta;
        return new LossRecord(isBetter ? loss : before.best(), isBetter ? 0 : before.waited() + 1, 0, Double.NaN);
    }

    boolean stops(LossRecord record) {
        return patience > 0 && record.waited() >= patience;
    }
}
