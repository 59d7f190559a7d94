package org.gatescope.ui.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What of the window is remembered: by keys of the settings, as text. What cannot be read is left as it is at first. */
final class WindowMemory {
    private record Kept(Supplier<String> now, Consumer<String> restore) {}

    private final Map<String, Kept> all = new LinkedHashMap<>();

    /** @param restore is given what {@code now} wrote, or anything else that settings may say */
    WindowMemory keep(String key, Supplier<String> now, Consumer<String> restore) {
        all.put(key, new Kept(now, restore));
        return this;
    }

    /** A number; 0 for what is as at first. */
    WindowMemory keepNumber(String key, DoubleSupplier now, DoubleConsumer restore) {
        return keep(key, () -> Double.toString(now.getAsDouble()), written -> {
            double number = number(written);
            if (number > 0) {
                restore.accept(number);
            }
        });
    }

    private static double number(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return 0; // settings may have been edited by hand
        }
    }

    Map<String, String> now() {
        Map<String, String> now = new LinkedHashMap<>();
        all.forEach((key, kept) -> now.put(key, kept.now().get()));
        return now;
    }

    /** @param choices of settings, with others among them */
    void restore(Map<String, String> choices) {
        all.forEach((key, kept) -> {
            String written = choices.get(key);
            if (written != null) {
                kept.restore().accept(written);
            }
        });
    }
}
