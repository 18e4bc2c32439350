package careworkforce.common.estimate.data;

/**
 * A column of a design matrix.
 *
 * @param name as in the formula
 * @param values one a row
 */
public record NamedColumn(String name, double[] values) {}
