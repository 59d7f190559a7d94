package org.gatescope.engine.training;

import org.gatescope.text.Texts;

/** What settings must be; the sentences name the setting and say what it may be. */
final class Require {
    private static final Texts TEXTS = Texts.of(Require.class);

    private Require() {}

    /** @throws IllegalArgumentException unless a finite number above 0 */
    static void positive(String name, double value) {
        require(value > 0 && Double.isFinite(value), "setting.positive", name, value);
    }

    /** @throws IllegalArgumentException unless a finite number from 0 on */
    static void notNegative(String name, double value) {
        require(value >= 0 && Double.isFinite(value), "setting.not-negative", name, value);
    }

    /** @throws IllegalArgumentException unless from 0 up to, but without, 1 */
    static void share(String name, double value) {
        require(value >= 0 && value < 1, "setting.share", name, value);
    }

    private static void require(boolean holds, String key, String name, double value) {
        if (!holds) {
            throw new IllegalArgumentException(TEXTS.get(key, TEXTS.get(name), value));
        }
    }
}
