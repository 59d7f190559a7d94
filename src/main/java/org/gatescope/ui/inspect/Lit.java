package org.gatescope.ui.inspect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.session.Run;
import org.gatescope.session.number.Explanation;
import org.gatescope.session.number.NumberId;

/** What is marked while a number is open: its sources, and where those stand that only pass a number on. */
final class Lit {
    /** More marks than these tell nothing. */
    private static final int MOST = 2000;
    /** Following each costs an explanation. */
    private static final int MOST_FOLLOWED = 64;

    private Lit() {}

    static Set<NumberId> of(Run run, Explanation why) {
        List<NumberId> sources = why.sources();
        Set<NumberId> lit = new LinkedHashSet<>(sources.subList(0, Math.min(MOST, sources.size())));
        for (NumberId source : sources.subList(0, Math.min(MOST_FOLLOWED, sources.size()))) {
            Explanation.of(run, source)
                    .filter(Explanation::passesOn)
                    .ifPresent(passing -> lit.addAll(passing.sources()));
        }
        return Set.copyOf(lit);
    }
}
