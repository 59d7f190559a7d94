package org.gatescope.engine;

/** What a layer that reads both ways puts out, unit by unit from both its directions: Keras' {@code merge_mode}. */
public enum Merging {
    /** Both side by side, the forward direction first: twice as wide. */
    CONCATENATION,
    SUM,
    AVERAGE,
    PRODUCT;

    /** What becomes of one number of each direction. @throws IllegalStateException where they stand side by side */
    public double of(double forward, double backward) {
        return switch (this) {
            case CONCATENATION -> throw new IllegalStateException("numbers that stand side by side are not one");
            case SUM -> forward + backward;
            case AVERAGE -> (forward + backward) / 2;
            case PRODUCT -> forward * backward;
        };
    }

    /** The slope of what is put out along one direction. @param other number of the other direction */
    public double slope(double other) {
        return switch (this) {
            case CONCATENATION, SUM -> 1;
            case AVERAGE -> 0.5;
            case PRODUCT -> other;
        };
    }
}
