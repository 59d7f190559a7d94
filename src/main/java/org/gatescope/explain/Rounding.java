package org.gatescope.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.gatescope.text.Numerals;

/**
 * How many decimals a number and its terms are written with: as few as it takes for the written terms to add up to the
 * written number, to its last digit.
 *
 * @param places      decimals of the number; negative where it is written in tens and hundreds
 * @param termPlaces  decimals of the terms
 * @param agrees      false where no choice makes them agree
 * @param hides       true where some are to be predicted: what is no number is written as {@link #HIDDEN} then
 */
public record Rounding(int places, int termPlaces, boolean agrees, boolean hides) {
    /** In the place of a number that is to be predicted. */
    public static final String HIDDEN = "?";

    private static final int DIGITS = 4;
    private static final int EXACT = 15;
    /** Digits before or after the point; longer numbers are written with a power of ten. */
    private static final int MOST_PLAIN = 9;

    private static final int MOST_MORE = 12;
    /** More say nothing of a double. */
    private static final int MOST_DIGITS = 17;

    private Rounding(int places, int termPlaces, boolean agrees) {
        this(places, termPlaces, agrees, false);
    }

    Rounding hiding() {
        return new Rounding(places, termPlaces, agrees, true);
    }

    static Rounding of(double value, OuterFunction outer, List<Double> terms) {
        return of(value, outer, terms, 0);
    }

    /** @param size of what the terms were added up from, which may have cancelled: beyond its digits nothing is written */
    static Rounding of(double value, OuterFunction outer, List<Double> terms, double size) {
        int preferred = preferred(value, Math.max(size, largest(terms)));
        if (!Double.isFinite(value) || terms.stream().anyMatch(term -> !Double.isFinite(term))) {
            return new Rounding(preferred, preferred, sameKind(value, outer.of(terms)));
        }
        for (int places = preferred; places > preferred - DIGITS; places--) {
            for (int more = 0; more <= MOST_MORE; more++) {
                int termPlaces = Math.max(places, ofTerms(outer, terms)) + more;
                if (agree(value, outer, terms, places, termPlaces)) {
                    return new Rounding(places, termPlaces, true);
                }
            }
        }
        return new Rounding(preferred, preferred, false);
    }

    /**
     * Terms of a sum stand below each other; those of a function, such as squares, may be of another size than its value,
     * and those of which one is chosen of other sizes than each other.
     */
    private static int ofTerms(OuterFunction outer, List<Double> terms) {
        double largest = outer instanceof OuterFunction.Combined ? smallest(terms) : largest(terms);
        return outer instanceof OuterFunction.Sum || largest == 0 ? Integer.MIN_VALUE : DIGITS - 1 - exponent(largest);
    }

    /** Of those that are not zero. */
    private static double smallest(List<Double> terms) {
        return terms.stream()
                .mapToDouble(Math::abs)
                .filter(size -> size > 0)
                .min()
                .orElse(0);
    }

    private static double largest(List<Double> terms) {
        double largest = 0;
        for (double term : terms) {
            largest = Double.isFinite(term) ? Math.max(largest, Math.abs(term)) : largest;
        }
        return largest;
    }

    /** Four digits, but no more than a sum of terms of this size can have. */
    private static int preferred(double value, double largest) {
        double magnitude = value == 0 || !Double.isFinite(value) ? largest : Math.abs(value);
        if (magnitude == 0) {
            return DIGITS;
        }
        int places = DIGITS - 1 - exponent(magnitude);
        return largest == 0 ? places : Math.min(places, EXACT - 2 - exponent(largest));
    }

    private static int exponent(double magnitude) {
        return (int) Math.floor(Math.log10(magnitude));
    }

    private static boolean sameKind(double value, double sum) {
        return Double.isNaN(value) ? Double.isNaN(sum) : Double.compare(value, sum) == 0;
    }

    private static boolean agree(double value, OuterFunction outer, List<Double> terms, int places, int termPlaces) {
        return rounded(value, places).compareTo(rounded(sum(outer, terms, termPlaces), places)) == 0;
    }

    /** What a reader gets who checks it: sums by hand, functions by a calculator. */
    private static BigDecimal sum(OuterFunction outer, List<Double> terms, int places) {
        List<BigDecimal> written =
                terms.stream().map(term -> rounded(term, places)).toList();
        if (outer instanceof OuterFunction.Sum) {
            return written.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        boolean hasMany = outer instanceof OuterFunction.LogSumExp || outer instanceof OuterFunction.Combined;
        double value = outer.of(
                hasMany
                        ? written.stream().map(BigDecimal::doubleValue).toList()
                        : List.of(written.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue()));
        return Double.isFinite(value) ? new BigDecimal(value) : BigDecimal.TEN.pow(400);
    }

    private static BigDecimal rounded(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(double value, int places) {
        return rounded(new BigDecimal(value), places);
    }

    /** The number itself. */
    public String number(double value) {
        return hides && Double.isNaN(value) ? HIDDEN : written(value, places);
    }

    /** One of its terms. */
    public String term(double value) {
        return hides && Double.isNaN(value) ? HIDDEN : written(value, termPlaces);
    }

    /** A number within a term: five digits, so that products can be followed; all of them where it is whole. */
    public static String factor(double value) {
        boolean isPlain = value == Math.rint(value) && Math.abs(value) < 1e6;
        int places = isPlain ? 0 : DIGITS - exponent(Math.abs(value));
        return Double.isFinite(value) ? trimmed(written(value, places)) : written(value, 0);
    }

    /** 0.5 instead of 0.50000, which is no less exact. */
    private static String trimmed(String text) {
        return text.contains("×") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    private static String written(double value, int places) {
        if (!Double.isFinite(value)) {
            return Numerals.notFinite(value);
        }
        BigDecimal rounded = rounded(value, places);
        if (rounded.signum() == 0) {
            return value == 0 || places > MOST_PLAIN || places < 1 ? "0" : rounded.toPlainString();
        }
        boolean isPlain = places >= 0 && places <= MOST_PLAIN && rounded.precision() - places <= MOST_PLAIN;
        String text = isPlain
                ? rounded.abs().toPlainString()
                : Numerals.power(rounded.abs(), Math.min(rounded.precision(), MOST_DIGITS));
        return Numerals.signed(rounded.signum() < 0, text);
    }
}
