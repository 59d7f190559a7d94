package org.gatescope.ui.transport;

import java.util.List;

/**
 * Where operations lie along a bar whose phases are as long as they have operations, but never too short to be seen.
 * Lengths in pixels.
 */
final class PhaseScale {
    private static final double GAP = 2;
    private static final double SHORTEST = 10;

    private final List<PlaybackPhase> phases;
    private final double[] widths;

    PhaseScale(List<PlaybackPhase> phases, double width) {
        this.phases = phases;
        double room = Math.max(0, width - GAP * Math.max(0, phases.size() - 1));
        double shortest = Math.min(SHORTEST, room / Math.max(1, phases.size()));
        double spare = room - shortest * phases.size();
        double total = phases.stream().mapToLong(PlaybackPhase::operations).sum();
        widths = phases.stream()
                .mapToDouble(phase -> shortest + (total == 0 ? 0 : spare * phase.operations() / total))
                .toArray();
    }

    double left(int phase) {
        double left = 0;
        for (int i = 0; i < phase; i++) {
            left += widths[i] + GAP;
        }
        return left;
    }

    double width(int phase) {
        return widths[phase];
    }

    /** How much of a phase is done at a position, from 0 to 1. */
    double done(int phase, long position) {
        long before = phases.stream()
                .limit(phase)
                .mapToLong(PlaybackPhase::operations)
                .sum();
        long operations = phases.get(phase).operations();
        return operations == 0
                ? position > before ? 1 : 0
                : Math.clamp((position - before) / (double) operations, 0.0, 1.0);
    }

    /** Where the thumb stands after so many operations. */
    double x(long position) {
        long left = position;
        for (int i = 0; i < widths.length; i++) {
            long operations = phases.get(i).operations();
            if (left <= operations) {
                return left(i) + widths[i] * (operations == 0 ? 0 : left / (double) operations);
            }
            left -= operations;
        }
        return widths.length == 0 ? 0 : left(widths.length - 1) + widths[widths.length - 1];
    }

    /** The number of operations done where x is. */
    long position(double x) {
        long before = 0;
        for (int i = 0; i < widths.length; i++) {
            long operations = phases.get(i).operations();
            if (x < left(i) + widths[i] + GAP / 2) {
                double share = Math.clamp((x - left(i)) / widths[i], 0.0, 1.0);
                return before + Math.round(share * operations);
            }
            before += operations;
        }
        return before;
    }

    /** The phase of the operation that was done last, the first before all of them. */
    int phaseAt(long position) {
        long left = position;
        for (int i = 0; i < phases.size(); i++) {
            left -= phases.get(i).operations();
            if (left <= 0) {
                return i;
            }
        }
        return Math.max(0, phases.size() - 1);
    }
}
