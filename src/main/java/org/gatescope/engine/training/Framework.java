package org.gatescope.engine.training;

/** Whose definition counts, where the same name stands for two of them. */
public enum Framework {
    PYTORCH,
    KERAS
}
