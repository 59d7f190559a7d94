package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/** What a panel listens to, and whatever else ends with it; all are released together, the last first. */
public final class Subscriptions implements Subscription {
    private final List<Subscription> open = new ArrayList<>();

    /** Adds subscriptions to be released with the others. */
    public void add(Subscription... more) {
        open.addAll(List.of(more));
    }

    @Override
    public void unsubscribe() {
        List.copyOf(open).reversed().forEach(Subscription::unsubscribe);
        open.clear();
    }
}
