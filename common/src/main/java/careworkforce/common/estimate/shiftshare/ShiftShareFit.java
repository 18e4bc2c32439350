package careworkforce.common.estimate.shiftshare;

import careworkforce.common.estimate.dense.Inference;
import org.jspecify.annotations.Nullable;

/**
 * A shift-share coefficient with its standard errors side by side, all by the normal distribution.
 *
 * @param estimate the coefficient
 * @param homoskedastic assuming equal variances
 * @param robust Eicker–Huber–White with N/(N-K)
 * @param regional clustered by region, null where no regions were given
 * @param akm Adão–Kolesár–Morales: residuals may be correlated among locations of like shares
 * @param akmNull the same with the null imposed (AKM0); its standard error is the length of the
 *     confidence set over twice the critical value, infinite where the set is unbounded
 * @param akmNullSet the AKM0 confidence set
 */
public record ShiftShareFit(
    double estimate,
    Inference homoskedastic,
    Inference robust,
    @Nullable Inference regional,
    Inference akm,
    Inference akmNull,
    ConfidenceSet akmNullSet) {}
