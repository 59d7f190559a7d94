package org.gatescope.engine.training;

/**
 * What is remembered of the losses of a training's epochs.
 *
 * @param best    infinite before the first
 * @param waited  epochs since it last improved
 * @param resting epochs that are not counted yet
 * @param rate    learning rate that they have led to; NaN while it is the first
 */
public record LossRecord(double best, int waited, int resting, double rate) {
    /** No loss is known yet. */
    public static final LossRecord NONE = new LossRecord(Double.POSITIVE_INFINITY, 0, 0, Double.NaN);
}
