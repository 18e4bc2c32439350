/**
 * Models fitted where Spark keeps the rows: sums come to the driver, rows never do.
 *
 * <p>One rule ({@link careworkforce.common.estimate.distributed.FittingPlace}) says where a model
 * of a table is fitted. A table of no more rows than it names is brought to the driver. A longer
 * one stays where it is if sums over blocks of rows give everything asked for; if not, its rows are
 * brought to the driver, at most {@link careworkforce.common.estimate.data.SparkFrames#MOST_ROWS}
 * of them, and the fit's notes say what for. Asked to stay in any case, it is refused with the same
 * reason.
 *
 * <p>Fitted where the rows are: least squares, two-stage least squares and LIML with the evidence
 * on their instruments, Poisson, logit, probit and complementary log-log; absorbed effects,
 * combinations of them and, in linear models, slopes that vary by their levels; numeric
 * expressions, lags and leads over a named panel, dummies of numbers and of words ({@code i()}) and
 * their products; weights, an offset; iid, HC0, HC1, one- and multi-way cluster and Driscoll-Kraay
 * variances; models of several outcomes on the same regressors with their rows arranged once
 * ({@link careworkforce.common.estimate.distributed.ArrangedModels}). Names, drops, messages and
 * numbers are the driver's, to nine digits, with two exceptions that the fit notes: rows that
 * effects set apart only together, or with regressors for counts, are not searched for; and where
 * the exact convention wants the rank of several effects nested in clusters, pairs are counted.
 *
 * <p>Only on the driver: models without absorbed effects that have intercepts, slopes that vary by
 * level in likelihoods, HC2, HC3, CR2, CR3, Newey-West and Conley variances, the wild bootstrap,
 * bias corrections, conditional logit, competing risks.
 */
@NullMarked
package careworkforce.common.estimate.distributed;

import org.jspecify.annotations.NullMarked;
