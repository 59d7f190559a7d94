package org.gatescope.session;

import java.util.List;

/**
 * A session after a {@link Reshape}.
 *
 * @param session with the new network
 * @param added   parameters that were not there before, or of another kind
 * @param lost    parameters that are there no longer, by their old names
 * @param withoutShortcut layers, from 0, that could no longer add what they read to what they put out, and do so no more
 */
public record NetworkChange(Session session, List<String> added, List<String> lost, List<Integer> withoutShortcut) {
    static NetworkChange none(Session session) {
        return new NetworkChange(session, List.of(), List.of(), List.of());
    }
}
