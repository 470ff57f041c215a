package io.throughline.feedback.domain.statistics;

import io.throughline.contracts.kpi.Interval;

/**
 * Wilson's score interval for a number of cases that need not be whole: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 * (Wilson 1927). The library's takes whole numbers only, and an effective number of cases is none.
 */
final class Wilson {

    private Wilson() {}

    /**
     * The 95 % interval; it always holds the share.
     *
     * @param share 0..1
     * @param cases more than 0
     */
    static Interval of(double share, double cases, String method) {
        double z2 = Normal.Z * Normal.Z;
        double centre = share + z2 / (2 * cases);
        double reach = Normal.Z * Math.sqrt(share * (1 - share) / cases + z2 / (4 * cases * cases));
        double scale = 1 + z2 / cases;
        // Rounding must not leave a share of exactly 0 or 1 outside of its interval.
        double low = Math.max(0, Math.min(share, (centre - reach) / scale));
        double high = Math.min(1, Math.max(share, (centre + reach) / scale));
        return Interval.ofCustomers(Normal.LEVEL, low, high, method);
    }
}
