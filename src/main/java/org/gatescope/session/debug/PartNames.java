package org.gatescope.session.debug;

import java.util.Set;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Run;

/** Which of a part's names are parameters: they are there from the start, and their gradients once all shares are in. */
final class PartNames {
    private PartNames() {}

    static Set<String> parameters(Run run, String part) {
        return switch (part) {
            case ReadOut.KEY -> Set.of("W", "b");
            case Embedding.KEY -> Set.of("E");
            default ->
                run.session().network().part(part).layer().cell().parameters().keySet();
        };
    }

    static boolean isGradient(String name) {
        return name.startsWith("d.");
    }

    /** What a gradient is of. */
    static String of(String gradient) {
        return gradient.substring("d.".length());
    }
}
