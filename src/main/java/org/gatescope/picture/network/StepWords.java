package org.gatescope.picture.network;

/** What stands for a step's input or output; empty where there are no words. */
public interface StepWords {
    /** Of what comes in. */
    String input(int t);

    /** Of what is read out. */
    String output(int t);

    /** Of what should be read out. */
    String target(int t);
}
