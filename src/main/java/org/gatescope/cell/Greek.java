package org.gatescope.cell;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Greek letters by the words that stand for them. */
final class Greek {
    private static final String[] WORDS = {
        "alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ε", "zeta", "ζ", "eta", "η", "theta", "θ",
        "iota", "ι", "kappa", "κ", "lambda", "λ", "mu", "μ", "nu", "ν", "xi", "ξ", "pi", "π", "rho", "ρ", "sigma", "σ",
        "tau", "τ", "upsilon", "υ", "phi", "φ", "chi", "χ", "psi", "ψ", "omega", "ω", "Gamma", "Γ", "Delta", "Δ",
        "Theta", "Θ", "Lambda", "Λ", "Xi", "Ξ", "Pi", "Π", "Sigma", "Σ", "Upsilon", "Υ", "Phi", "Φ", "Psi", "Ψ",
        "Omega", "Ω"
    };
    private static final Map<String, String> LETTERS = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (int i = 0; i < WORDS.length; i += 2) {
            LETTERS.put(WORDS[i], WORDS[i + 1]);
            NAMES.put(WORDS[i + 1], WORDS[i]);
        }
    }

    private Greek() {}

    /** α of {@code alpha}. */
    static @Nullable String letter(String word) {
        return LETTERS.get(word);
    }

    /** {@code \\alpha} of α; ε and φ as they are written here. */
    static @Nullable String latex(String letter) {
        String name = NAMES.get(letter);
        return name == null ? null : (letter.equals("ε") || letter.equals("φ") ? "\\var" : "\\") + name;
    }
}
