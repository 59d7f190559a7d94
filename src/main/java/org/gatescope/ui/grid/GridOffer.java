package org.gatescope.ui.grid;

/**
 * One thing that can be done with a pasted block.
 *
 * @param label says what
 */
public record GridOffer(String label, Runnable use) {}
