package org.gatescope.explain;

/**
 * How predictions of hidden numbers went.
 *
 * @param right said before the number was shown
 * @param wrong first said otherwise
 * @param shown without a prediction
 */
public record PredictionScore(int right, int wrong, int shown) {
    /** Nothing was asked yet. */
    public static final PredictionScore NONE = new PredictionScore(0, 0, 0);

    private static final int MOST = 1_000_000;

    /** @throws IllegalArgumentException if a count is negative or beyond a million */
    public PredictionScore {
        if (Math.min(right, Math.min(wrong, shown)) < 0 || Math.max(right, Math.max(wrong, shown)) > MOST) {
            throw new IllegalArgumentException(right + " " + wrong + " " + shown);
        }
    }

    /** With one more that was predicted. */
    public PredictionScore answered(boolean isRight) {
        return isRight
                ? new PredictionScore(Math.min(MOST, right + 1), wrong, shown)
                : new PredictionScore(right, Math.min(MOST, wrong + 1), shown);
    }

    /** With one more that was shown without a prediction. */
    public PredictionScore given() {
        return new PredictionScore(right, wrong, Math.min(MOST, shown + 1));
    }

    /** {@code 3 1 0}: right, wrong, shown; empty for none. */
    public String written() {
        return equals(NONE) ? "" : right + " " + wrong + " " + shown;
    }

    /** What was written; none where it cannot be read. */
    public static PredictionScore read(String written) {
        String[] counts = written.split(" ", -1);
        boolean isScore = written.matches("\\d{1,6} \\d{1,6} \\d{1,6}");
        return isScore
                ? new PredictionScore(
                        Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), Integer.parseInt(counts[2]))
                : NONE;
    }
}
