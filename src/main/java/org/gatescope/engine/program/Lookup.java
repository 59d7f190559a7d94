package org.gatescope.engine.program;

/**
 * Products with tokens, which are nearly all zeros: zeros are passed over, so that a token costs a row and not the table.
 * Tables are time-major and flat.
 *
 * @param rows   T · N
 * @param tokens V
 * @param width  columns of the embedding
 */
public record Lookup(int rows, int tokens, int width) {
    /** {@code x = token @ E}. @param x (rows, width), zeros at first */
    public void forward(double[] input, double[] table, double[] x) {
        each(input, (row, token, share) -> {
            for (int j = 0; j < width; j++) {
                x[row * width + j] += share * table[token * width + j];
            }
        });
    }

    /** {@code dE += transpose(token) @ dx}. */
    public void tableGradient(double[] input, double[] dx, double[] gradient) {
        each(input, (row, token, share) -> {
            for (int j = 0; j < width; j++) {
                gradient[token * width + j] += share * dx[row * width + j];
            }
        });
    }

    /** {@code dtoken = dx @ transpose(E)}: what any other token would change. */
    public void inputGradient(double[] dx, double[] table, double[] gradient) {
        for (int row = 0; row < rows; row++) {
            for (int token = 0; token < tokens; token++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    sum += dx[row * width + j] * table[token * width + j];
                }
                gradient[row * tokens + token] = sum;
            }
        }
    }

    private interface Share {
        void of(int row, int token, double share);
    }

    private void each(double[] input, Share share) {
        for (int row = 0; row < rows; row++) {
            for (int token = 0; token < tokens; token++) {
                double value = input[row * tokens + token];
                if (value != 0) {
                    share.of(row, token, value);
                }
            }
        }
    }
}
